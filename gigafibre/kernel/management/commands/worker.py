"""`gigafibre worker`: deliver events, perform outside effects, run jobs."""

import signal
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from gigafibre.kernel.work import Work


class Command(BaseCommand):
    help = "Work: deliver events, perform outside effects, run jobs, until SIGTERM."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say how many threads each loop gets."""
        parser.add_argument("--drains", type=int, default=2, help="threads that deliver events")
        parser.add_argument("--performers", type=int, default=2, help="threads that perform outside effects")

    def handle(self, **options: Any) -> None:
        """Run until told to stop; what is in hand is finished first."""
        work = Work(drains=options["drains"], performers=options["performers"])
        for number in (signal.SIGTERM, signal.SIGINT):
            signal.signal(number, lambda *_: work.stop())
        work.run()
