"""Where a database is: an address as libpq reads it, all its parameters kept, refused in words that never repeat it."""

from __future__ import annotations

import re
from typing import Any

import psycopg
from django.core.exceptions import ImproperlyConfigured
from psycopg.conninfo import conninfo_to_dict, make_conninfo

FORM = "write postgresql://user:password@host:port/name?parameter=value"
_ENCODED = "special characters of a password are written as % and two hexadecimal digits (@ is %40, / is %2F, : is %3A)"
_SCHEME = re.compile(r"postgres(?:ql)?://")
_DJANGOS = {"dbname": "NAME", "user": "USER", "password": "PASSWORD", "host": "HOST", "port": "PORT"}
# What libpq says of an address it can't read often repeats the address: of these only the reason is taken.
_REASONS = (
    ("percent-encoded", "a % in it is not followed by two hexadecimal digits, or they are 00; % itself is written %25"),
    ("IPv6", "an IPv6 address stands in brackets: [2001:db8::1]:5432"),
    ("in URI (expected", "an IPv6 address stands in brackets: [2001:db8::1]:5432"),
)
_PARAMETER = re.compile(r'(invalid|missing|extra) .*URI query parameter: "([\w.-]{1,40})"')
_ABOUT = {"invalid": "is none that libpq knows", "missing": "has no value", "extra": "has more than one ="}


def parts_of(variable: str, url: str) -> dict[str, Any]:
    """Return NAME, USER, PASSWORD, HOST, PORT and OPTIONS, as Django names them, of an address.

    Several hosts, IPv6, sockets and every parameter are libpq's own (`h1:5432,h2:5433`, `sslmode`, `service`, …).
    Raises ImproperlyConfigured, which names the variable and what is wrong with it, and never shows the password.
    """
    given: dict[str, Any] = {}
    wrong = _misplaced(url)
    if wrong is None:
        try:
            given = dict(conninfo_to_dict(url))
        except psycopg.Error as failure:
            wrong = _reason(str(failure))
        else:
            wrong = _unusable(given)
    if wrong is not None:
        raise ImproperlyConfigured(f"{variable} can't be used: {wrong}.")
    if "service" not in given:
        given.setdefault("dbname", "gigafibre")
    parts: dict[str, Any] = {name: str(given.pop(parameter, "")) for parameter, name in _DJANGOS.items()}
    return {**parts, "OPTIONS": given}


def _misplaced(url: str) -> str | None:
    """Find what libpq would silently read as something else, a piece of the password as a host or a port, say."""
    scheme = _SCHEME.match(url)
    if scheme is None:
        return f"it must start with postgresql://; {FORM}"
    rest = url[scheme.end() :]
    if rest.count("@") > 1 or "@" in rest.partition("/")[2]:
        return f"an @ stands where none belongs; {_ENCODED}"
    return None


def _unusable(given: dict[str, Any]) -> str | None:
    """Find what libpq refuses only once it connects: a port, a number of hosts, the value of a parameter."""
    if any(port and not re.fullmatch(r"[0-9]{1,5}", port) for port in str(given.get("port", "")).split(",")):
        return f"the port is not a number; {_ENCODED}"
    if "service" in given:
        return None
    # The same with hosts that exist nowhere: libpq looks at everything, says what it thinks, and reaches nobody.
    hosts = str(given.get("host") or given.get("hostaddr") or "").split(",")
    nowhere = {**given, "host": ",".join("/nonexistent" for _ in hosts), "hostaddr": None}
    tried = psycopg.pq.PGconn.connect_start(make_conninfo(**nowhere).encode())
    said = tried.error_message.decode(errors="replace").strip().splitlines()
    tried.finish()
    if not said or said[0].startswith("connection to server"):
        return None
    secret = [str(value) for name, value in given.items() if "password" in name]
    return "libpq refuses a parameter" if any(value in said[0] for value in secret if value) else said[0]


def _reason(said: str) -> str:
    if found := _PARAMETER.match(said):
        return f'the parameter "{found[2]}" {_ABOUT[found[1]]}'
    for words, reason in _REASONS:
        if words in said:
            return reason
    return f"it is no address; {FORM}"
