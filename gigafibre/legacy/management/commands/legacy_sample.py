"""`gigafibre legacy_sample`: make a believable legacy database, as a dump folder or in a MariaDB server."""

import json
import tempfile
import time
from argparse import ArgumentParser
from datetime import date
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gigafibre.legacy.sample import files, shape
from gigafibre.legacy.sample.loading import load, prepare
from gigafibre.legacy.sample.make import make
from gigafibre.legacy.source.address import is_address, parse_address
from gigafibre.legacy.source.contract import SourceError


class Command(BaseCommand):
    """Writes invented data only; never into a database that already holds tables, unless told to replace them."""

    help = (
        "Make a legacy database gestionclient out of nothing: coherent customers, services, invoices and payments "
        "since 2003 with the defects of the real one, equal for equal seeds. Nothing of it is real."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Describe the options."""
        parser.add_argument("--to", required=True, metavar="FOLDER | mysql://user@host:port/database", help="where to")
        parser.add_argument("--scale", type=float, default=0.02, help="1 = the real volumes (default 0.02)")
        parser.add_argument("--customers", type=int, help="a small, pleasant provider of so many customers instead")
        parser.add_argument("--years", type=int, default=2, help="years of history with --customers (default 2)")
        parser.add_argument("--seed", type=int, default=7, help="equal seeds give equal bytes (default 7)")
        levels = [level.value for level in shape.Defects]
        parser.add_argument("--defects", choices=levels, help="how much is wrong (default real; few with --customers)")
        parser.add_argument("--until", type=date.fromisoformat, default=date(2026, 11, 20), help="last day of history")
        parser.add_argument("--manifest", type=Path, help="where to write what was planted (default: in the folder)")
        parser.add_argument("--replace", action="store_true", help="make the tables of a database anew")
        parser.add_argument("--json", action="store_true", help="print the manifest's summary as JSON")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make the sample and say what it holds."""
        wanted = self._shape(options)
        started = time.monotonic()
        try:
            manifest = self._make(wanted, options)
        except SourceError as error:
            raise CommandError(str(error)) from error
        seconds = time.monotonic() - started
        rows = sum(manifest["tables"].values())
        if options["json"]:
            summary = {key: value for key, value in manifest.items() if key != "planted"}
            self.stdout.write(json.dumps(summary | {"rows": rows, "seconds": round(seconds, 2)}, ensure_ascii=False))
            return
        for name, count in manifest["tables"].items():
            if count:
                self.stdout.write(f"{name:<24}{count:>12,}")
        self.stdout.write(f"{rows:,} rows in {seconds:.1f} s")

    def _shape(self, options: dict[str, Any]) -> shape.Shape:
        seed, until = options["seed"], options["until"]
        defects = shape.Defects(options["defects"] or ("few" if options["customers"] else "real"))
        if customers := options["customers"]:
            if customers < 40 or not 1 <= options["years"] <= 15:
                raise CommandError("Give at least 40 customers and between 1 and 15 years.")
            return shape.demo(customers, options["years"], seed, defects, until)
        if not 0.002 <= options["scale"] <= 10:
            raise CommandError("Give a scale between 0.002 and 10.")
        return shape.scaled(options["scale"], seed, defects, until)

    def _make(self, wanted: shape.Shape, options: dict[str, Any]) -> dict[str, Any]:
        target = options["to"]
        if is_address(target):
            address = parse_address(target)
            prepare(address, replace=options["replace"])
            with tempfile.TemporaryDirectory(prefix="gigafibre-sample-") as folder:
                manifest = make(wanted, Path(folder))
                load(Path(folder), address, self._loaded)
        else:
            folder_path = Path(target).expanduser()
            files.clear(folder_path)
            manifest = make(wanted, folder_path)
        if path := options["manifest"]:
            path.write_text(json.dumps(manifest, ensure_ascii=False, indent=1) + "\n", encoding="utf-8")
        return manifest

    def _loaded(self, name: str, rows: int) -> None:
        if rows:
            self.stderr.write(f"loaded {name}: {rows:,} rows")
