"""`gigafibre restore BACKUP`: put a backup back into an empty home or database, or only say whether it is whole."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.backup import archive
from gigafibre.config.backup.errors import BackupRefusedError
from gigafibre.config.backup.restoring import restore


class Command(BaseCommand):
    help = "Restore a backup into this copy, which must be empty and stopped; with --verify only look at it."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take the backup's folder."""
        parser.add_argument("backup", type=Path)
        parser.add_argument("--verify", action="store_true", help="compare every digest, restore nothing")

    def handle(self, *args: Any, **options: Any) -> None:
        """Verify or restore; a refusal leaves everything as it was."""
        folder: Path = options["backup"].resolve()
        try:
            manifest = archive.read(folder) if options["verify"] else restore(folder)
        except BackupRefusedError as refused:
            raise CommandError(str(refused)) from None
        if options["verify"] and (problems := list(archive.wrong(folder, manifest))):
            raise CommandError("\n".join(problems))
        rows = sum(count for count, _ in manifest.tables.values())
        word = "whole" if options["verify"] else "restored"
        self.stdout.write(f"{word}: {rows} rows, {len(manifest.files)} files, of {manifest.made_at}.")
        if not options["verify"]:
            self.stdout.write("Start it as usual: what is new since then in this version is migrated at the start.")
