"""The rates that ship, and that SQL cuts periods exactly where the kernel does."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal

import pytest
from django.db import connection
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigafibre.billing.models import CategoryTax, TaxRate
from gigafibre.kernel.periods import period_of

pytestmark = pytest.mark.django_db
RATES = """
SELECT t.code, r.rate, r.compound FROM billing_categorytax c JOIN billing_tax t ON t.id = c.tax_id
JOIN billing_taxrate r ON r.tax_id = t.id AND r.days @> %(day)s::date
WHERE c.category_id = %(category)s AND c.days @> %(day)s::date ORDER BY t.position
"""


def rates(category: str, day: date) -> list[tuple[str, str, bool]]:
    with connection.cursor() as cursor:
        cursor.execute(RATES, {"category": category, "day": day})
        return [(code, f"{rate.normalize():f}", compound) for code, rate, compound in cursor.fetchall()]


@pytest.mark.parametrize(
    ("category", "day", "expected"),
    [
        ("QC", date(1993, 1, 1), [("GST", "0.07", False), ("QST", "0.08", True)]),
        ("QC", date(1997, 12, 31), [("GST", "0.07", False), ("QST", "0.065", True)]),
        ("QC", date(2006, 6, 30), [("GST", "0.07", False), ("QST", "0.075", True)]),
        ("QC", date(2006, 7, 1), [("GST", "0.06", False), ("QST", "0.075", True)]),
        ("QC", date(2008, 1, 1), [("GST", "0.05", False), ("QST", "0.075", True)]),
        ("QC", date(2011, 1, 1), [("GST", "0.05", False), ("QST", "0.085", True)]),
        ("QC", date(2012, 12, 31), [("GST", "0.05", False), ("QST", "0.095", True)]),
        ("QC", date(2013, 1, 1), [("GST", "0.05", False), ("QST", "0.09975", False)]),
        ("EXEMPT", date(2026, 12, 1), []),
        ("ON", date(2026, 12, 1), [("HST-ON", "0.13", False)]),
        ("NB", date(2016, 6, 30), [("HST-NB", "0.13", False)]),
        ("NS", date(2025, 3, 31), [("HST-NS", "0.15", False)]),
        ("NS", date(2025, 4, 1), [("HST-NS", "0.14", False)]),
        ("BC", date(2013, 3, 31), [("HST-BC", "0.12", False)]),
        ("BC", date(2013, 4, 1), [("GST", "0.05", False), ("PST-BC", "0.07", False)]),
        ("MB", date(2019, 6, 30), [("GST", "0.05", False), ("RST-MB", "0.08", False)]),
        ("SK", date(2017, 3, 23), [("GST", "0.05", False), ("PST-SK", "0.06", False)]),
    ],
)
def test_rates_by_province_and_day(category: str, day: date, expected: list[tuple[str, str, bool]]) -> None:
    assert rates(category, day) == expected


def test_a_day_has_one_rate_of_a_tax() -> None:
    rate = TaxRate.objects.filter(tax__code="GST").order_by("-days").first()
    assert rate is not None
    with pytest.raises(Exception, match="one_rate_a_day"):
        TaxRate.objects.create(tax=rate.tax, days=rate.days, rate=Decimal("0.06"))


def test_a_tax_stands_once_a_day_in_a_category() -> None:
    member = CategoryTax.objects.filter(category_id="QC").first()
    assert member is not None
    with pytest.raises(Exception, match="tax_once_a_day_in_category"):
        CategoryTax.objects.create(category=member.category, tax=member.tax, days=member.days)


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(
    st.lists(
        st.tuples(
            st.dates(date(2015, 1, 1), date(2032, 12, 31)),
            st.sampled_from([1, 3, 6, 12]),
            st.dates(date(2015, 1, 1), date(2032, 12, 31)),
        ),
        min_size=1,
        max_size=40,
    )
)
def test_sql_cuts_periods_where_the_kernel_does(cases: list[tuple[date, int, date]]) -> None:
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT billing_period_start(a, m, n), billing_period_start(a, m, n + 1) FROM ("
            "SELECT o, a, m, billing_period_index(a, m, d) AS n "
            "FROM unnest(%s::date[], %s::int[], %s::date[]) WITH ORDINALITY AS c (a, m, d, o)) x ORDER BY o",
            [list(column) for column in zip(*cases, strict=True)],
        )
        found = cursor.fetchall()
    assert found == [(p.start, p.end) for p in (period_of(*case) for case in cases)]


def test_every_anchor_and_every_day_of_two_years() -> None:
    day, anchors = date(2027, 1, 1), [date(2024, 1, 1) + timedelta(days=n) for n in range(366)]
    days = [day + timedelta(days=n) for n in range(0, 730, 13)]
    cases = [(anchor, 1, d) for anchor in anchors for d in days]
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT count(*) FROM unnest(%s::date[], %s::int[], %s::date[]) AS c (a, m, d) "
            "CROSS JOIN LATERAL (SELECT billing_period_index(a, m, d) AS n) x "
            "WHERE d < billing_period_start(a, m, n) OR d >= billing_period_start(a, m, n + 1)",
            [list(column) for column in zip(*cases, strict=True)],
        )
        assert cursor.fetchone()[0] == 0
