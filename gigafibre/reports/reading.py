"""SQL across apps: a file of `reports/sql/`, its rows as dictionaries."""

from __future__ import annotations

import json
import re
from collections.abc import Mapping
from functools import cache
from pathlib import Path
from typing import Any

from django.db import connection

INCLUDED = re.compile(r"^-- \$(?P<name>[a-z_]+)$", re.MULTILINE)
SQL = Path(__file__).parent / "sql"


@cache
def script(name: str) -> str:
    """Return a file of `reports/sql/`; a line `-- $other` in it stands for that other file."""
    text = (SQL / f"{name}.sql").read_text(encoding="utf-8")
    return INCLUDED.sub(lambda found: script(found["name"]), text)


def rows(name: str, values: Mapping[str, Any]) -> list[dict[str, Any]]:
    """Run a script; jsonb columns come as data."""
    with connection.cursor() as cursor:
        cursor.execute(script(name), values)
        names = [column.name for column in cursor.description]
        data = [at for at, column in enumerate(cursor.description) if column.type_code == 3802]
        return [_row(names, row, data) for row in cursor.fetchall()]


def _row(names: list[str], row: tuple[Any, ...], data: list[int]) -> dict[str, Any]:
    values = list(row)
    for at in data:
        if isinstance(values[at], str):
            values[at] = json.loads(values[at])
    return dict(zip(names, values, strict=True))
