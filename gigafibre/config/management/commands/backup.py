"""`gigafibre backup FOLDER`: the database, the files and the keys as they are now, while the platform runs."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.backup.errors import BackupRefusedError
from gigafibre.config.backup.making import database_at_hand, make, thin_out


class Command(BaseCommand):
    help = (
        "Make a backup in a new folder of FOLDER: one moment of the database, every stored file, the keys. "
        "With --keep, remove old ones afterwards."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where, with or without keys, and how many to keep."""
        parser.add_argument("folder", type=Path)
        parser.add_argument("--keys", dest="secrets", action="store_true", default=None, help="take the keys along")
        parser.add_argument("--no-keys", dest="secrets", action="store_false", help="leave the keys out")
        parser.add_argument("--keep", type=int, help="keep so many of the newest, remove older ones")
        parser.add_argument("--months", type=int, default=12, help="with --keep: also the first of so many months (12)")
        parser.add_argument("--json", action="store_true")

    def handle(self, *args: Any, **options: Any) -> None:
        """Make one, then remove what need not be kept."""
        if options["keep"] is not None and options["keep"] < 1:
            raise CommandError("--keep: keep at least 1.")
        try:
            with database_at_hand():
                made = make(options["folder"].resolve(), secrets=options["secrets"])
        except BackupRefusedError as refused:
            raise CommandError(str(refused)) from None
        gone = thin_out(made.folder.parent, keep=options["keep"], months=options["months"]) if options["keep"] else []
        told = {
            "backup": str(made.folder),
            "tables": len(made.manifest.tables) - 1,
            "rows": sum(rows for rows, _ in made.manifest.tables.values()),
            "files": len(made.manifest.files),
            "missing": made.manifest.missing,
            "keys": bool(made.manifest.secrets),
            "removed": [path.name for path in gone],
        }
        if options["json"]:
            self.stdout.write(json.dumps(told))
            return
        self.stdout.write(f"{told['backup']}: {told['rows']} rows of {told['tables']} tables, {told['files']} files.")
        if not told["keys"]:
            self.stdout.write("The keys are not in it: keep GIGAFIBRE_FIELD_KEYS somewhere else, or it opens nothing.")
        for digest in made.manifest.missing:
            self.stderr.write(f"A stored file is not there, and so not in the backup: {digest}")
        if gone:
            self.stdout.write(f"Removed: {', '.join(path.name for path in gone)}.")
