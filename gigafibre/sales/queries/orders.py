"""What a contract ordered, as the stories that fulfil it need it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass, fields
from decimal import Decimal

from django.db import connection

from gigafibre.kernel.statements import Prepared
from gigafibre.sales.errors import NoSuchContract
from gigafibre.sales.models import Contract
from gigafibre.sales.slots import hours_of


@dataclass(frozen=True)
class Order:
    """A contract as who fulfils it needs it: for whom, where, when, and for how long he is committed."""

    number: str
    status: str
    customer: str
    language: str
    location: str
    plan: str
    signed_at: datetime.datetime | None
    subscribed: bool
    appointment_on: datetime.date | None
    window: tuple[datetime.time, datetime.time] | None
    instructions: str
    commitment_months: int
    inducement: Decimal
    end_reason: str


_ORDER_HAS = [field.name for field in fields(Order)]
_SLOT = _ORDER_HAS.index("window")
_ORDER = Prepared("""
SELECT c.number, c.status, u.number, u.language, l.number, coalesce(p.code, ''), c.signed_at,
  c.subscribed_at IS NOT NULL, c.appointment_on, c.appointment_slot, c.installation, c.commitment_months,
  c.inducement, c.end_reason
FROM sales_contract c
JOIN crm_customer u ON u.id = c.customer_id
JOIN crm_location l ON l.id = c.location_id
LEFT JOIN catalog_plan p ON p.id = c.plan_id
WHERE c.number = %s
""")
_ORDER_LOCKED = Prepared(f"{_ORDER} FOR UPDATE OF c")


def order(contract: str, *, lock: bool = False) -> Order:
    """Return what a contract ordered, by number, or refuse; locked, nobody signs or cancels it meanwhile."""
    found = order_if_any(contract, lock=lock)
    if found is None:
        raise NoSuchContract(contract=contract)
    return found


def order_if_any(contract: str, *, lock: bool = False) -> Order | None:
    """Return what a contract ordered, None when no contract has that number."""
    with connection.cursor() as cursor:
        cursor.execute(_ORDER_LOCKED if lock else _ORDER, [contract])
        row = cursor.fetchone()
    if row is None:
        return None
    return Order(**dict(zip(_ORDER_HAS, row, strict=True)) | {"window": hours_of(row[_SLOT])})


def signed_since(day: datetime.date) -> list[str]:
    """Return the numbers of the contracts signed on a day or later and still in force, the oldest first."""
    signed = Contract.objects.filter(status=Contract.Status.SIGNED, signed_at__date__gte=day)
    return list(signed.order_by("signed_at", "pk").values_list("number", flat=True))
