"""`gigafibre do NAME --json '{…}'`: any action from the command line, with the same checks as everywhere."""

import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.registry import all_actions


class Command(BaseCommand):
    help = "Perform an action (or look at what it would do, with --preview). Without a name: list them."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the action's name and its input as JSON."""
        parser.add_argument("name", nargs="?", help="such as crm.create_customer")
        parser.add_argument("--json", default="{}", help="the action's input, as a JSON object")
        parser.add_argument("--preview", action="store_true", help="say what would change; change nothing")
        parser.add_argument("--reason", default="", help="why, for the audit trail")
        parser.add_argument("--idempotency-key", default=None)
        parser.add_argument("--language", choices=["fr", "en"], default="fr")

    def handle(self, **options: Any) -> None:
        """Act as the system, for whoever holds the shell."""
        if not options["name"]:
            for action in all_actions():
                self.stdout.write(f"{action.name:40} {action.label.in_(options['language'])}")
            return
        try:
            given = json.loads(options["json"])
        except json.JSONDecodeError as error:
            raise CommandError(f"--json is not JSON: {error}") from error
        if not isinstance(given, dict):
            raise CommandError("--json must be an object")
        try:
            if options["preview"]:
                seen = preview(options["name"], given, actor=SYSTEM, reason=options["reason"])
                answer: Any = in_words(seen, options["language"])
            else:
                key = options["idempotency_key"]
                done = perform(options["name"], given, actor=SYSTEM, reason=options["reason"], idempotency_key=key)
                answer = {"result": done.result, "run": str(done.run), "replayed": done.replayed}
        except Refusal as refusal:
            told = json.dumps(refusal.as_dict(options["language"]), ensure_ascii=False, indent=2)
            raise CommandError(told) from refusal
        self.stdout.write(json.dumps(answer, ensure_ascii=False, indent=2))
