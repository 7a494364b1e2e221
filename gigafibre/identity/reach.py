"""Nobody reaches beyond himself: what one gives, takes or puts out is within what one may do."""

from __future__ import annotations

from collections.abc import Iterable, Iterator
from contextlib import contextmanager

from gigafibre.identity.errors import BeyondYourself, LastAdministrator
from gigafibre.identity.models import Role, User
from gigafibre.identity.permissions import beyond
from gigafibre.identity.queries import permissions_of
from gigafibre.kernel.actor import current_actor

ALL = "*"


def within_reach(roles: Iterable[Role]) -> None:
    """Refuse when a role holds what whoever acts doesn't (BeyondYourself)."""
    allowed_within(code for role in roles for code in permissions_of(role.code, role.permissions))


def allowed_within(permissions: Iterable[str]) -> None:
    """Refuse permissions that whoever acts doesn't hold (BeyondYourself)."""
    if missing := beyond(current_actor(), permissions):
        raise BeyondYourself(permissions=", ".join(missing))


@contextmanager
def keep_an_administrator() -> Iterator[None]:
    """Refuse what would leave nobody active who may do everything (LastAdministrator); one such change at a time."""
    roles = list(Role.objects.select_for_update().order_by("pk"))
    full = [role.pk for role in roles if ALL in permissions_of(role.code, role.permissions)]
    there_was_one = _someone(full)
    yield
    roles = list(Role.objects.order_by("pk"))
    full = [role.pk for role in roles if ALL in permissions_of(role.code, role.permissions)]
    if there_was_one and not _someone(full):
        raise LastAdministrator


def _someone(roles: list[int]) -> bool:
    return User.objects.filter(is_active=True, roles__in=roles).exists()
