"""One's own account: how one proves who one is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.identity import passkeys, queries
from gigafibre.identity.errors import PersonNeeded
from gigafibre.identity.schemas import OwnAccountOut, PasskeyInvitation
from gigafibre.kernel.http import ANYBODY

router = Router(tags=["identity"])


@router.get("/account", auth=ANYBODY, response=OwnAccountOut, operation_id="identity_account")
def read_account(request: HttpRequest) -> dict[str, Any]:
    """Return how one logs in: by password, by the phone, recovery codes left, passkeys."""
    return asdict(queries.account(_oneself(request).id))


@router.get("/account/passkey", auth=ANYBODY, response=PasskeyInvitation, operation_id="identity_invite_passkey")
def invite_passkey(request: HttpRequest) -> dict[str, Any]:
    """Return what the browser is asked to make a passkey for; its answer goes to `identity.add_passkey`."""
    origin = passkeys.origin_of(request)
    options, ticket = passkeys.invitation(_oneself(request).id, origin, queries.company().name)
    return {"options": options, "ticket": ticket}


def _oneself(request: HttpRequest) -> queries.Person:
    person = getattr(request, "person", None)
    if not isinstance(person, queries.Person):
        raise PersonNeeded
    return person
