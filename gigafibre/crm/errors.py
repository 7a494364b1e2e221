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


class ParentNotPossible(Refusal):
    """A parent account is paid by nobody, and who is paid for pays for nobody."""

    code, status = "parent_not_possible", 409
    text = Text(
        "{parent} ne peut pas payer pour {customer} : un compte parent n’a pas de parent, et un compte payé par un "
        "autre ne paie pour personne.",
        "{parent} can’t pay for {customer}: a parent account has no parent, and an account paid by another pays for "
        "nobody.",
    )


class ParentTaxedElsewhere(Refusal):
    """One invoice has one set of taxes."""

    code, status = "parent_taxed_elsewhere", 409
    text = Text(
        "{customer} et {parent} n’ont pas la même catégorie de taxes : leurs lignes ne vont pas sur une même facture.",
        "{customer} and {parent} don’t have the same tax category: their lines can’t stand on one invoice.",
    )


class NoParent(Refusal):
    """Nobody else pays for this customer."""

    code, status = "no_parent", 409
    text = Text("{customer} n’a pas de compte parent.", "{customer} has no parent account.")


class LocationHeld(Refusal):
    """A place stays while something is under way there."""

    code, status = "location_held", 409
    text = Text(
        "{location} reste à {customer} tant que ceci y est en cours : {what}. Terminez ou déménagez-le d’abord.",
        "{location} stays with {customer} while this is under way there: {what}. End it or move it first.",
    )


class LocationThereAlready(Refusal):
    """The place is that customer's."""

    code, status = "location_there_already", 409
    text = Text("{location} est déjà à {customer}.", "{location} is {customer}’s already.")


class MergedWithHimself(Refusal):
    """A customer is merged with another one."""

    code, status = "merged_with_himself", 422
    text = Text(
        "{customer} est déjà lui-même : choisissez l’autre client.", "{customer} is himself: choose the other customer."
    )


class TaxedElsewhere(Refusal):
    """Two customers of different taxes can't be one."""

    code, status = "taxed_elsewhere", 409
    text = Text(
        "{one} est taxé en {category}, {other} en {other_category}. Corrigez la catégorie de l’un des deux d’abord.",
        "{one} is taxed in {category}, {other} in {other_category}. Correct the category of one of them first.",
    )


class KeptApart(Refusal):
    """Two customers are not merged while something is under way that would be torn."""

    code, status = "kept_apart", 409
    text = Text(
        "{one} et {other} ne peuvent être fusionnés tant que ceci tient : {what}. Réglez-le d’abord.",
        "{one} and {other} can’t be merged while this holds: {what}. Settle it first.",
    )


class PointConfirmed(Refusal):
    """A person said where this place is."""

    code, status = "point_confirmed", 409
    text = Text(
        "Le point de {location} a été confirmé par une personne. Déplacez-le sur la carte si le lieu est ailleurs.",
        "A person confirmed the point of {location}. Move it on the map if the place is elsewhere.",
    )


class NoSuchAddressFile(Refusal):
    """No address file of that name is loaded."""

    code, status = "no_such_address_file", 404
    text = Text("Aucun fichier d’adresses ne s’appelle {name}.", "No address file is called {name}.")
