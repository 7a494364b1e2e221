"""People and tokens for tests, also of other apps."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from django.contrib.auth.hashers import make_password
from django.test import Client

from gigafibre.identity import links, switches
from gigafibre.identity.actions import create_token, turn_switch_on
from gigafibre.identity.models import LoginLink, Role, Session, User
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.text import Text

PASSWORD = "fibre-optique-2026"
_HASH = make_password(PASSWORD)
_made = iter(range(1, 10**9))


def a_user(*roles: str, **given: Any) -> User:
    """Make an active member of staff with roles by code; the password is PASSWORD."""
    facts = {"username": f"personne{next(_made)}", "first_name": "Aimée", "last_name": "Côté", "password": _HASH}
    user: User = User.objects.create(**{**facts, **given})
    user.roles.set(Role.objects.filter(code__in=roles))
    return user


def browser(user: User | None = None, *, language: str = "fr") -> Client:
    """A browser that keeps cookies and is asked for its CSRF token; logged in if a user is given."""
    client = Client(enforce_csrf_checks=True, headers={"accept-language": language})
    if user is not None:
        answer = enter(client, user.username)
        assert answer.status_code == 200, answer.content
    return client


def enter(client: Client, username: str, password: str = PASSWORD, **more: Any) -> Any:
    """Log in as a browser does."""
    client.get("/api/v1/session")
    return send(client, "post", "/api/v1/session", {"username": username, "password": password}, **more)


def send(client: Client, method: str, path: str, body: Any = None, **more: Any) -> Any:
    """Send JSON with the CSRF token of the client's cookie."""
    headers = {"x-csrftoken": client.cookies["csrftoken"].value, **more.pop("headers", {})}
    return getattr(client, method)(path, body, content_type="application/json", headers=headers, **more)


def a_session(user: User) -> Session:
    """A session of somebody, elsewhere."""
    return Session.objects.create(
        session_key=f"{next(_made):064}", session_data="", expire_date=clock.now() + timedelta(hours=1), user=user
    )


def a_link(user: User, kind: str = "forgotten") -> str:
    """Make a link to choose a password; returns what its letter carries."""
    with acting_as(SYSTEM):
        return links.token_of(links.make(user, LoginLink.Kind(kind)))


def a_token(name: str, *scopes: str) -> str:
    """Make a service token; returns its secret."""
    with acting_as(SYSTEM):
        return create_token(name, scopes=list(scopes)).token


def a_switch(code: str = "identity.example", *, on: bool = False) -> str:
    """Declare a switch that forecasts two sentences, and turn it on if asked."""
    if switches.declared(code) is None:
        switches.declare(
            code, label=Text("Exemple", "Example"), about=Text("Un essai.", "A trial."), forecast=_forecast
        )
    if on:
        with acting_as(SYSTEM):
            turn_switch_on(code, confirmation=code, reason="Essai.")
    return code


def _forecast() -> list[Text]:
    return [Text("21 876 abonnements", "21,876 subscriptions"), Text("786 172,93 $", "$786,172.93")]
