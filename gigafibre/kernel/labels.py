"""What the kernel's tables are called by people."""

from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import plain
from gigafibre.kernel.text import Text

describe(
    "kernel_note",
    Text("Note", "Note"),
    text=Text("Texte", "Text"),
    pinned=Text("Épinglée", "Pinned"),
    author=Text("Auteur", "Author"),
)


def _setting(value: Any, language: str) -> str:
    """Write a setting's value: texts by language one after the other, a drawing by its size."""
    if isinstance(value, dict):
        return " · ".join(f"{key}: {_setting(one, language)}" for key, one in value.items()) or plain(None, language)
    if isinstance(value, list):
        return ", ".join(_setting(one, language) for one in value) or plain(None, language)
    if isinstance(value, str) and value.startswith("<svg"):
        return f"SVG, {len(value)} {'characters' if language.startswith('en') else 'caractères'}"
    return plain(value, language)


describe(
    "kernel_setting",
    Text("Réglage", "Setting"),
    number="key",
    value=Column(Text("Valeur", "Value"), _setting),
)
describe(
    "kernel_series",
    Text("Série de numéros", "Number series"),
    number="code",
    prefix=Text("Préfixe", "Prefix"),
    digits=Text("Chiffres", "Digits"),
    next=Text("Prochain", "Next"),
)
describe("kernel_attachment", Text("Fichier joint", "Attachment"), subject=Text("Sur", "About"))
describe(
    "kernel_delivery",
    Text("Suite d’un fait", "Delivery"),
    state=Text("État", "State"),
    attempts=Text("Essais", "Attempts"),
    skip_reason=Text("Raison", "Reason"),
)
describe(
    "kernel_intent",
    Text("Effet extérieur", "Outside effect"),
    state=Text("État", "State"),
    attempts=Text("Essais", "Attempts"),
    skip_reason=Text("Raison", "Reason"),
)

#: What a series numbers, as people say it.
SERIES = {
    "bad_debt": Text("Radiations", "Write-offs"),
    "contract": Text("Contrats", "Contracts"),
    "credit_note": Text("Notes de crédit", "Credit notes"),
    "customer": Text("Clients", "Customers"),
    "departure": Text("Départs", "Departures"),
    "drop": Text("Prises de fibre", "Fibre drops"),
    "equipment": Text("Équipements", "Equipment"),
    "invoice": Text("Factures", "Invoices"),
    "issue": Text("Billets", "Issues"),
    "job": Text("Interventions", "Jobs"),
    "journal": Text("Écritures", "Journal entries"),
    "location": Text("Lieux", "Locations"),
    "payment": Text("Paiements", "Payments"),
    "price_change": Text("Changements de prix", "Price changes"),
    "privacy_incident": Text("Incidents de confidentialité", "Privacy incidents"),
    "privacy_request": Text("Demandes de vie privée", "Privacy requests"),
    "print_file": Text("Fichiers d’impression", "Print files"),
    "quotation": Text("Soumissions", "Quotations"),
    "subscription": Text("Abonnements", "Subscriptions"),
    "technician": Text("Techniciens", "Technicians"),
}
describe(
    "kernel_batch",
    Text("Lot", "Batch"),
    number="id",
    action=Text("Action", "Action"),
    total=Text("Fiches", "Records"),
    state=Text("État", "State"),
)
