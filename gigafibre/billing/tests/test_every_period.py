"""Every period there is: each day of ten years as an anchor, each cycle, ten years long; nothing left to chance."""

from __future__ import annotations

from calendar import monthrange
from datetime import date, timedelta
from itertools import pairwise
from typing import Any

import pytest
from django.db import connection

from gigafibre.billing.proration import due_periods
from gigafibre.kernel.periods import add_months, period_of

FIRST = date(2023, 1, 1)
ANCHORS = [FIRST + timedelta(days=n) for n in range((date(2033, 1, 1) - FIRST).days)]
CYCLES = [1, 3, 6, 12]
MONTHS = 120
LEAP = date(2024, 12, 31)


def expected_start(anchor: date, months: int) -> date:
    """The calendar's own words: the anchor's day in that month, or the month's last where it has no such day."""
    years, month = divmod(anchor.month - 1 + months, 12)
    year, month = anchor.year + years, month + 1
    return date(year, month, min(anchor.day, monthrange(year, month)[1]))


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_period_of_ten_years_begins_on_its_day(cycle: int) -> None:
    for anchor in ANCHORS:
        starts = [add_months(anchor, months) for months in range(0, MONTHS + 1, cycle)]
        assert starts == [expected_start(anchor, months) for months in range(0, MONTHS + 1, cycle)]
        assert all(28 * cycle <= (b - a).days <= 31 * cycle for a, b in pairwise(starts))
        assert len(starts) == MONTHS // cycle + 1


@pytest.mark.parametrize("cycle", CYCLES)
def test_missed_for_ten_years_each_period_comes_once_in_order(cycle: int) -> None:
    for anchor in ANCHORS[::3]:
        end = expected_start(anchor, MONTHS)
        parts = list(due_periods(anchor, cycle, anchor, end - timedelta(days=1)))
        assert [part for part, _ in parts] == [whole for _, whole in parts]
        assert [part.start for part, _ in parts] == [
            expected_start(anchor, months) for months in range(0, MONTHS, cycle)
        ]
        assert parts[-1][0].end == end


@pytest.mark.parametrize("cycle", CYCLES)
def test_every_first_last_and_second_day_falls_into_its_own_period(cycle: int) -> None:
    for anchor in ANCHORS:
        for months in (0, cycle, MONTHS - cycle):
            start, end = expected_start(anchor, months), expected_start(anchor, months + cycle)
            for day in (start, start + timedelta(days=1), end - timedelta(days=1)):
                found = period_of(anchor, cycle, day)
                assert (found.start, found.end) == (start, end)


@pytest.mark.django_db
@pytest.mark.parametrize("cycle", CYCLES)
def test_sql_cuts_every_one_of_them_where_the_kernel_does(cycle: int) -> None:
    rows: list[tuple[Any, ...]]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT array_agg(billing_period_start(a::date, %(cycle)s, n) ORDER BY n), "
            "bool_and(a > %(leap)s OR billing_period_index(a::date, %(cycle)s, "
            "           billing_period_start(a::date, %(cycle)s, n + 1) - 1) = n) "
            "FROM generate_series(%(first)s::date, %(last)s::date, interval '1 day') a "
            "CROSS JOIN generate_series(0, %(count)s) n GROUP BY a ORDER BY a",
            {"cycle": cycle, "first": ANCHORS[0], "last": ANCHORS[-1], "leap": LEAP, "count": MONTHS // cycle},
        )
        rows = cursor.fetchall()
    assert len(rows) == len(ANCHORS)
    for anchor, (starts, found_again) in zip(ANCHORS, rows, strict=True):
        assert starts == [add_months(anchor, months) for months in range(0, MONTHS + 1, cycle)]
        assert found_again
