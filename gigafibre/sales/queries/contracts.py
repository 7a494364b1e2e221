"""The legal texts of a contract, the plan it sells, and what an early end would cost."""

from __future__ import annotations

import datetime
from collections.abc import Iterable
from dataclasses import dataclass
from decimal import Decimal

from django.db import connection

from gigafibre.catalog.errors import NoSuchPlan
from gigafibre.kernel.periods import add_months
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.sales.models import Contract, LegalText
from gigafibre.subscriptions.early_termination import Given, Owed, early_termination


@dataclass(frozen=True)
class PlanSold:
    """A plan with the items it is made of: SKU and quantity."""

    id: int
    code: str
    name: Text
    commitment_months: int
    items: list[tuple[str, Decimal]]


@dataclass(frozen=True)
class ServiceSold:
    """What a line serves: its kind, and kbit/s down and up where it is Internet."""

    kind: str
    down: int
    up: int


@dataclass(frozen=True)
class EarlyEnd:
    """What one who leaves on a day may owe at most, after so many months."""

    after_months: int
    on: datetime.date
    owed: Owed


_PLAN = """
SELECT p.id, p.code, p.name_fr, p.name_en, p.commitment_months, i.sku, x.quantity
FROM catalog_plan p LEFT JOIN catalog_planitem x ON x.plan_id = p.id LEFT JOIN catalog_item i ON i.id = x.item_id
WHERE p.code = %s AND p.active ORDER BY x.id
"""


_SERVICES = Prepared("""
SELECT l.position, i.service_kind, i.download_kbps, i.upload_kbps
FROM sales_contractline l JOIN catalog_item i ON i.id = l.item_id
WHERE l.contract_id = %s AND l.cycle = 'monthly' ORDER BY l.position
""")


def plan_sold(code: str) -> PlanSold:
    """Return a plan that is sold, by code, or refuse."""
    with connection.cursor() as cursor:
        cursor.execute(_PLAN, [code])
        rows = cursor.fetchall()
    if not rows:
        raise NoSuchPlan(plan=code)
    key, found, fr, en, months = rows[0][:5]
    return PlanSold(key, found, Text(fr, en), months, [(sku, quantity) for *_, sku, quantity in rows if sku])


def texts_in_force(segment: str, on: datetime.date, services: Iterable[str] = ()) -> list[LegalText]:
    """Return the latest version of each legal text in force on a day for a segment and its services, in their order."""
    kinds = {"", *services}
    found: dict[str, LegalText] = {}
    for text in LegalText.objects.filter(since__lte=on).order_by("version"):
        if text.until is None or text.until > on:
            found[text.code] = text
        else:
            found.pop(text.code, None)
    wanted = [text for text in found.values() if text.segment in {"", segment} and text.service in kinds]
    return sorted(wanted, key=lambda text: (text.position, text.code))


def services_of(contract: Contract) -> dict[int, ServiceSold]:
    """Return what each monthly line of the catalogue serves, by place of the line."""
    with connection.cursor() as cursor:
        cursor.execute(_SERVICES, [contract.pk])
        return {place: ServiceSold(*rest) for place, *rest in cursor.fetchall()}


def early_ends(contract: Contract, *, monthly_price: Decimal, consumer: bool) -> list[EarlyEnd]:
    """Return what an early end costs at the beginning, at each quarter of the term, and at its end; [] without one."""
    months = contract.commitment_months
    if not months:
        return []
    given = Given(contract.starts_on, months, contract.inducement)
    at = sorted({0, months // 4, months // 2, 3 * months // 4, months})
    return [
        EarlyEnd(
            after,
            day := add_months(contract.starts_on, after),
            early_termination(given, day, monthly_price=monthly_price, consumer=consumer),
        )
        for after in at
    ]
