"""What people call the tables of the ledger, and the words of its kinds of documents."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text
from gigafibre.ledger.queries import account_label

KINDS = {
    "invoice": Text("Facture", "Invoice"),
    "credit_note": Text("Note de crédit", "Credit note"),
    "payment": Text("Paiement", "Payment"),
    "reversal": Text("Renversement", "Reversal"),
    "refund": Text("Remboursement", "Refund"),
    "adjustment": Text("Ajustement", "Adjustment"),
    "write_off": Text("Radiation", "Write-off"),
    "recovery": Text("Créance recouvrée", "Bad debt recovered"),
    "recognition": Text("Revenu constaté", "Revenue recognised"),
    "opening": Text("Solde d’ouverture", "Opening balance"),
    "manual": Text("Écriture manuelle", "Manual entry"),
}
#: What an account is, in the order of the statements.
ACCOUNT_KINDS = {
    "asset": Text("Actif", "Asset"),
    "liability": Text("Passif", "Liability"),
    "equity": Text("Capitaux propres", "Equity"),
    "revenue": Text("Produits", "Revenue"),
    "expense": Text("Charges", "Expense"),
}


def kind_in_words(value: Any, language: str) -> str:
    """Write a kind of document."""
    words = KINDS.get(value)
    return words.in_(language) if words else str(value or "—")


def _account(value: Any, language: str) -> str:
    return account_label(int(value), language) if value else "—"


_VERBS = {"closed": Text("fermé", "closed"), "reopened": Text("rouvert", "reopened")}


def _verb(value: Any, language: str) -> str:
    words = _VERBS.get(value)
    return words.in_(language) if words else str(value or "—")


def _money(fr: str, en: str) -> Column:
    return Column(Text(fr, en), dollars)


_DATE = Text("Date", "Date")
_KIND = Column(Text("Genre", "Kind"), kind_in_words)

describe(
    "ledger_account",
    Text("Compte du grand livre", "Ledger account"),
    number="number",
    name_fr=Text("Nom français", "French name"),
    name_en=Text("Nom anglais", "English name"),
    kind=Text("Genre", "Kind"),
    role=Text("Rôle", "Role"),
    gifi=Text("Code IGRF", "GIFI code"),
    closed_on=Text("Fermé à partir du", "Closed from"),
)
describe(
    "ledger_closedmonth",
    Text("Mois fermé", "Closed month"),
    number="month",
    month=Text("Mois", "Month"),
    closed_by=Text("Fermé par", "Closed by"),
)
describe(
    "ledger_monthclosing",
    Text("Fermeture de mois", "Month closing"),
    number="month",
    month=Text("Mois", "Month"),
    verb=Column(Text("Quoi", "What"), _verb),
    by=Text("Par", "By"),
    reason=Text("Raison", "Reason"),
)
describe(
    "ledger_journalentry",
    Text("Écriture", "Journal entry"),
    books=True,
    number="document",
    date=_DATE,
    kind=_KIND,
    description=Text("Description", "Description"),
)
describe(
    "ledger_journalline",
    Text("Ligne d’écriture", "Journal line"),
    books=True,
    account_id=Column(Text("Compte", "Account"), _account),
    debit=_money("Débit", "Debit"),
    credit=_money("Crédit", "Credit"),
)
describe(
    "ledger_deferredpart",
    Text("Revenu reporté", "Deferred revenue"),
    books=True,
    number="document",
    month=Text("Mois", "Month"),
    amount=_money("Montant", "Amount"),
    recognised_on=Text("Constaté le", "Recognised on"),
)
describe(
    "ledger_openitem",
    Text("Facture, crédit ou paiement", "Invoice, credit or payment"),
    number="number",
    called="kind",
    kind=_KIND,
    date=_DATE,
    due_date=Text("Échéance", "Due date"),
    amount=_money("Montant", "Amount"),
    open=_money("Reste ouvert", "Still open"),
)
describe(
    "ledger_allocation",
    Text("Imputation", "Allocation"),
    books=True,
    amount=_money("Montant", "Amount"),
    date=_DATE,
    undone_on=Text("Défaite le", "Undone on"),
    undone_because=Text("Parce que", "Because"),
)
