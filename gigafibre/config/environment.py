"""How a setting is read from the environment: one small function per kind, each failing loudly."""

import os
import secrets
from pathlib import Path
from typing import Any
from urllib.parse import parse_qsl, unquote, urlparse

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from gigafibre.config.launch import postgres
from gigafibre.kernel.kept import kept_secret
from gigafibre.kernel.statements import PREPARED_AFTER, Cursor


def boolean(name: str, *, default: bool) -> bool:
    """Read `1/0`, `true/false`, `yes/no`, `on/off`."""
    value = os.environ.get(name, "").strip().lower()
    if not value:
        return default
    if value in {"1", "true", "yes", "on"}:
        return True
    if value in {"0", "false", "no", "off"}:
        return False
    raise ImproperlyConfigured(f"{name}={value!r}: write 1 or 0.")


def listed(name: str, *, default: str) -> list[str]:
    """Read a comma-separated list."""
    return [item.strip() for item in os.environ.get(name, default).split(",") if item.strip()]


def secret_key(home: Path) -> str:
    """Return the signing key: from the environment, else from a file made once in the state folder."""
    if value := os.environ.get("GIGAFIBRE_SECRET_KEY"):
        return value
    return kept_secret(home, "secret_key", lambda: secrets.token_urlsafe(48))


def field_keys(home: Path) -> list[str]:
    """Return the keys of the encrypted columns, newest first: from the environment, else from the state folder."""
    if value := os.environ.get("GIGAFIBRE_FIELD_KEYS"):
        return [key.strip() for key in value.split(",") if key.strip()]
    return kept_secret(home, "field_keys", lambda: Fernet.generate_key().decode()).split()


def database(home: Path) -> dict[str, Any]:
    """Return Django's database settings: DATABASE_URL, else the embedded server of the state folder."""
    url = os.environ.get("DATABASE_URL")
    if not url:
        # The embedded server listens on a Unix socket only, in the folder its launcher names.
        socket = str(postgres.socket_folder(home / "postgres"))
        parts: dict[str, Any] = {
            "NAME": postgres.DATABASE,
            "USER": postgres.ROLE,
            "HOST": socket,
            "PORT": str(postgres.PORT),
        }
    else:
        parsed = urlparse(url)
        if parsed.scheme not in {"postgres", "postgresql"}:
            raise ImproperlyConfigured("DATABASE_URL must start with postgresql://")
        query = dict(parse_qsl(parsed.query))
        parts = {
            "NAME": unquote(parsed.path.lstrip("/")) or "gigafibre",
            "USER": unquote(parsed.username or ""),
            "PASSWORD": unquote(parsed.password or ""),
            "HOST": query.pop("host", parsed.hostname or ""),
            "PORT": str(parsed.port or query.pop("port", "")),
        }
    return {
        "ENGINE": "django.db.backends.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            "pool": {"min_size": 1, "max_size": int(os.environ.get("GIGAFIBRE_POOL", "10")), "timeout": 10},
            "options": "-c timezone=UTC",
            "cursor_factory": Cursor,
            "prepare_threshold": PREPARED_AFTER,
        },
        **parts,
    }
