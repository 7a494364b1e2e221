"""Who looks at a record just now: kept in each web process's memory, told to the others by NOTIFY, written nowhere.

A page says itself present when it opens a record, when its reader begins or ceases to change something, every
HEARTBEAT_S, and when it leaves; one that says nothing any more is gone after LOST_S.
"""

from __future__ import annotations

import json
import threading
import time
from dataclasses import dataclass
from typing import Literal

from django.db import connection

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.live.told import topic
from gigafibre.kernel.subjects import reads_of

CHANNEL = "gigafibre_presence"
TOPIC = "presence"
HEARTBEAT_S = 30.0
LOST_S = 75.0

State = Literal["here", "editing", "gone"]


@dataclass(frozen=True)
class Present:
    """One page standing on a record: whose (a member of staff, by id), whether he changes something, until when."""

    user: int
    editing: bool
    until: float


_here: dict[str, dict[str, Present]] = {}
_lock = threading.Lock()


def say(subject: str, page: str, user: int, state: State) -> None:
    """Tell all web processes that a page stands on a record, or left; ids only."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify(%s, %s)", [CHANNEL, json.dumps([subject, page, user, state])])


def heard(payload: str) -> str:
    """Keep what a page said; returns the record if who is there, or what he does there, changed, else nothing."""
    subject, page, user, state = json.loads(payload)
    with _lock:
        pages = _here.setdefault(subject, {})
        before = pages.pop(page, None)
        if state != "gone":
            pages[page] = Present(user, state == "editing", time.monotonic() + LOST_S)
        after = pages.get(page)
        if not pages:
            del _here[subject]
    same = before is not None and after is not None and before.editing == after.editing
    return "" if same or before is after else str(subject)


def expire() -> list[str]:
    """Forget pages that said nothing for too long; returns the records they stood on."""
    now, left = time.monotonic(), []
    with _lock:
        for subject, pages in list(_here.items()):
            lost = [page for page, present in pages.items() if present.until < now]
            for page in lost:
                del pages[page]
            if lost:
                left.append(subject)
            if not pages:
                del _here[subject]
    return left


def present(subject: str) -> dict[int, bool]:
    """Return who stands on a record, by id, and whether he changes something there (on any of his pages)."""
    now, people = time.monotonic(), dict[int, bool]()
    with _lock:
        for one in _here.get(subject, {}).values():
            if one.until >= now:
                people[one.user] = people.get(one.user, False) or one.editing
    return people


def _may_hear(actor: Actor, subject: str | None) -> bool:
    reads = reads_of(subject or "")
    return reads is not None and actor.may(reads)


topic(TOPIC, _may_hear)
