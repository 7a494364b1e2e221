"""What one who leaves early owes: the published examples to the cent, and never above the law, whatever is given."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from gigafibre.kernel.periods import add_months
from gigafibre.subscriptions.early_termination import Given, early_termination, months_begun

D = Decimal
START = date(2025, 1, 15)
SIXTY = D("60.00")
amounts = st.decimals(min_value=0, max_value=2000, places=2)
days = st.dates(date(2015, 1, 1), date(2030, 12, 31))


def test_the_regulations_own_example() -> None:
    """$240 off the modem, 24 months, left in the thirteenth: 240 × (1 − 13/24)."""
    owed = early_termination(Given(START, 24, D("240.00")), add_months(START, 12), monthly_price=SIXTY)
    assert (owed.amount, owed.elapsed) == (D("110.00"), 13)
    assert owed.article.en == "CPA s. 214.7, Regulation s. 79.10"
    assert [line.en for line in owed.lines] == [
        "inducement given at the start: $240.00",
        "months begun since January\u00a015,\u00a02025: 13 of 24 (the one under way counts)",
        "$240.00 × 11 ÷ 24 months = $110.00",
    ]
    assert owed.lines[2].fr == "240,00\u00a0$ × 11 ÷ 24 mois = 110,00\u00a0$"


def test_without_inducement_the_act_allows_the_lesser_and_the_policy_nothing() -> None:
    """$60 a month, 8 months left: min(50, 48)."""
    terms, on = Given(START, 24), add_months(START, 15)
    claimed = early_termination(terms, on, monthly_price=SIXTY, claims_without_inducement=True)
    assert (claimed.amount, claimed.elapsed) == (D("48.00"), 16)
    assert claimed.lines[2].en == "10% × $60.00 × 8 months = $48.00, at most $50.00"
    safe = early_termination(terms, on, monthly_price=SIXTY)
    assert safe.amount == D("0.00")
    assert safe.lines[-1].en == "policy CRTC 2026-43, no inducement: $0.00"
    early = early_termination(terms, START, monthly_price=SIXTY, claims_without_inducement=True)
    assert early.amount == D("50.00")


def test_an_indeterminate_contract_loses_a_forty_eighth_a_month() -> None:
    terms = Given(START, None, D("240.00"))
    assert early_termination(terms, START, monthly_price=SIXTY).amount == D("235.00")
    assert early_termination(terms, add_months(START, 23), monthly_price=SIXTY).amount == D("120.00")
    assert early_termination(terms, add_months(START, 47), monthly_price=SIXTY).amount == D("0.00")
    assert early_termination(Given(START), START, monthly_price=SIXTY).amount == D("0.00")


def test_never_above_the_contract_and_nothing_when_the_provider_is_at_fault() -> None:
    on = add_months(START, 12)
    limited = Given(START, 24, D("240.00"), clause_limit=D("75.00"))
    assert early_termination(limited, on, monthly_price=SIXTY).amount == D("75.00")
    for why in ("provider_breach", "amendment_refused"):
        waived = early_termination(Given(START, 24, D("240.00"), waived=why), on, monthly_price=SIXTY)
        assert waived.amount == D("0.00")
        assert waived.lines[-1].en.endswith("nothing is owed")


def test_a_business_owes_what_its_contract_says() -> None:
    bound = Given(START, 36, D("900.00"), clause_limit=D("500.00"))
    assert early_termination(bound, START, monthly_price=SIXTY, consumer=False).amount == D("500.00")
    assert early_termination(Given(START, 36), START, monthly_price=SIXTY, consumer=False).amount == D("0.00")


@pytest.mark.parametrize(
    ("on", "begun"),
    [
        (date(2025, 1, 14), 0),
        (date(2025, 1, 15), 1),
        (date(2025, 2, 14), 1),
        (date(2025, 2, 15), 2),
        (date(2026, 1, 14), 12),
        (date(2026, 1, 15), 13),
    ],
)
def test_the_month_under_way_counts(on: date, begun: int) -> None:
    assert months_begun(START, on) == begun


@settings(deadline=None, max_examples=400)
@given(amounts, st.one_of(st.none(), st.integers(1, 60)), days, st.integers(0, 2500), amounts, st.booleans())
def test_it_never_exceeds_the_law(
    inducement: Decimal, term: int | None, start: date, after: int, price: Decimal, claims: bool
) -> None:
    on = start + timedelta(days=after)
    terms = Given(start, term, inducement)
    owed = early_termination(terms, on, monthly_price=price, claims_without_inducement=claims)
    assert D(0) <= owed.amount <= max(inducement, D(50) if claims and not inducement else D(0))
    assert owed.amount == owed.amount.quantize(D("0.01"))
    later = early_termination(terms, on + timedelta(days=31), monthly_price=price, claims_without_inducement=claims)
    assert later.amount <= owed.amount
    assert later.elapsed >= owed.elapsed
    if term is not None and owed.elapsed >= term:
        assert owed.amount == D(0)
    if not inducement and not claims:
        assert owed.amount == D(0)
    if inducement and owed.elapsed < (term or 48):
        exact = inducement * ((term or 48) - owed.elapsed) / (term or 48)
        assert abs(owed.amount - exact) <= D("0.005")


@settings(deadline=None, max_examples=200)
@given(days, st.integers(0, 4000))
def test_months_begun_is_the_month_that_holds_the_day(start: date, after: int) -> None:
    on = start + timedelta(days=after)
    n = months_begun(start, on)
    assert add_months(start, n - 1) <= on < add_months(start, n)


@settings(deadline=None, max_examples=200)
@given(amounts, st.integers(1, 60), amounts, st.one_of(st.none(), amounts))
def test_the_clause_only_lowers_it(inducement: Decimal, term: int, price: Decimal, limit: Decimal | None) -> None:
    free = early_termination(Given(START, term, inducement), START, monthly_price=price)
    bound = early_termination(Given(START, term, inducement, limit), START, monthly_price=price)
    assert bound.amount == (free.amount if limit is None else min(limit, free.amount))
