"""Entries an accountant posts by hand."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Annotated

from pydantic import BaseModel, ConfigDict, Field

from gigafibre.kernel import numbers
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import Line as Words
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger import queries
from gigafibre.ledger.actions.posting import Line, post_entry
from gigafibre.ledger.errors import ReceivableByDocument

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
    """Post a balanced entry by hand in an open month; returns its number. Receivables and deferred revenue move by
    documents only.
    """
    roles = queries.accounts_by_role()
    kept = {roles["receivable"], roles["deferred_revenue"]}
    for line in lines:
        if line.account in kept:
            raise ReceivableByDocument(account=line.account)
    number = numbers.take_one("journal")
    sides = [Line(line.account, debit=line.debit, credit=line.credit) for line in lines]
    post_entry(on, "manual", number, sides, description=description)
    return number
