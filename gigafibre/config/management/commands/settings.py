"""`gigafibre settings`: the reference of every variable of the environment, as it is written in docs/settings.md."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.variables import page

BEGIN, END = "<!-- made by `gigafibre settings`: begin -->", "<!-- made by `gigafibre settings`: end -->"


class Command(BaseCommand):
    help = "Write the tables of docs/settings.md; with --check only say whether they have drifted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take whether to write at all."""
        parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where it has drifted")
        parser.add_argument("--print", action="store_true", help="print the tables instead")

    def handle(self, *args: Any, **options: Any) -> None:
        """Write, print or compare."""
        if options["print"]:
            self.stdout.write(page())
            return
        path = Path(settings.BASE_DIR) / "docs" / "settings.md"
        kept = path.read_text(encoding="utf-8")
        before, _, rest = kept.partition(BEGIN)
        wanted = f"{before}{BEGIN}\n\n{page()}\n{END}{rest.partition(END)[2]}"
        if options["check"] and kept != wanted:
            raise CommandError("docs/settings.md has drifted: run `gigafibre settings`.")
        if kept != wanted:
            path.write_text(wanted, encoding="utf-8")
