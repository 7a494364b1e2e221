"""`gigafibre legacy_verify --source …`: recompute every sum of an import from both databases."""

import json
from io import StringIO
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser
from rich.console import Console
from rich.table import Table

from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.source import SourceError
from gigafibre.legacy.verify import Check, verify


class Command(BaseCommand):
    help = "Recompute the sums of an import from source and target, by other means than the importer's."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say which source."""
        parser.add_argument("--source", required=True, metavar="FOLDER | mysql://user@host:port/gestionclient")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        """Say each sum twice; exit with 1 when one differs."""
        try:
            with opened(options["source"]) as source:
                checks = verify(source)
        except (Refusal, SourceError) as refusal:
            raise CommandError(str(refusal)) from refusal
        if options["json"]:
            rows = [
                {"name": c.name, "source": f"{c.source:f}", "here": f"{c.here:f}", "holds": c.holds} for c in checks
            ]
            self.stdout.write(json.dumps(rows))
        else:
            self._tell(checks)
        if wrong := [c.name for c in checks if not c.holds]:
            raise CommandError(f"these differ: {', '.join(wrong)}")

    def _tell(self, checks: list[Check]) -> None:
        """Write the checks as a table; on a terminal what differs stands out."""
        shown = Table(box=None, pad_edge=False)
        shown.add_column("")
        shown.add_column("Somme")
        for heading in ("Source", "Ici", "Écart"):
            shown.add_column(heading, justify="right", no_wrap=True)
        for c in checks:
            style = "" if c.holds else "bold red"
            rest = "" if c.holds else f"{c.here - c.source:,f}"
            shown.add_row("=" if c.holds else "≠", c.name, f"{c.source:,f}", f"{c.here:,f}", rest, style=style)
        with StringIO() as text:
            Console(file=text, force_terminal=self.stdout.isatty(), width=110).print(shown)
            self.stdout.write(text.getvalue())
