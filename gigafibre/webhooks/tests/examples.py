"""Examples of the actions of webhooks: each builds its state and returns valid input."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.tests.examples import example
from gigafibre.webhooks.actions import disable_endpoint
from gigafibre.webhooks.tests.factories import a_delivery, an_endpoint


@example("webhooks.add_endpoint")
def _add() -> dict[str, Any]:
    return {
        "name": "Comptabilité",
        "url": "https://hooks.exemple.ca/gigafibre",
        "events": ["payments.payment_received"],
    }


@example("webhooks.update_endpoint")
def _update() -> dict[str, Any]:
    return {"endpoint": an_endpoint().pk, "url": "https://hooks.exemple.ca/nouveau", "events": []}


@example("webhooks.disable_endpoint")
def _disable() -> dict[str, Any]:
    return {"endpoint": an_endpoint().pk}


@example("webhooks.enable_endpoint")
def _enable() -> dict[str, Any]:
    endpoint = an_endpoint()
    disable_endpoint(endpoint.pk)
    return {"endpoint": endpoint.pk}


@example("webhooks.rotate_secret")
def _rotate() -> dict[str, Any]:
    return {"endpoint": an_endpoint().pk, "keep_hours": 24}


@example("webhooks.send_test")
def _test() -> dict[str, Any]:
    return {"endpoint": an_endpoint().pk, "event": "payments.payment_received"}


@example("webhooks.replay_delivery")
def _replay() -> dict[str, Any]:
    return {"delivery": a_delivery().pk}


@example("webhooks.replay_span")
def _span() -> dict[str, Any]:
    return {
        "endpoint": an_endpoint().pk,
        "since": "2026-11-01T00:00:00-05:00",
        "until": "2026-11-21T00:00:00-05:00",
    }
