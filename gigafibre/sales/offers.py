"""From lines as people give them to lines that are kept, and from those to figures, with the taxes of a day."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from typing import Annotated, Any, Literal

from django.db import connection
from pydantic import BaseModel, ConfigDict, Field

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.billing.fees import refuse_forbidden_fee
from gigafibre.billing.municipal_tax import tariff
from gigafibre.billing.proration import whole_price
from gigafibre.billing.queries.customers import BillTo, reliefs_of, taxes_due
from gigafibre.catalog import queries as catalog
from gigafibre.crm import queries as crm
from gigafibre.kernel import settings
from gigafibre.kernel.card_numbers import NoCardNumber
from gigafibre.kernel.money import Amount, UnitPrice
from gigafibre.kernel.refs import ItemRef
from gigafibre.kernel.rows import some
from gigafibre.kernel.statements import Prepared
from gigafibre.sales.errors import LineIncomplete, NoLines, PromotionUnclear
from gigafibre.sales.models import Contract, ContractLine
from gigafibre.sales.models.lines import PricedLine
from gigafibre.sales.pricing import Figures, Off, Offered, Taxing, figures

Cycle = Literal["once", "monthly"]


class LineGiven(BaseModel):
    """A line of an offer: an item at its price unless another is given, or words and a price; each month or once.

    A promotion takes an amount or a share off each month, for so many charged months.
    """

    model_config = ConfigDict(extra="forbid", frozen=True, str_strip_whitespace=True)
    cycle: Cycle
    item: ItemRef | None = None
    description: Annotated[str, NoCardNumber, Field(max_length=400)] = ""
    quantity: Annotated[Decimal, Field(gt=0, max_digits=10, decimal_places=3)] = Decimal(1)
    unit_price: UnitPrice | None = None
    taxable: bool = True
    off_amount: Annotated[Amount, Field(gt=0)] | None = None
    off_percent: Annotated[Decimal, Field(gt=0, le=100, max_digits=5, decimal_places=2)] | None = None
    off_cycles: Annotated[int, Field(ge=1, le=120)] | None = None
    off_words: Annotated[str, Field(max_length=120)] = ""


LinesGiven = Annotated[list[LineGiven], Field(max_length=200)]


@dataclass(frozen=True)
class Party:
    """Whom an offer is for, as far as money goes; `customer` and `location` are keys, None for a prospect."""

    customer: int | None
    location: int | None
    language: str
    tax_category: str
    billing_day: int
    consumer: bool


_PARTY = Prepared("""
SELECT c.id, c.language, p.tax_category, p.billing_day, c.kind = 'individual' AND p.kind = 'individual'
FROM crm_customer c JOIN crm_customer p ON p.id = coalesce(c.parent_id, c.id) WHERE c.id = %s
""")


def party(customer_id: int | None, location_id: int | None, *, language: str, tax_category: str) -> Party:
    """Return whom an offer is for: a customer as his payer is billed; a prospect is billed on the 1st of the month."""
    if customer_id is None:
        return Party(None, None, language, tax_category, 1, consumer=True)
    with connection.cursor() as cursor:
        cursor.execute(_PARTY, [customer_id])
        key, spoken, category, billing_day, consumer = cursor.fetchone()
    return Party(key, location_id, spoken, category, billing_day, consumer)


def party_of(customer: str, location_id: int | None) -> Party:
    """Return whom an offer is for, by customer number, or refuse."""
    return party(crm.customer(customer).id, location_id, language="fr", tax_category="QC")


def rows_of(lines: Sequence[LineGiven], whom: Party, *, on: datetime.date, language: str) -> list[dict[str, Any]]:
    """Return the columns of each line as it is kept, or refuse: what lacks a price, and fees the law forbids."""
    if not lines:
        raise NoLines
    owner = BillTo(0, "", "", [], language, whom.tax_category, whom.consumer)
    return [_row(place, line, owner, on, language) for place, line in enumerate(lines, start=1)]


def _row(place: int, line: LineGiven, owner: BillTo, on: datetime.date, language: str) -> dict[str, Any]:
    words, price, sku, key, taxable = line.description, line.unit_price, "", None, line.taxable
    if line.item:
        sold = catalog.item(line.item, on=on)
        price = sold.price if price is None else price
        words, sku, key, taxable = words or sold.label.in_(language), sold.sku, sold.id, sold.taxable
        if price is not None and price >= 0:
            refuse_forbidden_fee(sold, owner)
    if not words or price is None:
        raise LineIncomplete(line=place)
    given = (line.off_amount is not None) + (line.off_percent is not None)
    if given > 1 or bool(given) != bool(line.off_cycles) or (given and line.cycle == "once"):
        raise PromotionUnclear(line=place)
    return {
        "position": place,
        "cycle": line.cycle,
        "item_id": key,
        "sku": sku,
        "description": words,
        "quantity": line.quantity,
        "unit_price": price,
        "amount": whole_price(price, line.quantity),
        "taxable": taxable,
        "off_amount": line.off_amount,
        "off_percent": line.off_percent,
        "off_cycles": line.off_cycles,
        "off_words": line.off_words or ("Promotion" if given else ""),
    }


def lines_of(contract: Contract) -> list[ContractLine]:
    """Return a contract's lines in their order."""
    return sorted(some(ContractLine, contract_id=contract.pk), key=lambda line: line.position)


def worked_out(
    lines: Iterable[PricedLine], whom: Party, *, on: datetime.date, start: datetime.date, english: bool = False
) -> Figures:
    """Work kept lines out with a day's taxes for a service that begins on another; a contract's also in English."""
    kept = list(lines)
    numbers = _telephone_items({line.item_id for line in kept if line.item_id})
    offered = [
        Offered(
            monthly=line.cycle == "monthly",
            words=_words(line, "description", english=english),
            quantity=line.quantity,
            unit_price=line.unit_price,
            taxable=line.taxable,
            number=line.item_id in numbers,
            off=Off(
                amount=line.off_amount,
                percent=line.off_percent,
                cycles=line.off_cycles or 1,
                words=_words(line, "off_words", english=english),
            )
            if line.off_cycles
            else None,
        )
        for line in kept
    ]
    return figures(offered, taxing(whom, on), start=start, billing_day=whom.billing_day)


def _words(line: PricedLine, column: str, *, english: bool) -> str:
    return str((getattr(line, f"{column}_en", "") if english else "") or getattr(line, column))


def taxing(whom: Party, on: datetime.date) -> Taxing:
    """Return how somebody is taxed on a day, with what his certificates spare and the 9-1-1 tax of each month."""
    spared = frozenset(
        relief.tax
        for relief in (reliefs_of(whom.customer, on) if whom.customer else [])
        if relief.spares(whom.location)
    )
    since, until, amounts = tariff(settings.get("billing.municipal_tax_911"))
    municipal = {
        month: amount
        for first, last, amount in zip(since, until, amounts, strict=True)
        for month in _months(max(first, _shift(on, -24)), min(last, _shift(on, 24)))
        if "911" not in spared
    }
    with connection.cursor() as cursor:
        cursor.execute("SELECT name_fr, name_en FROM billing_tax WHERE code = '911'")
        words = cursor.fetchone() or ("9-1-1", "9-1-1")
    rates = [due.rate for due in taxes_due(whom.tax_category, on)]
    return Taxing(rates, spared - {"911"}, municipal, words[1] if whom.language == "en" else words[0])


def _shift(day: datetime.date, months: int) -> datetime.date:
    count = day.year * 12 + day.month - 1 + months
    return datetime.date(count // 12, count % 12 + 1, 1)


def _months(first: datetime.date, end: datetime.date) -> list[datetime.date]:
    found, month = [], first.replace(day=1)
    while month < end:
        found.append(month)
        month = _shift(month, 1)
    return found


def _telephone_items(keys: set[int]) -> set[int]:
    if not keys:
        return set()
    with connection.cursor() as cursor:
        cursor.execute(
            Prepared(
                "SELECT id FROM catalog_item WHERE id = ANY (%s) AND service_kind = 'telephone' AND kind = 'recurring'"
            ),
            [list(keys)],
        )
        return {key for (key,) in cursor.fetchall()}
