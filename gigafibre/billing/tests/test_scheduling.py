"""The run that confirms itself: on its day and hour, once, behind its switch, and never for a day before that."""

from __future__ import annotations

import threading
from datetime import UTC, date, datetime, timedelta
from typing import Any

import pytest
from django.db import IntegrityError, connections, transaction

from gigafibre.billing import run, tasks
from gigafibre.billing.models import BillingRun, Invoice, RunItem
from gigafibre.billing.scheduling import SWITCH, begins, billing_days, confirm_what_is_due, next_day
from gigafibre.identity.actions import turn_switch_off, turn_switch_on
from gigafibre.identity.queries import notices
from gigafibre.identity.switches import declared
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel import clock as the_clock
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

DAY = date(2026, 12, 1)


@pytest.fixture
def november(db: None, clock: Any) -> Any:
    clock.freeze("2026-11-21T09:00:00-05:00")
    return clock


def switch_on() -> None:
    with acting_as(SYSTEM):
        turn_switch_on(SWITCH, confirmation=SWITCH, reason="Les chiffres sont bons.")


def days_made() -> list[date]:
    return list(BillingRun.objects.order_by("date").values_list("date", flat=True))


def live_through(first: str, last: str, *, step: timedelta = timedelta(hours=1)) -> list[datetime]:
    """Let the clock run, looking as the worker does; returns when a run was made."""
    made = []
    now, end = datetime.fromisoformat(first), datetime.fromisoformat(last)
    while now <= end:
        the_clock.freeze(now)
        if confirm_what_is_due():
            made.append(the_clock.now())
            run.issue(BillingRun.objects.get(date=max(days_made())).pk)
        now = (now.astimezone(UTC) + step).astimezone(now.tzinfo)
    return made


def test_nothing_happens_while_the_switch_is_off(november: Any) -> None:
    a_subscription()
    assert live_through("2026-11-30T22:00:00-05:00", "2026-12-02T08:00:00-05:00") == []
    assert days_made() == []


def test_it_confirms_itself_at_the_hour_of_the_billing_day(november: Any) -> None:
    a_subscription("60.00")
    switch_on()
    made = live_through("2026-11-30T22:00:00-05:00", "2026-12-03T08:00:00-05:00", step=timedelta(minutes=15))
    assert made == [datetime(2026, 12, 1, 11, 0, tzinfo=UTC)]  # six in the morning here
    row = BillingRun.objects.get()
    assert (row.date, row.state, row.confirmed_by) == (DAY, "done", "system")
    assert Invoice.objects.get().date == DAY


def test_nothing_is_caught_up_from_before_the_switch(clock: Any, db: None) -> None:
    a_subscription()
    clock.freeze("2026-12-01T06:00:01-05:00")  # one second too late for this day
    switch_on()
    assert live_through("2026-12-01T06:00:01-05:00", "2026-12-31T23:00:00-05:00", step=timedelta(hours=6)) == []
    assert next_day() == date(2027, 1, 1)
    assert len(live_through("2027-01-01T00:00:00-05:00", "2027-01-01T08:00:00-05:00")) == 1
    assert days_made() == [date(2027, 1, 1)]


def test_turned_off_it_stops_and_turned_on_again_it_begins_anew(november: Any) -> None:
    a_subscription()
    switch_on()
    november.freeze("2026-11-30T12:00:00-05:00")
    with acting_as(SYSTEM):
        turn_switch_off(SWITCH, reason="On vérifie les prix.")
    november.freeze("2026-12-01T09:00:00-05:00")
    assert confirm_what_is_due() is None
    switch_on()
    assert confirm_what_is_due() is None
    assert days_made() == []


def test_the_same_day_fifty_times_is_one_run(november: Any) -> None:
    a_subscription()
    switch_on()
    november.freeze("2026-12-01T06:00:00-05:00")
    assert [confirm_what_is_due() for _ in range(50)].count(DAY) == 1
    run.issue(BillingRun.objects.get().pk)
    assert [confirm_what_is_due() for _ in range(50)] == [None] * 50
    assert (BillingRun.objects.count(), Invoice.objects.count()) == (1, 1)


@pytest.mark.parametrize(
    ("day", "hour", "at"),
    [
        (date(2026, 3, 8), 2, datetime(2026, 3, 8, 7, 0, tzinfo=UTC)),  # an hour that does not exist: three o'clock
        (date(2026, 3, 8), 6, datetime(2026, 3, 8, 10, 0, tzinfo=UTC)),
        (date(2026, 11, 1), 1, datetime(2026, 11, 1, 5, 0, tzinfo=UTC)),  # an hour that comes twice: the first
        (date(2026, 11, 1), 6, datetime(2026, 11, 1, 11, 0, tzinfo=UTC)),
    ],
)
def test_on_the_days_when_the_hour_changes_there_is_one_run(
    day: date, hour: int, at: datetime, clock: Any, db: None
) -> None:
    clock.freeze(datetime(2026, 2, 20, 12, tzinfo=UTC))
    settings.put("billing.confirm_hour", hour)
    customer = a_customer(billing_day=day.day)
    a_subscription(customer=customer, anchor=day.replace(month=1), charged_until=day)
    clock.freeze(the_clock.start_of(day - timedelta(days=1)))
    switch_on()
    first = the_clock.start_of(day) - timedelta(hours=2)
    assert live_through(first.isoformat(), (first + timedelta(hours=30)).isoformat(), step=timedelta(minutes=15)) == [
        at
    ]
    assert begins(day) == at
    assert Invoice.objects.count() == 1


def test_each_customer_s_own_billing_day_counts_and_a_short_month_has_its_last(november: Any) -> None:
    a_subscription(customer=a_customer(billing_day=1))
    a_subscription(customer=a_customer(billing_day=15))
    a_subscription(customer=a_customer(billing_day=31))
    a_customer(billing_day=7)  # has nothing to bill
    a_subscription(customer=a_customer(billing_day=9), state="cancelled", cancelled_on=date(2026, 11, 2))
    assert billing_days(date(2027, 2, 1), date(2027, 3, 31)) == [
        date(2027, 2, 1),
        date(2027, 2, 15),
        date(2027, 2, 28),
        date(2027, 3, 1),
        date(2027, 3, 15),
        date(2027, 3, 31),
    ]


def test_a_day_billed_ahead_by_a_person_is_left_alone(november: Any) -> None:
    a_subscription()
    switch_on()
    november.freeze("2026-11-27T15:00:00-05:00")
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get().pk)
    assert live_through("2026-12-01T00:00:00-05:00", "2026-12-01T23:00:00-05:00") == []
    assert next_day() == date(2027, 1, 1)


def test_days_missed_while_nothing_worked_are_made_in_order_once_an_earlier_run_is_done(november: Any) -> None:
    a_subscription(customer=a_customer(billing_day=1))
    a_subscription(customer=a_customer(billing_day=3), anchor=date(2026, 1, 3), charged_until=date(2026, 12, 3))
    switch_on()
    november.freeze("2026-12-04T13:00:00-05:00")
    assert confirm_what_is_due() == DAY
    assert confirm_what_is_due() is None  # the first is still being issued
    run.issue(BillingRun.objects.get().pk)
    assert confirm_what_is_due() == date(2026, 12, 3)
    assert days_made() == [DAY, date(2026, 12, 3)]


def test_a_day_missed_for_more_than_a_week_waits_for_the_next_run(november: Any) -> None:
    a_subscription()
    switch_on()
    november.freeze("2026-12-09T06:00:00-05:00")
    assert confirm_what_is_due() is None
    november.freeze("2026-12-08T23:00:00-05:00")
    assert confirm_what_is_due() == DAY


def test_where_a_person_confirms_the_bell_says_once_that_the_day_has_come(november: Any) -> None:
    clerk, agent = a_user("billing"), a_user("support")
    settings.put("billing.confirm_by_itself", False)
    a_subscription()
    switch_on()
    live_through("2026-12-01T05:00:00-05:00", "2026-12-03T08:00:00-05:00", step=timedelta(minutes=15))
    assert days_made() == []
    (notice,) = notices(clerk.pk)[0]
    assert notice.text.fr == "La facturation du 1er\u00a0décembre\u00a02026 attend votre confirmation."
    assert notice.url == "/billing-runs/2026-12-01"
    assert notices(agent.pk) == ([], 0)


def test_a_closed_month_is_told_once_and_bills_nothing(november: Any) -> None:
    clerk = a_user("billing")
    a_subscription()
    switch_on()
    november.freeze("2027-01-02T09:00:00-05:00")
    perform("ledger.close_month", {"month": "2026-12"}, actor=SYSTEM)
    live_through("2026-12-01T05:00:00-05:00", "2026-12-02T08:00:00-05:00", step=timedelta(minutes=15))
    assert days_made() == []
    assert [notice.kind for notice in notices(clerk.pk)[0]] == ["billing_run"]


def test_turning_it_on_shows_what_the_next_run_would_bill(november: Any) -> None:
    known = declared(SWITCH)
    assert known is not None
    assert [said.en for said in known.forecast()] == ["No subscription to bill for now."]
    customer = a_customer()
    a_subscription("100.00", customer=customer)
    a_subscription("20.00", customer=customer)
    a_subscription("50.00")
    a_subscription(charged_until=date(2025, 1, 1))  # unbilled too long: a person decides
    assert [said.fr.replace("\u00a0", " ") for said in known.forecast()] == [
        "Prochaine facturation : 1er décembre 2026, 6 h",
        "Abonnements à facturer : 3",
        "Factures : 2, 195,46 $ avec taxes",
        "Abonnements mis de côté, pour une personne : 1",
    ]
    assert known.forecast()[2].en == "Invoices: 2, $195.46 with taxes"
    assert days_made() == []


def test_six_schedulers_at_once_make_one_run(committed_db: Any, clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")
    for _ in range(12):
        a_subscription()
    switch_on()
    clock.freeze("2026-12-01T06:00:00-05:00")
    barrier, made, broken = threading.Barrier(6), [], []

    def look() -> None:
        try:
            barrier.wait()
            made.append(tasks.confirm_due(0))
        except Exception as error:
            broken.append(error)
        finally:
            connections["default"].close()

    threads = [threading.Thread(target=look) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert broken == []
    assert sorted(made) == ["", "", "", "", "", "2026-12-01"]
    made_run = BillingRun.objects.get()
    assert RunItem.objects.filter(run=made_run).count() == 12
    run.issue(made_run.pk)
    assert Invoice.objects.count() == 12


@pytest.mark.django_db
def test_the_database_takes_one_run_a_day() -> None:
    BillingRun.objects.create(date=DAY, confirmed_by="system")
    with pytest.raises(IntegrityError, match="billing_billingrun_date_key"), transaction.atomic():
        BillingRun.objects.create(date=DAY, confirmed_by="system")


def test_a_run_whose_worker_died_is_gone_on_with(november: Any) -> None:
    november.freeze("2026-12-01T09:00:00")
    a_subscription()
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    assert tasks.go_on(0) == 1
    assert tasks.go_on(0) == 0
    assert BillingRun.objects.get().state == "done"


def test_a_missed_night_is_caught_up(november: Any) -> None:
    a_subscription()
    switch_on()
    november.freeze("2026-12-04T01:35:00")
    assert tasks.confirm_due(0) == "2026-12-01"
    assert tasks.confirm_due(0) == ""
