"""What accounts and customers stood at: trial balance, aging on any day, entries of a document; over HTTP too."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.http import HttpRequest

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.text import speak
from gigafibre.ledger.actions import Line, allocate, post_entry, reverse_entry, unallocate
from gigafibre.ledger.api import ops
from gigafibre.ledger.chart import CHART
from gigafibre.ledger.queries import Aging, accounts, aging, entries_of, trial_balance
from gigafibre.ledger.schemas import AgingOut, EntryOut, TrialBalanceOut
from gigafibre.ledger.tests.factories import a_credit, a_debit

pytestmark = pytest.mark.django_db
D = Decimal


def buckets(found: Aging) -> list[Decimal]:
    t = found.totals
    return [t.current, t.days_1_30, t.days_31_60, t.days_61_90, t.over_90, t.credits]


def test_the_chart_has_what_programs_look_for() -> None:
    assert len(accounts()) == len(CHART) == 48
    assert {a.role for a in accounts()} > {"receivable", "gst", "qst", "hst", "bank", "bad_debt", "deferred_revenue"}


def test_a_trial_balance_opens_moves_and_closes() -> None:
    post_entry(date(2026, 10, 31), "manual", "A", [Line("1060", debit=D("50.00")), Line("3500", credit=D("50.00"))])
    post_entry(date(2026, 11, 1), "manual", "B", [Line("1060", debit=D("20.00")), Line("4020", credit=D("20.00"))])
    post_entry(date(2026, 11, 30), "manual", "C", [Line("5400", debit=D("3.00")), Line("1060", credit=D("3.00"))])
    post_entry(date(2026, 12, 1), "manual", "D", [Line("1060", debit=D("9.00")), Line("4020", credit=D("9.00"))])
    found = trial_balance(date(2026, 11, 1), date(2026, 11, 30))
    assert [(r.number, r.opening, r.debit, r.credit, r.closing) for r in found.rows] == [
        ("1060", D("50.00"), D("20.00"), D("3.00"), D("67.00")),
        ("3500", D("-50.00"), D("0.00"), D("0.00"), D("-50.00")),
        ("4020", D("0.00"), D("0.00"), D("20.00"), D("-20.00")),
        ("5400", D("0.00"), D("3.00"), D("0.00"), D("3.00")),
    ]
    assert (found.debit, found.credit) == (D("23.00"), D("23.00"))
    assert sum(r.closing for r in found.rows) == 0


@pytest.mark.parametrize(
    ("due", "bucket"),
    [
        (date(2026, 11, 21), 0),
        (date(2026, 12, 31), 0),
        (date(2026, 11, 20), 1),
        (date(2026, 10, 22), 1),
        (date(2026, 10, 21), 2),
        (date(2026, 9, 22), 2),
        (date(2026, 9, 21), 3),
        (date(2026, 8, 23), 3),
        (date(2026, 8, 22), 4),
        (date(2020, 1, 1), 4),
    ],
)
def test_a_debit_ages_by_its_due_date(due: date, bucket: int) -> None:
    a_debit(1, "10.00", on=date(2020, 1, 1), due=due)
    expected = [D("0.00")] * 6
    expected[bucket] = D("10.00")
    assert buckets(aging(date(2026, 11, 21))) == expected


def test_a_credit_not_applied_stands_apart() -> None:
    a_debit(1, "10.00")
    a_credit(2, "4.00")
    found = aging(date(2026, 12, 1), limit=10)
    assert (found.totals.owed, found.totals.credits, found.totals.balance) == (D("10.00"), D("4.00"), D("6.00"))
    assert found.count == 2
    assert [(customer, totals.balance) for customer, totals in found.customers] == [(1, D("10.00")), (2, D("-4.00"))]
    assert [customer for customer, _ in aging(date(2026, 12, 1), after=1, limit=10).customers] == [2]


def test_the_past_stays_as_it_was() -> None:
    debit = a_debit(1, "100.00", on=date(2026, 10, 1), due=date(2026, 10, 15))
    credit = a_credit(1, "60.00", on=date(2026, 10, 20))
    made = allocate(credit, debit, D("60.00"), on=date(2026, 10, 20))
    unallocate(made, because="NSF", on=date(2026, 11, 5))
    a_debit(1, "7.00", on=date(2026, 11, 6), due=date(2026, 11, 20))
    zero = D("0.00")
    for on, expected in (
        (date(2026, 9, 30), [zero, zero, zero, zero, zero, zero]),
        (date(2026, 10, 1), [D("100.00"), zero, zero, zero, zero, zero]),
        (date(2026, 10, 16), [zero, D("100.00"), zero, zero, zero, zero]),
        (date(2026, 10, 20), [zero, D("40.00"), zero, zero, zero, zero]),
        (date(2026, 11, 4), [zero, D("40.00"), zero, zero, zero, zero]),
        (date(2026, 11, 5), [zero, D("100.00"), zero, zero, zero, D("60.00")]),
        (date(2026, 11, 30), [zero, D("7.00"), D("100.00"), zero, zero, D("60.00")]),
    ):
        assert buckets(aging(on)) == expected, on


def test_the_entries_of_a_document_are_found_with_their_lines() -> None:
    first = post_entry(date(2026, 11, 1), "manual", "M-1", [Line("1060", debit=D(5)), Line("4020", credit=D(5))])
    reverse_entry(first, on=date(2026, 11, 2), document="M-1", description="Erreur")
    entry, opposite = entries_of("M-1")
    assert (entry.id, entry.reverses, opposite.reverses, opposite.description) == (first, None, first, "Erreur")
    assert [(x.account, x.debit, x.credit) for x in opposite.lines] == [("1060", D(0), D(5)), ("4020", D(5), D(0))]
    assert entries_of("nothing") == []


@pytest.fixture
def request_of_staff() -> HttpRequest:
    request = HttpRequest()
    request.actor = Actor("staff", 1, "Ève", frozenset({"ledger.read"}))  # type: ignore[attr-defined]
    return request


def test_amounts_cross_http_as_text(request_of_staff: HttpRequest, clock: Any) -> None:
    a_debit(1, "10.10", number="12345", on=date(2026, 11, 1), due=date(2026, 11, 15))
    speak("en")
    try:
        seen = TrialBalanceOut(**ops.read_trial_balance(request_of_staff)).model_dump(mode="json")
        assert (seen["first"], seen["last"], seen["debit"]) == ("2026-11-01", "2026-11-21", "10.10")
        assert seen["rows"][0]["name"] == "Accounts receivable"
        old = AgingOut(**ops.read_aging(request_of_staff)).model_dump(mode="json")
        assert (old["on"], old["totals"]["days_1_30"], old["count"]) == ("2026-11-21", "10.10", 1)
        entry = EntryOut(**ops.list_entries_of(request_of_staff, "12345")[0]).model_dump(mode="json")
        assert [line["credit"] for line in entry["lines"]] == ["0.00", "10.10"]
        assert {row["number"] for row in ops.list_accounts(request_of_staff)} == {row.number for row in CHART}
    finally:
        speak("fr")
