"""`gigafibre rotate_keys`: write every encrypted column again under the newest key."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandParser
from django.db import connection, transaction
from psycopg import sql

from gigafibre.kernel.encrypted import box, encrypted_columns

CHUNK = 500
SELECT = sql.SQL(
    "SELECT {pk}, {column} FROM {table} WHERE {column} <> '' AND {pk} > %s ORDER BY {pk} LIMIT %s FOR UPDATE"
)
UPDATE = sql.SQL("UPDATE {table} SET {column} = %s WHERE {pk} = %s")


class Command(BaseCommand):
    help = "Write every secret again under the newest key (put it first in GIGAFIBRE_FIELD_KEYS, then run this)."

    def add_arguments(self, parser: CommandParser) -> None:
        """Offer JSON."""
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        """Go column by column, in chunks, each in its own transaction; running it again is harmless."""
        done = {
            f"{model._meta.db_table}.{column}": self._rotate(model, column) for model, column in encrypted_columns()
        }
        if options["json"]:
            self.stdout.write(json.dumps(done))
        for name, count in done.items():
            if not options["json"]:
                self.stdout.write(f"{name}: {count}")

    def _rotate(self, model: Any, column: str) -> int:
        names = {
            "pk": sql.Identifier(model._meta.pk.column),
            "column": sql.Identifier(column),
            "table": sql.Identifier(model._meta.db_table),
        }
        select, update = SELECT.format(**names), UPDATE.format(**names)
        last, count = 0, 0
        while True:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(select, [last, CHUNK])
                rows = cursor.fetchall()
                if not rows:
                    return count
                cursor.executemany(update, [(box().rotate(old.encode()).decode(), key) for key, old in rows])
            last, count = rows[-1][0], count + len(rows)
