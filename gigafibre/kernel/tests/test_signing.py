"""Signed links: worth something only for their purpose, only until their instant, only when we made them."""

from base64 import urlsafe_b64decode, urlsafe_b64encode
from datetime import UTC, datetime, timedelta

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigafibre.kernel.signing import TokenExpired, TokenTampered, make_token, read_token

NOW = datetime(2026, 11, 21, 14, 0, tzinfo=UTC)
LATER = NOW + timedelta(days=60)
SECRETS = ["the newest secret", "the one before"]


def test_a_token_gives_its_payload_back_until_its_instant() -> None:
    token = make_token("pay.invoice.qr", "SINV-2026-712408", LATER, secrets=SECRETS)
    assert read_token("pay.invoice.qr", token, LATER - timedelta(seconds=1), secrets=SECRETS) == "SINV-2026-712408"
    with pytest.raises(TokenExpired) as refused:
        read_token("pay.invoice.qr", token, LATER, secrets=SECRETS)
    assert (refused.value.code, refused.value.status) == ("link_expired", 410)


def test_the_same_input_gives_the_same_token() -> None:
    assert make_token("a", "b", LATER, secrets=SECRETS) == make_token("a", "b", LATER, secrets=SECRETS)


def test_a_token_is_short_enough_for_paper() -> None:
    assert len(make_token("pay.invoice.qr", "SINV-2026-712408", LATER, secrets=SECRETS)) == 48


def test_another_purpose_is_worth_nothing() -> None:
    token = make_token("pay.invoice.qr", "SINV-1", LATER, secrets=SECRETS)
    with pytest.raises(TokenTampered):
        read_token("portal.bridge", token, NOW, secrets=SECRETS)


def test_a_rotated_secret_still_verifies_and_a_dropped_one_does_not() -> None:
    before = make_token("pay", "SINV-1", LATER, secrets=["the one before"])
    assert read_token("pay", before, NOW, secrets=SECRETS) == "SINV-1"
    assert make_token("pay", "SINV-1", LATER, secrets=SECRETS) != before
    with pytest.raises(TokenTampered):
        read_token("pay", before, NOW, secrets=["the newest secret"])


def test_the_kept_secret_signs_by_default(settings: object) -> None:
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "one", []  # type: ignore[attr-defined]
    token = make_token("pay", "SINV-1", LATER)
    settings.SECRET_KEY, settings.SECRET_KEY_FALLBACKS = "two", ["one"]  # type: ignore[attr-defined]
    assert read_token("pay", token, NOW) == "SINV-1"


def test_every_changed_character_is_noticed() -> None:
    token = make_token("pay", "SINV-1", LATER, secrets=SECRETS)
    for place in range(len(token)):
        for other in "Az0_-":
            if token[place] != other:
                with pytest.raises(TokenTampered):
                    read_token("pay", token[:place] + other + token[place + 1 :], NOW, secrets=SECRETS)


def test_a_later_expiry_cannot_be_written_in() -> None:
    token = make_token("pay", "SINV-1", NOW, secrets=SECRETS)
    raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    forged = urlsafe_b64encode(b"\xff\xff\xff\xff" + raw[4:]).rstrip(b"=").decode()
    with pytest.raises(TokenTampered):
        read_token("pay", forged, NOW, secrets=SECRETS)


@given(st.text(max_size=300))
def test_rubbish_is_refused_and_never_breaks(rubbish: str) -> None:
    with pytest.raises(TokenTampered):
        read_token("pay", rubbish, NOW, secrets=SECRETS)


@given(st.text(max_size=80), st.text(max_size=40))
def test_any_payload_comes_back(payload: str, purpose: str) -> None:
    token = make_token(purpose, payload, LATER, secrets=SECRETS)
    assert read_token(purpose, token, NOW, secrets=SECRETS) == payload


def test_a_naive_instant_is_a_mistake() -> None:
    with pytest.raises(ValueError, match="time zone"):
        make_token("pay", "SINV-1", datetime(2026, 11, 21), secrets=SECRETS)  # noqa: DTZ001
