"""A small app of the tests' own: one verb, one fact, one handler, one outside effect."""

from __future__ import annotations

import uuid
from typing import Annotated, Any

from pydantic import Field

from gigafibre.kernel import numbers
from gigafibre.kernel.context import rule
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.events import Event, forget_handler, on, publish
from gigafibre.kernel.intents import forget_kind, intend, performs
from gigafibre.kernel.models import Note, Setting
from gigafibre.kernel.registry import action, forget
from gigafibre.kernel.text import Text


class TooMany(Refusal):
    """The sandbox's own refusal."""

    code = "sandbox_too_many"
    text = Text("{count}, c’est trop.", "{count} is too many.")


class BoxOpened(Event):
    """A box was opened."""

    box: str
    count: int

    def subject(self) -> str:
        """The box."""
        return f"box:{self.box}"

    def says(self) -> Text:
        """In a sentence."""
        return Text("Boîte {b} ouverte", "Box {b} opened").with_(b=self.box)


def open_box(box: Annotated[str, Field(min_length=1)], *, count: Annotated[int, Field(ge=0)] = 1) -> str:
    """Open a box: a row, a number, a fact, an effect."""
    if not rule("sandbox.limit", "test", Text("au plus 9", "nine at most"), count <= 9):
        raise TooMany(count=count)
    Setting.objects.create(key=f"box.{box}", value=count)
    publish(BoxOpened(box=box, count=count))
    intend("sandbox.send", f"box:{box}", {"to": "x@example.org", "count": count})
    return numbers.take_one("SANDBOX")


sent: list[uuid.UUID] = []


def send(key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
    """Pretend to send."""
    sent.append(key)
    return {"ok": True}


def note_it(event: BoxOpened) -> None:
    """A handler that writes a row."""
    if event.count == 7:
        raise RuntimeError("seven never works")
    Note.objects.create(subject=event.subject(), text=f"{event.box} {event.count}", author="handler")


def register() -> None:
    """Make the verb, the handler and the effect known; other tests of this process never see them."""
    action(permission="kernel.sandbox", label=Text("Ouvrir", "Open"))(open_box)
    performs("sandbox.send", group="messages", says=lambda p: Text("Envoyé à {to}", "Sent to {to}").with_(**p))(send)
    on(BoxOpened)(note_it)


def forget_all() -> None:
    """Take them out again."""
    forget("kernel.open_box")
    forget_kind("sandbox.send")
    forget_handler(note_it)
