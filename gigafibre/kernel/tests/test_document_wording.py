"""Money, dates and periods on paper, in both languages, with their no-break spaces."""

from datetime import date
from decimal import Decimal

import pytest

from gigafibre.kernel.documents import wording
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.periods import Period


def _days(first: tuple[int, int, int], end: tuple[int, int, int]) -> Period:
    return Period(date(*first), date(*end))


@pytest.mark.parametrize(
    ("amount", "french", "english"),
    [
        ("149.92", "149,92\u00a0$", "$149.92"),
        ("-213.10", "−213,10\u00a0$", "−$213.10"),
        ("1234567.8", "1\u00a0234\u00a0567,80\u00a0$", "$1,234,567.80"),
        ("0", "0,00\u00a0$", "$0.00"),
    ],
)
def test_money(amount: str, french: str, english: str) -> None:
    assert wording.money(Decimal(amount), "fr") == french
    assert wording.money(Decimal(amount), "en") == english


def test_paper_never_rounds() -> None:
    with pytest.raises(ValueError, match="fraction of a cent"):
        wording.money(Decimal("1.005"), "fr")


def test_rates_quantities_and_unit_prices() -> None:
    assert wording.percent(Decimal("0.09975"), "fr") == "9,975\u00a0%"
    assert wording.percent(Decimal("0.09975"), "en") == "9.975%"
    assert wording.percent(Decimal("0.05000"), "fr") == "5\u00a0%"
    assert wording.quantity(Decimal("3.000"), "fr") == "3"
    assert wording.quantity(Decimal("1.500"), "fr") == "1,5"
    assert wording.quantity(Decimal("100"), "en") == "100"
    assert wording.unit_price(Decimal("0.0125"), "fr") == "0,0125\u00a0$"
    assert wording.unit_price(Decimal("25.0000"), "en") == "$25.00"


@pytest.mark.parametrize(
    ("period", "french", "english"),
    [
        (_days((2026, 4, 1), (2026, 5, 1)), "1er\u00a0avril au 30\u00a0avril", "April\u00a01 to April\u00a030"),
        (_days((2026, 4, 16), (2026, 5, 1)), "16\u00a0avril au 30\u00a0avril", "April\u00a016 to April\u00a030"),
        (_days((2026, 4, 16), (2026, 4, 17)), "16\u00a0avril", "April\u00a016"),
        (
            _days((2026, 12, 1), (2027, 2, 1)),
            "1er\u00a0décembre\u00a02026 au 31\u00a0janvier\u00a02027",
            "December\u00a01,\u00a02026 to January\u00a031,\u00a02027",
        ),
        (
            _days((2027, 1, 1), (2027, 2, 1)),
            "1er\u00a0janvier au 31\u00a0janvier\u00a02027",
            "January\u00a01 to January\u00a031,\u00a02027",
        ),
    ],
)
def test_periods_in_words(period: Period, french: str, english: str) -> None:
    assert wording.period(period, "fr", year=2026) == french
    assert wording.period(period, "en", year=2026) == english


def test_days_and_months() -> None:
    assert wording.short_day(date(2026, 2, 1), "fr") == "1\u00a0févr.\u00a02026"
    assert wording.short_day(date(2026, 2, 1), "en") == "Feb.\u00a01,\u00a02026"
    assert wording.long_day(date(2026, 8, 1), "fr") == "1er\u00a0août\u00a02026"
    assert wording.month_of(date(2026, 8, 1), "fr") == "d’août\u00a02026"
    assert wording.month_of(date(2026, 10, 1), "fr") == "d’octobre\u00a02026"
    assert wording.month_of(date(2026, 11, 1), "fr") == "de novembre\u00a02026"
    assert wording.month_of(date(2026, 8, 1), "en") == "August\u00a02026"


@pytest.mark.parametrize(
    ("language", "written", "set_in"),
    [
        ("fr", "Le 25 : « Noël » !", "Le 25\u00a0: «\u00a0Noël\u00a0»\u00a0!"),
        ("fr", "18 % ou 1 234,56 $ ?", "18\u00a0% ou 1\u00a0234,56\u00a0$\u00a0?"),
        ("fr", "450 555-0100 à 10:42, https://exemple.ca", "450\u00a0555-0100 à 10:42, https://exemple.ca"),
        ("en", "Closed : 18 %", "Closed : 18 %"),
    ],
)  # fmt: skip
def test_a_written_text_gets_its_spaces(language: Language, written: str, set_in: str) -> None:
    assert wording.typeset(written, language) == set_in
