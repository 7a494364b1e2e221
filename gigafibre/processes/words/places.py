"""What is written about a service location: that somebody's leaving, or moving to it, is noted."""

from __future__ import annotations

from decimal import Decimal

from gigafibre.crm.errors import NoSuchLocation
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language, Mail, declare, declare_record
from gigafibre.network.queries import devices_at
from gigafibre.network.states import EQUIPMENT_KINDS
from gigafibre.processes.words import reading

_LOCATION = """
SELECT l.label, l.line1, l.city,
       ARRAY(SELECT json_build_array(coalesce(nullif(i.invoice_label_fr, ''), i.name_fr),
                                     coalesce(nullif(i.invoice_label_en, ''), i.name_en))
             FROM subscriptions_subscription s JOIN catalog_item i ON i.id = s.item_id
             WHERE s.location_id = l.id AND i.kind = 'recurring' AND s.state <> 'cancelled' ORDER BY s.id) AS services
FROM crm_location l WHERE l.number = %s
"""
_NOTHING = Text("rien", "nothing")
_VARIABLES = {
    "place": Text("Lieu de service", "Service location"),
    "services": Text("Services à cet endroit", "Services there"),
    "equipment": Text("Nos appareils à cet endroit", "Our devices there"),
}


def facts_of(number: str, language: Language) -> dict[str, str]:
    """Return what messages say of a service location: where, what is served and which devices stand. Refuses none."""
    found = reading.one_row(_LOCATION, number)
    if found is None:
        raise NoSuchLocation(number=number)
    services = [((en if language == "en" else fr), Decimal(1)) for fr, en in found["services"]]
    devices = [
        (" ".join(filter(None, (EQUIPMENT_KINDS[one.kind].in_(language), one.serial))), Decimal(1))
        for one in devices_at([number])
        if one.state == "active"
    ]
    nothing = _NOTHING.in_(language)
    return {
        "place": reading.place(found["label"], found["line1"], found["city"]),
        "services": reading.listed(services) or nothing,
        "equipment": reading.listed(devices) or nothing,
    }


declare_record(
    "location",
    Text("Lieu de service", "Service location"),
    _VARIABLES,
    read=facts_of,
    whose=reading.customer_of("crm_location"),
    newest=reading.newest_of("crm_location"),
)
declare(
    "leaving.acknowledged",
    label=Text("Départ confirmé", "Leaving confirmed"),
    purpose="service",
    about="location",
    variables={"on": Text("Dernier jour de service", "Last day of service")},
    sms=Text(
        "{company} : votre service au {place} prend fin le {on}. Appareils à rendre : {equipment}. "
        "La facture finale, ou le crédit, suit.",
        "{company}: your service at {place} ends on {on}. Devices to return: {equipment}. "
        "The final invoice, or credit, follows.",
    ),
    email=Mail(
        Text("Fin de votre service le {on}", "Your service ends on {on}"),
        Text(
            "Bonjour {first_name},\n\nNous confirmons la fin de votre service.\n\nAdresse : {place}\n"
            "Services : {services}\nDernier jour : {on}\nAppareils à rendre : {equipment}\n\n"
            "Les jours payés d’avance vous sont crédités. La facture finale, ou la note de crédit, suit.\n\n{company}",
            "Hello {first_name},\n\nWe confirm the end of your service.\n\nAddress: {place}\nServices: {services}\n"
            "Last day: {on}\nDevices to return: {equipment}\n\n"
            "Days paid in advance are credited to you. The final invoice, or credit note, follows.\n\n{company}",
        ),
    ),
)
declare(
    "leaving.withdrawn",
    label=Text("Départ annulé", "Leaving cancelled"),
    purpose="service",
    about="location",
    sms=Text(
        "{company} : comme demandé, votre service au {place} continue. Le départ prévu est annulé.",
        "{company}: as you asked, your service at {place} goes on. The planned departure is cancelled.",
    ),
    email=Mail(
        Text("Votre service continue", "Your service goes on"),
        Text(
            "Bonjour {first_name},\n\nComme vous l’avez demandé, le départ prévu est annulé : rien ne change.\n\n"
            "Adresse : {place}\nServices : {services}\n\n{company}",
            "Hello {first_name},\n\nAs you asked, the planned departure is cancelled: nothing changes.\n\n"
            "Address: {place}\nServices: {services}\n\n{company}",
        ),
    ),
)
declare(
    "moving.acknowledged",
    label=Text("Déménagement confirmé", "Move confirmed"),
    purpose="service",
    about="location",
    variables={
        "old_place": Text("Ancienne adresse", "Old address"),
        "on": Text("Jour du déménagement", "Day of the move"),
    },
    sms=Text(
        "{company} : votre service passe du {old_place} au {place} le {on}.",
        "{company}: your service moves from {old_place} to {place} on {on}.",
    ),
    email=Mail(
        Text("Votre déménagement du {on}", "Your move on {on}"),
        Text(
            "Bonjour {first_name},\n\nNous avons noté votre déménagement.\n\nAncienne adresse : {old_place}\n"
            "Nouvelle adresse : {place}\nJour : {on}\n\n{company}",
            "Hello {first_name},\n\nWe have noted your move.\n\nOld address: {old_place}\nNew address: {place}\n"
            "Day: {on}\n\n{company}",
        ),
    ),
)
