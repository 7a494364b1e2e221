"""The rules without a database: segments, quiet hours over clock changes, texts and their places, STOP and START."""

from __future__ import annotations

from datetime import UTC, datetime, time

import pytest

from gigafibre.kernel.text import Text
from gigafibre.messaging import catalogue
from gigafibre.messaging.receipts import keyword
from gigafibre.messaging.segments import count, plain
from gigafibre.messaging.windows import Quiet, next_allowed
from gigafibre.messaging.wording import faults, fill, places

NIGHT = Quiet(time(21), time(8))


@pytest.mark.parametrize(
    ("text", "encoding", "segments"),
    [
        ("", "GSM-7", 1),
        ("a" * 160, "GSM-7", 1),
        ("a" * 161, "GSM-7", 2),
        ("a" * 306, "GSM-7", 2),
        ("a" * 307, "GSM-7", 3),
        ("é" * 160, "GSM-7", 1),
        ("€" * 80, "GSM-7", 1),  # two places each
        ("€" * 81, "GSM-7", 2),
        ("€" * 77, "GSM-7", 1),
        ("a" * 152 + "€" + "a" * 152, "GSM-7", 3),  # an extended letter is not cut between two parts
        ("ê" + "a" * 69, "UCS-2", 1),
        ("ê" + "a" * 70, "UCS-2", 2),
        ("ê" * 134, "UCS-2", 2),
        ("ê" * 135, "UCS-2", 3),
        ("😀" * 35, "UCS-2", 1),
        ("😀" * 36, "UCS-2", 2),
        ("a" * 66 + "😀" + "a" * 66, "UCS-2", 3),  # nor is a pair of surrogates
    ],
)
def test_segments_are_counted_as_carriers_do(text: str, encoding: str, segments: int) -> None:
    counted = count(text)
    assert (counted.encoding, counted.segments) == (encoding, segments)


def test_the_letters_that_make_a_text_dear_are_named() -> None:
    assert count("Prêt à l’heure, façade prête").unusual == "ê’ç"


def test_signs_of_typography_do_not_make_a_text_dear() -> None:
    assert plain("« Oui », l’œuvre — 1\u00a0234,50\u00a0$…") == '"Oui", l\'oeuvre - 1 234,50 $...'
    assert count(plain("L’hôte « parti »")).unusual == "ô"


def at(local: str) -> datetime:
    from gigafibre.kernel import clock

    return datetime.fromisoformat(local).replace(tzinfo=clock.zone()).astimezone(UTC)


@pytest.mark.parametrize(
    ("now", "allowed"),
    [
        ("2026-11-21T12:00", "2026-11-21T12:00"),
        ("2026-11-21T20:59", "2026-11-21T20:59"),
        ("2026-11-21T21:00", "2026-11-22T08:00"),
        ("2026-11-22T02:00", "2026-11-22T08:00"),
        ("2026-11-22T07:59", "2026-11-22T08:00"),
        ("2026-11-22T08:00", "2026-11-22T08:00"),
        # Clocks go forward on 8 March 2026 and back on 1 November 2026: eight in the morning stays eight.
        ("2026-03-07T23:00", "2026-03-08T08:00"),
        ("2026-03-08T01:30", "2026-03-08T08:00"),
        ("2026-10-31T22:00", "2026-11-01T08:00"),
        ("2026-11-01T00:30", "2026-11-01T08:00"),
    ],
)
def test_nights_are_quiet_by_the_wall_clock(now: str, allowed: str) -> None:
    assert next_allowed(at(now), NIGHT) == at(allowed)


def test_the_night_of_a_clock_change_is_an_hour_shorter_or_longer() -> None:
    assert next_allowed(at("2026-03-07T21:00"), NIGHT) - at("2026-03-07T21:00") == at("2026-03-10T08:00") - at(
        "2026-03-09T22:00"
    )
    spring = next_allowed(at("2026-03-07T21:00"), NIGHT) - at("2026-03-07T21:00")
    autumn = next_allowed(at("2026-10-31T21:00"), NIGHT) - at("2026-10-31T21:00")
    assert (spring.total_seconds() / 3600, autumn.total_seconds() / 3600) == (10, 12)


def test_the_hour_that_comes_twice_is_quiet_both_times() -> None:
    early = Quiet(time(22), time(1))
    first, second = at("2026-11-01T00:59"), datetime(2026, 11, 1, 6, 30, tzinfo=UTC)  # 1:30, the second time
    assert next_allowed(first, early) == at("2026-11-01T01:00")
    assert next_allowed(second, early) == second


def test_an_end_in_the_hour_that_spring_skips_is_reached() -> None:
    # 2:00 doesn't exist on 8 March 2026: the wall clock shows 3:00 at that very moment.
    assert next_allowed(at("2026-03-08T01:00"), Quiet(time(21), time(2))) == datetime(2026, 3, 8, 7, tzinfo=UTC)


def test_without_quiet_hours_anything_goes() -> None:
    assert next_allowed(at("2026-11-22T03:00"), Quiet(time(0), time(0))) == at("2026-11-22T03:00")


@pytest.mark.parametrize(
    ("now", "allowed"),
    [
        ("2026-11-21T08:30", "2026-11-21T09:00"),  # Saturday
        ("2026-11-21T20:00", "2026-11-23T09:00"),  # Saturday evening: Sunday is closed
        ("2026-11-22T12:00", "2026-11-23T09:00"),
        ("2026-12-24T20:30", "2026-12-26T09:00"),  # Christmas
        ("2026-06-24T10:00", "2026-06-25T09:00"),  # the national holiday of Québec
        ("2026-11-23T19:59", "2026-11-23T19:59"),
    ],
)
def test_debts_are_spoken_of_at_a_creditors_hours(now: str, allowed: str) -> None:
    assert next_allowed(at(now), NIGHT, collecting=True) == at(allowed)


def test_what_is_wrong_in_a_text_is_told_with_its_place() -> None:
    wrong = faults("body", "Bonjour {first_nam},\nvoir {portal} et {rien\n}", {"first_name", "portal"})
    assert [(one.code, one.suggestion, one.text.en) for one in wrong] == [
        ("unknown_variable", "first_name", "Line 1, column 9: no variable is called “first_nam”."),
        ("lone_brace", "", "Line 2, column 18: a lone brace."),
        ("lone_brace", "", "Line 3, column 1: a lone brace."),
    ]
    assert faults("body", "Bonjour { first_name }", {"first_name"}) == []


def test_a_value_is_never_read_as_a_text() -> None:
    text = "{text} — {company}"
    assert places(text) == ["text", "company"]
    assert fill(text, {"text": "{company}{x", "company": "Fibre"}) == "{company}{x — Fibre"


@pytest.mark.parametrize(
    "said", ["STOP", "stop", " Arrêt. ", "ARRET", "arrêter", "Désabonner", "« STOP »", "ARRETE", "fin"]
)
def test_stop_is_understood(said: str) -> None:
    assert keyword(said) == "stop"


def test_other_words_are_not_stop() -> None:
    assert [keyword(said) for said in ("START", "unstop", "Reprendre", "Stop calling me", "", "Merci")] == [
        "start", "start", "start", "", "", "",
    ]  # fmt: skip
    assert [keyword(said) for said in ("AIDE", "help", "Info", "Aidez-moi")] == ["help", "help", "help", ""]


def test_a_template_that_could_not_be_filled_is_refused_when_it_is_declared() -> None:
    with pytest.raises(ValueError, match="no variable is called “nam”"):
        catalogue.declare("test.bad", label=Text("x", "x"), purpose="service", sms=Text("{nam}", "{company}"))
    assert catalogue.declared("test.bad") is None
