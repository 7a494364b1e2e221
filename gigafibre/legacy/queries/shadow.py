"""Days that both systems bill, and what differs between them."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime, timedelta
from decimal import ROUND_DOWN, Decimal
from typing import Any

from django.db.models import Count, Exists, OuterRef, Q

from gigafibre.billing.errors import cause_in_words
from gigafibre.billing.models import Invoice
from gigafibre.kernel import clock
from gigafibre.kernel.periods import add_months
from gigafibre.kernel.text import Text
from gigafibre.legacy.errors import NoShadowCycle, NoSuchDifferences
from gigafibre.legacy.models import ShadowCycle, ShadowDifference
from gigafibre.legacy.shadow import DAYS_AHEAD


@dataclass(frozen=True)
class Cycle:
    """One day: ours and theirs in dollars with taxes; `share` in percent of the customers, None until compared.

    `figures` are by kind of difference, the largest amount first.
    """

    day: date
    state: str
    documents: int
    ours: Decimal
    parked: int
    invoices: int | None
    theirs: Decimal | None
    customers: int | None
    equal: int | None
    share: Decimal | None
    open: int
    following: Decimal | None
    figures: dict[str, Any]
    imported: bool
    computed_at: datetime
    computed_by: str
    compared_at: datetime | None
    compared_by: str


def shadow_cycle(day: date) -> Cycle:
    """Return one day, or refuse."""
    found = _counted().filter(day=day).first()
    if found is None:
        raise NoShadowCycle(day=day)
    return _told(found)


def shadow_cycles(last: int) -> list[Cycle]:
    """Return the last days, newest first."""
    return [_told(row) for row in _counted().order_by("-day")[:last]]


def next_shadow_day() -> date | None:
    """Return the day to compute next, one that would not be refused and has no cycle yet; None when there is none.

    The first of next month, as that is when the old system bills; while it is too far ahead or taken, the nearest day.
    """
    today = clock.today()
    days = [today + timedelta(days=ahead) for ahead in range(1, DAYS_AHEAD + 1)]
    taken = set(ShadowCycle.objects.filter(day__in=days).values_list("day", flat=True))
    taken |= set(_theirs().filter(date__in=days).values_list("date", flat=True))
    free = [day for day in days if day not in taken]
    first = add_months(today.replace(day=1), 1)
    return first if first in free else min(free, default=None)


def _theirs() -> Any:
    return Invoice.objects.filter(state=Invoice.State.ISSUED, legacy_id__isnull=False)


def _counted() -> Any:
    theirs = _theirs().filter(date=OuterRef("day"))
    opened = Count("differences", filter=Q(differences__state="open"))
    return ShadowCycle.objects.annotate(open=opened, imported=Exists(theirs))


def _told(row: Any) -> Cycle:
    return Cycle(
        day=row.day,
        state=row.state,
        documents=row.documents,
        ours=row.ours,
        parked=row.parked,
        invoices=row.invoices,
        theirs=row.theirs,
        customers=row.customers,
        equal=row.equal,
        share=share(row.equal, row.customers),
        open=row.open,
        following=row.following,
        figures=dict(sorted(row.figures.items(), key=lambda each: -abs(Decimal(each[1]["amount"])))),
        imported=row.imported,
        computed_at=row.computed_at,
        computed_by=row.computed_by,
        compared_at=row.compared_at,
        compared_by=row.compared_by,
    )


def share(equal: int | None, customers: int | None) -> Decimal | None:
    """Return what part is equal, in percent with two places, rounded down: 100.00 is said of all only."""
    if equal is None or not customers:
        return None
    return (Decimal(100 * equal) / customers).quantize(Decimal("0.01"), ROUND_DOWN)


@dataclass(frozen=True)
class Difference:
    """One difference whole: both sides in dollars, the lines of each, their invoices, and why ours could not bill.

    Of a tax, `ours` is what our rates ask on their lines.
    """

    number: int
    day: date
    customer: str
    name: str
    kind: str
    key: str
    subscription: str
    ours: Decimal | None
    theirs: Decimal | None
    amount: Decimal
    state: str
    reason: str
    settled_at: datetime | None
    settled_by: str
    owner: str
    owner_name: str
    found_at: datetime
    invoices: list[str]
    our_lines: list[dict[str, Any]]
    their_lines: list[dict[str, Any]]
    parked: list[tuple[str, Text]]


def shadow_difference(number: int) -> Difference:
    """Return one difference, or refuse."""
    row = ShadowDifference.objects.select_related("cycle", "customer", "owner").filter(pk=number).first()
    if row is None:
        raise NoSuchDifferences(numbers=str(number))
    detail = row.detail
    return Difference(
        number=row.pk,
        day=row.cycle.day,
        customer=row.customer.number,
        name=row.customer.display_name,
        kind=row.kind,
        key=row.key,
        subscription=detail.get("subscription", ""),
        ours=row.ours,
        theirs=row.theirs,
        amount=row.amount,
        state=row.state,
        reason=row.reason,
        settled_at=row.settled_at,
        settled_by=row.settled_by,
        owner=row.owner.username if row.owner else "",
        owner_name=row.owner.display_name if row.owner else "",
        found_at=row.found_at,
        invoices=detail.get("invoices", []),
        our_lines=detail.get("our_lines", []),
        their_lines=detail.get("their_lines", []),
        parked=[(each["subscription"], cause_in_words(each["cause"])) for each in detail.get("parked", [])],
    )
