"""Settings of the provider that live in the database: declared with type, default and meaning, read by key."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Any

from pydantic import TypeAdapter

from gigafibre.kernel.text import Text


@dataclass(frozen=True)
class Declared:
    """One setting: its key, type, default and what it is for."""

    key: str
    type: Any
    default: Any
    about: Text


_declared: dict[str, Declared] = {}


def declare(key: str, type_: Any, default: Any, about: Text) -> None:
    """Declare a setting once, at import."""
    if key in _declared:
        raise ValueError(f"setting {key} is declared twice")
    TypeAdapter(type_).validate_python(default)
    _declared[key] = Declared(key, type_, default, about)


def get(key: str) -> Any:
    """Return a setting's value, or its default; typed as declared."""
    from gigafibre.kernel.models import Setting

    declared = _declared[key]
    row = Setting.objects.filter(key=key).first()
    return declared.default if row is None else TypeAdapter(declared.type).validate_python(row.value)


def many(*keys: str) -> dict[str, Any]:
    """Return several settings with one query."""
    from gigafibre.kernel.models import Setting

    rows = dict(Setting.objects.filter(key__in=keys).values_list("key", "value"))
    return {
        key: TypeAdapter(_declared[key].type).validate_python(rows[key]) if key in rows else _declared[key].default
        for key in keys
    }


def put(key: str, value: Any) -> None:
    """Write a setting (inside an action)."""
    from gigafibre.kernel.models import Setting

    adapter = TypeAdapter(_declared[key].type)
    clean = adapter.dump_python(adapter.validate_python(value), mode="json")
    Setting.objects.update_or_create(key=key, defaults={"value": clean})


def all_declared() -> dict[str, Declared]:
    """Return every declared setting."""
    return dict(_declared)
