"""The lists of messaging: what was sent or kept back, addresses nobody writes to, what messages are made of."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.text import Text, current_language
from gigafibre.messaging.catalogue import all_declared
from gigafibre.messaging.labels import CHANNELS, COVERS, LANGUAGES, PURPOSES, REASONS, STATES

CUSTOMER = Text("Client", "Customer")
CHANNEL = Text("Canal", "Channel")
STATE = Text("État", "State")
TEMPLATE = Text("Gabarit", "Template")
CREATED = Text("Écrit le", "Written on")

MESSAGES = Listing(
    name="messages",
    label=Text("Messages", "Messages"),
    permission="messaging.read",
    source=r"""
        SELECT m.id, m.id AS message, m.created_at,
               (m.created_at AT TIME ZONE %(zone)s)::date AS created_on, c.number AS customer,
               coalesce(c.display_name, m.name) AS customer_name,
               coalesce(c.sort_key, fold(m.name)) AS customer_key, m.channel, m."to", m.template, m.purpose,
               m.language,
               left(regexp_replace(concat_ws(' — ', nullif(m.subject, ''), m.body),
                                   '\s+', ' ', 'g'), 160) AS text,
               m.state, m.reason, m.carrier, m.segments, m.cost, m.sent_at, m.delivered_at, m.not_before, m.attempts,
               m.by,
               m.related, m.urgent,
               coalesce(c.sort_key || ' ' || lower(c.number), fold(m.name)) || ' ' || lower(m."to")
                 || ' ' || lower(m.related) AS search_key
        FROM messaging_message m LEFT JOIN crm_customer c ON c.id = m.customer_id""",
    columns=[
        Column("message", Text("Message", "Message"), kind="number", sort=True),
        Column("created_at", CREATED, kind="instant", sort=True),
        Column("customer", CUSTOMER, kind="id", nullable=True),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("channel", CHANNEL, kind="choice", options=CHANNELS),
        Column("to", Text("À", "To")),
        Column("text", Text("Texte", "Text")),
        Column("state", STATE, kind="choice", options=STATES),
        Column("reason", Text("Raison", "Reason"), options=REASONS),
        Column("template", TEMPLATE, sort=True, off=True),
        Column("purpose", Text("But", "Purpose"), kind="choice", options=PURPOSES, off=True),
        Column("language", Text("Langue", "Language"), kind="choice", options=LANGUAGES, off=True),
        Column("related", Text("Dossier", "Record"), kind="id", off=True),
        Column("carrier", Text("Fournisseur", "Carrier"), off=True),
        Column("segments", Text("Segments", "Segments"), kind="number", total=True, off=True),
        Column("cost", Text("Coût", "Cost"), kind="price", nullable=True, off=True),
        Column("attempts", Text("Essais", "Tries"), kind="number", off=True),
        Column("urgent", Text("Urgent", "Urgent"), kind="flag", off=True),
        Column("by", Text("Par", "By"), options=PLATFORM, off=True),
        Column("sent_at", Text("Envoyé à", "Sent at"), kind="instant", nullable=True, off=True),
        Column("delivered_at", Text("Remis à", "Delivered at"), kind="instant", nullable=True, off=True),
    ],
    filters=[
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("state", STATE, options=STATES),
        Filter("channel", CHANNEL, options=CHANNELS),
        Filter("purpose", Text("But", "Purpose"), options=PURPOSES),
        Filter("template", TEMPLATE, kind="text"),
        Filter("related", Text("Dossier", "Record"), kind="text", where="r.related = %(value)s"),
        Filter("carrier", Text("Fournisseur", "Carrier"), kind="text"),
        *between("created_on", CREATED, kind="day"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("waiting", Text("En attente", "Waiting"), {"state": "queued,sending"}),
        View("failed", Text("Échoués", "Failed"), {"state": "failed"}),
        View("suppressed", Text("Retenus", "Suppressed"), {"state": "suppressed"}),
        View("outbox", Text("Boîte locale", "Local outbox"), {"carrier": "outbox"}),
    ],
    values=lambda: {"zone": str(clock.zone())},
    search="search_key",
    default_sort="-message",
    verbs=[
        Verb("messaging.send_again", "message", column="message"),
        Verb("messaging.cancel_message", "message", column="message"),
    ],
)

SUPPRESSIONS = Listing(
    name="suppressions",
    label=Text("Désabonnés", "Unsubscribed"),
    permission="messaging.read",
    source="""
        SELECT s.id, s.channel, s.address, s.covers, s.source, s.at, s.lifted_at, s.lifted_by,
               s.lifted_at IS NULL AS running, lower(s.address) AS search_key
        FROM messaging_suppression s""",
    columns=[
        Column("id", Text("Inscription", "Entry"), kind="number", off=True),
        Column("address", Text("Adresse", "Address"), sort=True),
        Column("channel", CHANNEL, kind="choice", options=CHANNELS),
        Column("covers", Text("Ne part plus", "No longer leaves"), kind="choice", options=COVERS),
        Column("source", Text("Source", "Source")),
        Column("at", Text("Depuis", "Since"), kind="instant", sort=True),
        Column("running", Text("En vigueur", "In force"), kind="flag"),
        Column("lifted_at", Text("Levé", "Lifted"), kind="instant", nullable=True, off=True),
        Column("lifted_by", Text("Levé par", "Lifted by"), off=True),
    ],
    filters=[
        Filter("channel", CHANNEL, options=CHANNELS),
        Filter("covers", Text("Ne part plus", "No longer leaves"), options=COVERS),
        Filter("running", Text("En vigueur", "In force"), kind="flag"),
    ],
    views=[View("running", Text("En vigueur", "In force"), {"running": "true"}), View("all", Text("Tous", "All"))],
    search="search_key",
    default_sort="-at",
)


def _templates() -> dict[str, Any]:
    language = current_language()
    declared = [
        {
            "code": of.code,
            "label": of.label.in_(language),
            "purpose": of.purpose,
            "about": of.about,
            "channels": of.channels,
            "by_hand": of.by_hand,
        }
        for of in all_declared()
    ]
    return {"declared": json.dumps(declared)}


MESSAGE_TEMPLATES = Listing(
    name="message_templates",
    label=Text("Gabarits de messages", "Message templates"),
    permission="messaging.read",
    source="""
        SELECT t.code AS id, t.code, t.label, t.purpose, t.about, t.channels, t.by_hand,
               coalesce(e.edited, 0) AS edited, e.edited_at, coalesce(e.edited, 0) > 0 AS changed,
               fold(t.label) AS sort_key, fold(t.code || ' ' || t.label) AS search_key
        FROM jsonb_to_recordset(%(declared)s::jsonb)
          AS t(code text, label text, purpose text, about text, channels text[], by_hand boolean)
        LEFT JOIN (SELECT template, count(*) AS edited, max(at) AS edited_at FROM messaging_templatetext GROUP BY 1) e
          ON e.template = t.code""",
    values=_templates,
    columns=[
        Column("label", Text("Gabarit", "Template"), sort="sort_key"),
        Column("code", Text("Code", "Code"), kind="id", sort=True),
        Column("channels", Text("Par", "By"), kind="words"),
        Column("purpose", Text("But", "Purpose"), kind="choice", options=PURPOSES),
        Column("by_hand", Text("À la main", "By hand"), kind="flag"),
        Column("edited", Text("Modifications", "Changes"), kind="number", sort=True),
        Column("edited_at", Text("Modifié le", "Changed at"), kind="instant", sort=True, nullable=True, off=True),
        Column("about", Text("Parle de", "About"), off=True),
    ],
    filters=[
        Filter("purpose", Text("But", "Purpose"), options=PURPOSES),
        Filter("channel", Text("Par", "By"), options=CHANNELS, where="r.channels && %(value)s::text[]"),
        Filter("by_hand", Text("À la main", "By hand"), kind="flag"),
        Filter("changed", Text("Modifié ici", "Changed here"), kind="flag"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("changed", Text("Modifiés ici", "Changed here"), {"changed": "true"}),
    ],
    search="search_key",
    default_sort="label",
    worded=True,
)
