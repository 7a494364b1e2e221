"""The verbs of shadow billing: compute a day, compare it, and work through what differs."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from pydantic import BaseModel, Field

from gigafibre.identity.refs import UserRef, person_named
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.legacy import shadow
from gigafibre.legacy.errors import NoSuchDifferences, OwnerInactive
from gigafibre.legacy.models import ShadowDifference

Day = Annotated[datetime.date, Field(description="The day that both systems bill, usually the first of a month")]
Numbers = Annotated[list[int], Field(min_length=1, max_length=5_000)]
Settled = Literal["explained", "accepted", "mended"]

_DAY = {"day": Text("Jour facturé", "Day billed")}
_WHICH = {"differences": Text("Écarts", "Differences")}


class CycleComputed(BaseModel):
    """What we would bill on a day: how many documents, what they come to with taxes, subscriptions that can't be."""

    day: datetime.date
    documents: int
    total: Amount
    parked: int


class CycleCompared(BaseModel):
    """A day beside theirs: customers billed by either, of whom so many equal to the cent; open differences."""

    day: datetime.date
    customers: int
    equal: int
    ours: Amount
    theirs: Amount
    open: int


@action(
    permission="legacy.shadow",
    label=Text("Calculer un cycle en parallèle", "Compute a shadow cycle"),
    fields=_DAY,
)
def shadow_cycle(day: Day) -> CycleComputed:
    """Keep what we would bill on a day, before the old system bills it; nothing is issued."""
    cycle = shadow.compute(day)
    return CycleComputed(day=day, documents=cycle.documents, total=cycle.ours, parked=cycle.parked)


@action(
    permission="legacy.shadow",
    label=Text("Comparer un cycle", "Compare a shadow cycle"),
    fields=_DAY,
)
def compare_cycle(day: Day) -> CycleCompared:
    """Compare a computed day with the imported invoices of that day, customer by customer, and class what differs."""
    cycle = shadow.compare(day)
    return CycleCompared(
        day=day,
        customers=cycle.customers or 0,
        equal=cycle.equal or 0,
        ours=cycle.ours,
        theirs=cycle.theirs or 0,
        open=ShadowDifference.objects.filter(cycle=cycle, state=ShadowDifference.State.OPEN).count(),
    )


@action(
    permission="legacy.shadow",
    label=Text("Confier des écarts", "Assign differences"),
    fields=_WHICH | {"owner": Text("À qui (vide : à personne)", "To whom (empty: nobody)")},
)
def assign_differences(differences: Numbers, *, owner: UserRef | None = None) -> int:
    """Give differences to somebody, or to nobody; returns how many changed hands."""
    found = _locked(differences)
    person = person_named(owner) if owner else None
    if person is not None and not person.is_active:
        raise OwnerInactive(person=person.display_name)
    key = person.pk if person else None
    return _change([row for row in found if row.owner_id != key], owner_id=key)


@action(
    permission="legacy.shadow",
    label=Text("Régler des écarts", "Settle differences"),
    undo="legacy.reopen_differences",
    fields=_WHICH | {"state": Text("Comme", "As"), "reason": Text("Pourquoi", "Why")},
)
def settle_differences(differences: Numbers, *, state: Settled, reason: Reason) -> int:
    """Settle differences: explained, accepted as they are, or mended in one of the systems; returns how many."""
    by = current_actor().label
    return _change(_locked(differences), state=state, reason=reason, settled_at=clock.now(), settled_by=by)


@action(
    permission="legacy.shadow",
    label=Text("Rouvrir des écarts", "Reopen differences"),
    fields=_WHICH,
)
def reopen_differences(differences: Numbers) -> int:
    """Open settled differences again, their owner kept; returns how many were settled."""
    settled = [row for row in _locked(differences) if row.state != ShadowDifference.State.OPEN]
    return _change(settled, state=ShadowDifference.State.OPEN, reason="", settled_at=None, settled_by="")


def _locked(differences: list[int]) -> list[ShadowDifference]:
    """Return differences by number, locked in the order of their keys; refuses when one doesn't exist."""
    wanted = sorted(set(differences))
    found = list(ShadowDifference.objects.select_for_update(of=("self",)).filter(pk__in=wanted).order_by("pk"))
    if missing := sorted(set(wanted) - {row.pk for row in found}):
        raise NoSuchDifferences(numbers=", ".join(map(str, missing[:10])))
    return found


def _change(rows: list[ShadowDifference], **values: object) -> int:
    return ShadowDifference.objects.filter(pk__in=[row.pk for row in rows]).update(**values)
