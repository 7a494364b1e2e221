"""`gigafibre demo`: a provider to look at, made by the sample, brought in by the import, with people to log in as."""

from __future__ import annotations

import json
import secrets
import shutil
from io import StringIO
from pathlib import Path
from typing import Any, Literal

from django.conf import settings
from django.core.management import call_command
from django.core.management.base import BaseCommand, CommandError, CommandParser
from pydantic import SecretStr

from gigafibre.crm.models import Customer
from gigafibre.identity.actions import create_user, set_roles
from gigafibre.identity.models import User
from gigafibre.identity.queries import switch_is_on
from gigafibre.identity.switches import all_declared
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.kept import kept_secret
from gigafibre.kernel.perform import perform
from gigafibre.kernel.settings import get as setting
from gigafibre.legacy.demo_days import live_demo_days
from gigafibre.legacy.demo_field import live_in_the_field
from gigafibre.legacy.demo_issues import live_with_issues
from gigafibre.legacy.demo_offers import make_demo_offers, plan_demo_prices
from gigafibre.legacy.demo_office import live_in_the_office
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.models import ImportRun

LOADED_BY = "démonstration"
#: Who works at the demo provider: user name, name, role, language.
PEOPLE: tuple[tuple[str, str, str, str, Literal["fr", "en"]], ...] = (
    ("amelie", "Amélie", "Lussier", "administrator", "fr"),
    ("maude", "Maude", "Gagnon", "billing", "fr"),
    ("emilie", "Émilie", "Racine", "sales", "fr"),
    ("kevin", "Kevin", "Boyer", "support", "fr"),
    ("sarah", "Sarah", "MacLeod", "support", "en"),
    ("josee", "Josée", "Nadeau", "manager", "fr"),
    ("samuel", "Samuel", "Riendeau", "dispatcher", "fr"),
    ("yannick", "Yannick", "Lefebvre", "technician", "fr"),
    ("etienne", "Étienne", "Hébert", "network", "fr"),
    ("lecture", "Comptable", "externe", "read-only", "fr"),
    ("helene", "Hélène", "Marcoux", "privacy-officer", "fr"),
)

#: What the demo provider prints on its invoices; the numbers belong to nobody.
COMPANY: dict[str, Any] = {
    "company.legal_name": "TARGO Internet inc.",
    "company.name": "Gigafibre",
    "company.address": "1500, rue Notre-Dame, Saint-Rémi (Québec) J0L 2L0",
    "company.contact": {
        "fr": ["450 555-0100", "Lundi au vendredi, 8 h à 20 h", "Samedi, 9 h à 17 h", "aide@gigafibre.example"],
        "en": ["450 555-0100", "Monday to Friday, 8 a.m. to 8 p.m.", "Saturday, 9 to 5", "aide@gigafibre.example"],
    },
    "company.registrations": {"GST": "814732019 RT0001", "QST": "1218840736 TQ0001"},
    "company.pay_url": "https://gigafibre.example",
    "company.portal_url": "https://portail.gigafibre.example",
    "company.site_url": "https://gigafibre.example",
    "privacy.officer_name": "Hélène Marcoux",
    "privacy.officer_email": "vieprivee@gigafibre.example",
}


class Command(BaseCommand):
    help = "Load the demo provider into an empty database: about 400 customers with two years of history."

    def add_arguments(self, parser: CommandParser) -> None:
        """Say how large."""
        parser.add_argument("--customers", type=int, default=400)
        parser.add_argument("--years", type=int, default=2)
        parser.add_argument("--seed", type=int, default=7)
        parser.add_argument("--json", action="store_true", help="print the logins as JSON")

    def handle(self, **options: Any) -> None:
        """Make, import, let people in and work a few days, turn the switches on; a half-loaded demo is finished."""
        if Customer.objects.exists() and not ImportRun.objects.filter(started_by=LOADED_BY).exists():
            raise CommandError("This database has customers of its own: the demo goes into an empty one.")
        password = kept_secret(Path(settings.HOME), "demo_password", lambda: f"fibre-{secrets.token_hex(4)}")
        self._import(options)
        with acting_as(SYSTEM):
            _let_in(SecretStr(password))
        self._settings()
        live_demo_days()
        live_with_issues()
        live_in_the_field()
        live_in_the_office()
        make_demo_offers()
        plan_demo_prices()
        self._switches()
        logins = [
            {"role": role, "email": username, "password": password, "name": f"{first} {last}"}
            for username, first, last, role, _ in PEOPLE
        ]
        if options["json"]:
            self.stdout.write(json.dumps({"logins": logins}))
            return
        for login in logins:
            self.stdout.write(f"{login['email']:12} {login['password']:16} {login['role']}")

    def _import(self, options: dict[str, Any]) -> None:
        if ImportRun.objects.filter(started_by=LOADED_BY, state="done").exists():
            return
        # A folder of its own in the state folder: an interrupted import finds its source again under the same name.
        folder = Path(settings.HOME) / "demo-source"
        call_command(
            "legacy_sample",
            to=str(folder),
            customers=options["customers"],
            years=options["years"],
            seed=options["seed"],
            defects="few",
            until=clock.today(),
            stdout=StringIO(),
        )
        execute(prepare(str(folder), by=LOADED_BY), str(folder))
        shutil.rmtree(folder, ignore_errors=True)

    def _settings(self) -> None:
        """Say who the provider is, so that its invoices are whole; what somebody changed since is left."""
        if not setting("company.legal_name"):
            # The pages that a customer opens from a message are served here, where the local outbox is read.
            here = dict.fromkeys(("sales.public_url", "messaging.public_url"), f"http://localhost:{settings.PORT}")
            for key, value in (COMPANY | here).items():
                perform("kernel.set_setting", {"key": key, "value": value}, actor=SYSTEM)

    def _switches(self) -> None:
        """Turn on what acts by itself, as a named person must; messages stay on this machine."""
        person = User.objects.get(username=PEOPLE[0][0])
        actor = Actor("staff", person.pk, person.display_name, frozenset({"*"}))
        for switch in all_declared():
            if switch.code != "messaging.send" and not switch_is_on(switch.code):
                given = {"switch": switch.code, "confirmation": switch.code, "reason": "Fournisseur de démonstration"}
                perform("identity.turn_switch_on", given, actor=actor)


def _let_in(password: SecretStr) -> None:
    """Let everybody of `PEOPLE` log in: those whom the import brought without access, and those who came since."""
    for username, first, last, role, language in PEOPLE:
        known = User.objects.filter(username=username).first()
        if known is None:
            create_user(
                username,
                first_name=first,
                last_name=last,
                email=f"{username}@gigafibre.example",
                language=language,
                roles=[role],
                password=password,
            )
        elif not known.has_usable_password():
            set_roles(username, roles=[role])
            known.set_password(password.get_secret_value())  # without the letter that a clerk's new password sends
            known.save(update_fields=["password"])
