"""What the ledger refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class UnknownAccount(Refusal):
    code, status = "unknown_account", 422
    text = Text("Aucun compte du grand livre ne porte {number}.", "No ledger account is numbered {number}.")


class Unbalanced(Refusal):
    code, status = "unbalanced_entry", 422
    text = Text(
        "L’écriture n’est pas équilibrée : {debit} au débit, {credit} au crédit.",
        "The entry does not balance: {debit} in debit, {credit} in credit.",
    )


class MonthClosed(Refusal):
    code, status = "month_closed", 409
    text = Text(
        "Le mois {month} est fermé : choisissez une date dans un mois ouvert.",
        "The month {month} is closed: choose a date in an open month.",
    )


class AlreadyReversed(Refusal):
    code, status = "already_reversed", 409
    text = Text("Cette écriture a déjà été renversée.", "This entry was already reversed.")


class OverAllocated(Refusal):
    code, status = "over_allocated", 409
    text = Text(
        "Impossible d’imputer {amount} de {credit} à {debit} : {available} à imputer, {outstanding} à payer.",
        "Cannot apply {amount} of {credit} to {debit}: {available} left to apply, {outstanding} to pay.",
    )


class OtherCustomer(Refusal):
    code, status = "other_customer", 422
    text = Text(
        "{credit} et {debit} ne sont pas au même client.", "{credit} and {debit} do not belong to the same customer."
    )


class NoSuchOpenItem(Refusal):
    code, status = "no_such_open_item", 404
    text = Text("Aucun document {number} à ce compte.", "No document {number} in this account.")


class AllocationUndone(Refusal):
    code, status = "allocation_undone", 409
    text = Text("Cette imputation a déjà été défaite.", "This allocation was already undone.")


class ReceivableByDocument(Refusal):
    code, status = "receivable_by_document", 422
    text = Text(
        "Le compte {account} ne bouge que par des factures, des notes de crédit et des paiements.",
        "Account {account} only moves by invoices, credit notes and payments.",
    )


class MonthNotOver(Refusal):
    code, status = "month_not_over", 422
    text = Text("Le mois {month} n’est pas terminé.", "The month {month} is not over yet.")


class MonthBlocked(Refusal):
    code, status = "month_blocked", 409
    text = Text("Le mois {month} ne peut pas être fermé : {what}", "The month {month} cannot be closed: {what}")


class ReasonNeeded(Refusal):
    code, status = "reason_needed", 422
    text = Text("Dites pourquoi fermer {month} malgré : {what}", "Say why {month} is closed in spite of: {what}")


class MonthAhead(Refusal):
    code, status = "month_ahead", 422
    text = Text("Le mois {month} n’est pas commencé.", "The month {month} has not begun.")
