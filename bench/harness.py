"""What every bench shares: a database of its own cloned from a cached template, and one JSON object at the end."""

from __future__ import annotations

import argparse
import json
import os
import statistics
import sys
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import contextmanager
from pathlib import Path
from typing import Any

import django

Build = Callable[[], None]


def start() -> None:
    """Load Django; call it before importing any model."""
    os.environ.setdefault("DJANGO_SETTINGS_MODULE", "gigafibre.config.settings")
    # Templates are filled through whatever address is set later: none is read before `database` says so.
    os.environ.setdefault("DATABASE_URL", "postgresql:///none")
    # One asker stands for a whole company here.
    os.environ.setdefault("GIGAFIBRE_RATE_LIMITS", "off")
    django.setup()


@contextmanager
def database(
    volume: str = "empty", build: Build | None = None, *, key: str = "", durable: bool = True
) -> Iterator[str]:
    """Give a fresh clone of the template of a volume (built once per schema, volume and key); yields its URL.

    Django's default connection and the processes started meanwhile use it; it is dropped afterwards.
    """
    from django.conf import settings
    from django.core.management import call_command

    from gigafibre.config.launch import templates
    from gigafibre.config.launch.postgres import binaries, major_version

    def migrate(url: str) -> None:
        with using(url):
            call_command("migrate", verbosity=0, interactive=False)

    def fill(url: str) -> None:
        with using(url):
            if build is not None and not _filled():
                began = time.monotonic()
                build()
                _mark_filled()
                print(f"volume {volume} built in {time.monotonic() - began:.0f} s", file=sys.stderr)

    # A server of another version keeps its data apart: `make test` runs some proofs on the oldest one we support.
    home = Path(settings.HOME)
    folder = home / f"bench-postgres-{major_version(binaries())}" if durable else templates.throwaway_folder(home)
    with templates.shared_server(folder, durable=durable) as server:
        base = templates.migrated(server, migrate)
        name = templates.template(server, f"bench_{volume}", f"{templates.schema_key()}{key}", fill, base=base)
        with templates.cloned(server, name, f"clone_{os.getpid()}_{volume}") as url, using(url):
            yield url


@contextmanager
def using(url: str) -> Iterator[None]:
    """Point Django's default connection, and processes started meanwhile, at a database."""
    from django.conf import settings
    from django.db import connections

    from gigafibre.config.environment import database as parts_of
    from gigafibre.config.environment import pointed_at

    with pointed_at(url):
        parts = parts_of(Path(settings.HOME))
        parts["OPTIONS"] = {name: value for name, value in parts["OPTIONS"].items() if name != "pool"}
        connection = connections["default"]
        connection.close()
        connections.settings["default"].update(parts)
        connection.settings_dict.update(parts)
        try:
            yield
        finally:
            connections["default"].close()


def forgive_new_columns() -> None:
    """Let rows written by SQL leave columns out that came later: texts are empty, flags down, in this database only."""
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(_DEFAULTS)


_DEFAULTS = """
DO $$
DECLARE
  column_ record;
BEGIN
  FOR column_ IN
    SELECT c.table_name, c.column_name, CASE c.data_type WHEN 'boolean' THEN 'false' ELSE '''''' END AS value
    FROM information_schema.columns c JOIN information_schema.tables t USING (table_schema, table_name)
    WHERE c.table_schema = 'public' AND t.table_type = 'BASE TABLE' AND c.is_nullable = 'NO'
      AND c.column_default IS NULL AND c.is_generated = 'NEVER'
      AND c.data_type IN ('boolean', 'text', 'character varying')
  LOOP
    EXECUTE format('ALTER TABLE %I ALTER %I SET DEFAULT %s', column_.table_name, column_.column_name, column_.value);
  END LOOP;
END $$
"""


def arguments(about: str, **options: Any) -> argparse.Namespace:
    """Read the command line: `--json`, and an option per keyword with its default and type."""
    parser = argparse.ArgumentParser(description=about)
    parser.add_argument("--json", action="store_true", help="print one JSON object and nothing else")
    for name, default in options.items():
        parser.add_argument(f"--{name.replace('_', '-')}", type=type(default), default=default)
    return parser.parse_args()


def report(name: str, volume: dict[str, Any], metrics: dict[str, float | int], *, as_json: bool) -> None:
    """Print the figures; the unit is in each metric's name."""
    rounded = {key: round(value, 3) if isinstance(value, float) else value for key, value in metrics.items()}
    if as_json:
        print(json.dumps({"name": name, "volume": volume, "metrics": rounded}))
        return
    print(f"{name}  {json.dumps(volume)}")
    for key, value in rounded.items():
        print(f"  {key:28} {value:>12}")


def percentile(values: Sequence[float], percent: int) -> float:
    """Return a percentile of some measurements."""
    if len(values) < 2:
        return values[0]
    return statistics.quantiles(values, n=100, method="inclusive")[percent - 1]


def _filled() -> bool:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("SELECT to_regclass('bench_filled')")
        return cursor.fetchone()[0] is not None


def _mark_filled() -> None:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute("CREATE TABLE bench_filled ()")
        cursor.execute("ANALYZE")
