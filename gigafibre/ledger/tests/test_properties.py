"""Whatever is invoiced, paid, applied and taken back, in whatever order: everything still adds up."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigafibre.ledger.actions import allocate, allocate_oldest_first, unallocate
from gigafibre.ledger.bulk import apply_open_credit
from gigafibre.ledger.checks import run_all
from gigafibre.ledger.errors import AllocationUndone, OtherCustomer, OverAllocated
from gigafibre.ledger.models import Allocation, OpenItem
from gigafibre.ledger.queries import aging, balance, trial_balance
from gigafibre.ledger.tests.factories import a_credit, a_debit

pytestmark = [pytest.mark.django_db, pytest.mark.long]
FIRST = date(2026, 1, 1)
DAYS = 60

amounts = st.integers(1, 20_000).map(lambda cents: Decimal(cents) / 100)
customers = st.integers(1, 3)
days = st.integers(0, DAYS).map(lambda n: FIRST + timedelta(days=n))
step = st.one_of(
    st.tuples(st.just("debit"), customers, amounts, days, days),
    st.tuples(st.just("credit"), customers, amounts, days),
    st.tuples(st.just("allocate"), st.integers(0, 50), st.integers(0, 50), amounts, days),
    st.tuples(st.just("oldest"), st.integers(0, 50), days),
    st.tuples(st.just("bulk"), days),
    st.tuples(st.just("undo"), st.integers(0, 50), days),
)


def do(one: tuple[object, ...]) -> None:
    """Try one step; what the verbs refuse is no failure."""
    match one:
        case "debit", int(customer), Decimal() as amount, date() as on, date() as due:
            a_debit(customer, str(amount), on=on, due=due)
        case "credit", int(customer), Decimal() as amount, date() as on:
            a_credit(customer, str(amount), on=on)
        case "allocate", int(c), int(d), Decimal() as amount, date() as on:
            credits_, debits = ids("credit"), ids("debit")
            if credits_ and debits:
                allocate(credits_[c % len(credits_)], debits[d % len(debits)], amount, on=on)
        case "oldest", int(c), date() as on:
            if found := ids("credit"):
                allocate_oldest_first(found[c % len(found)], on=on)
        case "bulk", date() as on:
            with connection.cursor() as cursor:
                cursor.execute(
                    "CREATE TEMP TABLE those AS SELECT n AS customer_id FROM generate_series(1::bigint, 2) n"
                )
                apply_open_credit(cursor, "those", on)
                cursor.execute("DROP TABLE those")
        case "undo", int(n), date() as on:
            if made := list(Allocation.objects.order_by("id").values_list("id", flat=True)):
                unallocate(made[n % len(made)], because="random", on=on)


def ids(side: str) -> list[int]:
    return list(OpenItem.objects.filter(side=side).order_by("id").values_list("id", flat=True))


@settings(suppress_health_check=list(HealthCheck))
@given(st.lists(step, min_size=1, max_size=25))
def test_whatever_happens_everything_adds_up(steps: list[tuple[object, ...]]) -> None:
    with transaction.atomic():
        for one in steps:
            try:
                with transaction.atomic():
                    do(one)
            except (OverAllocated, OtherCustomer, AllocationUndone):
                continue
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED")
        assert [result.code for result in run_all() if result.wrong] == []
        for day in (FIRST, FIRST + timedelta(days=DAYS // 2), FIRST + timedelta(days=DAYS)):
            receivable = [r.closing for r in trial_balance(FIRST, day).rows if r.number == "1200"]
            found = aging(day, limit=10)
            assert found.totals.balance == sum(receivable)
            assert sum(totals.balance for _, totals in found.customers) == found.totals.balance
        last = aging(date(2030, 1, 1), limit=10)
        assert {customer: totals.balance for customer, totals in last.customers if totals.balance} == {
            customer: owed for customer in (1, 2, 3) if (owed := balance(customer))
        }
        transaction.set_rollback(True)
