"""`gigafibre run`: the whole platform in one command."""

from argparse import ArgumentParser
from pathlib import Path
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand, CommandError

from gigafibre.config.launch.supervisor import CannotRunError, PostgresRefusedError, Supervisor
from gigafibre.config.variables import text


class Command(BaseCommand):
    help = (
        "Start everything: the embedded database (unless DATABASE_URL names one), the web server, the worker. "
        "GIGAFIBRE_HOME and PORT choose which copy; GIGAFIBRE_ADDRESS where it listens (127.0.0.1)."
    )
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--address", default=text("GIGAFIBRE_ADDRESS"))

    def handle(self, *args: Any, port: int, address: str, **options: Any) -> None:
        try:
            Supervisor(Path(settings.HOME), port, address, self.stdout.write).run()
        except (CannotRunError, PostgresRefusedError) as refused:
            raise CommandError(str(refused)) from None
