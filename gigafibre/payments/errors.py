"""What payments refuse, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class BadBankAccount(Refusal):
    code, status = "bad_bank_account", 422
    text = Text("Ces coordonnées bancaires ne peuvent pas être exactes.", "These bank coordinates cannot be right.")


class PaymentInFuture(Refusal):
    code, status = "payment_in_future", 422
    text = Text(
        "Un paiement ne se date pas d’un jour à venir ({on}).", "A payment is not dated on a day to come ({on})."
    )


class AllocatesTooMuch(Refusal):
    code, status = "allocates_too_much", 422
    text = Text(
        "Les imputations ({allocated}) dépassent le paiement ({amount}).",
        "The allocations ({allocated}) exceed the payment ({amount}).",
    )


class AlreadyRecorded(Refusal):
    code, status = "already_recorded", 409
    text = Text(
        "Le paiement {payment} porte déjà la référence {reference}, pour le même montant et ce client.",
        "Payment {payment} already has reference {reference}, for the same amount and this customer.",
    )


class AlreadyReversed(Refusal):
    code, status = "payment_reversed", 409
    text = Text(
        "Le paiement {payment} a déjà été renversé par {by}.", "Payment {payment} was already reversed by {by}."
    )


class NotReversible(Refusal):
    code, status = "not_reversible", 422
    text = Text("{payment} est lui-même un renversement.", "{payment} is itself a reversal.")


class ReversedBeforePaid(Refusal):
    code, status = "reversed_before_paid", 422
    text = Text(
        "Un renversement ne précède pas son paiement ({on}).", "A reversal does not come before its payment ({on})."
    )


class NotAllocated(Refusal):
    code, status = "not_allocated", 404
    text = Text("{credit} ne paie rien de {document}.", "{credit} pays nothing of {document}.")


class MethodNotActive(Refusal):
    code, status = "method_not_active", 409
    text = Text("Ce mode de paiement n’est plus actif.", "This payment method is no longer active.")


class MandateMissing(Refusal):
    code, status = "mandate_missing", 422
    text = Text(
        "Prélever un compte demande l’accord de son titulaire : indiquez quand et comment il l’a donné.",
        "Debiting an account takes its holder’s agreement: say when and how it was given.",
    )


class NotABankAccount(Refusal):
    code, status = "not_a_bank_account", 422
    text = Text("Ce mode de paiement n’est pas un compte bancaire.", "This payment method is not a bank account.")
