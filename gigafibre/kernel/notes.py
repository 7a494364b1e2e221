"""Notes on records: read with their record, corrected and removed by who wrote them."""

from __future__ import annotations

from gigafibre.kernel.actor import Actor, current_actor
from gigafibre.kernel.errors import NotFound, Refusal
from gigafibre.kernel.models import Note
from gigafibre.kernel.subjects import refuse_unreadable
from gigafibre.kernel.text import Text

#: Notes of one record that are shown at once, the pinned ones first.
SHOWN = 200


class NoteOfAnother(Refusal):
    """A note is its author's."""

    code, status = "note_of_another", 403
    text = Text(
        "Cette note est de {author} : lui seul ou un administrateur la corrige ou la retire. Écrivez la vôtre.",
        "This note is {author}’s: only they or an administrator correct or remove it. Write your own.",
    )


def mine(note: Note, actor: Actor) -> bool:
    """Say whether somebody may correct and remove a note: its author, or an administrator."""
    return actor.may("*") or (note.author_id is not None and (note.author_id, note.author) == (actor.id, actor.label))


def locked(key: int) -> Note:
    """Return a note, locked, of a record that who acts may read; raises NotFound, Forbidden."""
    found = Note.objects.select_for_update().filter(pk=key).first()
    if found is None:
        raise NotFound(what=f"note {key}")
    refuse_unreadable(found.subject, current_actor())
    return found


def refuse_of_another(note: Note) -> None:
    """Refuse unless who acts may correct and remove a note."""
    if not mine(note, current_actor()):
        raise NoteOfAnother(author=note.author or "?")


def notes_of(subject: str) -> list[Note]:
    """Return the notes on a record, the pinned ones first, the newest of each first."""
    return list(Note.objects.filter(subject=subject).order_by("-pinned", "-at", "-id")[:SHOWN])
