"""The lists of price changes: the changes, their subscriptions, the notices customers are owed."""

from __future__ import annotations

from gigafibre.billing.labels import NOTICE_HOW, PRICE_STATES
from gigafibre.billing.price_changes import CAUSES
from gigafibre.kernel import clock
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text, current_language

CHANGE = Text("Changement", "Change")
CUSTOMER = Text("Client", "Customer")
STATE = Text("État", "State")
ON = Text("À partir du", "From")
LANGUAGES = {"fr": Text("Français", "French"), "en": Text("Anglais", "English")}
OUTCOMES = {"affected": Text("Change", "Changes"), "excluded": Text("Exclu", "Left out")}
SENT = {
    "unsent": Text("À envoyer", "To send"),
    "late": Text("Trop tard", "Too late"),
    "sent": Text("Envoyé", "Sent"),
    "withdrawn": Text("Retiré", "Withdrawn"),
}


def _reading() -> dict[str, object]:
    return {"today": clock.today(), "language": current_language()}


PRICE_CHANGES = Listing(
    name="price_changes",
    label=Text("Changements de prix", "Price changes"),
    permission="billing.read",
    source="""
SELECT h.id, h.number,
       CASE WHEN h.state = 'planned' AND h.effective_on <= %(today)s::date THEN 'effective' ELSE h.state END AS state,
       h.effective_on, (SELECT string_agg(x, ', ') FROM jsonb_array_elements_text(h.items) x) AS items, h.new_price,
       h.percent::text AS percent, h.created_at::date AS created_on, h.created_by,
       coalesce(l.subscriptions, 0) AS subscriptions,
       coalesce(l.excluded, 0) AS excluded, coalesce(n.unsent, 0) AS unsent,
       lower(h.number) || ' ' || fold(h.items::text) AS search_key
FROM billing_pricechange h
LEFT JOIN (SELECT price_change_id, count(*) FILTER (WHERE outcome = 'affected') AS subscriptions,
                  count(*) FILTER (WHERE outcome = 'excluded') AS excluded
           FROM billing_pricechangeline GROUP BY 1) l ON l.price_change_id = h.id
LEFT JOIN (SELECT price_change_id, count(*) FILTER (WHERE sent_on IS NULL) AS unsent
           FROM billing_pricenotice GROUP BY 1) n ON n.price_change_id = h.id
""",
    columns=[
        Column("number", CHANGE, kind="id", sort=True),
        Column("items", Text("Articles", "Items")),
        Column("state", STATE, kind="choice", options=PRICE_STATES),
        Column("effective_on", Text("En vigueur le", "Effective on"), kind="day", sort=True),
        Column("new_price", Text("Nouveau prix", "New price"), kind="price", nullable=True),
        Column("percent", Text("%", "%"), nullable=True),
        Column("subscriptions", Text("Abonnements", "Subscriptions"), kind="number", sort=True),
        Column("excluded", Text("Exclus", "Left out"), kind="number", sort=True),
        Column("unsent", Text("Avis à envoyer", "Notices to send"), kind="number", sort=True),
        Column("created_on", Text("Planifié le", "Planned on"), kind="day", sort=True),
        Column("created_by", Text("Par", "By"), options=PLATFORM),
    ],
    filters=[
        Filter("state", STATE, options=PRICE_STATES),
        *between("effective_on", Text("En vigueur", "Effective"), kind="day"),
    ],
    views=[View("all", Text("Tous", "All")), View("planned", Text("Planifiés", "Planned"), {"state": "planned"})],
    search="search_key",
    default_sort="-effective_on",
    values=_reading,
)

PRICE_CHANGE_LINES = Listing(
    name="price_change_lines",
    label=Text("Abonnements d’un changement de prix", "Subscriptions of a price change"),
    permission="billing.read",
    source="""
SELECT l.id, h.number AS price_change, s.number AS subscription, c.number AS customer, c.display_name AS name,
       c.sort_key,
       CASE %(language)s WHEN 'en' THEN i.name_en ELSE i.name_fr END AS item, l.outcome, l.cause, l.old_price,
       CASE l.outcome WHEN 'affected' THEN l.new_price END AS new_price, l."on",
       c.sort_key || ' ' || lower(c.number) || ' ' || lower(s.number) AS search_key
FROM billing_pricechangeline l
JOIN billing_pricechange h ON h.id = l.price_change_id
JOIN subscriptions_subscription s ON s.id = l.subscription_id
JOIN crm_customer c ON c.id = l.customer_id
JOIN catalog_item i ON i.id = s.item_id
""",
    columns=[
        Column("subscription", Text("Abonnement", "Subscription"), kind="id", sort=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("item", Text("Article", "Item")),
        Column("old_price", Text("Ancien prix", "Old price"), kind="price", nullable=True, sort=True),
        Column("new_price", Text("Nouveau prix", "New price"), kind="price", nullable=True, sort=True),
        Column("on", ON, kind="day", sort=True),
        Column("outcome", Text("Résultat", "Outcome"), kind="choice", options=OUTCOMES),
        Column("cause", Text("Pourquoi exclu", "Why left out"), kind="choice", options=CAUSES),
        Column("price_change", CHANGE, kind="id", off=True),
    ],
    filters=[
        Filter("price_change", CHANGE, kind="text", where="r.price_change = %(value)s"),
        Filter("outcome", Text("Résultat", "Outcome"), options=OUTCOMES),
        Filter("cause", Text("Pourquoi exclu", "Why left out"), options=CAUSES),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
    ],
    search="search_key",
    default_sort="name",
    values=_reading,
)

PRICE_NOTICES = Listing(
    name="price_notices",
    label=Text("Avis de changement de prix", "Notices of price changes"),
    permission="billing.read",
    source="""
SELECT n.id, n.id AS notice, h.number AS price_change, c.number AS customer, n.bill_name AS name, c.sort_key,
       n.language,
       n.dated, n.first_on, n.first_on - 30 AS send_by, n.sent_on, n.how, n.sent_by,
       CASE WHEN n.sent_on IS NOT NULL THEN 'sent' WHEN h.state = 'withdrawn' THEN 'withdrawn'
            WHEN n.first_on - 30 < %(today)s::date THEN 'late' ELSE 'unsent' END AS state,
       c.sort_key || ' ' || lower(c.number) AS search_key
FROM billing_pricenotice n
JOIN billing_pricechange h ON h.id = n.price_change_id
JOIN crm_customer c ON c.id = n.customer_id
""",
    columns=[
        Column("customer", CUSTOMER, kind="id"),
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("price_change", CHANGE, kind="id"),
        Column("language", Text("Langue", "Language"), kind="choice", options=LANGUAGES, off=True),
        Column("first_on", ON, kind="day", sort=True),
        Column("send_by", Text("À envoyer au plus tard le", "To send by"), kind="day", sort=True),
        Column("state", STATE, kind="choice", options=SENT),
        Column("sent_on", Text("Envoyé le", "Sent on"), kind="day", sort=True, nullable=True),
        Column("how", Text("Par", "By"), kind="choice", options=NOTICE_HOW),
        Column("sent_by", Text("Noté par", "Recorded by"), options=PLATFORM, off=True),
        Column("dated", Text("Daté du", "Dated"), kind="day", sort=True, off=True),
        Column("notice", Text("Avis", "Notice"), kind="number"),
    ],
    filters=[
        Filter("price_change", CHANGE, kind="text", where="r.price_change = %(value)s"),
        Filter("state", STATE, options=SENT),
        Filter("language", Text("Langue", "Language"), options=LANGUAGES),
        Filter("how", Text("Par", "By"), options=NOTICE_HOW),
        *between("send_by", Text("À envoyer au plus tard", "To send by"), kind="day"),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("unsent", Text("À envoyer", "To send"), {"state": "unsent"}, "send_by"),
        View("late", Text("Trop tard", "Too late"), {"state": "late"}, "-send_by"),
    ],
    search="search_key",
    default_sort="name",
    values=_reading,
    verbs=[Verb("billing.record_notice_sent", "notice", column="notice")],
)
