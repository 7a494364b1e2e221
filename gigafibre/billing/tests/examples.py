"""An example of each verb: it builds the state and returns valid input."""

from __future__ import annotations

from datetime import timedelta
from typing import Any

from gigafibre.billing import run
from gigafibre.billing.actions import confirm_run
from gigafibre.billing.models import BillingRun
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.tests.examples import example
from gigafibre.subscriptions.tests.factories import a_subscription


def _due() -> Any:
    today = clock.today()
    return a_subscription("60.00", anchor=today, started_on=today - timedelta(days=90), charged_until=today)


@example("billing.confirm_run")
def _confirm() -> dict[str, Any]:
    _due()
    return {"date": clock.today().isoformat()}


@example("billing.resume_run")
def _resume() -> dict[str, Any]:
    _due()
    a_subscription(item=an_item(None), charged_until=clock.today())
    _issued()
    return {"date": clock.today().isoformat()}


@example("billing.sign_run")
def _sign() -> dict[str, Any]:
    _due()
    _issued()
    return {"date": clock.today().isoformat()}


def _issued() -> None:
    with acting_as(SYSTEM):
        confirm_run(date=clock.today())
    run.issue(BillingRun.objects.get(date=clock.today()).pk)
