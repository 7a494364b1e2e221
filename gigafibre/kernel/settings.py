"""Settings of the provider that live in the database: declared with type, default and meaning, read by key."""

from __future__ import annotations

import json
from collections.abc import Callable
from dataclasses import dataclass, replace
from difflib import get_close_matches
from functools import cache
from typing import Any

from django.db import connection
from pydantic import TypeAdapter, ValidationError

from gigafibre.kernel.errors import Detail, InvalidInput, UnknownSetting
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue, details_of

#: The right to see and change how outside systems are reached, and their secrets.
INTEGRATIONS = "kernel.integrations"


@dataclass(frozen=True)
class Declared:
    """One setting: its key, type, default and what it is for.

    `takes` is the right to see and change it beside `kernel.settings` (empty: none); `cleans` brings a new value to the
    form in which it is kept, or refuses it (BadValue).
    """

    key: str
    type: Any
    default: Any
    about: Text
    takes: str = ""
    cleans: Callable[[Any], Any] | None = None


_declared: dict[str, Declared] = {}


def declare(
    key: str,
    type_: Any,
    default: Any,
    about: Text,
    *,
    takes: str = "",
    cleans: Callable[[Any], Any] | None = None,
) -> None:
    """Declare a setting once, at import; see `Declared`."""
    if key in _declared:
        raise ValueError(f"setting {key} is declared twice")
    TypeAdapter(type_).validate_python(default)
    _declared[key] = Declared(key, type_, default, about, takes, cleans)


def get(key: str) -> Any:
    """Return a setting's value, or its default; typed as declared."""
    with connection.cursor() as cursor:  # by hand: it is read at every turn
        cursor.execute(Prepared("SELECT value FROM kernel_setting WHERE key = %s"), [key])
        row = cursor.fetchone()
    return _declared[key].default if row is None else _adapter(key).validate_python(json.loads(row[0]))


def many(*keys: str) -> dict[str, Any]:
    """Return several settings with one query."""
    with connection.cursor() as cursor:
        cursor.execute(Prepared("SELECT key, value FROM kernel_setting WHERE key = ANY (%s)"), [list(keys)])
        rows = dict(cursor.fetchall())
    return {
        key: _adapter(key).validate_python(json.loads(rows[key])) if key in rows else _declared[key].default
        for key in keys
    }


@cache
def _adapter(key: str) -> TypeAdapter[Any]:
    return TypeAdapter(_declared[key].type)


def put(key: str, value: Any) -> None:
    """Write a setting (inside an action)."""
    from gigafibre.kernel.models import Setting

    adapter = TypeAdapter(_declared[key].type)
    clean = adapter.dump_python(adapter.validate_python(value), mode="json")
    Setting.objects.update_or_create(key=key, defaults={"value": clean})


def declared(key: str) -> Declared:
    """Return a setting as declared; refuses UnknownSetting with the nearest."""
    if key not in _declared:
        raise UnknownSetting(key=key, suggestion=next(iter(get_close_matches(key, _declared, 1)), "—"))
    return _declared[key]


def check(key: str, value: Any, *, field: str = "value") -> Any:
    """Return a value as it is kept (JSON data), clean; UnknownSetting, or InvalidInput when it isn't of the declared
    type or what cleans it says no (`field` is what the details are about).
    """
    known = declared(key)
    adapter = _adapter(key)
    try:
        given = adapter.validate_python(value)
        if known.cleans is not None:
            given = adapter.validate_python(known.cleans(given))
        return adapter.dump_python(given, mode="json")
    except ValidationError as error:
        found = details_of(error)
        raise InvalidInput(*(replace(one, field=f"{field}.{one.field}".rstrip(".")) for one in found)) from error
    except BadValue as error:
        raise InvalidInput(Detail(field, "value_error", error.text, error.suggestion)) from error


def as_json(key: str, value: Any) -> Any:
    """Return a setting's value as JSON data."""
    return TypeAdapter(_declared[key].type).dump_python(value, mode="json")


def schema(key: str) -> dict[str, Any]:
    """Return the JSON schema of a setting's value."""
    return TypeAdapter(_declared[key].type).json_schema()


def all_declared() -> dict[str, Declared]:
    """Return every declared setting."""
    return dict(_declared)
