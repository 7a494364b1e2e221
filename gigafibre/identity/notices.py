"""Telling somebody by the bell that work ended or that something waits for him."""

from __future__ import annotations

from collections.abc import Iterable

from django.db import connection

from gigafibre.identity.models import Notice
from gigafibre.kernel import clock
from gigafibre.kernel.text import Text

KEPT_PER_PERSON = 200


def notify(users: Iterable[int], text: Text, *, kind: str, url: str = "") -> None:
    """Tell people something, in the caller's transaction; `url` is an address of the ops application (`/runs/7`).

    Only the newest 200 notices of a person are kept.
    """
    told = sorted(set(users))
    Notice.objects.bulk_create(
        Notice(user_id=user, kind=kind, text_fr=text.fr[:300], text_en=text.en[:300], url=url, at=clock.now())
        for user in told
    )
    with connection.cursor() as cursor:
        cursor.execute(
            "DELETE FROM identity_notice n USING (SELECT id, row_number() OVER (PARTITION BY user_id ORDER BY id DESC) "
            "AS place FROM identity_notice WHERE user_id = ANY(%s)) old WHERE n.id = old.id AND old.place > %s",
            [told, KEPT_PER_PERSON],
        )
        for user in told:
            cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"notices:{user}"])
