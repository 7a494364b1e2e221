"""The bell."""

from __future__ import annotations

from datetime import datetime
from typing import Annotated

from django.db import connection
from pydantic import Field

from gigafibre.identity.models import Notice
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.refs import UserRef, person_named
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

NoticeRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:notice"})]
_NOTICE = {"notice": Text("Avis", "Notice")}


@action(
    permission=ONESELF,
    label=Text("Marquer les avis comme lus", "Mark notices as read"),
    fields={"username": Text("De qui", "Whose"), "up_to": Text("Jusqu’à l’avis", "Up to notice")},
)
def mark_notices_read(username: UserRef, *, up_to: int | None = None) -> int:
    """Mark one's notices as read, all or up to one by id; returns how many were new."""
    user = person_named(username, or_oneself=True)
    unread = Notice.objects.filter(user=user, read_at=None)
    if up_to is not None:
        unread = unread.filter(pk__lte=up_to)
    count = unread.update(read_at=clock.now())
    _ring(user.pk)
    return count


@action(
    permission=ONESELF,
    label=Text("Marquer un avis comme lu", "Mark a notice as read"),
    undo="identity.mark_notice_unread",
    fields=_NOTICE,
)
def mark_notice_read(notice: NoticeRef) -> None:
    """Mark one notice of one's own as read."""
    _mark(notice, clock.now())


@action(
    permission=ONESELF,
    label=Text("Marquer un avis comme non lu", "Mark a notice as unread"),
    undo="identity.mark_notice_read",
    fields=_NOTICE,
)
def mark_notice_unread(notice: NoticeRef) -> None:
    """Mark one notice of one's own as new again."""
    _mark(notice, None)


def _mark(notice: int, read_at: datetime | None) -> None:
    actor = current_actor()
    found = Notice.objects.select_for_update().filter(pk=notice).first()
    # Another's notice is as unknown as none; the system may mark any.
    if found is None or (actor.kind != "system" and (actor.kind, actor.id) != ("staff", found.user_id)):
        raise NotFound(what=str(notice))
    found.read_at = read_at
    found.save(update_fields=["read_at"])
    _ring(found.user_id)


def _ring(user: int) -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"notices:{user}"])
