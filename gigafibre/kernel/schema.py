"""What migrations say about a table in one word: audited, immutable, seen in previews only.

Triggers are per statement with transition tables; row by row they cost half the speed of bulk work.
"""

from __future__ import annotations

from collections.abc import Iterable

from django.db.migrations import RunSQL

IMPORTER = "gigafibre_importer"
_OPS = (
    ("i", "INSERT", "NEW TABLE AS new_rows"),
    ("u", "UPDATE", "OLD TABLE AS old_rows NEW TABLE AS new_rows"),
    ("d", "DELETE", "OLD TABLE AS old_rows"),
)


def audited(table: str, *, hidden: Iterable[str] = (), pk: str = "id") -> RunSQL:
    """Write every changed row of a table to the audit trail (`hidden` columns as dots), off for the importer only."""
    return _audit(table, hidden, pk, f"current_user <> '{IMPORTER}'")


def seen_in_previews(table: str, *, hidden: Iterable[str] = (), pk: str = "id") -> RunSQL:
    """Record a table's changes only while previewing: issued documents and ledger rows are their own trail."""
    return _audit(table, hidden, pk, "current_setting('gigafibre.preview', true) = 'on'")


def immutable(table: str) -> RunSQL:
    """Refuse to change, delete or empty what is in a table."""
    return RunSQL(
        f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();",
        f"DROP TRIGGER {table}_immutable ON {table};",
    )


def never_emptied(table: str) -> RunSQL:
    """Refuse TRUNCATE, which no row trigger sees."""
    return RunSQL(
        f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();",
        f"DROP TRIGGER {table}_never_emptied ON {table};",
    )


def _audit(table: str, hidden: Iterable[str], pk: str, when: str) -> RunSQL:
    columns = ",".join(hidden)
    forward = "".join(
        f"CREATE TRIGGER {table}_audit_{short} AFTER {op} ON {table} REFERENCING {tables} "
        f"FOR EACH STATEMENT WHEN ({when}) EXECUTE FUNCTION kernel_audit_rows('{columns}', '{pk}');\n"
        for short, op, tables in _OPS
    )
    return RunSQL(forward, "".join(f"DROP TRIGGER {table}_audit_{short} ON {table};\n" for short, _, _ in _OPS))
