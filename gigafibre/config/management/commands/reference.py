"""`gigafibre reference`: the reference of the API in docs/reference, from the code."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.reference import pages


class Command(BaseCommand):
    help = "Write docs/reference from the code; with --check only say whether a page has drifted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to write at all."""
        parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where a page has drifted")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write or compare."""
        folder = Path(settings.BASE_DIR) / "docs" / "reference"
        folder.mkdir(parents=True, exist_ok=True)
        for name, text in pages().items():
            path = folder / name
            kept = path.read_text() if path.exists() else None
            if options["check"] and kept != text:
                raise CommandError(f"docs/reference/{name} has drifted: run `gigafibre reference`.")
            if kept != text:
                path.write_text(text)
