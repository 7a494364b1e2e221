"""`gigafibre verify_contract FILE`: is this paper a contract we sealed, unchanged to the byte?"""

from __future__ import annotations

from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.sales import poppler
from gigafibre.sales.sealing import look


class Command(BaseCommand):
    help = "Say whether a PDF is a contract we sealed, and unchanged since; exits 1 when it is not."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the file."""
        parser.add_argument("file", type=Path)

    def handle(self, **options: Any) -> None:
        """Look at it."""
        try:
            content = options["file"].read_bytes()
        except OSError as error:
            raise CommandError(str(error)) from error
        found = look(content)
        if not found.genuine:
            why = "a seal of ours, but changed since" if found.sealed_by_us else "no intact seal of ours"
            raise CommandError(f"NOT genuine ({why}). SHA-256 {found.sha256}", returncode=1)
        self.stdout.write(f"genuine: {found.contract}, sealed {found.sealed_at:%Y-%m-%d %H:%M:%S %Z}, {found.sha256}")
        self.stdout.write("pyHanko: the seal is ours, valid, and covers the whole file")
        if not poppler.installed():
            self.stdout.write("pdfsig: not asked, it is not installed (Debian: poppler-utils)")
            return
        opinion = poppler.pdfsig(content)
        self.stdout.write(f"pdfsig: {'valid, and covers the whole file' if opinion.valid else opinion.said}")
        if not opinion.valid:
            raise CommandError("pdfsig disagrees", returncode=1)
