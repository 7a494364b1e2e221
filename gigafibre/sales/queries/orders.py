"""What a contract ordered, as the stories that fulfil it need it."""

from __future__ import annotations

import datetime
from dataclasses import dataclass
from decimal import Decimal

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


def order(contract: str, *, lock: bool = False) -> Order:
    """Return what a contract ordered, by number, or refuse; locked, nobody signs or cancels it meanwhile."""
    found = order_if_any(contract, lock=lock)
    if found is None:
        raise NoSuchContract(contract=contract)
    return found


def order_if_any(contract: str, *, lock: bool = False) -> Order | None:
    """Return what a contract ordered, None when no contract has that number."""
    rows = Contract.objects.select_related("customer", "location", "plan")
    if lock:
        rows = rows.select_for_update(of=("self",))
    found = rows.filter(number=contract).first()
    return _order(found) if found else None


def signed_since(day: datetime.date) -> list[str]:
    """Return the numbers of the contracts signed on a day or later and still in force, the oldest first."""
    signed = Contract.objects.filter(status=Contract.Status.SIGNED, signed_at__date__gte=day)
    return list(signed.order_by("signed_at", "pk").values_list("number", flat=True))


def _order(found: Contract) -> Order:
    return Order(
        number=found.number,
        status=found.status,
        customer=found.customer.number,
        language=found.customer.language,
        location=found.location.number,
        plan=found.plan.code if found.plan else "",
        signed_at=found.signed_at,
        subscribed=found.subscribed_at is not None,
        appointment_on=found.appointment_on,
        window=hours_of(found.appointment_slot),
        instructions=found.installation,
        commitment_months=found.commitment_months,
        inducement=found.inducement,
        end_reason=found.end_reason,
    )
