"""People, roles, tokens, sessions, logins and notices, as lists."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from uuid import UUID

from gigafibre.identity.models import Department, Notice, Session, User
from gigafibre.identity.queries.entering import who_may
from gigafibre.kernel import clock
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class SessionLine:
    """One logged-in browser."""

    id: UUID
    username: str
    address: str
    agent: str
    created_at: datetime
    seen_at: datetime


@dataclass(frozen=True)
class NoticeLine:
    """One notice of the bell."""

    id: int
    kind: str
    text: Text
    url: str
    at: datetime
    read: bool


@dataclass(frozen=True)
class DepartmentLine:
    """A department as others name it."""

    code: str
    name: Text


@dataclass(frozen=True)
class Colleague:
    """An active member of staff as others name him."""

    username: str
    display_name: str


def departments() -> list[DepartmentLine]:
    """Return every department, by its French name."""
    rows = Department.objects.order_by("name_fr", "code")
    return [DepartmentLine(row.code, Text(row.name_fr, row.name_en)) for row in rows]


def colleagues(permission: str) -> list[Colleague]:
    """Return the active people who hold a permission, by name."""
    rows = User.objects.filter(pk__in=who_may(permission)).order_by("last_name", "first_name", "username")
    return [Colleague(row.username, row.display_name) for row in rows]


def sessions(username: str) -> list[SessionLine]:
    """Return somebody's living sessions, the last used first."""
    found = Session.objects.filter(expire_date__gt=clock.now(), user__username__iexact=username).select_related("user")
    return [
        SessionLine(
            id=row.public_id,
            username=row.user.username,
            address=row.address or "",
            agent=row.agent,
            created_at=row.created_at,
            seen_at=row.seen_at,
        )
        for row in found.order_by("-seen_at")
        if row.user
    ]


def notices(user_id: int, *, before: int | None = None, limit: int = 20) -> tuple[list[NoticeLine], int]:
    """Return somebody's notices, newest first, older than `before` (an id), and how many are unread in all."""
    found = Notice.objects.filter(user_id=user_id).order_by("-id")
    unread = found.filter(read_at=None).count()
    if before is not None:
        found = found.filter(pk__lt=before)
    return [
        NoticeLine(row.pk, row.kind, Text(row.text_fr, row.text_en), row.url, row.at, row.read_at is not None)
        for row in found[:limit]
    ], unread
