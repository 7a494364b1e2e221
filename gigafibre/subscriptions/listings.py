"""The lists of subscriptions: what customers have, and the dated changes with what became of them."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text, current_language
from gigafibre.subscriptions.labels import CHANGE_STATES, KINDS
from gigafibre.subscriptions.states import CHOICES

CUSTOMER, NAME = Text("Client", "Customer"), Text("Nom", "Name")
SUBSCRIPTION, SERVICE = Text("Abonnement", "Subscription"), Text("Service", "Service")
STATE, PRICE = Text("État", "State"), Text("Prix", "Price")
CHARGED, MONTHLY = Text("À facturer dès le", "To bill from"), Text("Par mois", "Per month")
STARTED, COMMITTED = Text("Début", "Start"), Text("Engagé jusqu’au", "Committed until")
PLANNED = Text("Changement le", "Change on")
SERVICE_KINDS = {
    "internet": Text("Internet", "Internet"),
    "tv": Text("Télé", "TV"),
    "telephone": Text("Téléphone", "Telephone"),
    "other": Text("Autre", "Other"),
}
INTERVALS = {
    "1": Text("Mensuel", "Monthly"),
    "3": Text("Trimestriel", "Quarterly"),
    "6": Text("Semestriel", "Half-yearly"),
    "12": Text("Annuel", "Yearly"),
}


def _reader() -> dict[str, Any]:
    return {"today": clock.today(), "language": current_language()}


# The price is the one of the next charge: its own, or the item's on the first day that is not charged yet. Each left
# join gives at most one row, so that one nothing asks for is not read; an item's key is made once per item.
_SOURCE = """
        SELECT s.id, s.number, s.state, c.number AS customer, c.display_name AS customer_name,
               c.sort_key AS customer_key, i.sku, i.service_kind, i.name AS item, i.key AS item_key,
               l.number AS location, l.line1 AS address, l.city,
               round(coalesce(s.price_override, p.price) * s.quantity, 2) AS price,
               CASE WHEN s.state = 'cancelled' THEN 0
                    ELSE coalesce(round(coalesce(s.price_override, p.price) * s.quantity / s.interval_months, 2), 0)
               END AS monthly,
               s.price_override IS NOT NULL AS special, s.price_reason, s.interval_months::text AS interval_months,
               s.interval_months AS months,
               s.started_on, s.charged_until, s.suspended_on, s.paused_until, s.cancelled_on, s.committed_until,
               s.contract, n."on" AS planned_on, n.kind AS planned_kind, s.legacy_id,
               s.customer_id, s.item_id, s.location_id, lower(s.number) AS number_key
        FROM subscriptions_subscription s
        LEFT JOIN crm_customer c ON c.id = s.customer_id
        LEFT JOIN (SELECT id, sku, service_kind, CASE %(language)s WHEN 'en' THEN name_en ELSE name_fr END AS name,
                          fold(CASE %(language)s WHEN 'en' THEN name_en ELSE name_fr END) AS key
                   FROM catalog_item GROUP BY id) i ON i.id = s.item_id
        LEFT JOIN crm_location l ON l.id = s.location_id
        LEFT JOIN catalog_itemprice p ON p.item_id = s.item_id AND p.days @> greatest(s.charged_until, %(today)s::date)
        LEFT JOIN (SELECT DISTINCT ON (subscription_id) subscription_id, "on", kind
                   FROM subscriptions_subscriptionchange WHERE state = 'planned'
                   ORDER BY subscription_id, "on", id) n ON n.subscription_id = s.id"""

# Cities are few: each is folded once, not at every row.
#: Started by a day and neither ended nor stopped by it: whose prices are that day's recurring revenue.
_IN_SERVICE = (
    "r.state <> 'pending' AND r.started_on <= %(value)s::date AND (CASE r.state WHEN 'cancelled' THEN r.cancelled_on "
    "WHEN 'suspended' THEN r.suspended_on WHEN 'paused' THEN r.suspended_on END > %(value)s::date "
    "OR r.state = 'active')"
)
_IN_A_CITY = """r.city = ANY(ARRAY(SELECT x.city FROM (SELECT DISTINCT city FROM crm_location) x
                   WHERE fold(x.city) LIKE fold(%(value)s) || '%%'))"""

SUBSCRIPTIONS = Listing(
    name="subscriptions",
    label=Text("Abonnements", "Subscriptions"),
    permission="subscriptions.read",
    source=_SOURCE,
    details=f"SELECT * FROM ({_SOURCE}) r WHERE r.id = page.id",  # noqa: S608  our own text
    values=_reader,
    columns=[
        Column("number", Text("Numéro", "Number"), kind="id"),
        Column("item", SERVICE, sort="item_key"),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", NAME, sort="customer_key"),
        Column("state", STATE, kind="choice", options=CHOICES),
        Column("price", PRICE, kind="money", sort=True, nullable=True),
        Column("monthly", MONTHLY, kind="money", sort=True, total=True),
        Column("charged_until", CHARGED, kind="day", sort=True, nullable=True),
        Column("planned_on", PLANNED, kind="day", sort=True, nullable=True),
        Column("planned_kind", Text("Changement", "Change"), kind="choice", options=KINDS, nullable=True),
        Column("sku", Text("Article", "Item"), kind="id", off=True),
        Column("service_kind", Text("Genre", "Kind"), kind="choice", options=SERVICE_KINDS, off=True),
        Column("interval_months", Text("Cycle", "Cycle"), kind="choice", options=INTERVALS, off=True),
        Column("special", Text("Prix convenu", "Agreed price"), kind="flag", off=True),
        Column("price_reason", Text("Motif du prix", "Reason of the price"), off=True),
        Column("location", Text("Lieu", "Location"), kind="id", off=True),
        Column("address", Text("Adresse", "Address"), off=True),
        Column("city", Text("Municipalité", "City"), off=True),
        Column("started_on", STARTED, kind="day", sort=True, nullable=True, off=True),
        Column("suspended_on", Text("Arrêté depuis", "Stopped since"), kind="day", sort=True, nullable=True, off=True),
        Column("paused_until", Text("Reprise", "Resumes"), kind="day", sort=True, nullable=True, off=True),
        Column("cancelled_on", Text("Résilié le", "Cancelled on"), kind="day", sort=True, nullable=True, off=True),
        Column("committed_until", COMMITTED, kind="day", sort=True, nullable=True, off=True),
        Column("contract", Text("Contrat", "Contract"), off=True),
        Column("legacy_id", Text("Ancien identifiant", "Former id"), kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=CHOICES),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("sku", Text("Article", "Item"), kind="text"),
        Filter("service_kind", Text("Genre", "Kind"), options=SERVICE_KINDS),
        Filter(
            "interval_months",
            Text("Cycle", "Cycle"),
            options=INTERVALS,
            where="r.months = ANY(%(value)s::smallint[])",
        ),
        Filter("special", Text("Prix convenu", "Agreed price"), kind="flag"),
        Filter("city", Text("Municipalité", "City"), kind="text", where=_IN_A_CITY),
        Filter(
            "planned",
            Text("Avec un changement à venir", "With a change to come"),
            kind="flag",
            where="(r.planned_on IS NOT NULL) = %(value)s",
        ),
        Filter("legacy_id", FORMER_ID, kind="number"),
        Filter("in_service_on", Text("En service le", "In service on"), kind="day", where=_IN_SERVICE),
        *between("charged_until", CHARGED, kind="day"),
        *between("started_on", STARTED, kind="day"),
        *between("committed_until", COMMITTED, kind="day"),
        *between("cancelled_on", Text("Résilié", "Cancelled"), kind="day"),
        *between("monthly", MONTHLY),
    ],
    views=[
        View("live", Text("En service", "In service"), {"state": "active,suspended,paused"}),
        View("pending", Text("À activer", "To activate"), {"state": "pending"}),
        View("paused", Text("En pause", "Paused"), {"state": "paused"}, "paused_until"),
        View("suspended", Text("Suspendus", "Suspended"), {"state": "suspended"}, "suspended_on"),
        View("planned", Text("Avec changement", "With a change"), {"planned": "true"}, "planned_on"),
        View("cancelled", Text("Résiliés", "Cancelled"), {"state": "cancelled"}, "-cancelled_on"),
        View("all", Text("Tous", "All")),
    ],
    search="number_key",
    # A word is in the customer's name, the item's or the location's keys, or in the number: each table is read once.
    finding="(r.customer_id IN (SELECT x.id FROM crm_customer x WHERE x.sort_key LIKE %(word)s) "
    "OR r.item_id IN (SELECT x.id FROM catalog_item x WHERE fold(x.sku) LIKE %(word)s) "
    "OR r.location_id IN (SELECT x.id FROM crm_location x WHERE x.address_key LIKE %(word)s) "
    "OR r.number_key LIKE %(word)s)",
    default_sort="customer_name",
    counted=100_000,
    verbs=[
        Verb("subscriptions.activate_subscription", "subscription"),
        Verb("subscriptions.suspend_subscription", "subscription"),
        Verb("subscriptions.pause_subscription", "subscription"),
        Verb("subscriptions.reactivate_subscription", "subscription"),
        Verb("subscriptions.grant_promotion", "subscription"),
        Verb("messaging.write_to_customer", "customer", column="customer"),
        Verb("subscriptions.cancel_subscription", "subscription"),
    ],
)

PLANNED_CHANGES = Listing(
    name="planned_changes",
    label=Text("Changements planifiés", "Planned changes"),
    permission="subscriptions.read",
    source="""
        SELECT h.id, h."on", h.until, h.kind, h.state, h.price, h.reason, h.settled_at,
               CASE WHEN %(language)s = 'en' AND h.refused_because_en <> '' THEN h.refused_because_en
                    ELSE h.refused_because END AS refused_because,
               s.number AS subscription, c.number AS customer, c.display_name AS customer_name,
               c.sort_key AS customer_key, CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END AS item,
               c.sort_key || ' ' || lower(s.number) || ' ' || fold(h.reason) AS search_key
        FROM subscriptions_subscriptionchange h
        JOIN subscriptions_subscription s ON s.id = h.subscription_id
        JOIN crm_customer c ON c.id = s.customer_id
        LEFT JOIN catalog_item i ON i.id = h.item_id""",
    values=_reader,
    columns=[
        Column("on", Text("À partir du", "From"), kind="day", sort=True),
        Column("kind", Text("Changement", "Change"), kind="choice", options=KINDS),
        Column("subscription", SUBSCRIPTION, kind="id"),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", NAME, sort="customer_key"),
        Column("state", STATE, kind="choice", options=CHANGE_STATES),
        Column("refused_because", Text("Refusé parce que", "Refused because")),
        Column("item", Text("Nouvel article", "New item"), nullable=True),
        Column("price", Text("Nouveau prix", "New price"), kind="price", nullable=True),
        Column("until", Text("Jusqu’au", "Until"), kind="day", sort=True, nullable=True),
        Column("reason", Text("Motif", "Reason"), off=True),
        Column("settled_at", Text("Réglé le", "Settled on"), kind="instant", sort=True, nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=CHANGE_STATES),
        Filter("kind", Text("Changement", "Change"), options=KINDS),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("subscription", SUBSCRIPTION, kind="text", where="r.subscription = %(value)s"),
        *between("on", Text("À partir du", "From"), kind="day"),
    ],
    views=[
        View("planned", Text("À venir", "To come"), {"state": "planned"}, "on"),
        View("refused", Text("Refusés", "Refused"), {"state": "refused"}, "-on"),
        View("applied", Text("Appliqués", "Applied"), {"state": "applied"}, "-on"),
        View("all", Text("Tous", "All"), {}, "-on"),
    ],
    search="search_key",
    default_sort="on",
    verbs=[
        Verb("subscriptions.withdraw_change", "change", column="id"),
    ],
)
