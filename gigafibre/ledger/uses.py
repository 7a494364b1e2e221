"""Who uses an account of the chart: its role, and what apps above book on it.

    @uses_accounts
    def groups() -> dict[str, list[Text]]: ...     # by account number, in words

Apps above keep theirs in `account_uses.py`; an account that somebody uses stays open.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable

from gigafibre.kernel.text import Text

Users = Callable[[], dict[str, list[Text]]]

_users: list[Users] = []

#: What programs book on the account of a role.
ROLES = {
    "receivable": Text("Ce que doivent les clients", "What customers owe"),
    "allowance": Text("Provision pour créances douteuses", "Allowance for doubtful debts"),
    "bank": Text("Dépôts", "Deposits"),
    "inventory": Text("Stock", "Stock"),
    "refunds": Text("Remboursements", "Refunds"),
    "deposits": Text("Dépôts de clients", "Customers’ deposits"),
    "suspense": Text("Montants à classer", "Amounts to be sorted out"),
    "gst": Text("TPS perçue", "GST collected"),
    "gst_paid": Text("TPS payée", "GST paid"),
    "qst": Text("TVQ perçue", "QST collected"),
    "qst_paid": Text("TVQ payée", "QST paid"),
    "hst": Text("TVH perçue", "HST collected"),
    "pst": Text("Taxes provinciales perçues", "Provincial taxes collected"),
    "tax_911": Text("Taxe municipale 9-1-1", "Municipal 9-1-1 tax"),
    "deferred_revenue": Text("Revenus reportés", "Deferred revenue"),
    "retained_earnings": Text("Bénéfices non répartis", "Retained earnings"),
    "opening": Text("Soldes d’ouverture", "Opening balances"),
    "revenue": Text("Revenus sans groupe", "Revenue without a group"),
    "revenue.internet": Text("Revenus d’internet", "Internet revenue"),
    "revenue.tv": Text("Revenus de télévision", "Television revenue"),
    "revenue.telephone": Text("Revenus de téléphonie", "Telephone revenue"),
    "revenue.equipment": Text("Ventes d’équipement", "Equipment sales"),
    "revenue.labour": Text("Installation", "Installation"),
    "revenue.fees": Text("Frais divers", "Sundry charges"),
    "revenue.interest": Text("Intérêts de retard", "Late interest"),
    "revenue.discount": Text("Rabais", "Discounts"),
    "credits_granted": Text("Crédits accordés", "Credits granted"),
    "bank_charges": Text("Frais bancaires", "Bank charges"),
    "bad_debt": Text("Mauvaises créances", "Bad debts"),
    "rounding": Text("Arrondis", "Rounding"),
    "clearing.cash": Text("Paiements comptants", "Cash payments"),
    "clearing.card": Text("Paiements par carte", "Card payments"),
    "clearing.pad": Text("Prélèvements", "Pre-authorized debits"),
    "clearing.cheque": Text("Chèques", "Cheques"),
    "clearing.transfer": Text("Virements", "Transfers"),
}


def uses_accounts(users: Users) -> Users:
    """Register who says, by account number, what is booked on accounts."""
    _users.append(users)
    return users


def role_in_words(role: str) -> Text:
    """Return what programs book on the account of a role."""
    return ROLES.get(role, Text(role, role))


def used_by() -> dict[str, list[Text]]:
    """Return, by account number, what apps above book on accounts; roles are said by the accounts themselves."""
    found: defaultdict[str, list[Text]] = defaultdict(list)
    for users in _users:
        for number, words in users().items():
            found[number] += words
    return dict(found)
