"""Filling an empty table without its foreign keys and side indexes, then putting them back: one check, not millions.

Inside the phase's transaction: a killed import leaves every constraint where it was. Until the phase ends nobody else
can read these tables (nor, while keys come off and on, those they point to), which is why only large and empty tables
are laid bare.
"""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Any

from psycopg import sql

FOREIGN_KEYS = """
SELECT conname, pg_get_constraintdef(oid) FROM pg_constraint
WHERE conrelid = %s::regclass AND contype = 'f' AND conparentid = 0 ORDER BY conname
"""
INDEXES = """
SELECT i.indexrelid::regclass::text, pg_get_indexdef(i.indexrelid) FROM pg_index i
WHERE i.indrelid = %s::regclass AND NOT i.indisunique AND NOT i.indisprimary AND NOT i.indisexclusion
ORDER BY i.indexrelid
"""


@contextmanager
def bare(cursor: Any, tables: Sequence[str]) -> Iterator[None]:
    """Lay those of the tables bare that are empty; keys are checked and indexes built when the work is done."""
    keys: list[tuple[str, str, str]] = []
    indexes: list[str] = []
    for table in tables:
        cursor.execute(sql.SQL("SELECT EXISTS (SELECT 1 FROM {})").format(sql.Identifier(table)))
        if cursor.fetchone()[0]:
            continue
        cursor.execute(FOREIGN_KEYS, [table])
        for name, definition in cursor.fetchall():
            keys.append((table, name, definition))
            cursor.execute(
                sql.SQL("ALTER TABLE {} DROP CONSTRAINT {}").format(sql.Identifier(table), sql.Identifier(name))
            )
        cursor.execute(INDEXES, [table])
        for name, definition in cursor.fetchall():
            indexes.append(definition)
            cursor.execute(sql.SQL("DROP INDEX {}").format(sql.SQL(name)))
    yield
    for definition in indexes:
        cursor.execute(definition)
    for table, name, definition in keys:
        cursor.execute(
            sql.SQL("ALTER TABLE {} ADD CONSTRAINT {} {}").format(
                sql.Identifier(table), sql.Identifier(name), sql.SQL(definition)
            )
        )
