"""`gigafibre openapi`: the description of the staff API, from which the front end's client is made."""

import json
from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.api import ops


class Command(BaseCommand):
    help = "Write the OpenAPI description of /api/v1 for the front end; with --check only say whether it has drifted."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--check", action="store_true", help="write nothing; end with 1 where the file has drifted")
        parser.add_argument("--json", action="store_true", help="print it instead of writing the file")

    def handle(self, *args: Any, **options: Any) -> None:
        path = Path(settings.BASE_DIR) / "web" / "src" / "shared" / "api" / "openapi.json"
        described = json.dumps(ops.get_openapi_schema(), indent=2, ensure_ascii=False, default=str) + "\n"
        if options["json"]:
            self.stdout.write(described)
        elif not options["check"]:
            path.write_text(described)
        elif not path.exists() or path.read_text() != described:
            raise CommandError(f"{path.name} has drifted: run `gigafibre openapi`, then `npm run api` in web/.")
