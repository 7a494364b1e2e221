"""Late interest as it is read, and the job that charges it once a month while its switch is on."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Any

import pytest

from gigafibre.billing import tasks
from gigafibre.billing.queries.interest import SWITCH
from gigafibre.identity.actions import turn_switch_on
from gigafibre.identity.switches import declared
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.perform import perform
from gigafibre.ledger.tests.factories import a_debit
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = pytest.mark.django_db
DUE = date(2026, 11, 1)


@pytest.fixture(autouse=True)
def _december(clock: Any) -> None:
    clock.freeze("2026-12-01T05:20:00Z")  # twenty past midnight in Québec


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def overdue(number: str) -> Any:
    customer = a_customer()
    a_debit(customer.pk, "1000.00", on=DUE - timedelta(days=20), due=DUE, number=number)
    return customer


def test_the_job_charges_on_its_day_while_its_switch_is_on(clock: Any) -> None:
    act("set_late_interest_rate", percent="12", since="2026-01-01", reason="Contrat")
    overdue("INV-1")
    assert tasks.charge_late_interest(0) == 0
    forecast = declared(SWITCH)
    assert forecast is not None
    assert [said.fr.replace("\u00a0", " ") for said in forecast.forecast()] == [
        "Taux en vigueur : 12 % par an, facturé le 1er de chaque mois",
        "Aujourd’hui : 9,53 $ (clients : 1)",
    ]
    with acting_as(SYSTEM):
        turn_switch_on(SWITCH, confirmation=SWITCH, reason="Les chiffres sont bons.")
    assert [tasks.charge_late_interest(0) for _ in range(2)] == [1, 0]
    clock.freeze("2026-12-15T17:00:00Z")
    assert tasks.charge_late_interest(0) == 0
    act("set_late_interest_terms", grace_days=0, minimum="0.50", day=15)
    assert tasks.charge_late_interest(0) == 1


def test_its_rates_what_is_ready_the_arithmetic_and_the_pauses_are_told() -> None:
    client = browser(a_user("billing"))
    for percent, since in (("15", "2026-01-01"), ("12", "2026-01-01"), ("18.5", "2027-01-01")):
        act("set_late_interest_rate", percent=percent, since=since, reason="Contrat")
    customer, other = overdue("INV-1"), overdue("INV-2")
    act("set_late_interest_terms", grace_days=5, minimum="2.00", day=3)
    told = client.get("/api/v1/late-interest").json()
    rates = [(row["percent"], row["since"], row["until"], row["state"]) for row in told.pop("rates")]
    assert rates == [
        ("18.5", "2027-01-01", None, "planned"),
        ("12", "2026-01-01", "2027-01-01", "active"),
        ("15", "2026-01-01", "2026-01-01", "replaced"),
    ]
    ready = {"customers": 2, "charges": 2, "total": "15.78", "below_minimum": 0, "credit_waits": 0, "credited": "0.00"}
    rules = {"percent": "12", "grace_days": 5, "minimum": "2.00", "day": 3, "by_itself": False, "charged_until": None}
    assert told == ready | rules
    spared = {"since": "2026-11-21", "until": "2026-11-26", "reason": "Facture contestée"}
    act("pause_late_interest", customer=customer.number, **spared)
    (pause,) = client.get(f"/api/v1/customers/{customer.number}/interest-pauses").json()
    assert {key: pause[key] for key in spared} == spared
    assert pause["state"] == "ended"
    act("charge_late_interest")
    rows = client.get("/api/v1/charges?fee_class=interest&sort=amount").json()["items"]
    assert [(row["customer"], row["amount"], row["state"]) for row in rows] == [
        (customer.number, "6.25", "waiting"),
        (other.number, "7.89", "waiting"),
    ]
    days = client.get(f"/api/v1/charges/{rows[0]['charge']}/interest").json()
    same = {"invoice": "INV-1", "principal": "1000.00", "percent": "12"}
    assert days == [
        same | {"first": "2026-11-07", "last": "2026-11-20", "days": 14},
        same | {"first": "2026-11-26", "last": "2026-11-30", "days": 5},
    ]
    assert client.get("/api/v1/charges/999999/interest").status_code == 404
    assert browser(a_user("technician")).get("/api/v1/late-interest").status_code == 403
