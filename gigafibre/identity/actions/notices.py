"""The bell."""

from __future__ import annotations

from django.db import connection

from gigafibre.identity.models import Notice
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.refs import UserRef, person_named
from gigafibre.kernel import clock
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text


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
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"notices:{user.pk}"])
    return count
