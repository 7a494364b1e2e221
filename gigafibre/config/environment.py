"""What the platform makes of its environment where that is more than a word: keys, networks, the database."""

import os
import secrets
from collections.abc import Iterator
from contextlib import contextmanager
from ipaddress import IPv4Network, IPv6Network, ip_network
from pathlib import Path
from typing import Any

from cryptography.fernet import Fernet
from django.core.exceptions import ImproperlyConfigured

from gigafibre.config.database_url import parts_of
from gigafibre.config.launch import postgres
from gigafibre.config.variables import listed, number, text
from gigafibre.kernel.kept import kept_secret
from gigafibre.kernel.statements import PREPARED_AFTER, Cursor


def secret_key(home: Path) -> str:
    """Return the signing key: from the environment, else from a file made once in the state folder."""
    if value := text("GIGAFIBRE_SECRET_KEY"):
        return value
    return kept_secret(home, "secret_key", lambda: secrets.token_urlsafe(48))


def field_keys(home: Path) -> list[str]:
    """Return the keys of the encrypted columns, newest first: from the environment, else from the state folder."""
    if given := listed("GIGAFIBRE_FIELD_KEYS"):
        return given
    return kept_secret(home, "field_keys", lambda: Fernet.generate_key().decode()).split()


def networks(name: str) -> list[IPv4Network | IPv6Network]:
    """Read a comma-separated list of addresses and networks (`10.0.0.0/8, 2001:db8::1`)."""
    found = []
    for item in listed(name):
        try:
            found.append(ip_network(item))
        except ValueError:
            raise ImproperlyConfigured(
                f"{name}: {item!r} is no address and no network; write 192.0.2.10 or 10.0.0.0/8, separated by commas."
            ) from None
    return found


def database(home: Path) -> dict[str, Any]:
    """Return Django's database settings: DATABASE_URL, else the embedded server of the state folder.

    `DIRECT` holds those of DATABASE_DIRECT_URL, which leads to the same database past a pooler; None without.
    """
    url, direct = text("DATABASE_URL"), text("DATABASE_DIRECT_URL")
    if direct and not url:
        raise ImproperlyConfigured(
            "DATABASE_DIRECT_URL is the way past a pooler that DATABASE_URL must name; with one address set only that."
        )
    if not url:
        # The embedded server listens on a Unix socket only, in the folder its launcher names.
        socket = str(postgres.socket_folder(home / "postgres"))
        parts: dict[str, Any] = {
            "NAME": postgres.DATABASE,
            "USER": postgres.ROLE,
            "PASSWORD": "",
            "HOST": socket,
            "PORT": str(postgres.PORT),
            "OPTIONS": {},
        }
    else:
        parts = parts_of("DATABASE_URL", url)
    past = _settings(parts_of("DATABASE_DIRECT_URL", direct), prepared=PREPARED_AFTER) if direct else None
    # A pooler may give every transaction another session, where nothing is prepared.
    return {**_settings(parts, prepared=None if direct else PREPARED_AFTER), "DIRECT": past}


def _settings(parts: dict[str, Any], *, prepared: int | None) -> dict[str, Any]:
    return {
        **parts,
        "ENGINE": "django.db.backends.postgresql",
        "CONN_HEALTH_CHECKS": True,
        "OPTIONS": {
            **parts["OPTIONS"],
            "pool": {"min_size": 1, "max_size": number("GIGAFIBRE_POOL", least=1), "timeout": 10},
            "options": f"{parts['OPTIONS'].get('options', '')} -c timezone=UTC".lstrip(),
            "cursor_factory": Cursor,
            "prepare_threshold": prepared,
        },
    }


@contextmanager
def pointed_at(url: str) -> Iterator[None]:
    """Let a database be the one that this process and those it starts read from the environment, for a while."""
    before = {name: os.environ.pop(name, None) for name in ("DATABASE_URL", "DATABASE_DIRECT_URL")}
    os.environ["DATABASE_URL"] = url
    try:
        yield
    finally:
        del os.environ["DATABASE_URL"]
        os.environ.update({name: value for name, value in before.items() if value is not None})
