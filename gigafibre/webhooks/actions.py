"""The face for writing: who is told of what, and sending again."""

from __future__ import annotations

import base64
import secrets
from dataclasses import dataclass
from datetime import datetime, timedelta
from typing import Annotated

from django.db import connection
from pydantic import Field

from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text
from gigafibre.webhooks import catalogue
from gigafibre.webhooks.addresses import Refused, check_shape
from gigafibre.webhooks.errors import BadAddress, EndpointExists, EndpointOff, UnderWay, UnknownEventType
from gigafibre.webhooks.models import Delivery, Endpoint
from gigafibre.webhooks.words import WHY_NOT

EDIT = "webhooks.edit"
EndpointRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:webhook_endpoint"})]
DeliveryRef = Annotated[int, Field(ge=1, json_schema_extra={"format": "ref:webhook_delivery"})]
Name = Annotated[str, Field(min_length=2, max_length=80)]
Url = Annotated[str, Field(min_length=8, max_length=500)]
EventTypes = Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=100)]
Hours = Annotated[int, Field(ge=0, le=168)]

_ENDPOINT = Text("Destination", "Endpoint")
_NAME = Text("Nom", "Name")
_URL = Text("Adresse (https)", "Address (https)")
_EVENTS = Text("Événements (aucun : tous)", "Events (none: all)")


@dataclass(frozen=True)
class NewSecret:
    """An endpoint's name and its signing secret (`whsec_…`): the only time it is told."""

    name: str
    secret: ShownOnce


@action(
    permission=EDIT,
    label=Text("Ajouter une destination de webhooks", "Add a webhook endpoint"),
    fields={"name": _NAME, "url": _URL, "events": _EVENTS},
)
def add_endpoint(name: Name, *, url: Url, events: EventTypes | None = None) -> NewSecret:
    """Tell somebody's program of what happens from now on; answers the secret that it checks signatures with."""
    _free(name)
    secret = new_secret()
    Endpoint.objects.create(
        name=name,
        url=_good(url),
        events=_stored(events or []),
        secret=secret,
        after_event=_newest_event(),
        created_at=clock.now(),
        created_by=current_actor().label,
    )
    return NewSecret(name, secret)


@action(
    permission=EDIT,
    label=Text("Modifier une destination de webhooks", "Change a webhook endpoint"),
    fields={"endpoint": _ENDPOINT, "name": _NAME, "url": _URL, "events": _EVENTS},
)
def update_endpoint(
    endpoint: EndpointRef, *, name: Name | None = None, url: Url | None = None, events: EventTypes | None = None
) -> None:
    """Change what is given; what waits is sent to the new address."""
    found = _locked(endpoint)
    if name is not None and name != found.name:
        _free(name)
        found.name = name
    if url is not None:
        found.url = _good(url)
    if events is not None:
        found.events = _stored(events)
    found.save(update_fields=["name", "url", "events"])


@action(
    permission=EDIT,
    label=Text("Arrêter une destination de webhooks", "Turn a webhook endpoint off"),
    harmful=True,
    undo="webhooks.enable_endpoint",
    fields={"endpoint": _ENDPOINT},
)
def disable_endpoint(endpoint: EndpointRef) -> None:
    """Send nothing more there; what waits stays, what happens meanwhile is not kept for it."""
    found = _locked(endpoint)
    if found.enabled:
        found.enabled, found.off_reason = False, "person"
        found.save(update_fields=["enabled", "off_reason"])


@action(
    permission=EDIT,
    label=Text("Remettre une destination de webhooks en marche", "Turn a webhook endpoint on"),
    undo="webhooks.disable_endpoint",
    fields={"endpoint": _ENDPOINT},
)
def enable_endpoint(endpoint: EndpointRef) -> None:
    """Send there again: what waits, and what happens from now on; the days in between can be replayed."""
    found = _locked(endpoint)
    if not found.enabled:
        found.enabled, found.off_reason, found.failing_since = True, "", None
        found.after_event = max(found.after_event, _newest_event())
        found.save(update_fields=["enabled", "off_reason", "failing_since", "after_event"])


@action(
    permission=EDIT,
    label=Text("Remplacer le secret d’une destination", "Replace an endpoint’s secret"),
    fields={
        "endpoint": _ENDPOINT,
        "keep_hours": Text("L’ancien vaut encore (heures)", "The former one stays valid (hours)"),
    },
)
def rotate_secret(endpoint: EndpointRef, *, keep_hours: Hours = 24) -> NewSecret:
    """Sign with a new secret, and with the former one too for some hours; answers the new one, once."""
    found = _locked(endpoint)
    secret = new_secret()
    found.former_secret = found.secret if keep_hours else ""
    found.former_until = clock.now() + timedelta(hours=keep_hours) if keep_hours else None
    found.secret = secret
    found.save(update_fields=["secret", "former_secret", "former_until"])
    return NewSecret(found.name, secret)


@action(
    permission=EDIT,
    label=Text("Envoyer un webhook d’essai", "Send a test webhook"),
    fields={"endpoint": _ENDPOINT, "event": Text("Comme", "Like")},
)
def send_test(endpoint: EndpointRef, *, event: Annotated[str, Field(max_length=80)] = "") -> int:
    """Send an example (`webhooks.test`) as any other delivery; returns the delivery."""
    found = _on(endpoint)
    stored = _stored([event])[0] if event else "webhooks.Test"
    return _deliveries_told(
        Delivery.objects.create(endpoint=found, type=stored, due=clock.now(), created_at=clock.now()).pk
    )


@action(
    permission=EDIT,
    label=Text("Renvoyer un webhook", "Send a webhook again"),
    fields={"delivery": Text("Envoi", "Delivery")},
)
def replay_delivery(delivery: DeliveryRef) -> None:
    """Send a delivery again at once, received or given up, under the same id."""
    found = Delivery.objects.select_for_update().filter(pk=delivery).first()
    if found is None:
        raise NotFound(what=f"webhook_delivery:{delivery}")
    _on(found.endpoint_id)
    if found.state in {Delivery.State.PENDING, Delivery.State.SENDING}:
        raise UnderWay(due=found.due)
    found.state, found.attempts, found.due, found.done_at = Delivery.State.PENDING, 0, clock.now(), None
    found.save(update_fields=["state", "attempts", "due", "done_at"])
    _deliveries_told(found.pk)


_MISSED = """
INSERT INTO webhooks_delivery (endpoint_id, event_id, type, state, attempts, due, created_at)
SELECT p.id, e.id, e.type, 'pending', 0, %(now)s, %(now)s
FROM webhooks_endpoint p JOIN kernel_event e ON e.at >= %(from)s AND e.at < %(to)s
WHERE p.id = %(endpoint)s AND (p.events = '{}' OR e.type = ANY (p.events))
ORDER BY e.id ON CONFLICT DO NOTHING
"""
_AGAIN = """
UPDATE webhooks_delivery d SET state = 'pending', attempts = 0, due = %(now)s, done_at = NULL
FROM kernel_event e
WHERE e.id = d.event_id AND d.endpoint_id = %(endpoint)s AND e.at >= %(from)s AND e.at < %(to)s
  AND (d.state = 'failed' OR (%(received)s AND d.state = 'done'))
"""


@action(
    permission=EDIT,
    label=Text("Renvoyer ce qui s’est passé entre deux moments", "Send again what happened between two moments"),
    fields={
        "endpoint": _ENDPOINT,
        "since": Text("De", "From"),
        "until": Text("À", "To"),
        "received": Text("Aussi ce qui a été reçu", "What was received too"),
    },
)
def replay_span(endpoint: EndpointRef, *, since: datetime, until: datetime, received: bool = False) -> int:
    """Send again what was given up, and for the first time what was missed while the endpoint was off.

    Each under its own id; returns how many.
    """
    found = _on(endpoint)
    span: dict[str, int | datetime | bool] = {"endpoint": found.pk, "from": since, "to": until}
    asked = span | {"now": clock.now(), "received": received}
    with connection.cursor() as cursor:
        cursor.execute(_AGAIN, asked)
        again = cursor.rowcount
        cursor.execute(_MISSED, asked)
        missed = cursor.rowcount
        cursor.execute("SELECT pg_notify('gigafibre_live', 'webhooks_delivery:*')")
    return int(again + missed)


def new_secret() -> str:
    """Return a signing secret as Standard Webhooks writes them: 32 random bytes, `whsec_` and base64."""
    return "whsec_" + base64.b64encode(secrets.token_bytes(32)).decode()


def _good(url: str) -> str:
    try:
        check_shape(url)
    except Refused as refused:
        raise BadAddress(url=url, why=WHY_NOT[refused.why]) from None
    return url


def _stored(names: list[str]) -> list[str]:
    """Return event types as they are stored, from their public names."""
    found = []
    for name in sorted(set(names)):
        kind = catalogue.named(name)
        if kind is None:
            raise UnknownEventType(name=name)
        found.append(kind.stored)
    return found


def _free(name: str) -> None:
    if Endpoint.objects.filter(name=name).exists():
        raise EndpointExists(name=name)


def _locked(endpoint: int) -> Endpoint:
    found = Endpoint.objects.select_for_update().filter(pk=endpoint).first()
    if found is None:
        raise NotFound(what=f"webhook_endpoint:{endpoint}")
    return found


def _on(endpoint: int) -> Endpoint:
    found = _locked(endpoint)
    if not found.enabled:
        raise EndpointOff(name=found.name)
    return found


def _newest_event() -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT coalesce(max(id), 0) FROM kernel_event")
        return int(cursor.fetchone()[0])


def _deliveries_told(delivery: int) -> int:
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_notify('gigafibre_live', %s)", [f"webhooks_delivery:{delivery}"])
    return delivery
