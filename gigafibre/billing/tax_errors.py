"""What changing a tax refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class RateWasBilled(Refusal):
    """A document was issued at the rate that would be changed."""

    code, status = "tax_rate_was_billed", 409
    text = Text(
        "La taxe {tax} est déjà facturée jusqu’au {until} : un document émis ne change pas de taux. "
        "Choisissez un jour après le {until}.",
        "The tax {tax} is billed until {until} already: an issued document keeps its rate. Choose a day after {until}.",
    )


class RateOfOpenRun(Refusal):
    """A confirmed run is not issued to its end yet."""

    code, status = "tax_rate_of_open_run", 409
    text = Text(
        "La facturation du {date} est confirmée à l’ancien taux : terminez-la, ou choisissez un jour après elle.",
        "The billing of {date} is confirmed at the former rate: finish it, or choose a day after it.",
    )


class RateBeginsThen(Refusal):
    """A rate begins on that day already."""

    code, status = "tax_rate_begins_then", 409
    text = Text(
        "Un taux de {tax} commence déjà le {since} ({rate} %). Retirez-le d’abord, ou choisissez un autre jour.",
        "A rate of {tax} begins on {since} already ({rate}%). Withdraw it first, or choose another day.",
    )


class RateIsTheSame(Refusal):
    """The rate would not change."""

    code, status = "tax_rate_is_the_same", 409
    text = Text(
        "La taxe {tax} est déjà de {rate} % ce jour-là : rien ne changerait.",
        "The tax {tax} is {rate}% on that day already: nothing would change.",
    )


class NoSuchRate(Refusal):
    """No rate of a tax begins on a day."""

    code, status = "no_such_tax_rate", 404
    text = Text("Aucun taux de {tax} ne commence le {since}.", "No rate of {tax} begins on {since}.")


class FirstRate(Refusal):
    """The only rate that a tax has would go."""

    code, status = "first_tax_rate", 409
    text = Text(
        "Le taux de {tax} du {since} est le premier : sans lui, rien ne se facture. Ajoutez-en un autre.",
        "The rate of {tax} from {since} is the first: without it nothing is billed. Add another.",
    )


class BadRegistration(Refusal):
    """A registration number has another form."""

    code, status = "bad_tax_registration", 422
    text = Text(
        "« {number} » n’est pas un numéro d’inscription à la {tax}. On écrit {form}.",
        "“{number}” is no registration number of the {tax}. Write {form}.",
    )
