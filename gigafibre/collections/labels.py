"""What people call the tables of collections, and the words of their states."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

STATUSES = {
    "pending": Text("À confirmer", "Pending"),
    "open": Text("En cours", "Open"),
    "kept": Text("Tenu", "Kept"),
    "broken": Text("Rompu", "Broken"),
    "cancelled": Text("Annulé", "Cancelled"),
}
SUSPENSION_STATES = {
    "running": Text("En cours", "Running"),
    "ahead": Text("À venir", "To come"),
    "ended": Text("Terminée", "Ended"),
}
METHODS = {
    "portal": Text("Portail", "Portal"),
    "cheque": Text("Chèque", "Cheque"),
    "phone": Text("Téléphone", "Phone"),
    "pad": Text("Prélèvement (PPA)", "Pre-authorized debit"),
}


def _status(value: Any, language: str) -> str:
    return STATUSES[value].in_(language) if value in STATUSES else str(value or "—")


def _method(value: Any, language: str) -> str:
    return METHODS[value].in_(language) if value in METHODS else str(value or "—")


describe(
    "collections_paymentarrangement",
    Text("Accord de paiement", "Payment arrangement"),
    amount=Column(Text("Montant", "Amount"), dollars),
    agreed_on=Text("Convenu le", "Agreed on"),
    due_on=Text("Échéance", "Due on"),
    cutoff_on=Text("Coupure", "Cutoff"),
    method=Column(Text("Moyen", "By"), _method),
    status=Column(Text("État", "Status"), _status),
    note=Text("Note", "Note"),
    change_reason=Text("Raison du changement", "Reason of change"),
)
describe(
    "collections_suspension",
    Text("Suspension", "Suspension"),
    starts_on=Text("Du", "From"),
    ends_on=Text("Au", "Until"),
    voluntary=Text("À la demande du client", "On the customer’s wish"),
    reason=Text("Raison", "Reason"),
    by=Text("Par", "By"),
)
