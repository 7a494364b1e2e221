"""The audit trail over HTTP."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from gigafibre.kernel import audit
from gigafibre.kernel.http import Needs
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


@router.get("/audit", auth=Needs("kernel.audit"), response=AuditList, operation_id="list_audit")
def list_audit(
    request: HttpRequest,
    subject: Annotated[str, Query(max_length=120, description="`customer:C-4217` or `identity_user:12`")] = "",
    actor: Annotated[str, Query(max_length=160)] = "",
    action: Annotated[str, Query(max_length=80)] = "",
    cursor: Annotated[str | None, Query(pattern=r"^\d{1,18}$")] = None,
    limit: Annotated[int, Query(ge=1, le=200)] = 50,
) -> dict[str, Any]:
    """List changes, newest first, of one record, one actor or one action."""
    found = audit.trail(
        subject=subject,
        actor=actor,
        action=action,
        before=int(cursor) if cursor else None,
        limit=limit,
        language=current_language(),
    )
    return {"items": [asdict(one) for one in found], "next_cursor": str(found[-1].id) if len(found) == limit else None}
