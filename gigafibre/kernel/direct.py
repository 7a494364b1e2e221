"""A database connection of one's own, outside the pool: for LISTEN, which must stay on one connection."""

from __future__ import annotations

from typing import Any

from django.db import connection

_DJANGOS = frozenset({"pool", "cursor_factory", "context", "server_side_binding"})


def direct_parameters() -> dict[str, Any]:
    """Return what psycopg needs to connect where Django's default connection does."""
    return {name: value for name, value in connection.get_connection_params().items() if name not in _DJANGOS}
