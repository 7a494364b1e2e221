"""What holds for one transaction: who acts in which action, told to the database for its audit trigger."""

from __future__ import annotations

import json
import uuid
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field
from typing import Any

from django.db import connection, transaction

from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class RuleChecked:
    """A rule a verb looked at: its code, where it comes from, the fact found, and whether it held."""

    code: str
    source: str
    fact: Text
    passed: bool


@dataclass(frozen=True)
class Back:
    """A verb by name with the input that takes back what another is doing."""

    name: str
    input: dict[str, Any]


@dataclass
class Running:
    """The action (or handler) that runs now; `rules` and `preview` are only filled while previewing.

    `back` is how a verb says that it can be taken back.
    """

    name: str
    actor: Actor
    run: uuid.UUID | None
    depth: int = 0
    preview: bool = False
    rules: list[RuleChecked] = field(default_factory=list)
    back: Back | None = None


_running: ContextVar[Running | None] = ContextVar("running", default=None)


def running() -> Running | None:
    """Return what runs now, if anything."""
    return _running.get()


# What the audit trigger writes, for this transaction only.
TELLS = (
    "SELECT set_config('gigafibre.actor', %s, true), set_config('gigafibre.action', %s, true), "
    "set_config('gigafibre.run', %s, true), set_config('gigafibre.now', %s, true)"
)
_TELL = Prepared(TELLS)


@contextmanager
def enter(what: Running, *, with_: Prepared = _TELL, given: Sequence[Any] = ()) -> Iterator[Running]:
    """Mark an action or handler as running; its transaction must be open.

    `with_`, a statement that has `TELLS` in it first, does more in the same journey; `given` are its own parameters.
    """
    token = _running.set(what)
    try:
        tell_database(what, with_=with_, given=given)
        yield what
    finally:
        _running.reset(token)


@contextmanager
def doing(name: str, actor: Actor = SYSTEM) -> Iterator[None]:
    """Open a transaction in which an actor (the system) writes outside of any action; the trail says `name`."""
    with transaction.atomic(), acting_as(actor), enter(Running(name, actor, None)):
        yield


def tell_database(what: Running, *, with_: Prepared = _TELL, given: Sequence[Any] = ()) -> None:
    """Set what the audit trigger writes, for this transaction only, by a statement that does it first."""
    told = [what.actor.label, what.name, str(what.run or ""), clock.now().isoformat()]
    with connection.cursor() as cursor:
        cursor.execute(with_, [*told, *given])


def previewing() -> bool:
    """Say whether what runs is a preview: only then somebody reads the rules that were looked at."""
    now = _running.get()
    return now is not None and now.preview


def rule(code: str, source: str, fact: Text, passed: bool) -> bool:
    """Say that a verb looked at a rule; a preview lists it. Returns `passed`, so that a verb may refuse on it."""
    now = _running.get()
    if now is not None and now.preview:
        now.rules.append(RuleChecked(code, source, fact, passed))
    return passed


def taken_back_by(verb: str, /, **given: Any) -> None:
    """Say which verb, with which input, takes back what the running one does: what was there before, mostly."""
    now = _running.get()
    if now is not None:
        now.back = Back(verb, given)


def jsonable(value: Any) -> Any:
    """Return a value as plain JSON data (decimals and dates as text)."""
    return json.loads(json.dumps(value, default=str))
