"""A number series is written otherwise from its next number on: none is given twice, a gapless one leaves none out."""

from __future__ import annotations

from types import SimpleNamespace
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.kernel import numbers
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import (
    Forbidden,
    InvalidInput,
    NotFound,
    PrefixTaken,
    Refusal,
    SeriesGoesBack,
    SeriesHasNoGap,
)
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing import page
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.series_listing import SERIES
from gigafibre.kernel.text import speak

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _series(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    numbers.define("plain", prefix="P-", digits=3, start=7)
    numbers.define("tight", prefix="T-{year}-", digits=4, start=7, gapless=True)


def rows() -> list[SimpleNamespace]:
    return [SimpleNamespace(**row) for row in page(SERIES, {"limit": "200"}).items]


def line(code: str) -> SimpleNamespace:
    return next(one for one in rows() if one.code == code)


def given(series: str, **other: Any) -> dict[str, Any]:
    now = line(series)
    return {"series": series, "prefix": now.prefix, "digits": now.digits, "following": now.next} | other


def test_numbers_are_written_otherwise_from_the_next_one_on() -> None:
    assert (line("plain").example, line("tight").example) == ("P-007", "T-2026-0007")
    perform("kernel.set_series", given("plain", prefix="Q-", digits=5, following=20), actor=SYSTEM)
    perform("kernel.set_series", given("tight", prefix="TT-"), actor=SYSTEM)
    assert (numbers.take_one("plain"), numbers.take_one("tight")) == ("Q-00020", "TT-0007")
    assert (line("plain").next, line("tight").next) == (21, 8)


@pytest.mark.parametrize(
    ("series", "other", "refusal"),
    [
        ("plain", {"following": 6}, SeriesGoesBack),
        ("tight", {"following": 6}, SeriesGoesBack),
        ("tight", {"following": 8}, SeriesHasNoGap),
        ("plain", {"prefix": "P/é "}, InvalidInput),
        ("plain", {"prefix": "P-1"}, InvalidInput),
        ("plain", {"prefix": "P-{year}"}, InvalidInput),
        ("plain", {"prefix": "T-{year}-"}, PrefixTaken),
        ("plain", {"prefix": "T-2025-"}, PrefixTaken),
        ("plain", {"digits": 13}, InvalidInput),
    ],
)
def test_what_would_double_or_skip_is_refused(series: str, other: dict[str, Any], refusal: type[Refusal]) -> None:
    before = line(series)
    with pytest.raises(refusal):
        perform("kernel.set_series", given(series, **other), actor=SYSTEM)
    assert line(series) == before


def test_there_is_no_series_of_that_code() -> None:
    with pytest.raises(NotFound):
        perform("kernel.set_series", given("plain") | {"series": "nothing"}, actor=SYSTEM)


def test_its_preview_changes_nothing() -> None:
    before = line("plain")
    preview("kernel.set_series", given("plain", following=90), actor=SYSTEM)
    assert line("plain") == before


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE kernel_series SET next = 6 WHERE code = 'tight'", "series tight goes on from 7"),
        ("UPDATE kernel_series SET next = 6 WHERE code = 'plain'", "series plain goes on from 7"),
        ("UPDATE kernel_series SET gapless = false WHERE code = 'tight'", "series tight goes on from 7"),
        ("UPDATE kernel_series SET code = 'other' WHERE code = 'tight'", "series tight goes on from 7"),
        ("DELETE FROM kernel_series WHERE code = 'tight'", "series tight goes on from 7"),
        ("UPDATE kernel_series SET prefix = 'P-' WHERE code = 'tight'", "series_prefix_once"),
        ("UPDATE kernel_series SET prefix = 'T-2026-' WHERE code = 'plain'", "series_prefix_once"),
        ("UPDATE kernel_series SET prefix = 'P-1' WHERE code = 'plain'", "series_prefix_ends_apart"),
        ("UPDATE kernel_series SET prefix = 'P-{year}' WHERE code = 'plain'", "series_prefix_ends_apart"),
        ("UPDATE kernel_series SET digits = 13 WHERE code = 'plain'", "series_digits_at_most_twelve"),
        ("UPDATE kernel_series SET next = 0 WHERE code = 'plain'", "series_never_go_back|series plain goes on from 7"),
    ],
)
def test_the_database_refuses_it_too(statement: str, said: str) -> None:
    before = rows()
    with pytest.raises(IntegrityError, match=said), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert rows() == before


def test_what_was_given_stays_unique_whatever_the_series_becomes() -> None:
    given_out = [numbers.take_one("plain") for _ in range(3)]
    for prefix, digits in (("Q-", 5), ("Q-", 0), ("P-", 0), ("P-", 3)):
        perform("kernel.set_series", given("plain", prefix=prefix, digits=digits), actor=SYSTEM)
        given_out += [numbers.take_one("plain") for _ in range(3)]
    assert len(given_out) == len(set(given_out)) == 15
    assert given_out[-1] == "P-021"


def test_only_the_right_of_series_changes_one() -> None:
    before = line("plain")
    clerk = Actor("staff", 1, "Commis", frozenset({"kernel.settings"}))
    with pytest.raises(Forbidden):
        perform("kernel.set_series", given("plain", following=9), actor=clerk)
    assert line("plain") == before


def test_series_are_listed_by_what_they_number() -> None:
    speak("fr")
    numbers.define("long", prefix="L-", digits=2, start=12345)
    assert line("long").example == "L-12345"  # outgrown digits are not cut
    labels = [one.label for one in rows()]
    assert labels == sorted(labels, key=fold)
    assert line("credit_note").label == "Notes de crédit"
    assert [row["code"] for row in page(SERIES, {"q": "note cred"}).items] == ["credit_note"]
    assert "plain" not in [row["code"] for row in page(SERIES, {"view": "gapless", "limit": "200"}).items]
