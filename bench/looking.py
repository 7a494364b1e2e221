"""Asking the API as a logged-in person does, in process, and counting the statements it takes."""

from __future__ import annotations

from typing import Any

from django.db import connection
from django.test import Client


class Statements:
    """Counts the statements that Django sends while it is open."""

    def __enter__(self) -> Statements:
        self.count = 0
        self._wrapper = connection.execute_wrapper(self._one)
        self._wrapper.__enter__()
        return self

    def __exit__(self, *error: Any) -> None:
        self._wrapper.__exit__(*error)

    def _one(self, execute: Any, sql: str, params: Any, many: bool, context: Any) -> Any:
        self.count += 1
        return execute(sql, params, many, context)


def logged_in() -> Client:
    """Make a person who may see everything and log in; returns the browser."""
    from django.contrib.auth.hashers import make_password

    from gigafibre.identity.models import Role, User

    user = User.objects.create(username="bench", password=make_password("bench-is-quick-2026"))
    user.roles.set(Role.objects.filter(code="administrator"))
    client = Client(headers={"host": "localhost"})
    client.get("/api/v1/session")
    answer = client.post(
        "/api/v1/session",
        {"username": "bench", "password": "bench-is-quick-2026"},
        content_type="application/json",
        headers={"x-csrftoken": client.cookies["csrftoken"].value},
    )
    if answer.status_code != 200:
        raise SystemExit(f"could not log in: {answer.content!r}")
    return client
