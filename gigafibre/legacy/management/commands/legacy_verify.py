"""`gigafibre legacy_verify --source …`: recompute every sum of an import from both databases."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.importing.run import opened
from gigafibre.legacy.source import SourceError
from gigafibre.legacy.verify import verify


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
            for c in checks:
                self.stdout.write(f"{'=' if c.holds else '≠'} {c.name:34} {c.source:>18f} {c.here:>18f}")
        if wrong := [c.name for c in checks if not c.holds]:
            raise CommandError(f"these differ: {', '.join(wrong)}")
