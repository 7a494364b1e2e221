"""What the CRM refuses, in words others may see."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchCustomer(Refusal):
    """No customer has that number."""

    code, status = "no_such_customer", 404
    text = Text("Aucun client ne porte le numéro {number}.", "No customer has the number {number}.")


class NoSuchLocation(Refusal):
    """No service location has that number."""

    code, status = "no_such_location", 404
    text = Text("Aucun lieu de service ne porte le numéro {number}.", "No service location has the number {number}.")


class NoSuchContact(Refusal):
    """This customer has no such contact, or no such way to reach one."""

    code, status = "no_such_contact", 404
    text = Text("{customer} n’a pas ce contact.", "{customer} has no such contact.")


class AlreadyReached(Refusal):
    """The contact has this email or number already."""

    code, status = "contact_point_twice", 409
    text = Text("{value} figure déjà chez ce contact.", "This contact already has {value}.")


class LastContact(Refusal):
    """A customer keeps at least one contact."""

    code, status = "last_contact", 409
    text = Text(
        "C’est le seul contact de {customer} : ajoutez-en un autre d’abord.",
        "This is the only contact of {customer}: add another one first.",
    )


class StatusNotPossible(Refusal):
    """The status can't follow the present one."""

    code, status = "status_not_possible", 409
    text = Text(
        "Un client {before} ne peut pas devenir {after}.",
        "A customer that is {before} can’t become {after}.",
    )


class NoOpenConsent(Refusal):
    """There is no consent to withdraw."""

    code, status = "no_open_consent", 409
    text = Text("Aucun consentement en cours pour ce canal.", "No consent is given for this channel.")


class ConsentGivenAlready(Refusal):
    """The consent is there already."""

    code, status = "consent_given_already", 409
    text = Text("Ce consentement est déjà donné depuis le {since}.", "This consent was already given on {since}.")


class NothingToChange(Refusal):
    """The request names no field."""

    code, status = "nothing_to_change", 422
    text = Text("Indiquez au moins un champ à changer.", "Name at least one field to change.")
