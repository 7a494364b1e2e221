"""Who acts: a person, a token, a customer or the system itself (for somebody)."""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from contextvars import ContextVar
from dataclasses import dataclass, field, replace

EVERYTHING = frozenset({"*"})


@dataclass(frozen=True)
class Actor:
    """One who acts, with what it may do; `behalf` names whom the system acts for."""

    kind: str  # staff | token | customer | system
    id: int | None
    name: str
    permissions: frozenset[str] = field(default=frozenset())
    behalf: str = ""

    def may(self, permission: str) -> bool:
        """Say whether it holds a permission such as `billing.issue` (`billing.*` and `*` are wider ones)."""
        owned = self.permissions
        return permission in owned or "*" in owned or f"{permission.split('.')[0]}.*" in owned

    def for_(self, other: str) -> Actor:
        """Return the same actor, acting for somebody."""
        return replace(self, behalf=other)

    @property
    def label(self) -> str:
        """Its name in the audit trail."""
        return f"{self.name} ({self.behalf})" if self.behalf else self.name


SYSTEM = Actor("system", None, "system", EVERYTHING)
_current: ContextVar[Actor | None] = ContextVar("actor", default=None)


def current_actor() -> Actor:
    """Return who acts now; refuses to guess."""
    actor = _current.get()
    if actor is None:
        raise RuntimeError("nobody acts: wrap the call in acting_as(actor)")
    return actor


def someone_acts() -> bool:
    """Say whether an actor is set."""
    return _current.get() is not None


@contextmanager
def acting_as(actor: Actor) -> Iterator[Actor]:
    """Act as somebody for the length of a block."""
    token = _current.set(actor)
    try:
        yield actor
    finally:
        _current.reset(token)
