"""The audit trail over HTTP."""

from __future__ import annotations

from datetime import datetime

from ninja import Router, Schema

from gigafibre.kernel.audit import AUDIT
from gigafibre.kernel.listing import serve

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


serve(router, "/audit", AUDIT)
