"""`gigafibre openapi`: the description of the staff API, from which the front end's client is made."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.openapi import written


class Command(BaseCommand):
    help = "Write the OpenAPI description of /api/v1 for the front end; with --check only say whether it has drifted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to write, and whether to write at all."""
        kept = Path(settings.BASE_DIR) / "web" / "src" / "shared" / "api" / "openapi.json"
        parser.add_argument("--out", type=Path, default=kept, help="the file (default: the front end's)")
        parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where the file has drifted")
        parser.add_argument("--json", action="store_true", help="print it instead of writing the file")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, print or compare."""
        path: Path = options["out"]
        described = written()
        if options["json"]:
            self.stdout.write(described, ending="")
            return
        kept = path.read_text() if path.exists() else None
        if options["check"] and kept != described:
            raise CommandError(f"{path.name} has drifted: run `gigafibre openapi`, then `npm run api` in web/.")
        if kept != described:
            path.write_text(described)
