"""Canadian dollars: exact decimals, two places, halves rounded up (away from zero); no float ever."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from decimal import ROUND_HALF_UP, Decimal
from typing import TYPE_CHECKING, Annotated, Any

from django.db import models
from pydantic import Field, PlainSerializer

from gigafibre.kernel.text import Text

if TYPE_CHECKING:
    DecimalField = models.DecimalField[Any, Any]
else:
    DecimalField = models.DecimalField

CENT = Decimal("0.01")


class Money(Decimal):
    """An amount in CAD with two places; refuses floats and rounds half up: `Money("20.005") == Decimal("20.01")`."""

    def __new__(cls, value: str | int | Decimal = "0") -> Money:
        if isinstance(value, float):
            raise TypeError("an amount never comes from a float")
        return super().__new__(cls, Decimal(value).quantize(CENT, ROUND_HALF_UP))


def cents(value: Decimal) -> Decimal:
    """Round to the cent, halves away from zero (Revenu Québec, "Calculating the Taxes")."""
    return value.quantize(CENT, ROUND_HALF_UP)


def share_out(total: Decimal, weights: Sequence[Decimal]) -> list[Decimal]:
    """Split an amount in proportion to weights by largest remainder: the parts add up to the total, to the cent."""
    whole = sum(weights, Decimal(0))
    if not weights or whole == 0:
        raise ValueError("nothing to share between")
    exact = [total * weight / whole for weight in weights]
    parts = [part.quantize(CENT, "ROUND_FLOOR") for part in exact]
    missing = int((cents(total) - sum(parts, Decimal(0))) / CENT)
    order = sorted(range(len(parts)), key=lambda i: (parts[i] - exact[i], i))
    for i in order[:missing]:
        parts[i] += CENT
    return parts


def total(amounts: Iterable[Decimal]) -> Decimal:
    """Add amounts up, to the cent."""
    return cents(sum(amounts, Decimal(0)))


def plain(value: Decimal) -> str:
    """Write a rate or a quantity without the zeros that say nothing: `12.5`, `100`."""
    return f"{value.normalize():f}"


def format_money(amount: Decimal, language: str) -> str:
    """Write an amount as people read it: `−1 234,56 $` in French (no-break spaces), `−$1,234.56` in English."""
    sign = "\u2212" if amount < 0 else ""
    digits = f"{abs(cents(amount)):,.2f}"
    if language.startswith("en"):
        return f"{sign}${digits}"
    return f"{sign}{digits.replace(',', chr(0xA0)).replace('.', ',')}\u00a0$"


def spoken(amount: Decimal) -> Text:
    """Return an amount as people read it, in both languages."""
    return Text(format_money(amount, "fr"), format_money(amount, "en"))


class MoneyField(DecimalField):
    """A column of dollars and cents, `numeric(12,2)`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 12)
        kwargs.setdefault("decimal_places", 2)
        super().__init__(*args, **kwargs)


class UnitPriceField(DecimalField):
    """A column of unit prices, up to four places, `numeric(14,4)`."""

    def __init__(self, *args: Any, **kwargs: Any) -> None:
        kwargs.setdefault("max_digits", 14)
        kwargs.setdefault("decimal_places", 4)
        super().__init__(*args, **kwargs)


_as_text = PlainSerializer(lambda amount: f"{amount:f}", return_type=str)

#: What crosses the border: a string such as "149.92", never a float.
Amount = Annotated[Decimal, Field(max_digits=12, decimal_places=2, json_schema_extra={"format": "money"}), _as_text]
UnitPrice = Annotated[Decimal, Field(max_digits=14, decimal_places=4, json_schema_extra={"format": "price"}), _as_text]
