"""What the kernel kept, for tests of other apps: runs, audit trail, notes, facts, intents, as plain rows."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.models import ActionRun, AuditEntry, Delivery, Event, Intent, Note


def runs(**where: Any) -> list[dict[str, Any]]:
    """Performed actions, oldest first."""
    return [dict(row) for row in ActionRun.objects.filter(**where).order_by("at").values()]


def trail(**where: Any) -> list[dict[str, Any]]:
    """Entries of the audit trail, oldest first."""
    return [dict(row) for row in AuditEntry.objects.filter(**where).order_by("id").values()]


def notes(**where: Any) -> list[dict[str, Any]]:
    """Notes, oldest first."""
    return [dict(row) for row in Note.objects.filter(**where).order_by("id").values()]


def events(**where: Any) -> list[dict[str, Any]]:
    """Facts stored, oldest first."""
    return [dict(row) for row in Event.objects.filter(**where).order_by("id").values()]


def intents(**where: Any) -> list[dict[str, Any]]:
    """Intents, oldest first."""
    return [dict(row) for row in Intent.objects.filter(**where).order_by("id").values()]


def fact_types(subject: str) -> list[str]:
    """Return the types of the facts published about a subject, in their order."""
    return list(Event.objects.filter(subject=subject).order_by("id").values_list("type", flat=True))


def facts(**where: Any) -> list[dict[str, Any]]:
    """Facts, oldest first."""
    return [dict(row) for row in Event.objects.filter(**where).order_by("id").values()]


def leave_in_hand() -> None:
    """Mark every intent as being performed by a worker since now."""
    Intent.objects.update(state="sending", due=clock.now())


def parked() -> list[tuple[str, str]]:
    """Return what waits for a person: handler and why, oldest first."""
    return list(Delivery.objects.filter(state="parked").order_by("id").values_list("handler", "error"))
