"""A preview in words: what changes, money, messages, network, rules checked, in the reader's language."""

from __future__ import annotations

import re
from collections import Counter
from datetime import date, datetime, timedelta
from decimal import Decimal, InvalidOperation
from typing import Any

from babel.dates import format_date
from django.apps import apps
from django.db import connection
from psycopg import sql

from gigafibre.kernel import clock
from gigafibre.kernel.collected import RowChange, StoredIntent, net
from gigafibre.kernel.describe import Table, all_deeds, described
from gigafibre.kernel.events import read_event
from gigafibre.kernel.intents import kind_of
from gigafibre.kernel.money import format_money
from gigafibre.kernel.preview import Preview, WouldPark

#: More rows of one table and operation than this are told as a count.
SHOWN_EACH = 40
#: New rows of these are told as facts, messages and network effects.
TOLD_ELSEWHERE = {"kernel_delivery", "kernel_intent"}
#: What was done to a row, by the trail's letter: French, English.
DONE = {"I": ("Création", "Created"), "U": ("Modification", "Changed"), "D": ("Suppression", "Deleted")}


def in_words(seen: Preview, language: str) -> dict[str, Any]:
    """Return the preview as JSON data for dialogs, command line and assistants."""
    return {
        "action": seen.action.name,
        "title": seen.action.label.in_(language),
        "harmful": seen.action.harmful,
        "undo": seen.action.undo,
        "result": seen.result,
        "changes": _changes(net(seen.collected.rows), language),
        "facts": [
            {"type": e.type, "text": read_event(e.type, e.version, e.payload).says().in_(language)}
            for e in seen.collected.events
        ],
        "money": [
            {
                "label": g.label.in_(language),
                "subject": g.subject,
                "before": _money(g.before, language),
                "after": _money(g.after, language),
                "difference": _difference(g.before, g.after),
            }
            for g in seen.gauges
        ],
        "messages": _intents(seen.collected.intents, "messages", language),
        "network": _intents(seen.collected.intents, "network", language),
        "charges": _intents(seen.collected.intents, "money", language),
        "rules": [
            {"code": r.code, "source": r.source, "fact": r.fact.in_(language), "passed": r.passed} for r in seen.rules
        ],
        "parked": [_would_park(one, language) for one in seen.parked],
    }


def _would_park(one: WouldPark, language: str) -> dict[str, str]:
    """Name what would wait for a person as parked work names it, and why in words where there are any."""
    name = all_deeds().get(one.handler)
    return {
        "handler": name.in_(language) if name else one.handler,
        "error": one.said.in_(language) if one.said else one.error,
    }


def _changes(rows: list[RowChange], language: str) -> list[dict[str, Any]]:
    counted = Counter((row.table, row.op) for row in rows)
    told: list[dict[str, Any]] = []
    summed: set[tuple[str, str]] = set()
    numbers = _numbers(rows)
    for row in rows:
        table = described(row.table)
        if not table.columns or (row.table in TOLD_ELSEWHERE and row.op == "I"):
            continue
        key = (row.table, row.op)
        if counted[key] > SHOWN_EACH:
            if key not in summed:
                summed.add(key)
                named = {"label": table.label.in_(language), "number": None}
                told.append(_line(table, row, language) | named | {"count": counted[key], "fields": []})
            continue
        fields = _fields(table, row, language)
        if fields or row.op != "U":
            told.append(_line(table, row, language, numbers.get((row.table, row.row))) | {"fields": fields})
    return told


def _numbers(rows: list[RowChange]) -> dict[tuple[str, str], dict[str, Any]]:
    """Return number and kind of the changed rows that stood before, which their change alone doesn't say: one
    statement per table.
    """
    keys_of = {model._meta.db_table: str(model._meta.pk.column) for model in apps.get_models()}
    changed: dict[str, list[str]] = {}
    for row in rows:
        if row.op == "U" and described(row.table).number and keys_of.get(row.table) == "id":
            changed.setdefault(row.table, []).append(row.row)
    found = {}
    for name, keys in changed.items():
        table = described(name)
        number = str(table.number)
        called = table.called or number
        with connection.cursor() as cursor:
            wanted = sql.SQL("SELECT id::text, {}::text, {}::text FROM {} WHERE id = ANY (%s::bigint[])")
            cursor.execute(wanted.format(*map(sql.Identifier, (number, called, name))), [keys])
            found.update({(name, key): {number: said, called: kind} for key, said, kind in cursor.fetchall()})
    return found


def rows_in_words(rows: list[RowChange], language: str) -> list[dict[str, Any]]:
    """Return changed rows for people, in their order: what each is, what was done, its described fields before and
    after.
    """
    numbers = _numbers(rows)
    told = []
    for row in rows:
        table = described(row.table)
        line = _line(table, row, language, numbers.get((row.table, row.row)))
        told.append(line | {"fields": _fields(table, row, language)})
    return told


def _line(table: Table, row: RowChange, language: str, stood: dict[str, Any] | None = None) -> dict[str, Any]:
    data = {**(stood or {}), **(row.after or row.before or {})}
    fr, en = DONE[row.op]
    return {
        "table": table.name,
        "label": _called(table, data, language) if row.op == "U" else table.label.in_(language),
        "number": data.get(table.number) if table.number else None,
        "op": row.op,
        "done": en if language.startswith("en") else fr,
        "count": 1,
        "books": table.books,
    }


def _called(table: Table, data: dict[str, Any], language: str) -> str:
    """Return what a record that stood before is called: by the column that says it, if its table has one.

    A new one comes with what it is of (an invoice with its document in the account), which has that name already.
    """
    column = table.columns.get(table.called)
    if column and column.write and data.get(table.called):
        return column.write(data[table.called], language)
    return table.label.in_(language)


def _fields(table: Table, row: RowChange, language: str) -> list[dict[str, Any]]:
    before, after = row.before or {}, row.after or {}
    fields = []
    for name, column in table.columns.items():
        old, new = before.get(name), after.get(name)
        if old == new or (row.op == "I" and new in (None, "", [], {})):
            continue
        write = column.write or plain
        fields.append(
            {
                "field": name,
                "label": column.label.in_(language),
                "before": None if row.op == "I" else write(old, language),
                "after": None if row.op == "D" else write(new, language),
            }
        )
    return fields


def _intents(intents: list[StoredIntent], group: str, language: str) -> list[dict[str, Any]]:
    return [
        {"kind": i.kind, "subject": i.subject, "text": kind_of(i.kind).says(i.payload).in_(language), "state": i.state}
        for i in intents
        if kind_of(i.kind).group == group
    ]


def _money(amount: Decimal | None, language: str) -> str:
    return "—" if amount is None else format_money(amount, language)


def _difference(before: Decimal | None, after: Decimal | None) -> str | None:
    return None if before is None or after is None else f"{after - before:f}"


def plain(value: Any, language: str) -> str:
    """Write a column's JSON value: dates and yes/no in words, nothing as a dash."""
    if value is None or value == "":
        return "—"
    if isinstance(value, bool):
        return ("Yes" if value else "No") if language.startswith("en") else ("Oui" if value else "Non")
    if isinstance(value, str):
        return _dated(value, language)
    return str(value)


def dollars(value: Any, language: str) -> str:
    """Write a column of money."""
    try:
        return "—" if value is None else format_money(Decimal(str(value)), language)
    except InvalidOperation:
        return str(value)


#: A certificate of ten digits is no day, though Python reads one in it.
_DAY = re.compile(r"\d{4}-\d\d-\d\d")
#: A range of days as the database writes it: its first one, then the first one not in it.
_DAYS = re.compile(r"\[(?P<first>\d{4}-\d\d-\d\d),(?P<after>\d{4}-\d\d-\d\d)?\)")


def _between(first: str, after: str | None, language: str) -> str:
    english = language.startswith("en")
    if not after:
        return f"{'from' if english else 'dès le'} {_dated(first, language)}"
    last = (date.fromisoformat(after) - timedelta(days=1)).isoformat()
    return f"{_dated(first, language)} {'to' if english else 'au'} {_dated(last, language)}"


def _dated(value: str, language: str) -> str:
    if days := _DAYS.fullmatch(value):
        return _between(days["first"], days["after"], language)
    locale = "en_CA" if language.startswith("en") else "fr_CA"
    try:
        if _DAY.fullmatch(value):
            return format_date(date.fromisoformat(value), "d MMM y", locale=locale)
        if len(value) > 18 and value[4] == "-" and value[10] in "T ":
            local = datetime.fromisoformat(value).astimezone(clock.zone())
            return f"{format_date(local.date(), 'd MMM y', locale=locale)} {local:%H:%M}"
    except ValueError:
        pass
    return value
