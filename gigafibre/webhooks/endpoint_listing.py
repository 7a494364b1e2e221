"""The endpoints as a list: where each is, what it is told of, and how it does."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View
from gigafibre.kernel.text import Text, current_language
from gigafibre.webhooks.labels import ENDPOINT_STATES, OFF
from gigafibre.webhooks.names import NAMES
from gigafibre.webhooks.words import ALL_EVENTS

STATE, URL = Text("État", "State"), Text("Adresse", "Address")
WAITING, FAILED = Text("En attente", "Waiting"), Text("Abandonnés", "Given up")
WHY_OFF = {code: words for code, words in OFF.items() if code}


def _words() -> dict[str, Any]:
    language = current_language()
    names = {name: words.in_(language) for name, words in NAMES.items()}
    return {"names": json.dumps(names), "all_events": ALL_EVENTS.in_(language)}


ENDPOINTS = Listing(
    name="webhook_endpoints",
    label=Text("Destinations de webhooks", "Webhook endpoints"),
    permission="webhooks.read",
    # An endpoint that names no kind of event is told of all.
    source=r"""
        SELECT p.id, p.id AS endpoint, p.name, fold(p.name) AS sort_key, p.url,
               CASE WHEN NOT p.enabled THEN 'off' WHEN p.failing_since IS NULL THEN 'on' ELSE 'failing' END AS state,
               nullif(p.off_reason, '') AS off_reason, p.failing_since, p.former_until, p.created_at, p.created_by,
               k.event_types, k.events, d.waiting, d.failed, d.last_received_at,
               fold(concat_ws(' ', p.name, p.url, array_to_string(k.events, ' '), array_to_string(k.event_types, ' ')))
                 AS search_key
        FROM webhooks_endpoint p
        CROSS JOIN LATERAL (
          SELECT coalesce(array_agg(n.event ORDER BY n.event), '{}') AS event_types,
                 coalesce(array_agg(coalesce(%(names)s::jsonb ->> n.event, n.event) ORDER BY n.event),
                          ARRAY[%(all_events)s::text]) AS events
          FROM (SELECT lower(regexp_replace(t.type, '([a-z0-9])([A-Z])', '\1_\2', 'g')) AS event
                FROM (SELECT unnest(p.events) AS type) t) n) k
        CROSS JOIN LATERAL (
          SELECT count(*) FILTER (WHERE s.state IN ('pending', 'sending'))::int AS waiting,
                 count(*) FILTER (WHERE s.state = 'failed')::int AS failed, max(s.done_at) AS last_received_at
          FROM webhooks_delivery s WHERE s.endpoint_id = p.id) d""",
    values=_words,
    columns=[
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("state", STATE, kind="choice", options=ENDPOINT_STATES),
        Column("url", URL),
        Column("events", Text("Événements", "Events"), kind="words"),
        Column("waiting", WAITING, kind="number", sort=True, off=True),
        Column("failed", FAILED, kind="number", sort=True),
        Column("last_received_at", Text("Dernier reçu", "Last received"), kind="instant", sort=True, nullable=True),
        Column("off_reason", Text("Raison de l’arrêt", "Why off"), options=WHY_OFF, nullable=True, off=True),
        Column(
            "failing_since",
            Text("Rien n’y arrive depuis", "Nothing arrives since"),
            kind="instant",
            sort=True,
            nullable=True,
            off=True,
        ),
        Column(
            "former_until",
            Text("Ancien secret valable jusqu’au", "Former secret valid until"),
            kind="instant",
            nullable=True,
            off=True,
        ),
        Column("created_at", Text("Ajoutée le", "Added on"), kind="instant", sort=True, off=True),
        Column("created_by", Text("Ajoutée par", "Added by"), options=PLATFORM, off=True),
        Column("event_types", Text("Codes des événements", "Codes of the events"), kind="words", off=True),
        Column("endpoint", Text("Numéro", "Number"), kind="number", sort=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=ENDPOINT_STATES),
        Filter(
            "event",
            Text("Entend parler de", "Is told of"),
            options=NAMES,
            where="(r.event_types = '{}' OR r.event_types && %(value)s::text[])",
        ),
        Filter("url", URL, kind="text", where="position(fold(%(value)s) IN fold(r.url)) > 0"),
        Filter(
            "given_up",
            Text("A des envois abandonnés", "Has deliveries given up"),
            kind="flag",
            where="(r.failed > 0) = %(value)s",
        ),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("on", Text("En marche", "On"), {"state": "on"}),
        View("failing", Text("Ne répondent plus", "Not answering"), {"state": "failing"}),
        View("off", Text("Arrêtées", "Off"), {"state": "off"}),
    ],
    verbs=[
        Verb("webhooks.disable_endpoint", "endpoint", column="endpoint"),
        Verb("webhooks.enable_endpoint", "endpoint", column="endpoint"),
    ],
    search="search_key",
    default_sort="name",
)
