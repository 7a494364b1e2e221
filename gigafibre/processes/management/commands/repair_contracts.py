"""`gigafibre repair_contracts --signed-since DAY`: what signed contracts lack; with --apply it is made, once."""

from __future__ import annotations

import datetime
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.processes.actions import Repaired

VERB = "processes.repair_orders"


class Command(BaseCommand):
    help = "Say what contracts signed since a day lack (services, issue and jobs, acknowledgement); --apply makes it."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say since when, and whether to do it."""
        parser.add_argument("--signed-since", required=True, type=datetime.date.fromisoformat, metavar="YYYY-MM-DD")
        parser.add_argument("--apply", action="store_true", help="make it; without, nothing is changed")
        parser.add_argument("--json", action="store_true")

    def handle(self, **options: Any) -> None:
        """Look, or repair; exit with 1 when something could not be made."""
        given = {"signed_since": options["signed_since"].isoformat()}
        try:
            done = perform(VERB, given, actor=SYSTEM) if options["apply"] else preview(VERB, given, actor=SYSTEM)
        except Refusal as refusal:
            raise CommandError(str(refusal)) from refusal
        found = [Repaired.model_validate(one) for one in done.result]
        if options["json"]:
            self.stdout.write(json.dumps([one.model_dump(mode="json") for one in found]))
        else:
            for one in found:
                self.stdout.write(_line(one, done=options["apply"]))
            self.stdout.write(f"{len(found)} contract(s) {'repaired' if options['apply'] else 'lack something'}")
        if any(one.failed for one in found):
            raise CommandError("some could not be repaired: see above")


def _line(one: Repaired, *, done: bool) -> str:
    parts = [
        f"{len(one.subscriptions)} subscription(s)" if one.subscriptions else "",
        f"{len(one.jobs)} job(s): {', '.join(str(day) for day in one.dates)}" if one.jobs else "",
        "acknowledgement" if one.acknowledged else "",
        *(f"FAILED: {why}" for why in one.failed),
    ]
    return f"{one.contract}  {'made' if done else 'lacks'}  {'; '.join(filter(None, parts))}"
