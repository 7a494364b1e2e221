"""What late interest refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class InterestAboveTheLaw(Refusal):
    """More than 35 % a year."""

    code, status = "interest_above_the_law", 422
    text = Text(
        "Un intérêt de plus de 35 % par an est un crime (Code criminel, art. 347) : donnez un taux annuel d’au plus "
        "35 %.",
        "Interest of more than 35% a year is a crime (Criminal Code, s. 347): give a yearly rate of at most 35%.",
    )


class InterestBackdated(Refusal):
    """A rate would begin on a day that is charged."""

    code, status = "interest_rate_backdated", 409
    text = Text(
        "L’intérêt est déjà facturé jusqu’au {last} : un nouveau taux commence le {first} ou plus tard.",
        "Interest is charged up to {last} already: a new rate begins on {first} or later.",
    )


class InterestAhead(Refusal):
    """Interest of days to come."""

    code, status = "interest_ahead", 422
    text = Text(
        "L’intérêt se facture pour des jours passés : jusqu’au {today} (exclu) au plus.",
        "Interest is charged for days gone by: up to {today} (without that day) at most.",
    )


class InterestPauseDays(Refusal):
    """A pause that ends before it starts."""

    code, status = "interest_pause_days", 422
    text = Text(
        "La fin ({until}) doit suivre le début ({since}).", "The end ({until}) must follow the start ({since})."
    )


class NoSuchInterestPause(Refusal):
    """No such pause."""

    code, status = "no_such_interest_pause", 404
    text = Text("Aucune pause d’intérêt {pause}.", "No interest pause {pause}.")


class InterestPauseEnded(Refusal):
    """A pause that is over."""

    code, status = "interest_pause_ended", 409
    text = Text("La pause d’intérêt {pause} a déjà pris fin.", "Interest pause {pause} has ended already.")
