"""`gigafibre legacy_shadow --day 2026-12-01 [--compare]`: what we would bill, beside what the old system did."""

from __future__ import annotations

import json
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.money import format_money
from gigafibre.kernel.perform import perform
from gigafibre.legacy.queries import Cycle, shadow_cycle, shadow_cycles


class Command(BaseCommand):
    help = "Bill a day in shadow: compute it before the old system bills it, compare it once its invoices are imported."

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Say which day and which step, or how many days to look back on."""
        what = parser.add_mutually_exclusive_group(required=True)
        what.add_argument("--day", type=date.fromisoformat, help="the day that both systems bill, YYYY-MM-DD")
        what.add_argument(
            "--cycles", type=int, metavar="N", help="list the last N days with their share equal to the cent"
        )
        parser.add_argument("--compare", action="store_true", help="compare the day (without: compute it)")
        parser.add_argument("--json", action="store_true", help="print JSON")

    def handle(self, **given: Any) -> None:
        """Do the step, or list."""
        if given["cycles"] is not None:
            if given["compare"] or given["cycles"] < 1:
                raise CommandError("--cycles N lists the last N days; it compares none, and N is at least 1.")
            cycles = shadow_cycles(given["cycles"])
        else:
            verb = "legacy.compare_cycle" if given["compare"] else "legacy.shadow_cycle"
            try:
                perform(verb, {"day": given["day"].isoformat()}, actor=SYSTEM)
            except Refusal as refusal:
                raise CommandError(f"{refusal.code}: {refusal.said.in_()}") from refusal
            cycles = [shadow_cycle(given["day"])]
        if given["json"]:
            self.stdout.write(json.dumps([asdict(cycle) for cycle in cycles], default=str, ensure_ascii=False))
            return
        for cycle in cycles:
            self._tell(cycle, whole=given["cycles"] is None)

    def _tell(self, cycle: Cycle, *, whole: bool) -> None:
        write = self.stdout.write
        ours = format_money(cycle.ours, "fr")
        if cycle.theirs is None or cycle.share is None:
            write(
                f"{cycle.day}  calculé   {cycle.documents} factures, {ours}, {cycle.parked} abonnements non facturables"
            )
            return
        write(
            f"{cycle.day}  comparé   {cycle.share} % égaux au cent ({cycle.equal} de {cycle.customers} clients)   "
            f"nous {ours}, eux {format_money(cycle.theirs, 'fr')}, {cycle.open} écarts ouverts"
        )
        if not whole:
            return
        for kind, figure in cycle.figures.items():
            write(f"  {kind:14} {figure['count']:>7}  {figure['customers']:>6} clients  {figure['amount']:>14}")
        write(f"  {'taxes':14} {'':>7}  {'':>6}          {cycle.following:>14}  (qui suivent ces lignes)")
