"""Card numbers are found however they are written, and little else is taken for one."""

from typing import Any

import pytest
from pydantic import TypeAdapter, ValidationError

from gigafibre.kernel.card_numbers import mask_card_numbers
from gigafibre.kernel.refs import Line, LongText, Reason
from gigafibre.kernel.validation import details_of


@pytest.mark.parametrize(
    ("text", "masked"),
    [
        ("carte 4111111111111111 exp 12/28", "carte ••••1111 exp 12/28"),
        ("4111 1111 1111 1111", "••••1111"),
        ("4111-1111-1111-1111", "••••1111"),
        ("4111\u00a01111\u00a01111\u00a01111", "••••1111"),
        ("Amex 3782 822463 10005", "Amex ••••0005"),
        ("mc 5555555555554444, visa 4012888888881881", "mc ••••4444, visa ••••1881"),
        ("2 séries 2223003122003222", "2 séries ••••3222"),
        ("tél 418 555-1234 4111 1111 1111 1111", "tél 418 555-1234 ••••1111"),
        ("12 6011111111111117 99", "12 ••••1117 99"),
        ("3056 930902 5904, 3530111333300000", "••••5904, ••••0000"),
        ("4111 1111 1111 1111 12/27", "••••1111 12/27"),
        ("4111111111111111 123", "••••1111 123"),
        ("2 4111 1111 1111 1111", "2 ••••1111"),
        ("4111.1111.1111.1111", "••••1111"),
        ("4111  1111 - 1111 \u2013 1111", "••••1111"),
        ("4111\u202f1111\u202f1111\u202f1111 1227", "••••1111 1227"),
        ("visa_4111111111111111exp1227", "visa_••••1111exp1227"),
        ("ch_3f, 4111111111111111", "ch_3f, ••••1111"),
        # Of two readings that overlap the printed one counts: the first would leave most of the card in clear.
        ("418 555-1034 4111 1111 1111 1111", "418 555-1034 ••••1111"),
        ("41 11 11 11 11 11 11 11", "••••1111"),
    ],
)
def test_a_card_number_is_masked_to_its_last_four(text: str, masked: str) -> None:
    assert mask_card_numbers(text) == masked


@pytest.mark.parametrize(
    "text",
    [
        "4111111111111112",  # fails the check digit
        "35-209900-176148-1",  # an IMEI
        "1234567890123",
        "41111111111111110000",  # twenty digits in one go
        "418 555-1234, 514 555-9876",
        "TPLG A42BB0123456",
        "450 555-1234 514 555-9873",
        "450-555-1234 - 514-555-9878",
        "555-1234 555-1230",
        "23-11-2023 - 24-12-2023, 26.11.2023 27.01.2024",
        "2026-11-22 10:15:33 4501234567",
        "ch_3f4111111111111111",
        "d41d8cd98f00b204e9800998ecf8427e",
        "",
    ],
)
def test_what_is_no_card_number_stays(text: str) -> None:
    assert mask_card_numbers(text) == text


@pytest.mark.parametrize("kind", [Line, LongText, Reason])
def test_free_text_with_a_card_number_is_refused_in_words(kind: Any) -> None:
    with pytest.raises(ValidationError) as refused:
        TypeAdapter[str](kind).validate_python("payer avec 4111 1111 1111 1111 svp")
    assert "numéro de carte" in details_of(refused.value)[0].text.fr
    assert "4111" not in details_of(refused.value)[0].text.fr
