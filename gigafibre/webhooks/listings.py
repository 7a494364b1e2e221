"""The list of webhooks: what was sent to whom, and what became of it."""

from __future__ import annotations

from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text
from gigafibre.webhooks.labels import STATES
from gigafibre.webhooks.names import NAMES
from gigafibre.webhooks.words import ERRORS

STATE = Text("État", "State")
ENDPOINT = Text("Destination", "Endpoint")
EVENT = Text("Événement", "Event")

DELIVERIES = Listing(
    name="webhook_deliveries",
    label=Text("Envois de webhooks", "Webhook deliveries"),
    permission="webhooks.read",
    source=r"""
        SELECT d.id, d.id AS delivery, d.created_at, p.id AS endpoint, p.name AS endpoint_name, n.event,
               coalesce(e.subject, '') AS subject, d.state, d.attempts, d.due, d.done_at, t.status, t.ms, t.error,
               fold(p.name) || ' ' || n.event || ' ' || lower(coalesce(e.subject, '')) AS search_key
        FROM webhooks_delivery d JOIN webhooks_endpoint p ON p.id = d.endpoint_id
        LEFT JOIN kernel_event e ON e.id = d.event_id
        CROSS JOIN LATERAL (SELECT CASE WHEN d.event_id IS NULL THEN 'webhooks.test'
          ELSE lower(regexp_replace(d.type, '([a-z0-9])([A-Z])', '\1_\2', 'g')) END AS event) n
        LEFT JOIN LATERAL (SELECT a.status, a.ms, a.error FROM webhooks_attempt a WHERE a.delivery_id = d.id
                           ORDER BY a.id DESC LIMIT 1) t ON true""",
    columns=[
        Column("delivery", Text("Envoi", "Delivery"), kind="number", sort=True),
        Column("created_at", Text("Depuis", "Since"), kind="instant", sort=True),
        Column("endpoint_name", ENDPOINT, sort=True),
        Column("event", EVENT, sort=True, options=NAMES),
        Column("subject", Text("Dossier", "Record"), kind="id"),
        Column("state", STATE, kind="choice", options=STATES),
        Column("attempts", Text("Essais", "Tries"), kind="number"),
        Column("status", Text("Réponse", "Answer"), kind="number", nullable=True),
        Column("ms", Text("Durée (ms)", "Took (ms)"), kind="number", nullable=True),
        Column("error", Text("Erreur", "Error"), options=ERRORS, off=True, nullable=True),
        Column("due", Text("Prochain essai", "Next try"), kind="instant", off=True),
        Column("done_at", Text("Reçu à", "Received at"), kind="instant", nullable=True, off=True),
    ],
    filters=[
        Filter("state", STATE, options=STATES),
        Filter("endpoint", ENDPOINT, kind="text", where="r.endpoint_name = %(value)s"),
        Filter("event", EVENT, options=NAMES),
        Filter("subject", Text("Dossier", "Record"), kind="text", where="r.subject = %(value)s"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("waiting", Text("En attente", "Waiting"), {"state": "pending,sending"}),
        View("failed", Text("Abandonnés", "Given up"), {"state": "failed"}),
    ],
    search="search_key",
    default_sort="-delivery",
)
