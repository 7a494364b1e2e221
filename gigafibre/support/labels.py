"""What people call the tables of support, and the words of its states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gigafibre.crm.labels import CUSTOMER, LOCATION
from gigafibre.identity.labels import DEPARTMENT, PERSON
from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.text import Text

STATUSES = {
    "open": Text("Ouvert", "Open"),
    "in_progress": Text("En cours", "In progress"),
    "waiting": Text("En attente", "Waiting"),
    "resolved": Text("Réglé", "Resolved"),
    "closed": Text("Fermé", "Closed"),
}
KINDS = {
    "installation": Text("Installation", "Installation"),
    "repair": Text("Réparation", "Repair"),
    "billing": Text("Facturation", "Billing"),
    "move": Text("Déménagement", "Move"),
    "cancellation": Text("Annulation", "Cancellation"),
    "other": Text("Autre", "Other"),
}
PRIORITIES = {
    "low": Text("Basse", "Low"),
    "normal": Text("Normale", "Normal"),
    "high": Text("Haute", "High"),
    "urgent": Text("Urgente", "Urgent"),
}
SOURCES = {
    "phone": Text("Téléphone", "Phone"),
    "counter": Text("Comptoir", "Counter"),
    "email": Text("Courriel", "Email"),
    "portal": Text("Portail", "Portal"),
    "field": Text("Terrain", "Field"),
    "monitor": Text("Surveillance", "Monitoring"),
    "contract": Text("Contrat", "Contract"),
}
AWAITED = {
    "customer": Text("Le client", "The customer"),
    "supplier": Text("Un fournisseur", "A supplier"),
    "field": Text("Le terrain", "The field"),
    "other": Text("Autre chose", "Something else"),
}
AUDIENCES = {
    "internal": Text("Interne", "Internal"),
    "customer": Text("Pour le client", "For the customer"),
}


def _of(words: Mapping[str, Text]) -> Callable[[Any, str], str]:
    def say(value: Any, language: str) -> str:
        return words[value].in_(language) if value in words else str(value or "—")

    return say


describe(
    "support_issue",
    Text("Billet", "Issue"),
    number="number",
    reads="support.read",
    customer_id=Column(*CUSTOMER),
    location_id=Column(*LOCATION),
    kind=Column(Text("Genre", "Kind"), _of(KINDS)),
    subject=Text("Sujet", "Subject"),
    details=Text("Détails", "Details"),
    priority=Column(Text("Priorité", "Priority"), _of(PRIORITIES)),
    status=Column(Text("État", "Status"), _of(STATUSES)),
    awaited=Column(Text("En attente de", "Waits for"), _of(AWAITED)),
    department_id=Column(*DEPARTMENT),
    assignee_id=Column(Text("Confié à", "Given to"), PERSON[1]),
    contract=Text("Contrat", "Contract"),
    source=Column(Text("Origine", "Source"), _of(SOURCES)),
    opened_on=Text("Ouvert le", "Opened on"),
    resolved_at=Text("Réglé le", "Resolved at"),
    resolution=Text("Règlement", "Resolution"),
)
describe(
    "support_issuestep",
    Text("Étape du billet", "Step of the issue"),
    status=Column(Text("État", "Status"), _of(STATUSES)),
    awaited=Column(Text("En attente de", "Waits for"), _of(AWAITED)),
    words=Text("Mots", "Words"),
    by=Text("Par", "By"),
)
describe(
    "support_issuecomment",
    Text("Commentaire", "Comment"),
    audience=Column(Text("Pour qui", "For whom"), _of(AUDIENCES)),
    text=Text("Texte", "Text"),
    by=Text("Par", "By"),
)
