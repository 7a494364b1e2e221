"""What an accountant does by hand: manual entries, closing a month, opening it again."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gigafibre.kernel import clock, numbers
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import Line as Words
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger import queries
from gigafibre.ledger.actions.posting import Line, post_entry
from gigafibre.ledger.errors import MonthClosed, MonthNotOver, ReceivableByDocument
from gigafibre.ledger.models import ClosedMonth

Month = Annotated[str, Field(pattern=r"^\d{4}-(0[1-9]|1[0-2])$", json_schema_extra={"format": "month"})]
Side = Annotated[Amount, Field(ge=0)]


class ManualLine(BaseModel):
    """One side of a manual entry."""

    model_config = ConfigDict(extra="forbid", frozen=True)
    account: Annotated[str, Field(pattern=r"^\d{3,16}$", json_schema_extra={"format": "ref:account"})]
    debit: Side = Decimal("0.00")
    credit: Side = Decimal("0.00")


@action(
    permission="ledger.post",
    label=Text("Passer une écriture", "Post an entry"),
    fields={
        "on": Text("Date", "Date"),
        "description": Text("Description", "Description"),
        "lines": Text("Lignes", "Lines"),
    },
)
def post_manual_entry(
    on: date,
    *,
    description: Annotated[Words, Field(min_length=3)],
    lines: Annotated[list[ManualLine], Field(min_length=2)],
) -> str:
    """Post a balanced entry by hand in an open month; returns its number. Receivables move by documents only."""
    receivable = queries.account_of("receivable")
    if any(line.account == receivable for line in lines):
        raise ReceivableByDocument(account=receivable)
    number = numbers.take_one("journal")
    sides = [Line(line.account, debit=line.debit, credit=line.credit) for line in lines]
    post_entry(on, "manual", number, sides, description=description)
    return number


@action(
    permission="ledger.close",
    label=Text("Fermer un mois", "Close a month"),
    harmful=True,
    undo="ledger.reopen_month",
    fields={"month": Text("Mois", "Month")},
)
def close_month(month: Month) -> None:
    """Close a month that is over: nothing is posted in it any more."""
    day = date.fromisoformat(f"{month}-01")
    over = (day.year, day.month) < (clock.today().year, clock.today().month)
    if not rule("ledger.month_over", "field practice", Text("le mois est terminé", "the month is over"), over):
        raise MonthNotOver(month=month)
    if ClosedMonth.objects.filter(month=day).exists():
        raise MonthClosed(month=month)
    ClosedMonth.objects.create(month=day, closed_at=clock.now(), closed_by=current_actor().label)


@action(
    permission="ledger.close",
    label=Text("Rouvrir un mois", "Reopen a month"),
    harmful=True,
    fields={"month": Text("Mois", "Month"), "reason": Text("Raison", "Reason")},
)
def reopen_month(month: Month, *, reason: Reason) -> None:
    """Let a closed month take postings again, saying why (kept with the action in the audit trail)."""
    gone, _ = ClosedMonth.objects.filter(month=date.fromisoformat(f"{month}-01")).delete()
    if not gone:
        raise NotFound(what=month)
