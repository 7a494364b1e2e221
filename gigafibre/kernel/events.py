"""Events: facts in the past tense, stored with the change and delivered to handlers in order per subject.

class ContractSigned(Event):
    contract: str
    def subject(self) -> str: return f"contract:{self.contract}"
    def says(self) -> Text: ...

@on(ContractSigned)
def send_the_technicians(event: ContractSigned) -> None: ...
"""

from __future__ import annotations

import json
from collections.abc import Callable
from typing import Any, ClassVar, TypeVar

from django.db import connection
from pydantic import BaseModel, ConfigDict

from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import previewing, running
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

MAX_DEPTH = 8
CHANNEL = "gigafibre_events"


class Event(BaseModel):
    """Base of all facts. Subclasses carry ids, dates and amounts (no names) and say what they are about."""

    model_config = ConfigDict(frozen=True, extra="forbid")
    version: ClassVar[int] = 1
    #: How to read payloads of older versions: `upgrade(payload, version) -> payload`.
    upgrade: ClassVar[Callable[[dict[str, Any], int], dict[str, Any]] | None] = None

    def __init_subclass__(cls, **kwargs: Any) -> None:
        super().__init_subclass__(**kwargs)
        _types[type_name(cls)] = cls

    def subject(self) -> str:
        """Return the one record it is about, such as `invoice:12345`: deliveries keep its order."""
        raise TypeError(f"{type(self).__name__} does not say what it is about: define subject().")

    def says(self) -> Text:
        """Return the fact in one sentence, fr and en."""
        name = type(self).__name__
        return Text(name, name)


def all_event_types() -> dict[str, type[Event]]:
    """Return every kind of fact that apps publish, by stored name (not those that tests make up)."""
    return {name: cls for name, cls in _types.items() if _is_ours(cls)}


def _is_ours(cls: type[Event]) -> bool:
    parts = cls.__module__.split(".")
    return parts[0] == "gigafibre" and "tests" not in parts


E = TypeVar("E", bound=Event)
Handler = Callable[[Any], None]

_types: dict[str, type[Event]] = {}
_handlers: dict[str, dict[str, Handler]] = {}


class CascadeTooDeep(RuntimeError):
    """Handlers answered each other's events more than eight times: a loop."""


def type_name(cls: type[Event]) -> str:
    """Return a type's stored name: `app.ClassName`."""
    parts = cls.__module__.split(".")
    return f"{parts[1] if len(parts) > 1 else parts[0]}.{cls.__name__}"


def on(event_type: type[E]) -> Callable[[Callable[[E], None]], Callable[[E], None]]:
    """Subscribe a function to a kind of event; its stored name is `module.function`."""

    def register(handler: Callable[[E], None]) -> Callable[[E], None]:
        name = handler_name(handler)
        _handlers.setdefault(type_name(event_type), {})[name] = handler
        return handler

    return register


def handler_name(handler: Callable[..., None]) -> str:
    """Return a handler's stored name, `processes.order_to_payment.start_the_service`."""
    return f"{handler.__module__.removeprefix('gigafibre.')}.{handler.__name__}"


def handler_of(event_type: str, name: str) -> Handler | None:
    """Return a handler by names, or None when it no longer exists."""
    return _handlers.get(event_type, {}).get(name)


def forget_handler(handler: Callable[..., None]) -> None:
    """Unsubscribe (tests that make their own)."""
    for handlers in _handlers.values():
        handlers.pop(handler_name(handler), None)


def read_event(event_type: str, version: int, payload: dict[str, Any]) -> Event:
    """Return a stored event as its class, brought up to today's version."""
    cls = _types[event_type]
    if version < cls.version and cls.upgrade is not None:
        payload = cls.upgrade(payload, version)
    return cls.model_validate(payload)


_STORE = Prepared("SELECT kernel_publish(%s, %s, %s, %s::jsonb, %s, %s::uuid, %s::timestamptz, %s, %s::text[], %s, %s)")


def publish(event: Event) -> int:
    """Store a fact and one delivery per handler, in the caller's transaction; returns its id.

    The subject is locked before the id is drawn, so that id order is commit order.
    """
    if not connection.in_atomic_block:
        raise RuntimeError("publish inside a transaction: a fact is stored with its change")
    now = running()
    depth = now.depth if now else 0
    if depth >= MAX_DEPTH:
        raise CascadeTooDeep(type_name(type(event)))
    kind, subject = type_name(type(event)), event.subject()
    handlers = sorted(_handlers.get(kind, ()))
    told = json.dumps(event.model_dump(mode="json"))
    with connection.cursor() as cursor:
        cursor.execute(
            _STORE,
            [
                *(kind, event.version, subject, told, current_actor().label, now.run if now else None),
                *(clock.now(), depth + 1, handlers, CHANNEL, previewing()),  # a preview holds nobody up
            ],
        )
        return int(cursor.fetchone()[0])
