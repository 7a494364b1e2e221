"""What people call the tables of subscriptions."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.early_termination import WAIVED
from gigafibre.subscriptions.states import STATES

KINDS = {
    "price": Text("Prix", "Price"),
    "item": Text("Article", "Item"),
    "pause": Text("Pause", "Pause"),
    "resume": Text("Reprise", "Resume"),
    "suspend": Text("Suspension", "Suspension"),
    "end": Text("Fin", "End"),
    "move": Text("Déménagement", "Move"),
}
CHANGE_STATES = {
    "planned": Text("À venir", "To come"),
    "applied": Text("Appliqué", "Applied"),
    "refused": Text("Refusé", "Refused"),
    "withdrawn": Text("Retiré", "Withdrawn"),
}
DEVICES = {
    "come_along": Text("Suivent le client", "Come along"),
    "exchanged": Text("Échangés", "Exchanged"),
}
DEPARTURE_STATES = {
    "announced": Text("Annoncé", "Announced"),
    "withdrawn": Text("Retiré", "Withdrawn"),
    "over": Text("Terminé", "Over"),
}


def _one_of(words: dict[str, Text]) -> Any:
    return lambda value, language: words[value].in_(language) if value in words else str(value or "—")


describe(
    "subscriptions_subscription",
    Text("Abonnement", "Subscription"),
    number="number",
    reads="subscriptions.read",
    state=Column(Text("État", "State"), _one_of(STATES)),
    quantity=Text("Quantité", "Quantity"),
    price_override=Column(Text("Prix convenu", "Agreed price"), dollars),
    price_reason=Text("Motif du prix", "Reason of the price"),
    started_on=Text("Début", "Start"),
    charged_until=Text("Facturé jusqu’au (exclu)", "Charged until (without that day)"),
    suspended_on=Text("Arrêté depuis le", "Stopped since"),
    charged_while_suspended=Text("Facturé pendant l’arrêt", "Charged while stopped"),
    paused_until=Text("En pause jusqu’au", "Paused until"),
    ends_on=Text("Fin", "End"),
    cancelled_on=Text("Résilié le", "Cancelled on"),
    cancel_reason=Text("Motif de résiliation", "Reason of cancellation"),
    contract=Text("Contrat", "Contract"),
    committed_until=Text("Engagé jusqu’au", "Committed until"),
)
describe(
    "subscriptions_subscriptionchange",
    Text("Changement planifié", "Planned change"),
    kind=Column(Text("Genre", "Kind"), _one_of(KINDS)),
    on=Text("À partir du", "From"),
    until=Text("Jusqu’au", "Until"),
    price=Column(Text("Prix", "Price"), dollars),
    reason=Text("Motif", "Reason"),
    state=Column(Text("État", "State"), _one_of(CHANGE_STATES)),
    refused_because=Text("Refusé parce que", "Refused because (in French)"),
    refused_because_en=Text("Refusé parce que (en anglais)", "Refused because"),
)
describe(
    "subscriptions_departure",
    Text("Départ", "Departure"),
    number="number",
    last_day=Text("Dernier jour de service", "Last day of service"),
    drop=Text("Prise au nouveau lieu", "Drop at the new location"),
    devices=Column(Text("Appareils", "Devices"), _one_of(DEVICES)),
    removal_on=Text("Retrait de l’équipement le", "Equipment taken back on"),
    state=Column(Text("État", "State"), _one_of(DEPARTURE_STATES)),
    reason=Text("Motif", "Reason"),
    asked_by=Text("Demandé par", "Asked by"),
    claims_early_end=Text("Fin anticipée réclamée", "Early end claimed"),
    withdrawn_because=Text("Retiré parce que", "Withdrawn because"),
    over_on=Text("Terminé le", "Over on"),
    reminded_on=Text("Retour rappelé le", "Return asked for on"),
)
describe("subscriptions_rest", Text("Arrêt", "Rest"), days=Text("Jours non servis", "Days not served"))
describe(
    "subscriptions_promotion",
    Text("Promotion", "Promotion"),
    words_fr=Text("Libellé", "Label"),
    amount=Column(Text("Rabais par cycle", "Discount per cycle"), dollars),
    percent=Text("Rabais (%)", "Discount (%)"),
    cycles=Text("Cycles facturés", "Charged cycles"),
    since=Text("À partir du", "From"),
    until=Text("Jusqu’au (exclu)", "Until (without that day)"),
    reason=Text("Motif", "Reason"),
    withdrawn_on=Text("Retirée dès le", "Withdrawn from"),
    withdrawn_because=Text("Retirée parce que", "Withdrawn because"),
)
describe(
    "subscriptions_commitment",
    Text("Engagement", "Commitment"),
    starts_on=Text("Depuis le", "Since"),
    term_months=Text("Durée (mois)", "Term (months)"),
    inducement=Column(Text("Avantage donné au début", "Inducement given at the start"), dollars),
    goods=Text("Sur quoi", "On what"),
    clause_limit=Column(Text("Maximum du contrat", "The contract’s limit"), dollars),
    waived=Column(Text("Rien n’est dû parce que", "Nothing is owed because"), _one_of(WAIVED)),
)
