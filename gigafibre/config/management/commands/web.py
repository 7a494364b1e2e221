"""`gigafibre web`: one web process, for those who supervise by themselves (systemd, containers)."""

import os
from argparse import ArgumentParser
from typing import Any

from django.conf import settings
from django.core.management.base import BaseCommand
from django.db import connections

from gigafibre.config.launch.web import QUIET, web_command
from gigafibre.config.variables import text


class Command(BaseCommand):
    help = "Serve on PORT of GIGAFIBRE_ADDRESS until SIGTERM; the database is there and migrated (`gigafibre migrate`)."
    requires_system_checks: list[str] = []

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Take where to listen."""
        parser.add_argument("--port", type=int, default=settings.PORT)
        parser.add_argument("--address", default=text("GIGAFIBRE_ADDRESS"))

    def handle(self, *args: Any, port: int, address: str, **options: Any) -> None:
        """Become the server: signals reach it directly."""
        connections.close_all()
        command = web_command(address, port)
        os.execve(command[0], command, {**os.environ, **QUIET})  # noqa: S606  a program of ours, without a shell
