"""One's own account: how one proves who one is."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.identity import openid, passkeys, queries
from gigafibre.identity.errors import PersonNeeded
from gigafibre.identity.schemas import LoginProviderOut, OwnAccountOut, PasskeyInvitation, RolesThatMay
from gigafibre.kernel.http import ANYBODY, Needs

router = Router(tags=["identity"])
ADMIN = "identity.admin"
_USUAL = {"scopes": "openid profile email groups", "groups_claim": "groups"}


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


@router.get("/who-may", auth=ANYBODY, response=list[RolesThatMay], operation_id="who_may")
def who_may(request: HttpRequest) -> list[dict[str, Any]]:
    """List each permission with the roles that hold it: what a button that is off says to whoever lacks it."""
    _oneself(request)
    return [
        {"permission": code, "roles": [name.in_() for name in roles]}
        for code, roles in queries.roles_that_may().items()
    ]


@router.get("/login-provider", auth=Needs(ADMIN), response=LoginProviderOut, operation_id="read_login_provider")
def read_login_provider(request: HttpRequest) -> dict[str, Any]:
    """Return the company's own login as it is set up; its secret is never shown."""
    found = queries.login_provider(only_on=False)
    shown = asdict(found) if found else {"name": "", "issuer": "", "client_id": "", "on": False} | _USUAL
    secret = shown.pop("client_secret", "")
    origin = passkeys.origin_of(request)
    groups = [{"group": group, "roles": roles} for group, roles in queries.groups_and_roles()]
    addresses = {"callback": origin + openid.CALLBACK, "logout": origin + openid.LOGOUT}
    return {**shown, **addresses, "has_secret": bool(secret), "groups": groups}


def _oneself(request: HttpRequest) -> queries.Person:
    person = getattr(request, "person", None)
    if not isinstance(person, queries.Person):
        raise PersonNeeded
    return person
