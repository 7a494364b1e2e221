"""Notes over HTTP, read with their record. Writing is `POST /actions/kernel.…_note`."""

from __future__ import annotations

import datetime as dt
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel import notes
from gigafibre.kernel.http import ANYBODY, actor_of
from gigafibre.kernel.subjects import refuse_unreadable

router = Router(tags=["notes"])


class NoteOut(Schema):
    """A note on a record; `mine`: the reader may correct it or take it off."""

    id: int
    text: str
    by: str
    at: dt.datetime
    pinned: bool
    mine: bool


@router.get("/notes", auth=ANYBODY, response=list[NoteOut], operation_id="list_notes")
def list_notes(request: HttpRequest, subject: str) -> list[dict[str, Any]]:
    """List the notes on a record that one may read, the pinned ones first; at most two hundred."""
    actor = actor_of(request)
    refuse_unreadable(subject, actor)
    return [
        {
            "id": note.pk,
            "text": note.text,
            "by": note.author,
            "at": note.at,
            "pinned": note.pinned,
            "mine": actor.may("kernel.note") and notes.mine(note, actor),
        }
        for note in notes.notes_of(subject)
    ]
