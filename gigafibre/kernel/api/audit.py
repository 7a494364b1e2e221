"""The audit trail over HTTP."""

from __future__ import annotations

from dataclasses import asdict
from datetime import date, datetime
from typing import Annotated, Any, Literal

from django.http import HttpRequest
from django.http.response import HttpResponseBase
from ninja import Query, Router, Schema
from pydantic import Field

from gigafibre.kernel import audit
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.http import Needs, actor_of
from gigafibre.kernel.listing.export import as_csv, as_xlsx
from gigafibre.kernel.listing.query import understand
from gigafibre.kernel.text import current_language

router = Router(tags=["kernel"])


class AuditField(Schema):
    """One field, before and after."""

    field: str
    label: str
    before: str | None = None
    after: str | None = None


class AuditChange(Schema):
    """One changed record in words; `op` is I, U or D."""

    table: str
    label: str
    number: str | None = None
    op: str
    done: str
    fields: list[AuditField]


class AuditOut(Schema):
    """Who changed what, when, by which action and why."""

    id: int
    at: datetime
    actor: str
    action: str
    action_label: str
    reason: str
    change: AuditChange


class AuditList(Schema):
    """Changes, newest first."""

    items: list[AuditOut]
    next_cursor: str | None


Subject = Annotated[str, Query(max_length=120, description="`customer:C-4217` or `identity_user:12`")]


class Asked(Schema):
    """What narrows the trail: part of who, an action, words before, after or as reason, days (both included)."""

    actor: Annotated[str, Field(max_length=160)] = ""
    action: Annotated[str, Field(max_length=80)] = ""
    text: Annotated[str, Field(max_length=100)] = ""
    first: Annotated[date | None, Field(alias="from")] = None
    last: Annotated[date | None, Field(alias="to")] = None

    def words(self) -> dict[str, str]:
        """Return what was given, as the list reads it."""
        return {name: str(value) for name, value in self.dict(by_alias=True).items() if value}


@router.get("/audit", auth=Needs("kernel.audit"), response=AuditList, operation_id="list_audit")
def list_audit(
    request: HttpRequest,
    asked: Query[Asked],
    subject: Subject = "",
    cursor: Annotated[str | None, Query(max_length=400)] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """List changes, newest first: of a record, by somebody, by an action, of some days, with some words."""
    raw = asked.words() | {"limit": str(limit)} | ({"cursor": cursor} if cursor else {})
    with acting_as(actor_of(request)):
        found, following = audit.trail(raw, subject=subject, language=current_language())
    return {"items": [asdict(one) for one in found], "next_cursor": following}


@router.get("/audit/export", auth=Needs("kernel.audit"), operation_id="export_audit")
def export_audit(
    request: HttpRequest,
    asked: Query[Asked],
    subject: Subject = "",
    format: Literal["csv", "xlsx"] = "csv",  # noqa: A002  the word of every list's address
) -> HttpResponseBase:
    """Export the same changes as CSV or XLSX, each value as it is stored, before and after."""
    with acting_as(actor_of(request)):
        narrowed = understand(audit.AUDIT, asked.words(), audit.about(subject))
    return as_csv(audit.AUDIT, narrowed) if format == "csv" else as_xlsx(audit.AUDIT, narrowed)
