"""What the network refuses, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchDrop(Refusal):
    code, status = "no_such_drop", 404
    text = Text("Aucune prise de fibre {drop}.", "No fibre drop {drop}.")


class NoSuchOlt(Refusal):
    code, status = "no_such_olt", 404
    text = Text("Aucun OLT ne s’appelle « {olt} ».", "No OLT is called “{olt}”.")


class NoSuchEquipment(Refusal):
    code, status = "no_such_equipment", 404
    text = Text("Aucun équipement {equipment}.", "No equipment {equipment}.")


class NoSuchInterest(Refusal):
    code, status = "no_such_interest", 404
    text = Text(
        "Cette demande d’intérêt n’existe pas ou est retirée.", "This interest does not exist, or is withdrawn."
    )


class OltNameTaken(Refusal):
    code, status = "olt_name_taken", 409
    text = Text("Un OLT a déjà ce nom ou cette adresse IP.", "An OLT already has this name or IP address.")


class DropInOtherState(Refusal):
    code, status = "drop_state", 409
    text = Text("{drop} est {state} : cette action demande {wanted}.", "{drop} is {state}: this takes {wanted}.")


class DropUnplugged(Refusal):
    code, status = "drop_unplugged", 409
    text = Text(
        "{drop} n’a pas de port : attribuez-lui un port d’OLT d’abord.",
        "{drop} has no port: assign it an OLT port first.",
    )


class PortTaken(Refusal):
    code, status = "port_taken", 409
    text = Text("{place} est occupé par {drop}.", "{place} is taken by {drop}.")


class PortFull(Refusal):
    code, status = "port_full", 409
    text = Text("{place} est plein : {count} ONT sur {count}.", "{place} is full: {count} ONTs of {count}.")


class WrongPlace(Refusal):
    code, status = "subscription_elsewhere", 422
    text = Text("{subscription} n’est pas servi à {location}.", "{subscription} is not served at {location}.")


class SubscriptionOver(Refusal):
    code, status = "subscription_over", 409
    text = Text("{subscription} est résilié.", "{subscription} is cancelled.")


class SubscriptionHasDrop(Refusal):
    code, status = "subscription_has_drop", 409
    text = Text("{subscription} est déjà raccordé par {drop}.", "{subscription} is already connected by {drop}.")


class EquipmentInOtherState(Refusal):
    code, status = "equipment_state", 409
    text = Text(
        "{equipment} est « {state} »{where} : cette action demande « {wanted} ».",
        "{equipment} is “{state}”{where}: this takes “{wanted}”.",
    )


class EquipmentUnidentified(Refusal):
    code, status = "equipment_unidentified", 422
    text = Text("Donnez un numéro de série ou une adresse MAC.", "Give a serial number or a MAC address.")


class EquipmentKnown(Refusal):
    code, status = "equipment_known", 409
    text = Text(
        "Le numéro de série ou l’adresse MAC est déjà à {equipment} ({state}).",
        "The serial number or MAC address is already that of {equipment} ({state}).",
    )


class EquipmentAmbiguous(Refusal):
    code, status = "equipment_ambiguous", 409
    text = Text(
        "Le numéro de série est à {serial}, l’adresse MAC à {mac} : vérifiez l’étiquette.",
        "The serial number is that of {serial}, the MAC address that of {mac}: check the label.",
    )


class SamePlace(Refusal):
    code, status = "same_place", 422
    text = Text("{equipment} y est déjà.", "{equipment} is already there.")


class OnePlaceOnly(Refusal):
    code, status = "one_place_only", 422
    text = Text(
        "Donnez un lieu de service ou un endroit de stock, un seul des deux.",
        "Give a service location or a stock place, one of the two.",
    )


class ParentCircle(Refusal):
    code, status = "parent_circle", 422
    text = Text("{equipment} est déjà au-dessous de {parent}.", "{parent} already stands below {equipment}.")


class NotReplaceable(Refusal):
    code, status = "not_replaceable", 422
    text = Text("Un {old} ne se remplace pas par un {new}.", "A {old} is not replaced by a {new}.")


class NoCredentials(Refusal):
    code, status = "no_credentials", 404
    text = Text("{equipment} n’a pas d’identifiants.", "{equipment} has no credentials.")


class ConsentNeeded(Refusal):
    code, status = "consent_needed", 422
    text = Text(
        "Sans votre accord, nous ne gardons pas votre courriel.", "Without your consent, we don't keep your email."
    )


class AddressNotServed(Refusal):
    code, status = "address_not_served", 409
    text = Text("{address} ne peut pas être desservie : {why}.", "{address} can't be served: {why}.")


class TooManyQuestions(Refusal):
    code, status = "too_many_questions", 429
    text = Text(
        "Trop de demandes à la fois. Réessayez dans {seconds} secondes.",
        "Too many requests at once. Try again in {seconds} seconds.",
    )
