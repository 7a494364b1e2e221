"""Whether something may act by itself, and since when."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime

from gigafibre.identity.models import Switch


@dataclass(frozen=True)
class Turned:
    """How a switch stands, and who turned it last and why."""

    on: bool
    on_since: datetime | None
    changed_by: str
    changed_at: datetime | None
    reason: str


NEVER = Turned(on=False, on_since=None, changed_by="", changed_at=None, reason="")


def switch_is_on(code: str) -> bool:
    """Say whether something may act by itself now."""
    return switched_on_since(code) is not None


def switched_on_since(code: str) -> datetime | None:
    """Return since when something may act by itself, None while it may not: it catches up on nothing before."""
    return Switch.objects.filter(code=code, on=True).values_list("on_since", flat=True).first()


def switches_turned() -> dict[str, Turned]:
    """Return every switch that was ever turned, by code."""
    return {
        row.code: Turned(row.on, row.on_since, row.changed_by_name, row.changed_at, row.reason)
        for row in Switch.objects.all()
    }
