"""The demo provider's people, as who acts."""

from __future__ import annotations

from gigafibre.identity.models import User
from gigafibre.identity.queries import person
from gigafibre.kernel.actor import Actor


def at_work(username: str) -> Actor:
    """Return who acts, with what his role may do. Raises LookupError when he may not log in."""
    found = person(User.objects.get(username=username).pk)
    if found is None:
        raise LookupError(f"{username} may not log in")
    return found.actor
