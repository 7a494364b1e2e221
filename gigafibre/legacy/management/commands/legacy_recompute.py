"""`gigafibre legacy_recompute`: how much of imported history our engine bills to the cent, and why the rest differs."""

import json
import sys
from dataclasses import asdict
from datetime import date, timedelta
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.recomputed import CAUSES, Page, page_of
from gigafibre.legacy.recomputing import execute, prepare


class Command(BaseCommand):
    help = "Compute imported invoices again with our own engine, and class what comes out differently."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say which days, and how to tell."""
        parser.add_argument("--from", dest="since", metavar="2024-01", help="the first month or day")
        parser.add_argument("--until", metavar="2024-12", help="the last month or day")
        parser.add_argument("--json", action="store_true", help="print the result as JSON")

    def handle(self, **options: Any) -> None:
        """Recompute, telling how far it is."""
        since = _first(options["since"]) if options["since"] else None
        until = _last(options["until"]) if options["until"] else None
        if since and until and until < since:
            raise CommandError("--until comes before --from")
        try:
            work = execute(prepare("system", since, until), None if options["json"] else self._watch)
        except Refusal as refusal:
            raise CommandError(refusal.said.in_("fr")) from refusal
        page = page_of(work)
        if options["json"]:
            self.stdout.write(json.dumps(asdict(page), ensure_ascii=False))
        else:
            self._tell(page)

    def _tell(self, page: Page) -> None:
        self.stdout.write(f"{page.done:,} documents, {page.seconds} s")
        for name in ("equal", "equal_at_prices", "taxes_equal"):
            number, share = getattr(page, name), getattr(page, f"{name}_share")
            self.stdout.write(f"{name:16} {number:>12,} {share or '–':>10} %")
        for cause in page.causes:
            words = CAUSES[cause.cause].in_("fr")
            self.stdout.write(f"{words:32} {cause.documents:>10,} {cause.difference:>16}")

    def _watch(self, done: int, total: int) -> None:
        if sys.stdout.isatty():
            self.stdout.write(f"{done:>10,} / {total:>10,}", ending="\r" if done < total else "\n")


def _first(said: str) -> date:
    try:
        return date.fromisoformat(said if len(said) > 7 else f"{said}-01")
    except ValueError as error:
        raise CommandError(f"no month or day: {said}") from error


def _last(said: str) -> date:
    if len(said) > 7:
        return _first(said)
    return (_first(said) + timedelta(days=31)).replace(day=1) - timedelta(days=1)
