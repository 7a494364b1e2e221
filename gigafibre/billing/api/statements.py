"""Statements of account: read, as PDF, as CSV; made from the ledger each time, stored by nobody."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Annotated, Any, Literal

from django.http import HttpRequest, HttpResponse
from ninja import Query, Router

from gigafibre.billing import statements
from gigafibre.billing.api.sending import sent
from gigafibre.billing.queries.statements import Statement, statement
from gigafibre.billing.statement_schemas import StatementOut
from gigafibre.kernel import clock
from gigafibre.kernel.http import Needs
from gigafibre.kernel.periods import add_months

router = Router(tags=["billing"])
READ = Needs("billing.read")
FirstDay = Annotated[datetime.date | None, Query(alias="from")]
LastDay = Annotated[datetime.date | None, Query(alias="to")]
Language = Literal["fr", "en"]
_PDF = {"responses": {200: {"content": {"application/pdf": {}}, "description": "The PDF, inline"}}}
_CSV = {"responses": {200: {"content": {"text/csv": {}}, "description": "The statement as a table"}}}


@router.get("/customers/{number}/statement", auth=READ, response=StatementOut, operation_id="read_statement")
def read_statement(request: HttpRequest, number: str, first: FirstDay = None, last: LastDay = None) -> dict[str, Any]:
    """Return a customer's account over some days, both included (default: the last three months, until today)."""
    found = _asked(number, first, last)
    head = {"customer": found.customer.number, "name": found.customer.name, "language": found.customer.language}
    lines = [asdict(line) | {"kind": statements.kind_of(line)} for line in found.lines]
    return asdict(found) | head | {"lines": lines}


@router.get(
    "/customers/{number}/statement/document",
    auth=READ,
    operation_id="read_statement_document",
    openapi_extra=_PDF,
)
def read_statement_document(
    request: HttpRequest,
    number: str,
    first: FirstDay = None,
    last: LastDay = None,
    language: Language | None = None,
    download: bool = False,
) -> HttpResponse:
    """Return the statement as PDF, in the customer's language unless another one is asked for."""
    paper = statements.paper_of(_asked(number, first, last), language)
    return sent(paper.content, paper.name, how="attachment" if download else "inline")


@router.get("/customers/{number}/statement/export", auth=READ, operation_id="export_statement", openapi_extra=_CSV)
def export_statement(
    request: HttpRequest,
    number: str,
    first: FirstDay = None,
    last: LastDay = None,
    language: Language | None = None,
) -> HttpResponse:
    """Return the statement as CSV."""
    content, name = statements.as_csv(_asked(number, first, last), language)
    return sent(content, name, kind="text/csv; charset=utf-8", how="attachment")


def _asked(number: str, first: datetime.date | None, last: datetime.date | None) -> Statement:
    last = last or clock.today()
    return statement(number, first or add_months(last.replace(day=1), -2), last)
