"""What an interruption left out is found and made once; nothing can suppress the jobs of a signed contract."""

from __future__ import annotations

import io
import json
from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.core.management import call_command

from gigafibre.dispatch.models import Job
from gigafibre.kernel import events
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.messaging.models import Message
from gigafibre.processes import order_to_payment
from gigafibre.processes.actions import begin_order
from gigafibre.processes.events import OrderBegun
from gigafibre.sales.events import ContractSigned
from gigafibre.support.models import Issue
from tests.stories.road import Road, a_road, on
from tests.stories.test_order_to_payment import chain, services

pytestmark = pytest.mark.django_db


@pytest.fixture
def unheard() -> Iterator[None]:
    """Nobody hears of signatures, as after a flow that was broken."""
    handlers = (order_to_payment.prepare_the_services, order_to_payment.send_the_technicians)
    for handler in handlers:
        events.forget_handler(handler)
    yield
    for handler in handlers:
        events.on(ContractSigned)(handler)


def repair(*, apply: bool) -> list[dict[str, Any]]:
    said = io.StringIO()
    asked = ["--apply"] if apply else []
    call_command("repair_contracts", "--signed-since", "2026-11-01", "--json", *asked, stdout=said)
    found: list[dict[str, Any]] = json.loads(said.getvalue())
    return found


def received(road: Road) -> int:
    return Message.objects.filter(customer_id=road.key, template="order.received").count()


def test_what_nobody_heard_of_is_made_once(clock: Any, unheard: None) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    deliver_all()
    assert (chain(road), services(road), received(road)) == ([], [], 0)

    (told,) = repair(apply=False)
    assert (told["contract"], len(told["subscriptions"]), len(told["jobs"]), told["acknowledged"]) == (
        road.contract, 2, 4, True,
    )  # fmt: skip
    assert (chain(road), services(road), received(road)) == ([], [], 0)

    (done,) = repair(apply=True)
    deliver_all()
    assert done["dates"] == ["2026-11-22", "2026-11-25", "2026-11-27", "2026-11-27"]
    assert [job.number for job in chain(road)] == done["jobs"]
    assert services(road) == [("NET500", "pending"), ("TV", "pending")]
    assert (Issue.objects.filter(contract=road.contract).count(), received(road)) == (1, 1)

    assert repair(apply=True) == []
    deliver_all()
    assert (Job.objects.filter(contract=road.contract).count(), received(road)) == (4, 1)


def test_an_acknowledgement_that_is_missing_is_sent_once(clock: Any) -> None:
    on("2026-11-21", "10:00")
    events.forget_handler(order_to_payment.acknowledge_the_order)
    try:
        road = a_road().signed()
        deliver_all()
    finally:
        events.on(OrderBegun)(order_to_payment.acknowledge_the_order)
    assert (len(chain(road)), received(road)) == (4, 0)
    (done,) = repair(apply=True)
    assert (done["jobs"], done["acknowledged"]) == ([], True)
    assert received(road) == 1
    assert repair(apply=True) == []
    assert received(road) == 1


def test_a_contract_of_before_is_left_alone(clock: Any, unheard: None) -> None:
    on("2026-10-12", "10:00")
    road = a_road().signed()
    deliver_all()
    on("2026-11-21", "10:00")
    assert repair(apply=True) == []
    assert chain(road) == []


def test_jobs_made_by_hand_are_the_contracts_jobs(clock: Any, unheard: None) -> None:
    on("2026-11-21", "10:00")
    road = a_road().signed()
    with acting_as(SYSTEM):
        first = begin_order(road.contract)
        again = begin_order(road.contract)
    assert (first.created, again.created, again.why) == (True, False, "already_made")
    assert again.jobs == first.jobs
    assert again.dates[0] == date(2026, 11, 22)
