"""Periods from anchors, and the parts of a price."""

from datetime import date, timedelta
from decimal import Decimal
from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigafibre.billing.proration import due_periods, next_billing_day, prorated, split_price, unused, whole_price
from gigafibre.kernel.periods import Period, add_months, period_of

prices = st.decimals(min_value=Decimal("0.00"), max_value=Decimal("999.99"), places=2)
days = st.dates(date(2024, 1, 1), date(2030, 12, 31))


def test_31_january_comes_back_to_the_31st() -> None:
    anchor = date(2026, 1, 31)
    assert [add_months(anchor, n) for n in range(4)] == [
        date(2026, 1, 31), date(2026, 2, 28), date(2026, 3, 31), date(2026, 4, 30),
    ]  # fmt: skip


def test_ten_of_thirty_days_at_60_dollars_are_20() -> None:
    november = Period(date(2026, 11, 1), date(2026, 12, 1))
    assert split_price(Decimal("60.00"), november, [Period(date(2026, 11, 21), date(2026, 12, 1))]) == [
        Decimal("20.00")
    ]


def test_a_full_period_has_factor_exactly_one() -> None:
    assert prorated(Decimal("74.95"), 31, 31) == Decimal("74.95")


def test_what_stays_after_a_cancellation_is_what_those_days_cost() -> None:
    november = Period(date(2026, 11, 1), date(2026, 12, 1))
    kept = Period(date(2026, 11, 1), date(2026, 11, 15))
    assert unused(Decimal("74.95"), Decimal("74.95"), november, kept) == Decimal("39.97")  # 74.95 − 34.98
    assert unused(Decimal("74.95"), Decimal("74.95"), november, None) == Decimal("74.95")


def test_a_unit_price_of_four_places_is_rounded_once() -> None:
    assert whole_price(Decimal("0.3333"), Decimal("3")) == Decimal("1.00")


def test_more_days_than_the_period_has_are_refused() -> None:
    with pytest.raises(ValueError, match="days of 30"):
        prorated(Decimal("60"), 11, 30, billed_days=20)


def test_missed_periods_come_once_each_and_in_order() -> None:
    due = list(due_periods(date(2026, 1, 31), 1, date(2026, 2, 10), date(2026, 4, 1)))
    assert [(part.start, part.end, whole.days) for part, whole in due] == [
        (date(2026, 2, 10), date(2026, 2, 28), 28),
        (date(2026, 2, 28), date(2026, 3, 31), 31),
        (date(2026, 3, 31), date(2026, 4, 30), 30),
    ]


def test_nothing_is_due_before_its_day() -> None:
    assert list(due_periods(date(2026, 1, 1), 1, date(2026, 12, 2), date(2026, 12, 1))) == []


@pytest.mark.parametrize(
    ("day", "billing_day", "anchor"),
    [
        (date(2026, 11, 21), 1, date(2026, 12, 1)),
        (date(2026, 12, 1), 1, date(2026, 12, 1)),
        (date(2027, 2, 15), 31, date(2027, 2, 28)),
        (date(2027, 3, 1), 31, date(2027, 3, 31)),
    ],
)
def test_a_subscription_is_anchored_at_the_next_billing_day(day: date, billing_day: int, anchor: date) -> None:
    assert next_billing_day(day, billing_day) == anchor


@given(prices, days, st.sampled_from([1, 3, 6, 12]), days, st.data())
def test_parts_of_a_period_add_up_to_the_whole(
    price: Decimal, anchor: date, months: int, day: date, data: st.DataObject
) -> None:
    whole = period_of(anchor, months, day)
    cuts = sorted(data.draw(st.sets(st.integers(1, whole.days - 1), max_size=6)))
    bounds = [0, *cuts, whole.days]
    parts = [Period(whole.start + timedelta(a), whole.start + timedelta(b)) for a, b in pairwise(bounds)]
    order = data.draw(st.permutations(parts))
    amounts = split_price(price, whole, order)
    assert sum(amounts) == price
    assert all(amount >= 0 for amount in amounts)
    for part, amount in zip(order, amounts, strict=True):
        assert abs(amount - price * part.days / whole.days) <= Decimal("0.01")


@given(days, st.sampled_from([1, 3, 6, 12]), days)
def test_anchored_periods_leave_no_gap_and_never_overlap(anchor: date, months: int, day: date) -> None:
    here = period_of(anchor, months, day)
    assert day in here
    assert here.days >= 28
    assert period_of(anchor, months, here.end).start == here.end
