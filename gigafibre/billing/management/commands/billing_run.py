"""`gigafibre billing_run --date 2026-12-01`: look at a billing run, confirm it, issue it, go on with it."""

from __future__ import annotations

import json
import subprocess
import sys
from argparse import ArgumentParser
from dataclasses import asdict
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError

from gigafibre.billing import run
from gigafibre.billing.models import BillingRun
from gigafibre.billing.queries.preview import RunPreview, preview_run
from gigafibre.billing.queries.proof import ProofSheet, proof_of_run
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.money import format_money
from gigafibre.kernel.perform import perform


class Command(BaseCommand):
    """Without `--confirm` it only previews; a run that was confirmed and stopped is gone on with."""

    help = __doc__

    def add_arguments(self, parser: ArgumentParser) -> None:
        """Declare the options."""
        parser.add_argument("--date", required=True, type=date.fromisoformat, help="the day billed, YYYY-MM-DD")
        parser.add_argument(
            "--preview", action="store_true", help="say what it would bill; write nothing (the default)"
        )
        parser.add_argument("--confirm", action="store_true", help="launch it and issue it here, until it is done")
        parser.add_argument("--resume", action="store_true", help="try parked customers of a finished run again")
        parser.add_argument("--work", action="store_true", help="help to issue a run that is confirmed already")
        parser.add_argument("--workers", type=int, default=1, help="processes that issue it side by side")
        parser.add_argument("--chunk", type=int, default=run.CHUNK, help="customers per transaction")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, *args: Any, **given: Any) -> None:
        """Do it."""
        day: date = given["date"]
        try:
            if given["work"]:
                self._issue(day, given["chunk"])
            elif given["confirm"] or given["resume"]:
                name = "billing.confirm_run" if given["confirm"] else "billing.resume_run"
                perform(name, {"date": day.isoformat()}, actor=SYSTEM)
                self._issue_side_by_side(day, given["workers"], given["chunk"])
                self._tell_result(day, as_json=given["json"])
            else:
                self._tell_preview(preview_run(day), as_json=given["json"])
        except Refusal as refusal:
            raise CommandError(f"{refusal.code}: {refusal.said.in_()}") from refusal

    def _issue(self, day: date, chunk: int) -> None:
        found = BillingRun.objects.filter(date=day).first()
        if found is None:
            raise CommandError(f"no run of {day} is confirmed")
        run.issue(found.pk, size=chunk)

    def _issue_side_by_side(self, day: date, workers: int, chunk: int) -> None:
        command = [sys.executable, "-m", "gigafibre", "billing_run", f"--date={day}", "--work", f"--chunk={chunk}"]
        others = [subprocess.Popen(command) for _ in range(workers - 1)]
        self._issue(day, chunk)
        if any(other.wait() for other in others):
            raise CommandError("a worker ended with an error; run the same command again to go on")

    def _tell_preview(self, preview: RunPreview, *, as_json: bool) -> None:
        if as_json:
            self.stdout.write(json.dumps(asdict(preview), default=str))
            return
        write = self.stdout.write
        write(f"Facturation du {preview.date}, aperçu calculé en {preview.seconds} s, rien n’est écrit")
        write(f"  {preview.invoices} factures, {preview.credit_notes} notes de crédit, {preview.lines} lignes")
        for group in preview.groups:
            difference = format_money(group.difference, "fr")
            write(f"  {group.name_fr:32} {group.lines:6} {format_money(group.amount, 'fr'):>16} {difference:>16}")
        write(f"  {'Avant taxes':32} {preview.lines:6} {format_money(preview.subtotal, 'fr'):>16}")
        self._tell_proof(preview.proof)
        for kind in preview.differences.kinds:
            write(f"  {kind.kind:32} {kind.customers:6} {format_money(kind.amount, 'fr'):>16}")

    def _tell_result(self, day: date, *, as_json: bool) -> None:
        found = BillingRun.objects.get(date=day)
        sheet = proof_of_run(found.pk)
        if as_json:
            self.stdout.write(json.dumps({"date": day, "state": found.state, "proof": sheet.as_json()}, default=str))
            return
        self.stdout.write(f"Facturation du {day} : {found.state}")
        self.stdout.write(f"  {sheet.documents} documents, {sheet.first_number} à {sheet.last_number}")
        self._tell_proof(sheet)

    def _tell_proof(self, sheet: ProofSheet) -> None:
        write = self.stdout.write
        for tax in sheet.taxes:
            write(f"  {tax.name_fr:39} {format_money(tax.amount, 'fr'):>16}")
        write(f"  {'Total':39} {format_money(sheet.total, 'fr'):>16}")
        write(f"  Abonnements vivants {sheet.live}, sans explication {sheet.unexplained}")
        for outcome in sheet.outcomes:
            write(f"    {outcome.outcome} {outcome.cause}: {outcome.count}")
        wrong = sheet.disagreements()
        write("  Tout s’explique" if not wrong else f"  ÉCART : {', '.join(wrong)}")
