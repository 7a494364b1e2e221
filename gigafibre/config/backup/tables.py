"""What stands in each table, as one number: by it a restored database is compared with the one that was saved."""

from __future__ import annotations

from django.db import connection
from psycopg import sql

_TABLES = """
SELECT c.relname FROM pg_class c JOIN pg_namespace n ON n.oid = c.relnamespace
WHERE n.nspname = 'public' AND c.relkind IN ('r', 'p') AND NOT c.relispartition
  AND NOT EXISTS (SELECT FROM pg_depend d WHERE d.objid = c.oid AND d.deptype = 'e')
ORDER BY 1
"""
# A sum of digests doesn't hang on the order of rows, and needs no sorting of a table of millions.
_DIGEST = """
SELECT count(*), coalesce(sum(('x' || left(d, 15))::bit(60)::bigint + ('x' || right(d, 15))::bit(60)::bigint), 0)::text
FROM (SELECT md5(t::text) AS d FROM {table} t) rows
"""
_SEQUENCES = """
SELECT count(*), md5(coalesce(string_agg(concat_ws(' ', sequencename, last_value), '|' ORDER BY sequencename), ''))
FROM pg_sequences WHERE schemaname = 'public'
"""


def tables() -> list[str]:
    """Return the tables of the platform's schema, by name."""
    with connection.cursor() as cursor:
        cursor.execute(_TABLES)
        return [row[0] for row in cursor.fetchall()]


def digests() -> dict[str, tuple[int, str]]:
    """Return rows and digest of every table, and of all sequences as `(sequences)`."""
    found: dict[str, tuple[int, str]] = {}
    with connection.cursor() as cursor:
        # The text of a row hangs on these.
        cursor.execute(
            "SELECT set_config('timezone', 'UTC', false), set_config('datestyle', 'ISO, YMD', false),"
            " set_config('intervalstyle', 'iso_8601', false), set_config('bytea_output', 'hex', false),"
            " set_config('extra_float_digits', '1', false)"
        )
        for table in tables():
            cursor.execute(sql.SQL(_DIGEST).format(table=sql.Identifier("public", table)))
            found[table] = cursor.fetchone()
        cursor.execute(_SEQUENCES)
        found["(sequences)"] = cursor.fetchone()
    return found
