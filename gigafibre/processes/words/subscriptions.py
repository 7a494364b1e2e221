"""What is written about a service: that it works now."""

from __future__ import annotations

from gigafibre.kernel.documents.wording import long_day
from gigafibre.kernel.text import Text
from gigafibre.messaging.catalogue import Language, Mail, declare, declare_record
from gigafibre.processes.words import reading
from gigafibre.subscriptions.errors import NoSuchSubscription

_SUBSCRIPTION = """
SELECT s.started_on, s.ends_on, l.label, l.line1, l.city,
       coalesce(nullif(i.invoice_label_fr, ''), i.name_fr) AS fr,
       coalesce(nullif(i.invoice_label_en, ''), i.name_en) AS en
FROM subscriptions_subscription s
JOIN crm_location l ON l.id = s.location_id
JOIN catalog_item i ON i.id = s.item_id
WHERE s.number = %s
"""
_VARIABLES = {
    "subscription": Text("Numéro d’abonnement", "Subscription number"),
    "service": Text("Service", "Service"),
    "place": Text("Lieu de service", "Service location"),
    "since": Text("En service depuis", "In service since"),
    "ends_on": Text("Dernier jour", "Last day"),
}


def facts_of(number: str, language: Language) -> dict[str, str]:
    """Return what messages say of a subscription; its first and last day once there are any. Refuses none."""
    found = reading.one_row(_SUBSCRIPTION, number)
    if found is None:
        raise NoSuchSubscription(subscription=number)
    days = {"since": found["started_on"], "ends_on": found["ends_on"]}
    return {
        "subscription": number,
        "service": found["en"] if language == "en" else found["fr"],
        "place": reading.place(found["label"], found["line1"], found["city"]),
        **{name: long_day(day, language) for name, day in days.items() if day is not None},
    }


declare_record(
    "subscription",
    Text("Abonnement", "Subscription"),
    _VARIABLES,
    read=facts_of,
    whose=reading.customer_of("subscriptions_subscription"),
    newest=reading.newest_of("subscriptions_subscription"),
)
declare(
    "service.active",
    label=Text("Service en marche", "Service turned on"),
    purpose="service",
    about="subscription",
    sms=Text(
        "{company} : {service} est en service au {place} depuis le {since}. La première facture suit.",
        "{company}: {service} is in service at {place} since {since}. The first invoice follows.",
    ),
    email=Mail(
        Text("{service} est en service", "{service} is in service"),
        Text(
            "Bonjour {first_name},\n\n{service} est en service au {place} depuis le {since}.\n\n"
            "La première facture, calculée au jour près, suit.\n\n{company}",
            "Hello {first_name},\n\n{service} is in service at {place} since {since}.\n\n"
            "The first invoice, charged to the day, follows.\n\n{company}",
        ),
    ),
)
