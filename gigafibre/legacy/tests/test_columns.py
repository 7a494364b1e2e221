"""Every column of the legacy database has its destination in `docs/legacy-columns.md`; nothing stale stands there."""

from __future__ import annotations

import re
from pathlib import Path

from django.apps import apps

from gigafibre.legacy.importing.phases import TABLES
from gigafibre.legacy.schema import tables
from gigafibre.legacy.waiting import WAITING

#: Kept whole as they are: no app will take them over.
ARCHIVED = {name for name, kept in WAITING.items() if kept.why == "archived"}
DOCUMENT = Path(__file__).resolve().parents[3] / "docs" / "legacy-columns.md"


def destinations() -> dict[tuple[str, str], str]:
    found: dict[tuple[str, str], str] = {}
    table = ""
    for line in DOCUMENT.read_text(encoding="utf-8").splitlines():
        if heading := re.fullmatch(r"## (\w+)", line):
            table = heading[1]
        elif (row := re.fullmatch(r"\| (\w+) \| (.+) \|", line)) and row[1] != "column":
            assert (table, row[1]) not in found, f"{table}.{row[1]} stands twice"
            found[table, row[1]] = row[2]
    return found


def test_every_column_has_its_destination_and_no_row_is_stale() -> None:
    columns = {(name, column) for name, table in tables().items() for column in table.names}
    assert set(destinations()) == columns


def test_a_table_that_is_read_is_not_put_off_and_another_is() -> None:
    for (table, column), destination in destinations().items():
        later = destination.startswith("later: ")
        assert later or table in TABLES or table in ARCHIVED, f"{table} is not read, but {column} claims to be kept"
        if table in TABLES:
            assert re.match(r"[A-Z]\w+|dropped, because |later: |read |compared |the day ", destination), destination


def test_every_model_and_field_that_is_named_exists() -> None:
    models = {model.__name__: {field.name for field in model._meta.get_fields()} for model in apps.get_models()}
    for place, destination in destinations().items():
        for model, field in re.findall(r"\b([A-Z]\w+)\.(\w+)", destination):
            assert field in models[model], (place, f"{model}.{field}")
