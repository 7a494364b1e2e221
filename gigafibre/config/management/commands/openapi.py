"""`gigafibre openapi`: the descriptions of the three APIs, from which clients are made."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.openapi import document, field_document, public_document, written


class Command(BaseCommand):
    help = (
        "Write the OpenAPI descriptions of /api/v1, /api/field and /api/public; "
        "with --check only say whether one has drifted."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to write, and whether to write at all."""
        kept = Path(settings.BASE_DIR) / "web" / "src" / "shared" / "api" / "openapi.json"
        parser.add_argument(
            "--out", type=Path, default=kept, help="the file of /api/v1; the others are field.<name>, public.<name>"
        )
        parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where the file has drifted")
        parser.add_argument(
            "--json", choices=["ops", "field", "public"], help="print one of them instead of writing the files"
        )

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, print or compare."""
        out: Path = options["out"]
        described = {"ops": document, "field": field_document, "public": public_document}
        if options["json"]:
            self.stdout.write(written(described[options["json"]]()), ending="")
            return
        for audience, describe in described.items():
            path = out if audience == "ops" else out.with_name(f"{audience}.{out.name}")
            text = written(describe())
            kept = path.read_text() if path.exists() else None
            if options["check"] and kept != text:
                raise CommandError(f"{path.name} has drifted: run `gigafibre openapi`, then `npm run api` in web/.")
            if kept != text:
                path.write_text(text)
