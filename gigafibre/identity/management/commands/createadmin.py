"""`gigafibre createadmin NAME`: the first person, who may do everything and lets the others in."""

import getpass
import json
from typing import Any

from django.core.management.base import BaseCommand, CommandError, CommandParser

from gigafibre.identity.passwords import random_password
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform


class Command(BaseCommand):
    help = "Add an administrator; the password is made up and printed once, or asked with --ask."

    def add_arguments(self, parser: CommandParser) -> None:
        """Take the user name and who it is."""
        parser.add_argument("username")
        parser.add_argument("--first-name", default="")
        parser.add_argument("--last-name", default="")
        parser.add_argument("--email", default="")
        parser.add_argument("--language", choices=["fr", "en"], default="fr")
        parser.add_argument("--ask", action="store_true", help="ask for the password instead of making one up")
        parser.add_argument("--json", action="store_true", help="print one JSON object")

    def handle(self, **options: Any) -> None:
        """Perform identity.create_user as the system."""
        password = self._asked() if options["ask"] else random_password()
        given = {
            "username": options["username"],
            "first_name": options["first_name"],
            "last_name": options["last_name"],
            "email": options["email"],
            "language": options["language"],
            "roles": ["administrator"],
            "password": password,
        }
        try:
            perform("identity.create_user", given, actor=SYSTEM, reason="gigafibre createadmin")
        except Refusal as refusal:
            told = refusal.as_dict(options["language"])
            raise CommandError(" ".join([told["message"], *(d["message"] for d in told["details"])])) from refusal
        if options["json"]:
            shown = {} if options["ask"] else {"password": password}
            self.stdout.write(json.dumps({"username": options["username"], **shown}))
        elif options["ask"]:
            self.stdout.write(f"Administrator {options['username']} added.")
        else:
            self.stdout.write(f"Administrator {options['username']} added. Password (shown once): {password}")

    def _asked(self) -> str:
        first = getpass.getpass("Password: ")
        if first != getpass.getpass("Again: "):
            raise CommandError("The two passwords differ.")
        return first
