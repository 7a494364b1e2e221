"""What migrations say about a table in one word: audited, immutable, seen in previews only, what it refers to.

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


def kept_for(table: str, column: str, days: int) -> RunSQL:
    """Let rows of an immutable table be removed once they are older than some days, by `column`; nothing else."""
    return RunSQL(
        f"DROP TRIGGER {table}_immutable ON {table};"
        f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();"
        f"CREATE TRIGGER {table}_kept BEFORE DELETE ON {table} FOR EACH ROW "
        f"EXECUTE FUNCTION kernel_refuse_early('{column}', '{days}');",
        f"DROP TRIGGER {table}_kept ON {table}; DROP TRIGGER {table}_immutable ON {table};"
        f"CREATE TRIGGER {table}_immutable BEFORE UPDATE OR DELETE OR TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();",
    )


def never_emptied(table: str) -> RunSQL:
    """Refuse TRUNCATE, which no row trigger sees."""
    return RunSQL(
        f"CREATE TRIGGER {table}_never_emptied BEFORE TRUNCATE ON {table} "
        f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();",
        f"DROP TRIGGER {table}_never_emptied ON {table};",
    )


def refers(table: str, **columns: str) -> RunSQL:
    """Check foreign keys (`column="table referred to"`, by its `id`) once per statement instead of once per row.

    For tables written by the thousand, whose model says `db_constraint=False`; at once, never deferred.
    """
    forward = backward = ""
    for column, target in columns.items():
        name = f"{table}_{column}"
        for op, short in (("INSERT", "i"), ("UPDATE", "u")):
            forward += (
                f"CREATE TRIGGER {name}_refers_{short} AFTER {op} ON {table} REFERENCING NEW TABLE AS new_rows "
                f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_check_reference('{column}', '{target}');\n"
            )
            backward += f"DROP TRIGGER {name}_refers_{short} ON {table};\n"
        forward += (
            f"CREATE TRIGGER {name}_referred AFTER DELETE ON {target} REFERENCING OLD TABLE AS old_rows "
            f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_check_referred('{table}', '{column}');\n"
            f"CREATE OR REPLACE TRIGGER {target}_referred_by_key BEFORE UPDATE OF id ON {target} "
            f"FOR EACH ROW WHEN (OLD.id <> NEW.id) EXECUTE FUNCTION kernel_refuse_change();\n"
            f"CREATE OR REPLACE TRIGGER {target}_referred_not_emptied BEFORE TRUNCATE ON {target} "
            f"FOR EACH STATEMENT EXECUTE FUNCTION kernel_refuse_change();\n"
        )
        backward += f"DROP TRIGGER {name}_referred ON {target};\n"
    return RunSQL(forward, backward)


def follows(table: str, *columns: str, kind: str = "customer", also: str = "", guards: Iterable[str] = ()) -> RunSQL:
    """Let a table's rows follow a record to its successor (`kernel.succession`); a former record gets no new ones.

    `guards`, triggers that keep the rows as they are, stand aside meanwhile: nothing but `columns` (and those named in
    `also`, by commas) can then change, and only from a former record to its successor.
    """
    named = ",".join(columns or ("customer_id",))
    forward = "".join(f"SELECT kernel_stand_aside('{guard}', '{table}');\n" for guard in guards)
    forward += (
        f"CREATE TRIGGER {table}_follows AFTER UPDATE ON {table} "
        f"REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows FOR EACH STATEMENT "
        f"WHEN (kernel_following()) EXECUTE FUNCTION kernel_check_following('{kind}', '{named}', '{also}');\n"
        f"CREATE TRIGGER {table}_current AFTER INSERT ON {table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT "
        f"WHEN (current_user <> '{IMPORTER}') EXECUTE FUNCTION kernel_refuse_former('{kind}', '{named}');\n"
    )
    # The guards go on standing aside for a setting that nobody makes any more: nothing to take back.
    return RunSQL(forward, f"DROP TRIGGER {table}_follows ON {table}; DROP TRIGGER {table}_current ON {table};")


def _audit(table: str, hidden: Iterable[str], pk: str, when: str) -> RunSQL:
    columns = ",".join(hidden)
    forward = "".join(
        f"CREATE TRIGGER {table}_audit_{short} AFTER {op} ON {table} REFERENCING {tables} "
        f"FOR EACH STATEMENT WHEN ({when}) EXECUTE FUNCTION kernel_audit_rows('{columns}', '{pk}');\n"
        for short, op, tables in _OPS
    )
    return RunSQL(forward, "".join(f"DROP TRIGGER {table}_audit_{short} ON {table};\n" for short, _, _ in _OPS))
