"""What subscriptions refuse, in words."""

from __future__ import annotations

from datetime import date

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NoSuchSubscription(Refusal):
    code, status = "no_such_subscription", 404
    text = Text("Aucun abonnement {subscription}.", "No subscription {subscription}.")


class WrongState(Refusal):
    code, status = "subscription_state", 409
    text = Text(
        "{subscription} est {state} : cette action demande un abonnement {wanted}.",
        "{subscription} is {state}: this takes a subscription that is {wanted}.",
    )


class OtherCustomersLocation(Refusal):
    code, status = "other_customers_location", 422
    text = Text("Le lieu {location} n’est pas à {customer}.", "Location {location} is not {customer}'s.")


class NothingToSubscribe(Refusal):
    code, status = "nothing_to_subscribe", 422
    text = Text("{item} ne se facture pas à chaque période.", "{item} is not charged each period.")


class BeforeItBegan(Refusal):
    code, status = "before_it_began", 422
    text = Text(
        "{subscription} a commencé le {began} : choisissez ce jour ou un jour plus tardif.",
        "{subscription} began on {began}: choose that day or a later one.",
    )


class TooFarAway(Refusal):
    code, status = "too_far_away", 422
    text = Text("{on} est à plus de {years} ans.", "{on} is more than {years} years away.")


class DayToCome(Refusal):
    code, status = "day_to_come", 422
    text = Text(
        "{on} est à venir : planifiez un changement pour ce jour.", "{on} is to come: plan a change for that day."
    )


class KeepsChargingFromToday(Refusal):
    code, status = "keeps_charging_from_today", 422
    text = Text(
        "Une suspension planifiée ({on}) arrête la facturation ; pour continuer à facturer, suspendez le jour même.",
        "A planned suspension ({on}) stops charging; to keep charging, suspend on the day itself.",
    )


class ChangeIncomplete(Refusal):
    code, status = "change_incomplete", 422
    text = Text("Il manque {what} à ce changement.", "This change lacks {what}.")


class NoSuchChange(Refusal):
    code, status = "no_such_change", 404
    text = Text("Aucun changement planifié {change}.", "No planned change {change}.")


class AfterTheEnd(Refusal):
    code, status = "after_the_end", 409
    text = Text(
        "{subscription} est résilié depuis le {on} : rien ne peut plus y changer.",
        "{subscription} is cancelled since {on}: nothing of it can change any more.",
    )


class PromotionUnclear(Refusal):
    code, status = "promotion_unclear", 422
    text = Text("Donnez {what}, pas les deux.", "Give {what}, not both.")


class NothingToDiscount(Refusal):
    code, status = "nothing_to_discount", 422
    text = Text("{subscription} est déjà un rabais.", "{subscription} is a discount already.")


class NoSuchPromotion(Refusal):
    code, status = "no_such_promotion", 404
    text = Text("Aucune promotion {promotion} en cours.", "No promotion {promotion} under way.")


class PromotionNotWithdrawn(Refusal):
    code, status = "promotion_not_withdrawn", 409
    text = Text("La promotion {promotion} n’est pas retirée.", "Promotion {promotion} is not withdrawn.")


class NoCommitment(Refusal):
    code, status = "no_commitment", 404
    text = Text(
        "Aucun engagement n’est noté sur {subscription}.",
        "No commitment is recorded on {subscription}.",
    )


class InducementOnWhat(Refusal):
    code, status = "inducement_on_what", 422
    text = Text(
        "Dites sur quel bien nécessaire au service l’avantage de {amount} a été donné.",
        "Say on which goods needed for the service the inducement of {amount} was given.",
    )


class NothingToLeave(Refusal):
    code, status = "nothing_to_leave", 422
    text = Text("{customer} n’a plus aucun service ici.", "{customer} has no service here any more.")


class LeavesOnePlace(Refusal):
    code, status = "leaves_one_place", 422
    text = Text(
        "Ces services sont à plusieurs lieux ({places}) : dites lequel il quitte.",
        "These services are at several locations ({places}): say which one he leaves.",
    )


class LeavesAlready(Refusal):
    code, status = "leaves_already", 409
    text = Text(
        "{subscription} prend déjà fin avec le départ {departure}.",
        "{subscription} already ends with departure {departure}.",
    )


class EndsWithDeparture(Refusal):
    code, status = "ends_with_departure", 409
    text = Text(
        "Ce changement fait partie du départ {departure} : retirez le départ.",
        "This change is part of departure {departure}: withdraw the departure.",
    )


class NoSuchDeparture(Refusal):
    code, status = "no_such_departure", 404
    text = Text("Aucun départ {departure}.", "No departure {departure}.")


class DepartureNotOpen(Refusal):
    code, status = "departure_not_open", 409
    text = Text(
        "Le départ {departure} est « {state} » : rien ne reste à retirer.",
        "Departure {departure} is “{state}”: nothing is left to withdraw.",
    )


def refuse_before_it_began(subscription: str, began: date | None, on: date) -> None:
    """Refuse a day before a subscription began (BeforeItBegan); one that has no first day refuses none."""
    if began is not None and on < began:
        raise BeforeItBegan(subscription=subscription, began=began)
