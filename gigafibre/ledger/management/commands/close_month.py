"""`gigafibre close_month --month 2026-10`: the checklist of a month, then close it, or open it again."""

from __future__ import annotations

import json
import sys
from datetime import date
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger import closing

MARKS = {"ok": "✓", "attention": "!", "blocked": "✗"}


def _month(text: str) -> date:
    return date.fromisoformat(f"{text}-01")


class Command(BaseCommand):
    """Without `--close` or `--reopen` it only looks; exits with 1 when something blocks."""

    help = __doc__

    def add_arguments(self, parser: CommandParser) -> None:
        """Declare the options."""
        parser.add_argument("--month", required=True, type=_month, help="the month, YYYY-MM")
        done = parser.add_mutually_exclusive_group()
        done.add_argument("--close", action="store_true", help="close it; what asks for attention needs a reason")
        done.add_argument("--reopen", action="store_true", help="open it again, with a reason")
        parser.add_argument("--reason", default="", help="why, kept with the closing")
        parser.add_argument("--json", action="store_true", help="print one JSON object")
        parser.add_argument("--language", choices=["fr", "en"], default="fr")

    def handle(self, **given: Any) -> None:
        """Look, and do what is asked."""
        month = closing.Month(given["month"])
        asked = {"month": str(month)} | ({"reason": given["reason"]} if given["reason"] else {})
        try:
            if given["close"] or given["reopen"]:
                perform(f"ledger.{'close' if given['close'] else 'reopen'}_month", asked, actor=SYSTEM)
        except Refusal as refusal:
            raise CommandError(f"{refusal.code}: {refusal.said.in_(given['language'])}") from refusal
        told = closing.told(month, given["language"])
        if given["json"]:
            self.stdout.write(json.dumps(told, ensure_ascii=False, indent=2, default=str))
        else:
            self.stdout.write(f"{told['month']}: {told['state']}")
            for item in told["items"]:
                self.stdout.write(f"{MARKS[item['state']]} {item['label']}: {item['said']}")
        if told["verdict"] == "blocked" and not given["reopen"]:
            sys.exit(1)
