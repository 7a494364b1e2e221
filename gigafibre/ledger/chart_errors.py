"""What changing the chart of accounts refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NumberTaken(Refusal):
    """Another account has the number."""

    code, status = "account_number_taken", 409
    text = Text(
        "Le compte {number} existe déjà : {name}. Prenez un autre numéro.",
        "Account {number} exists already: {name}. Take another number.",
    )


class KindOfUsedAccount(Refusal):
    """The kind of an account that was booked on would change."""

    code, status = "kind_of_used_account", 409
    text = Text(
        "Le compte {number} a des écritures ou un rôle : son genre reste. Ajoutez un autre compte.",
        "Account {number} has entries or a role: its kind stays. Add another account.",
    )


class AccountClosed(Refusal):
    """The account is closed."""

    code, status = "account_closed", 409
    text = Text(
        "Le compte {number} est fermé depuis le {since}. Choisissez-en un autre, ou rouvrez-le.",
        "Account {number} is closed since {since}. Choose another, or reopen it.",
    )


class AccountNotClosed(Refusal):
    """The account is open."""

    code, status = "account_not_closed", 409
    text = Text("Le compte {number} n’est pas fermé.", "Account {number} is not closed.")


class AccountInUse(Refusal):
    """Something is booked on the account by the platform."""

    code, status = "account_in_use", 409
    text = Text(
        "Le compte {number} sert : {what}. Donnez-leur d’abord un autre compte.",
        "Account {number} is in use: {what}. Give those another account first.",
    )


class AccountMovesLater(Refusal):
    """Entries are dated after the day on which the account would close."""

    code, status = "account_moves_later", 409
    text = Text(
        "Le compte {number} a une écriture du {last} : fermez-le à partir d’un jour plus tard.",
        "Account {number} has an entry of {last}: close it from a later day on.",
    )


class AccountBalance(Refusal):
    """The account does not stand at nothing."""

    code, status = "account_has_balance", 409
    text = Text(
        "Le compte {number} a un solde de {balance} : virez-le d’abord à un autre compte.",
        "Account {number} has a balance of {balance}: move it to another account first.",
    )


class NotARevenueAccount(Refusal):
    """Sales are booked on accounts of revenue."""

    code, status = "not_a_revenue_account", 422
    text = Text(
        "Le compte {number} n’est pas un compte de produits : une vente ne s’y inscrit pas.",
        "Account {number} is no revenue account: no sale is booked on it.",
    )
