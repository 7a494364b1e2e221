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
