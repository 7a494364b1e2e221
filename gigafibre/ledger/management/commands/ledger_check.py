"""`gigafibre ledger_check`: whether everything adds up, in words; exits with 1 when something does not."""

import json
import sys
from typing import Any

from django.core.management.base import BaseCommand, CommandParser

from gigafibre.ledger.checks import run_all


class Command(BaseCommand):
    help = "Check that customers' accounts equal the ledger, that entries balance, that numbers have no gap."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take how to answer."""
        parser.add_argument("--json", action="store_true", help="answer as one JSON object")
        parser.add_argument("--language", choices=["fr", "en"], default="fr")

    def handle(self, **options: Any) -> None:
        """Run the checks and say what each found."""
        language = options["language"]
        results = run_all()
        well = not any(result.wrong for result in results)
        if options["json"]:
            answer = {
                "well": well,
                "checks": [
                    {
                        "code": result.code,
                        "label": result.label.in_(language),
                        "well": not result.wrong,
                        "wrong": [words.in_(language) for words in result.wrong],
                    }
                    for result in results
                ],
            }
            self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
        else:
            for result in results:
                self.stdout.write(f"{'✗' if result.wrong else '✓'} {result.label.in_(language)}")
                for words in result.wrong:
                    self.stdout.write(f"    {words.in_(language)}")
        if not well:
            sys.exit(1)
