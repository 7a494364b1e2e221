"""Published examples of every era, and what must hold for any amount."""

from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from gigafibre.billing.taxes import DatedRate, NoRateError, Rate, rates_on, tax_credited, tax_per_line, taxes_on

GST = [
    DatedRate("GST", Decimal("0.07"), since=date(1991, 1, 1), until=date(2006, 7, 1)),
    DatedRate("GST", Decimal("0.06"), since=date(2006, 7, 1), until=date(2008, 1, 1)),
    DatedRate("GST", Decimal("0.05"), since=date(2008, 1, 1)),
]
QST = [
    DatedRate("QST", Decimal("0.075"), True, since=date(1998, 1, 1), until=date(2011, 1, 1)),
    DatedRate("QST", Decimal("0.085"), True, since=date(2011, 1, 1), until=date(2012, 1, 1)),
    DatedRate("QST", Decimal("0.095"), True, since=date(2012, 1, 1), until=date(2013, 1, 1)),
    DatedRate("QST", Decimal("0.09975"), since=date(2013, 1, 1)),
]
TODAY = [Rate("GST", Decimal("0.05")), Rate("QST", Decimal("0.09975"))]
amounts = st.decimals(min_value=Decimal("-9999.99"), max_value=Decimal("99999.99"), places=2)


@pytest.mark.parametrize(
    ("day", "price", "gst", "qst", "total"),
    [
        (date(2006, 6, 30), "100.00", "7.00", "8.03", "115.03"),
        (date(2006, 7, 1), "100.00", "6.00", "7.95", "113.95"),
        (date(2008, 1, 1), "100.00", "5.00", "7.88", "112.88"),
        (date(2010, 12, 31), "49.95", "2.50", "3.93", "56.38"),
        (date(2011, 1, 1), "100.00", "5.00", "8.93", "113.93"),
        (date(2011, 12, 31), "49.95", "2.50", "4.46", "56.91"),
        (date(2012, 1, 1), "100.00", "5.00", "9.98", "114.98"),
        (date(2013, 1, 1), "100.00", "5.00", "9.98", "114.98"),
        (date(2026, 12, 1), "49.95", "2.50", "4.98", "57.43"),
    ],
)
def test_published_examples_of_every_era(day: date, price: str, gst: str, qst: str, total: str) -> None:
    found = taxes_on(Decimal(price), rates_on(day, ["GST", "QST"], [*GST, *QST]))
    assert [tax.amount for tax in found] == [Decimal(gst), Decimal(qst)]
    assert Decimal(price) + sum(tax.amount for tax in found) == Decimal(total)


def test_a_tax_without_a_rate_on_the_day_is_not_guessed() -> None:
    with pytest.raises(NoRateError, match="GST on 1990-12-31"):
        rates_on(date(1990, 12, 31), ["GST"], GST)


def test_a_compound_tax_is_computed_on_the_price_with_the_rounded_gst() -> None:
    _, qst = taxes_on(Decimal("49.95"), rates_on(date(2008, 5, 1), ["GST", "QST"], [*GST, *QST]))
    assert qst.base == Decimal("52.45")


@given(amounts)
def test_a_credit_of_everything_takes_back_exactly_what_was_charged(taxable: Decimal) -> None:
    charged, credited = taxes_on(taxable, TODAY), taxes_on(-taxable, TODAY)
    assert [tax.amount for tax in charged] == [-tax.amount for tax in credited]


@given(st.lists(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("500"), places=2), min_size=1, max_size=12))
def test_taxes_shown_per_line_add_up_to_the_invoice(lines: list[Decimal]) -> None:
    for tax in taxes_on(sum(lines, Decimal(0)), TODAY):
        shares = tax_per_line(tax.amount, lines)
        assert sum(shares) == tax.amount
        for line, share in zip(lines, shares, strict=True):
            assert abs(share - line * tax.rate) < Decimal("0.02")


@given(st.data())
def test_credits_in_any_order_come_to_the_invoice_and_never_more(data: st.DataObject) -> None:
    lines = data.draw(
        st.lists(st.decimals(min_value=Decimal("0.01"), max_value=Decimal("500"), places=2), min_size=1, max_size=8)
    )
    base = sum(lines, Decimal(0))
    (whole,) = taxes_on(base, [Rate("QST", Decimal("0.09975"))])
    before = tax_before = Decimal("0.00")
    for line in data.draw(st.permutations(lines)):
        given_back = tax_credited(base, whole.amount, line, before=before, tax_before=tax_before)
        assert given_back >= 0
        before, tax_before = before + line, tax_before + given_back
        assert tax_before <= whole.amount
    assert tax_before == whole.amount
