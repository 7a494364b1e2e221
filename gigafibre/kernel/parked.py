"""Parked work: deliveries and intents that wait for a person, with what waits behind each."""

from __future__ import annotations

from typing import Annotated, Any

from django.db import connection
from pydantic import Field

from gigafibre.kernel import clock
from gigafibre.kernel.describe import Words, all_deeds
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View
from gigafibre.kernel.text import Text

#: One piece of it: `delivery:41` or `intent:42`.
ParkedRef = Annotated[str, Field(pattern=r"^(delivery|intent):[1-9][0-9]{0,17}$")]

KIND, STATE = Text("Genre", "Kind"), Text("État", "State")
KINDS = {
    "delivery": Text("Suite d’un événement", "Follow-up of an event"),
    "intent": Text("Effet à l’extérieur", "Outside effect"),
}
STATES = {"parked": Text("Parqué", "Parked"), "unknown": Text("Résultat inconnu", "Outcome unknown")}
_LOCK = {
    "delivery": "SELECT 1 FROM kernel_delivery WHERE id = %s AND state = 'parked' FOR UPDATE",
    "intent": "SELECT 1 FROM kernel_intent WHERE id = %s AND state IN ('parked', 'unknown') FOR UPDATE",
}


def _zone() -> dict[str, Any]:
    return {"zone": str(clock.zone())}


PARKED = Listing(
    name="parked",
    label=Text("Travaux parqués", "Parked work"),
    permission="kernel.parked",
    source="""
        SELECT w.id, w.id AS work, w.kind, w.state, w.what, w.subject, w.fact, w.payload::text AS payload, w.attempts,
               w.error, w.since, (w.since AT TIME ZONE %(zone)s)::date AS since_day, w.behind,
               w.behind > 0 AS holds,
               fold(w.error || ' ' || w.what || ' ' || w.subject) AS search_key
        FROM (SELECT 'delivery:' || d.id AS id, 'delivery' AS kind, d.state, d.handler AS what, d.subject,
                     e.type AS fact, e.payload, d.attempts, d.error, e.at AS since,
                     (SELECT count(*) FROM kernel_delivery b WHERE b.handler = d.handler AND b.subject = d.subject
                        AND b.state = 'pending' AND b.id > d.id) AS behind
              FROM kernel_delivery d JOIN kernel_event e ON e.id = d.event_id WHERE d.state = 'parked'
              UNION ALL
              SELECT 'intent:' || i.id, 'intent', i.state, i.kind, i.subject, '', i.payload, i.attempts, i.error,
                     i.created_at, 0
              FROM kernel_intent i WHERE i.state IN ('parked', 'unknown')) w""",
    values=_zone,
    columns=[
        Column("error", Text("Cause", "Cause")),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("what", Text("Travail", "Work"), sort=True, options=Words(all_deeds)),
        Column("subject", Text("Sur", "About"), sort=True),
        Column("state", STATE, kind="choice", options=STATES),
        Column("attempts", Text("Essais", "Tries"), kind="number", sort=True),
        Column("behind", Text("Attendent derrière", "Wait behind"), kind="number", sort=True),
        Column("since", Text("Depuis", "Since"), kind="instant", sort=True),
        Column("work", Text("Numéro", "Number"), kind="id", off=True),
        Column("fact", Text("Fait", "Fact"), off=True),
        Column("payload", Text("Contenu", "Contents"), kind="data", off=True),
    ],
    filters=[
        Filter("kind", KIND, options=KINDS),
        Filter("state", STATE, options=STATES),
        Filter("what", Text("Travail", "Work"), kind="text", where="position(fold(%(value)s) IN fold(r.what)) > 0"),
        Filter("subject", Text("Sur", "About"), kind="text", where="position(fold(%(value)s) IN fold(r.subject)) > 0"),
        Filter("holds", Text("En retient d’autres", "Holds others up"), kind="flag"),
        Filter("since_from", Text("Depuis, du", "Since, from"), kind="day", where="r.since_day >= %(value)s"),
        Filter("since_to", Text("Depuis, au", "Since, until"), kind="day", where="r.since_day <= %(value)s"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("holding", Text("Qui retiennent", "Holding others up"), {"holds": "true"}),
        View("effects", Text("Vers l’extérieur", "To the outside"), {"kind": "intent"}),
        View("unknown", Text("Résultat inconnu", "Outcome unknown"), {"state": "unknown"}),
    ],
    verbs=[Verb("kernel.retry_parked", "work", column="work"), Verb("kernel.skip_parked", "work", column="work")],
    search="search_key",
    default_sort="since",
    worded=True,
)  # fmt: skip


def locked(work: str) -> tuple[str, int]:
    """Lock one piece of parked work; returns its kind and id. Raises NotFound where it is not parked any more."""
    kind, _, number = work.partition(":")
    with connection.cursor() as cursor:
        cursor.execute(_LOCK[kind], [int(number)])
        if cursor.fetchone() is None:
            raise NotFound(what=work)
    return kind, int(number)


def parked_count() -> int:
    """Return how much waits for a person."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT (SELECT count(*) FROM kernel_delivery WHERE state = 'parked') + "
            "(SELECT count(*) FROM kernel_intent WHERE state IN ('parked', 'unknown'))"
        )
        return int(cursor.fetchone()[0])
