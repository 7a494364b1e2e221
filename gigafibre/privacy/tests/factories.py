"""Requests and incidents for tests, also of other apps; made by the verbs, as anybody would."""

from __future__ import annotations

from datetime import date
from typing import Any

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.files import attach, store
from gigafibre.kernel.perform import perform
from gigafibre.privacy import actions, exporting, queries
from gigafibre.privacy.models import PersonExport

RECEIVED = date(2026, 11, 2)
LETTER = b"Madame, vous trouverez ci-joint vos renseignements.\n"


def a_request(kind: Any = "access", *, checked: bool = False, owner: Any = None, **given: Any) -> str:
    """Record a request, its maker's identity checked if asked; returns its number."""
    with acting_as(SYSTEM):
        asked = {"details": "Je veux tout ce que vous avez sur moi.", "received_on": RECEIVED, **given}
        if "person" not in asked:
            asked["customer"] = (owner or a_customer()).number
        number: str = actions.record_request(kind, **asked)
        if checked:
            actions.check_identity(number, proof="document", words="Permis de conduire vu au comptoir.")
    return number


def a_rectified_request(owner: Any = None, **given: Any) -> tuple[str, list[int]]:
    """Record a request of rectification and correct the name it is about; returns its number, the changes' keys."""
    owner = owner or a_customer("Sylvie Tremblai", line1="12, chemin des Ormes", city="Saint-Rémi")
    asked = {"details": "Mon nom s’écrit Tremblay.", "received_on": clock.today(), **given}
    number = a_request("rectification", checked=True, owner=owner, **asked)
    perform("crm.update_customer", {"customer": owner.number, "last_name": "Tremblay"}, actor=SYSTEM)
    with acting_as(SYSTEM):
        return number, [entry.id for entry, _ in queries.changes(number) if entry.action == "crm.update_customer"]


def an_export(customer: Any, *, ready: bool = False) -> str:
    """Ask for everything held of a customer; returns the export's number, which nobody has made yet unless `ready`."""
    with acting_as(SYSTEM):
        number = str(actions.export_person(customer.number))
    if ready:
        exporting.make(PersonExport.objects.get(number=number).pk)
    return number


def an_incident(**given: Any) -> str:
    """Record an incident; returns its number."""
    about = {
        "nature": "disclosure",
        "circumstances": "Une facture est partie à une mauvaise adresse.",
        "happened_from": date(2026, 11, 16),
        "found_on": date(2026, 11, 18),
        "touched": ["identity", "billing"],
        "persons": 1,
        **given,
    }
    with acting_as(SYSTEM):
        number: str = actions.record_incident(about.pop("title", "Facture mal adressée"), **about)
    return number


def assess(number: str, *, serious: bool) -> None:
    """Assess an incident by the three factors."""
    level: Any = "high" if serious else "low"
    with acting_as(SYSTEM):
        actions.assess_incident(
            number,
            sensitivity=level,
            consequences=level,
            likelihood=level,
            assessment="Une seule personne, qui a renvoyé la lettre.",
            serious=serious,
        )


def a_file_on(request: str) -> Any:
    """Hang a letter on a request; returns its key."""
    with acting_as(SYSTEM):
        file = store(LETTER, "reponse.txt")
        attach(file, f"request:{request}", "kernel.read_files")
    return file.pk
