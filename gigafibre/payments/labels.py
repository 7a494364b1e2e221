"""What people call the tables of payments, and the words of its modes and states."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

MODES = {
    "card": Text("Carte", "Card"),
    "pad": Text("Prélèvement (PPA)", "Pre-authorized debit"),
    "cheque": Text("Chèque", "Cheque"),
    "cash": Text("Comptant", "Cash"),
    "transfer": Text("Virement", "Bank transfer"),
    "credit": Text("Crédit accordé", "Credit granted"),
    "adjustment": Text("Ajustement", "Adjustment"),
    "reversal": Text("Renversement", "Reversal"),
}
KINDS = {
    "stripe": Text("Carte (Stripe)", "Card (Stripe)"),
    "paysafe": Text("Carte (Paysafe)", "Card (Paysafe)"),
    "bank": Text("Compte bancaire", "Bank account"),
}
STATES = {
    "active": Text("Actif", "Active"),
    "inactive": Text("Inactif", "Inactive"),
    "invalid": Text("Invalide", "Invalid"),
}
MANDATES = {
    "paper": Text("Formulaire signé", "Signed form"),
    "online": Text("En ligne", "Online"),
    "phone": Text("Par téléphone", "By phone"),
}


def _in_words(words: Mapping[str, Text]) -> Callable[[Any, str], str]:
    def write(value: Any, language: str) -> str:
        return words[value].in_(language) if value in words else str(value or "—")

    return write


_AMOUNT = Column(Text("Montant", "Amount"), dollars)

describe(
    "payments_payment",
    Text("Paiement", "Payment"),
    number="number",
    reads="payments.read",
    date=Text("Date", "Date"),
    amount=_AMOUNT,
    mode=Column(Text("Mode", "Mode"), _in_words(MODES)),
    reference=Text("Référence", "Reference"),
    memo=Text("Note", "Memo"),
)
describe(
    "payments_paymentmethod",
    Text("Mode de paiement", "Payment method"),
    kind=Column(Text("Genre", "Kind"), _in_words(KINDS)),
    state=Column(Text("État", "State"), _in_words(STATES)),
    autopay=Text("Automatique", "Automatic"),
    holder=Text("Titulaire", "Holder"),
    institution=Text("Institution", "Institution"),
    transit=Text("Transit", "Transit"),
    account=Text("Compte", "Account"),
    last4=Text("Derniers chiffres", "Last digits"),
    ceiling=Column(Text("Plafond", "Ceiling"), dollars),
    buffer=Column(Text("Supplément", "Supplement"), dollars),
    fixed_amount=Column(Text("Montant fixe", "Fixed amount"), dollars),
    mandate_on=Text("Accord donné le", "Agreement given on"),
    mandate_how=Column(Text("Accord donné par", "Agreement given by"), _in_words(MANDATES)),
)
