"""Closing a month by its checklist, and opening it again; both are logged."""

from __future__ import annotations

from datetime import date
from typing import Annotated

from pydantic import Field

from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import Detail, NotFound
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger import closing
from gigafibre.ledger.closing import Checked
from gigafibre.ledger.errors import MonthBlocked, MonthClosed, MonthNotOver, ReasonNeeded
from gigafibre.ledger.models import ClosedMonth, MonthClosing

Month = Annotated[str, Field(pattern=r"^[12][0-9]{3}-(0[1-9]|1[0-2])$", json_schema_extra={"format": "month"})]
_FIELDS = {"month": Text("Mois", "Month"), "reason": Text("Raison", "Reason")}


@action(
    permission="ledger.close",
    label=Text("Fermer un mois", "Close a month"),
    harmful=True,
    undo="ledger.reopen_month",
    fields=_FIELDS,
)
def close_month(month: Month, *, reason: Reason | None = None) -> None:
    """Close a month that is over: nothing is posted in it any more. What blocks on its checklist refuses; what asks for
    attention needs a reason, kept with the checklist as it was.
    """
    day = date.fromisoformat(f"{month}-01")
    if ClosedMonth.objects.filter(month=day).exists():
        raise MonthClosed(month=month)
    if (day.year, day.month) >= (clock.today().year, clock.today().month):
        raise MonthNotOver(month=month)
    # The row's trigger waits for the postings under way; what is looked at next doesn't move any more.
    ClosedMonth.objects.create(month=day, closed_at=clock.now(), closed_by=current_actor().label)
    checked = closing.checklist(closing.Month(day))
    for one in checked:
        fact = Text("{label} : {said}", "{label}: {said}").with_(label=one.label, said=one.found.said)
        rule(
            one.code,
            "field practice",
            fact,
            one.found.state == "ok" or (one.found.state == "attention" and bool(reason)),
        )
    if wrong := [one for one in checked if one.found.state == "blocked"]:
        raise MonthBlocked(*_details(wrong), month=month, what=_named(wrong))
    doubtful = [one for one in checked if one.found.state == "attention"]
    if doubtful and not reason:
        raise ReasonNeeded(*_details(doubtful), month=month, what=_named(doubtful))
    _log(day, MonthClosing.Verb.CLOSED, reason or "", checked)


@action(
    permission="ledger.close",
    label=Text("Rouvrir un mois", "Reopen a month"),
    harmful=True,
    fields=_FIELDS,
)
def reopen_month(month: Month, *, reason: Reason) -> None:
    """Let a closed month take postings again, saying why."""
    day = date.fromisoformat(f"{month}-01")
    gone, _ = ClosedMonth.objects.filter(month=day).delete()
    if not gone:
        raise NotFound(what=month)
    _log(day, MonthClosing.Verb.REOPENED, reason, [])


def _log(day: date, verb: str, reason: str, checked: list[Checked]) -> None:
    said = [
        {"code": one.code, "state": one.found.state, "fr": one.found.said.fr, "en": one.found.said.en}
        for one in checked
    ]
    MonthClosing.objects.create(
        month=day, verb=verb, at=clock.now(), by=current_actor().label, reason=reason, checklist=said
    )


def _details(found: list[Checked]) -> list[Detail]:
    return [Detail("month", one.code, one.found.said) for one in found]


def _named(found: list[Checked]) -> Text:
    return Text(", ".join(one.label.fr for one in found), ", ".join(one.label.en for one in found))
