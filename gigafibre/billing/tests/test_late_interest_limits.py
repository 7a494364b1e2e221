"""What late interest must never do: an unlawful rate, a day twice, a cent that depends on when one charges."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from datetime import date, timedelta
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from conftest import CommittedDatabase
from gigafibre.billing import interest
from gigafibre.billing.actions import charge_late_interest
from gigafibre.billing.interest_back import too_much
from gigafibre.billing.interest_errors import InterestAboveTheLaw, InterestBackdated
from gigafibre.billing.models import InterestDays, InterestRate
from gigafibre.billing.tests.test_late_interest import DUE, D, a_rate, act, alone, charged, overdue, paid, refused
from gigafibre.kernel import clock as company_clock
from gigafibre.kernel import settings as kept
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import Forbidden
from gigafibre.kernel.money import cents
from gigafibre.kernel.perform import perform


@pytest.fixture(autouse=True)
def _december(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00-05:00")


@alone
def test_a_rate_is_lawful_and_begins_after_what_is_charged() -> None:
    refused(InterestAboveTheLaw, "set_late_interest_rate", percent="35.001", since="2026-12-01", reason="Trop")
    a_rate("35", "2026-11-01")
    a_rate("12", "2026-11-01")  # of one day the latest said counts
    overdue()
    assert act("charge_late_interest")["total"] == "9.53"
    refused(InterestBackdated, "set_late_interest_rate", percent="10", since="2026-11-30", reason="Trop tard")
    a_rate("10", "2026-12-01")
    assert InterestRate.objects.count() == 3


@alone
@pytest.mark.parametrize("verb", ["charge_late_interest", "set_late_interest_rate"])
def test_only_who_may_charges_interest_and_sets_its_rate(verb: str) -> None:
    clerk = Actor("staff", 1, "Ève", frozenset({"billing.read", "billing.edit", "billing.run"}))
    given = {"percent": "10", "since": "2026-12-01", "reason": "Non"} if verb.startswith("set") else {}
    with pytest.raises(Forbidden):
        perform(f"billing.{verb}", given, actor=clerk)


def attacked(rule: str, statement: str, *values: Any) -> None:
    with pytest.raises(IntegrityError) as caught, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
    assert caught.value.__cause__.diag.constraint_name == rule  # type: ignore[union-attr]


@alone
def test_the_database_refuses_a_day_twice_an_unlawful_rate_and_a_backdated_one() -> None:
    a_rate()
    item = overdue()
    act("charge_late_interest")
    days = InterestDays.objects.get()
    insert = (
        "INSERT INTO billing_interestdays (item_id, period, principal, percent, charge_id) VALUES (%s, %s, %s, %s, %s)"
    )
    attacked("no_day_of_interest_twice", insert, item, "[2026-11-30,2026-12-02)", 1, 12, days.charge_id)
    attacked("interest_of_something_owed", insert, item, "[2026-12-01,2026-12-02)", 0, 12, days.charge_id)
    attacked("interest_of_something_owed", insert, item, "[2026-12-01,2026-12-02)", 1, 36, days.charge_id)
    attacked("interest_days_bounded", insert, item, "[2026-12-01,)", 1, 12, days.charge_id)
    rate = (
        "INSERT INTO billing_interestrate (since, percent, reason, created_at, created_by) "
        "VALUES (%s, %s, '', now(), '')"
    )
    attacked("interest_within_the_law", rate, "2027-01-01", "35.001")
    attacked("interest_rate_not_backdated", rate, "2026-11-30", "10")
    for table in ("billing_interestrate", "billing_interestdays"):
        for verb in ("UPDATE {} SET percent = 1", "DELETE FROM {}", "TRUNCATE {}"):
            with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(verb.format(table))


def test_two_who_charge_at_once_charge_each_day_once(committed_db: CommittedDatabase) -> None:
    a_rate()
    with transaction.atomic():
        for _ in range(3):
            overdue()
    answers: list[Any] = []
    barrier = threading.Barrier(3)

    def at_once() -> None:
        try:
            barrier.wait(10)
            answers.append(act("charge_late_interest")["total"])
        finally:
            connection.close()

    threads = [threading.Thread(target=at_once) for _ in range(3)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert sorted(answers) == ["0.00", "0.00", "28.59"]
    assert charged() == [D("9.53")] * 3


AMOUNT = st.decimals(D("0.01"), D("900.00"), places=2)
DAY = st.integers(-10, 60)
RATE = st.sampled_from([D("0"), D("5"), D("12.5"), D("19.56"), D("35")])


@alone
@settings(max_examples=25, deadline=None, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    payments=st.lists(st.tuples(DAY, AMOUNT), max_size=4),
    rates=st.lists(st.tuples(DAY, RATE), min_size=1, max_size=4),
    cut=st.integers(1, 59),
)
def test_days_add_up_however_they_are_cut(
    payments: list[tuple[int, Decimal]], rates: list[tuple[int, Decimal]], cut: int
) -> None:
    for _ in _rolled_back():
        kept.put("billing.interest_minimum", "0.00")
        end = DUE + timedelta(days=1 + 60)
        for day, percent in rates:
            InterestRate.objects.create(since=DUE + timedelta(days=day), percent=percent)
        item, left, applied = overdue("2000.00"), D("2000.00"), []
        for day, wanted in payments:
            amount = min(wanted, left)
            applied.append((day, amount))
            if amount:
                paid(item, str(amount), DUE + timedelta(days=day))
                left -= amount
        whole = _exact(end)
        assert whole == sum((_of_day(DUE + timedelta(days=n), applied, rates) for n in range(1, 61)), D(0))
        with acting_as(SYSTEM):
            _charge(DUE + timedelta(days=cut))
            first = _kept()
            rest = _exact(end)
            assert first + rest == whole
            _charge(end)
        assert _kept() + _exact(end) == whole
        assert too_much() == []
        most = cents(D(2000) * max(percent for _, percent in rates) * 60 / 36500)
        assert cents(whole / 36500) <= most


def _rolled_back() -> Iterator[None]:
    with transaction.atomic():
        yield
        transaction.set_rollback(True)


def _charge(until: date) -> None:
    company_clock.freeze(f"{until}T09:00:00-05:00")
    charge_late_interest(until=until)


def _exact(until: date) -> Decimal:
    """Return principal × percent × days of what is not charged yet."""
    found = interest.owed(until)
    return sum((s.principal * s.percent * s.days.days for one in found for s in one.segments), D(0))


def _kept() -> Decimal:
    return sum(
        (d.principal * d.percent * (d.period.upper - d.period.lower).days for d in InterestDays.objects.all()), D(0)
    )


def _of_day(day: date, payments: list[tuple[int, Decimal]], rates: list[tuple[int, Decimal]]) -> Decimal:
    """Return principal × percent of one day, by the rules as they are told."""
    gone = sum((amount for at, amount in payments if DUE + timedelta(days=at) <= day), D(0))
    known = [(at, n, percent) for n, (at, percent) in enumerate(rates) if DUE + timedelta(days=at) <= day]
    return max(D("2000.00") - gone, D(0)) * (max(known)[2] if known else D(0))
