"""People and tokens for tests, also of other apps."""

from __future__ import annotations

from typing import Any

from django.contrib.auth.hashers import make_password
from django.test import Client

from gigafibre.identity.models import Role, User

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
