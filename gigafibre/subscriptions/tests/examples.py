"""An example of each verb: it builds the state and returns valid input."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel import clock
from gigafibre.kernel.tests.examples import example
from gigafibre.subscriptions import actions
from gigafibre.subscriptions.models import Subscription
from gigafibre.subscriptions.tests.factories import (
    a_commitment,
    a_customer,
    a_location,
    a_planned_change,
    a_promotion,
    a_subscription,
)


def _pending() -> Subscription:
    return a_subscription("60.00", state="pending", started_on=None, charged_until=None)


def _pending_of(contract: str) -> Subscription:
    return a_subscription("60.00", state="pending", started_on=None, charged_until=None, contract=contract)


def _running() -> Subscription:
    """One that is charged to the end of the month it is in."""
    today = clock.today()
    first = today.replace(day=1)
    return a_subscription(
        "60.00", anchor=first, started_on=date(2020, 1, 1), charged_until=(first + timedelta(days=31)).replace(day=1)
    )


@example("subscriptions.create_subscription")
def _create() -> dict[str, Any]:
    customer = a_customer()
    item = an_item("60.00", sku="NET500")
    return {"customer": customer.number, "location": a_location(customer).number, "item": item.sku}


@example("subscriptions.activate_subscription")
def _activate() -> dict[str, Any]:
    return {"subscription": _pending().number}


@example("subscriptions.activate_contract")
def _activate_contract() -> dict[str, Any]:
    return {"contract": _pending_of("CTR-7").contract}


@example("subscriptions.suspend_subscription")
def _suspend() -> dict[str, Any]:
    return {"subscription": _running().number, "reason": "Non-paiement"}


@example("subscriptions.pause_subscription")
def _pause() -> dict[str, Any]:
    until = clock.today() + timedelta(days=90)
    return {"subscription": _running().number, "until": until.isoformat()}


@example("subscriptions.reactivate_subscription")
def _reactivate() -> dict[str, Any]:
    since = clock.today() - timedelta(days=5)
    return {"subscription": a_subscription(state="suspended", suspended_on=since, charged_until=since).number}


@example("subscriptions.cancel_subscription")
def _cancel() -> dict[str, Any]:
    return {"subscription": _running().number, "reason": "Déménagement"}


@example("subscriptions.plan_change")
def _plan() -> dict[str, Any]:
    on = clock.today() + timedelta(days=10)
    given = {"kind": "price", "on": on.isoformat(), "price": "54.95", "reason": "Fidélité"}
    return {"subscription": _running().number, **given}


@example("subscriptions.withdraw_change")
def _withdraw() -> dict[str, Any]:
    planned = a_planned_change(_running(), "end", clock.today() + timedelta(days=10))
    return {"change": planned.pk, "reason": "Le client reste"}


@example("subscriptions.set_price_override")
def _override() -> dict[str, Any]:
    return {"subscription": _running().number, "price": "49.95", "reason": "Fidélité"}


@example("subscriptions.change_item")
def _change_item() -> dict[str, Any]:
    return {"subscription": _running().number, "item": an_item("90.00", sku="NET1000").sku, "reason": "Plus vite"}


@example("subscriptions.apply_due_changes")
def _apply() -> dict[str, Any]:
    a_planned_change(_running(), "price", clock.today(), price="54.95")
    return {}


@example("subscriptions.grant_promotion")
def _grant_promotion() -> dict[str, Any]:
    words = {"words_fr": "Rabais de bienvenue", "words_en": "Welcome discount"}
    return {"subscription": _running().number, "amount": "10.00", "cycles": 6, "reason": "Nouveau client", **words}


@example("subscriptions.withdraw_promotion")
def _withdraw_promotion() -> dict[str, Any]:
    return {"promotion": a_promotion(_running()).pk, "reason": "Par erreur"}


@example("subscriptions.restore_promotion")
def _restore_promotion() -> dict[str, Any]:
    given: dict[str, Any] = {"withdrawn_on": clock.today(), "withdrawn_because": "Par erreur"}
    return {"promotion": a_promotion(_running(), **given).pk, "reason": "C’était juste"}


@example("subscriptions.record_commitment")
def _commitment() -> dict[str, Any]:
    given = {"starts_on": "2026-01-01", "term_months": 24, "inducement": "240.00", "goods": "Modem"}
    return {"subscription": _running().number, **given}


@example("subscriptions.remove_commitment")
def _no_commitment() -> dict[str, Any]:
    return {"subscription": a_commitment(_running()).subscription.number, "reason": "Saisi par erreur"}


@example("subscriptions.announce_departure")
def _departure() -> dict[str, Any]:
    served = _running()
    a_commitment(served, starts_on=clock.today() - timedelta(days=60))
    on = clock.today() + timedelta(days=20)
    return {"customer": served.customer.number, "last_day": on.isoformat(), "reason": "Déménage en ville"}


@example("subscriptions.withdraw_departure")
def _stays() -> dict[str, Any]:
    given = _departure()
    number = actions.announce_departure(
        given["customer"], last_day=date.fromisoformat(given["last_day"]), reason=given["reason"]
    )
    return {"departure": number, "reason": "Il reste finalement"}


@example("subscriptions.settle_return")
def _not_back() -> dict[str, Any]:
    served = _running()
    number = actions.announce_departure(
        served.customer.number, last_day=clock.today() - timedelta(days=3), reason="Déjà parti"
    )
    return {"departure": number, "devices": ["EQP-12"]}
