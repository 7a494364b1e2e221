"""Telling who answers that ten days are left for a request, three, and none."""

from __future__ import annotations

from django.db import transaction

from gigafibre.identity import queries as identity
from gigafibre.identity.notices import notify
from gigafibre.kernel import clock
from gigafibre.kernel.text import Text, counted
from gigafibre.privacy.models import REMINDED, Request, RequestReminder
from gigafibre.privacy.words import KINDS


def remind() -> int:
    """Tell everybody who may answer of each open request that came to ten, three or no days; returns how many.

    Each is told once, also when nobody worked on the very day; what was passed in between is not told behind.
    """
    today, told = clock.today(), 0
    with transaction.atomic():
        for request in Request.objects.filter(status="open").order_by("due_on", "pk"):
            left = (request.due_on - today).days
            reached = [days for days in REMINDED if left <= days]
            if not reached:
                continue
            _, new = RequestReminder.objects.get_or_create(
                request=request, days=min(reached), defaults={"at": clock.now()}
            )
            if new:
                notify(identity.who_may("privacy.edit"), _words(request, left), kind="privacy", url=_page(request))
                told += 1
    return told


def _words(request: Request, left: int) -> Text:
    what = Text("{n} ({k})", "{n} ({k})").with_(n=request.number, k=KINDS[request.kind])
    if left < 0:
        return Text("{w} : le délai de 30 jours est passé", "{w}: the 30 days have passed").with_(w=what)
    if left == 0:
        return Text("{w} : à répondre aujourd’hui", "{w}: to be answered today").with_(w=what)
    days = counted(left, Text("{n} jour", "{n} day"), Text("{n} jours", "{n} days"))
    return Text("{w} : il reste {d} pour répondre", "{w}: {d} left to answer").with_(w=what, d=days)


def _page(request: Request) -> str:
    return f"/privacy/requests/{request.number}"
