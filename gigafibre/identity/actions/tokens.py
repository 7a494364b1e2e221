"""Service tokens: how programs come in."""

from __future__ import annotations

import uuid
from dataclasses import dataclass
from datetime import date, timedelta
from hashlib import sha256
from typing import Annotated

from pydantic import Field

from gigafibre.identity.actions.roles import Permissions, checked
from gigafibre.identity.errors import ExpiryInThePast, NoScopes, TokenExists
from gigafibre.identity.models import ServiceToken
from gigafibre.identity.reach import ALL, allowed_within
from gigafibre.identity.refs import ADMIN
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text

ONE_DAY = timedelta(days=1)
PREFIX = "gf_"
TokenName = Annotated[str, Field(min_length=2, max_length=80)]


@dataclass(frozen=True)
class NewToken:
    """A token just made: this is the only time its secret is told."""

    name: str
    token: ShownOnce


@action(
    permission=ADMIN,
    label=Text("Créer un jeton d’accès", "Create an access token"),
    undo="identity.revoke_token",
    proof=True,
    fields={
        "name": Text("Pour quel programme", "For which program"),
        "scopes": Text("Permissions", "Permissions"),
        "expires_on": Text("Dernier jour", "Last day"),
    },
)
def create_token(name: TokenName, *, scopes: Permissions, expires_on: date | None = None) -> NewToken:
    """Make a program's way in, with some of one's own permissions; its secret is shown once."""
    wanted = checked(scopes)
    if not wanted or ALL in wanted:
        raise NoScopes
    allowed_within(wanted)
    if expires_on is not None and expires_on < clock.today():
        raise ExpiryInThePast
    if ServiceToken.objects.filter(name=name, revoked_at=None).exists():
        raise TokenExists(name=name)
    actor = current_actor()
    secret = f"{PREFIX}{uuid.uuid4()}"  # 122 random bits of the system's own source
    ServiceToken.objects.create(
        name=name,
        start=secret[:8],
        digest=sha256(secret.encode()).hexdigest(),
        scopes=wanted,
        created_by_id=actor.id if actor.kind == "staff" else None,
        created_by_name=actor.label,
        created_at=clock.now(),
        expires_at=clock.start_of(expires_on + ONE_DAY) if expires_on else None,
    )
    return NewToken(name, secret)


@action(
    permission=ADMIN,
    label=Text("Révoquer un jeton d’accès", "Revoke an access token"),
    harmful=True,
    fields={"name": Text("Jeton", "Token")},
)
def revoke_token(name: TokenName) -> None:
    """End a token at once; its name may be used again."""
    token = ServiceToken.objects.select_for_update().filter(name=name, revoked_at=None).first()
    if token is None:
        raise NotFound(what=name)
    token.revoked_at = clock.now()
    token.save(update_fields=["revoked_at"])
