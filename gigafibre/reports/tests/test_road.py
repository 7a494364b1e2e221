"""Where an order stands, step by step, with days, records and cents; what was set aside; what one may not see."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.billing.actions import bill_first_period
from gigafibre.crm.tests.factories import a_customer
from gigafibre.dispatch.actions import complete_job, make_chain
from gigafibre.dispatch.tests.factories import a_technician, bring, fulfil
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import NotFound
from gigafibre.messaging.tests.factories import MOBILE, a_message
from gigafibre.payments.actions import record_payment
from gigafibre.reports.road import road
from gigafibre.reports.road_schemas import RoadOut
from gigafibre.sales.actions import cancel_contract, subscribe_contract
from gigafibre.sales.tests.factories import a_contract, read_and_sign
from gigafibre.subscriptions.actions import activate_subscription
from gigafibre.support.actions import open_issue

pytestmark = pytest.mark.django_db
DAY = date(2026, 11, 20)


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-20T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def a_signed_contract() -> Any:
    contract = a_contract(sent=True, customer=a_customer(phone=MOBILE, email="sylvie@example.ca"))
    read_and_sign(contract)
    contract.refresh_from_db()
    return contract


def a_chain_of(contract: Any) -> list[str]:
    return make_chain(
        contract.number,
        customer=contract.customer.number,
        location=contract.location.number,
        appointment=date(2026, 11, 30),
    ).jobs


def said(contract: Any, actor: Actor = SYSTEM) -> dict[str, tuple[Any, ...]]:
    """Return each step as state, day and record."""
    found = RoadOut.model_validate(road(contract.number, actor))
    return {step.key: (step.state, step.on, step.record) for step in found.steps}


def test_a_contract_that_waits_for_its_signature_is_at_the_beginning() -> None:
    contract = a_contract(sent=True)
    steps = said(contract)
    assert steps["signed"] == ("now", None, contract.number)
    assert {state for key, (state, *_) in steps.items() if key != "signed"} == {"waits"}


def test_an_order_is_followed_from_its_signature_to_its_payment(clock: Any) -> None:
    contract = a_signed_contract()
    assert [state for state, *_ in said(contract).values()] == ["done", "now", "now", "now", "waits", "waits", "waits"]

    message = a_message(
        contract.customer, template="order.received", variables={}, related=f"contract:{contract.number}"
    )
    issue = open_issue(
        contract.customer.number, kind="installation", subject="Installation", contract=contract.number
    ).issue
    jobs = a_chain_of(contract)
    subscribe_contract(contract.number)
    steps = said(contract)
    assert steps["issue"] == ("done", DAY, issue)
    assert steps["signed"] == ("done", DAY, contract.number)
    assert steps["told"] == ("now", DAY, str(message.pk))
    first = road(contract.number, SYSTEM)["jobs"][0]
    assert steps["jobs"] == ("now", date.fromisoformat(first["date"]), jobs[0])
    (service,) = road(contract.number, SYSTEM)["subscriptions"]
    assert steps["active"] == ("waits", None, service["number"])

    technician = a_technician()
    for number in jobs:
        bring(number, "in_progress", technician=technician)
        fulfil(number)
        complete_job(number)
    steps = said(contract)
    assert steps["jobs"] == ("done", DAY, jobs[-1])
    assert steps["active"][0] == "now"

    activate_subscription(service["number"], on=DAY)
    assert said(contract)["active"] == ("done", DAY, service["number"])
    bill_first_period(service["number"], from_day=DAY)
    told = RoadOut.model_validate(road(contract.number, SYSTEM))
    invoiced, paid = told.steps[-2:]
    assert (invoiced.state, invoiced.on, paid.state, paid.on) == ("done", DAY, "now", None)
    assert invoiced.amount is not None
    assert invoiced.amount == paid.amount

    clock.freeze("2026-11-25T10:00:00-05:00")
    record_payment(contract.customer.number, amount=Decimal(invoiced.amount), mode="cheque")
    assert said(contract)["paid"] == ("done", date(2026, 11, 25), invoiced.record)


def test_an_order_that_went_on_without_an_issue_says_so() -> None:
    contract = a_signed_contract()
    subscribe_contract(contract.number)
    (service,) = road(contract.number, SYSTEM)["subscriptions"]
    activate_subscription(service["number"], on=DAY)
    steps = said(contract)
    assert [steps[key][0] for key in ("told", "issue", "jobs", "active")] == ["skipped", "skipped", "now", "done"]


def test_a_cancelled_order_goes_no_further() -> None:
    contract = a_signed_contract()
    cancel_contract(contract.number, reason="Déménage")
    steps = said(contract)
    assert steps["signed"] == ("stopped", DAY, contract.number)
    assert {state for state, *_ in steps.values()} == {"stopped"}


def test_what_was_set_aside_shows_at_its_step_and_why_only_to_who_may_mend_it() -> None:
    contract = a_signed_contract()
    _park("sales.ContractSigned", "processes.order_to_payment.send_the_technicians", contract)
    (failure,) = road(contract.number, SYSTEM)["failures"]
    assert (failure["kind"], failure["step"], failure["error"]) == ("delivery", "jobs", "No such template")
    assert said(contract)["jobs"][0] == "failed"
    reader = Actor("staff", 1, "Julie", frozenset({"sales.read", "dispatch.read"}))
    (failure,) = road(contract.number, reader)["failures"]
    assert failure["error"] == ""


def _park(fact: str, handler: str, contract: Any) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO kernel_event (type, version, subject, payload, actor, at) "
            "VALUES (%s, 1, %s, jsonb_build_object('contract', %s::text), 'system', now()) RETURNING id",
            [fact, f"customer:{contract.customer.number}", contract.number],
        )
        (event,) = cursor.fetchone()
        cursor.execute(
            "INSERT INTO kernel_delivery (event_id, handler, subject, state, attempts, due, depth, error, skip_reason) "
            "VALUES (%s, %s, %s, 'parked', 5, now(), 1, 'No such template', '')",
            [event, handler, f"customer:{contract.customer.number}"],
        )


@pytest.mark.parametrize(
    ("handler", "fact", "step"),
    [
        ("prepare_the_services", "sales.ContractSigned", "active"),
        ("send_the_technicians", "sales.ContractSigned", "jobs"),
        ("acknowledge_the_order", "processes.OrderBegun", "told"),
        ("start_the_services", "dispatch.ChainCompleted", "active"),
        ("connect_the_address", "dispatch.ChainCompleted", "active"),
        ("close_the_installation", "dispatch.ChainCompleted", "issue"),
        ("bill_the_rest_of_the_month", "subscriptions.SubscriptionActivated", "invoiced"),
        ("withdraw_what_was_ordered", "sales.ContractCancelled", "signed"),
    ],
)
def test_each_handler_of_the_story_stands_at_its_step(handler: str, fact: str, step: str) -> None:
    contract = a_signed_contract()
    _park(fact, f"processes.order_to_payment.{handler}", contract)
    assert [one["step"] for one in road(contract.number, SYSTEM)["failures"]] == [step]


def test_a_reader_sees_the_steps_he_may_and_no_other() -> None:
    contract = a_signed_contract()
    a_chain_of(contract)
    subscribe_contract(contract.number)
    told = road(contract.number, Actor("staff", 1, "Yannick", frozenset({"dispatch.read"})))
    assert [step["key"] for step in told["steps"]] == ["jobs"]
    assert (len(told["jobs"]), told["subscriptions"], told["failures"]) == (4, [], [])


def test_the_number_of_queries_does_not_depend_on_what_there_is() -> None:
    bare, full = a_contract(), a_signed_contract()
    a_chain_of(full)
    subscribe_contract(full.number)
    for contract in (bare, full):
        with CaptureQueriesContext(connection) as seen:
            road(contract.number, SYSTEM)
        assert len(seen) == 2


def test_over_the_api_it_is_found_from_a_contract_a_job_and_a_subscription() -> None:
    contract = a_signed_contract()
    job = a_chain_of(contract)[0]
    subscribe_contract(contract.number)
    (service,) = road(contract.number, SYSTEM)["subscriptions"]
    client = browser(a_user("manager"))
    for address in (f"contracts/{contract.number}", f"jobs/{job}", f"subscriptions/{service['number']}"):
        assert client.get(f"/api/v1/{address}/road").json()["contract"] == contract.number
    assert client.get("/api/v1/contracts/CTR-999999/road").status_code == 404
    assert client.get("/api/v1/jobs/DJ-999999/road").status_code == 404
    technician = browser(a_user("technician"))
    assert technician.get(f"/api/v1/contracts/{contract.number}/road").status_code == 403
    seen = technician.get(f"/api/v1/jobs/{job}/road").json()
    assert [step["key"] for step in seen["steps"]] == ["issue", "jobs", "active"]


def test_an_unknown_contract_is_not_found() -> None:
    with pytest.raises(NotFound):
        road("CTR-999999", SYSTEM)
