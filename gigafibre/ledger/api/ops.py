"""What staff and integrations read of the ledger: chart, trial balance, aging, entries of a document."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Path, Query, Router

from gigafibre.kernel import clock
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.kernel.text import Text, current_language
from gigafibre.ledger import closing, queries
from gigafibre.ledger.chart_listings import ACCOUNTS
from gigafibre.ledger.listings import ENTRIES
from gigafibre.ledger.schemas import AccountOut, AgingOut, ClosingOut, EntryOut, MonthOut, TrialBalanceOut
from gigafibre.ledger.uses import role_in_words, used_by

router = Router(tags=["ledger"])
READ = Needs("ledger.read")
MONTH = r"^[12][0-9]{3}-(0[1-9]|1[0-2])$"


@router.get("/ledger/accounts", auth=READ, response=list[AccountOut], operation_id="list_ledger_accounts")
def list_accounts(request: HttpRequest) -> list[dict[str, Any]]:
    """List the whole chart of accounts by number, to choose from."""
    users = used_by()
    return [
        _named(asdict(row))
        | {
            "used_by": [
                one.in_() for one in ([role_in_words(row.role)] if row.role else []) + users.get(row.number, [])
            ]
        }
        for row in queries.accounts()
    ]


serve(router, "/ledger/chart", ACCOUNTS)


@router.get("/ledger/trial-balance", auth=READ, response=TrialBalanceOut, operation_id="read_trial_balance")
def read_trial_balance(
    request: HttpRequest,
    first: Annotated[datetime.date | None, Query(alias="from")] = None,
    last: Annotated[datetime.date | None, Query(alias="to")] = None,
) -> dict[str, Any]:
    """Return opening balances, movements and closing balances, first and last day included (default: this month)."""
    last = last or clock.today()
    found = asdict(queries.trial_balance(first or last.replace(day=1), last))
    return found | {"rows": [_named(row) for row in found["rows"]]}


@router.get("/ledger/aging", auth=READ, response=AgingOut, operation_id="read_aging")
def read_aging(request: HttpRequest, on: datetime.date | None = None) -> dict[str, Any]:
    """Return what customers owed at the end of a day (default: today), by days past due, unapplied credits apart."""
    return asdict(queries.aging(on or clock.today()))


serve(router, "/ledger/entries", ENTRIES)


@router.get("/ledger/documents/{document}/entries", auth=READ, response=list[EntryOut], operation_id="list_entries_of")
def list_entries_of(request: HttpRequest, document: str) -> list[dict[str, Any]]:
    """List the entries of a document (`SINV-2026-700010`, `PAY-2026-12`) with their lines, oldest first."""
    found = [asdict(entry) for entry in queries.entries_of(document)]
    return [entry | {"lines": [_named(line) for line in entry["lines"]]} for entry in found]


@router.get("/ledger/months", auth=READ, response=list[MonthOut], operation_id="list_ledger_months")
def list_months(request: HttpRequest) -> list[dict[str, Any]]:
    """List the months of the books, the newest first: open or closed."""
    return [asdict(row) | {"month": f"{row.month:%Y-%m}"} for row in queries.months()]


@router.get("/ledger/months/{month}", auth=READ, response=ClosingOut, operation_id="read_ledger_month")
def read_month(request: HttpRequest, month: Annotated[str, Path(pattern=MONTH)]) -> dict[str, Any]:
    """Show a month with its closing checklist, computed now, and when it was closed or opened again."""
    return closing.told(closing.Month(datetime.date.fromisoformat(f"{month}-01")), current_language())


def _named(row: dict[str, Any]) -> dict[str, Any]:
    return row | {"name": Text(row["name_fr"], row["name_en"]).in_()}
