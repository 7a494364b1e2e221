"""Connections that stay one session: of one's own for LISTEN, and all of a process that works rather than serves.

A pooler before the database (PgBouncer) may give every transaction another session. What lives in a session would be
lost there: LISTEN, an advisory lock held over many transactions, a prepared statement. The database settings' `DIRECT`
(DATABASE_DIRECT_URL) leads past it; without one, the only address there is does.
"""

from __future__ import annotations

from typing import Any

from django.db import connection, connections

_DJANGOS = frozenset({"pool", "cursor_factory", "context", "server_side_binding"})


def direct_parameters() -> dict[str, Any]:
    """Return what psycopg needs to connect to Django's default database, outside the pool and past any pooler."""
    wrapper = connections["default"]
    past = wrapper.settings_dict.get("DIRECT") or {}
    parameters = type(wrapper)({**wrapper.settings_dict, **past}, wrapper.alias).get_connection_params()
    return {name: value for name, value in parameters.items() if name not in _DJANGOS}


def go_direct() -> None:
    """Let this process open all its connections past the pooler: for workers and commands, which hold sessions."""
    used = connections.settings["default"]
    if used.get("DIRECT"):
        connection.close()
        used.update({**used["DIRECT"], "DIRECT": None})
