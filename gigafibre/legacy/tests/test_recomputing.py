"""The oracle: each class of difference on an invoice made by hand, to the cent."""

from __future__ import annotations

import json
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import call_command

from gigafibre.billing.models import ExemptedTax, Tax, TaxExemption
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.errors import Refusal
from gigafibre.legacy import recomputing
from gigafibre.legacy.models import Recomputation, RecomputedAmount
from gigafibre.legacy.recomputed import latest, page_of
from gigafibre.legacy.tests.history import Billed, imported
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
MARCH, APRIL = date(2025, 3, 1), date(2025, 4, 1)


def recomputed(**span: Any) -> Recomputation:
    return recomputing.execute(recomputing.prepare("Ève", **span))


def differing(work: Recomputation) -> list[tuple[str, ...]]:
    """What differs: what, cause, explanation, billed, ours, detail."""
    rows = RecomputedAmount.objects.filter(recomputation=work).order_by("invoice", "what", "cause")
    return [(r.what, r.cause, r.explanation, f"{r.billed}", f"{r.ours}", r.detail) for r in rows]


def shares(work: Recomputation) -> tuple[int, int, int, int]:
    """Documents, equal, equal at the prices billed, equal in their taxes."""
    return work.done, work.equal, work.equal_at_prices, work.taxes_equal


def a_service(price: str = "60.00", **more: Any) -> Any:
    return a_subscription(item=more.pop("item", None) or an_item(price), **{"started_on": date(2020, 1, 1), **more})


def test_a_document_that_our_engine_would_issue_is_equal() -> None:
    service = a_service()
    imported(service.customer, MARCH, [Billed("60.00", service), Billed("12.35")], "3.62", "7.22")
    work = recomputed()
    assert (work.state, shares(work), differing(work)) == ("done", (1, 1, 1, 1), [])
    page = page_of(work)
    assert (page.equal_share, page.causes[0].cause, page.causes[0].difference) == ("100.00", "equal", "0.00")


def test_days_and_special_prices_are_the_engines() -> None:
    """From 12 March 20 of 31 days: 60.00 × 20 ÷ 31 = 38.71; 55.00 agreed; twice 1.25 for a year."""
    began, agreed = a_service(started_on=date(2025, 3, 12)), a_service(price_override="55.00", price_reason="Entente")
    yearly = a_service("120.00", interval_months=12)
    imported(began.customer, date(2025, 3, 12), [Billed("38.71", began)], "1.94", "3.86")
    imported(agreed.customer, MARCH, [Billed("55.00", agreed)], "2.75", "5.49")
    imported(yearly.customer, MARCH, [Billed("120.00", yearly)], "6.00", "11.97")
    work = recomputed()
    assert (shares(work), differing(work)) == ((3, 3, 3, 3), [])


def test_a_service_that_had_another_article_then_is_not_at_todays_special_price() -> None:
    service, before = a_service(price_override="55.00", price_reason="Entente"), an_item("40.00")
    imported(service.customer, MARCH, [Billed("40.00", service, item=before)], "2.00", "3.99")
    assert shares(recomputed()) == (1, 1, 1, 1)


def test_old_qst_is_on_the_price_with_the_gst() -> None:
    """2008 to 2010: 100.00 → 5.00 and 7.5 % of 105.00; 2011: 8.5 %; 7 % GST in 2005 (Revenu Québec's tables)."""
    for on, gst, qst in (
        (date(2005, 5, 1), "7.00", "8.03"), (date(2009, 5, 1), "5.00", "7.88"), (date(2011, 5, 1), "5.00", "8.93"),
        (date(2012, 5, 1), "5.00", "9.98"), (date(2013, 5, 1), "5.00", "9.98"),
    ):  # fmt: skip
        imported(a_customer(), on, [Billed("100.00")], gst, qst)
    assert shares(recomputed()) == (5, 5, 5, 5)


def test_a_tax_rounded_otherwise_is_told_how() -> None:
    """Per line 2 × 0.53 = 1.06, on the sum 1.05; 7.5 % of 10.73 with its GST: 11.2665 → 0.84, rounded 11.27 → 0.85."""
    imported(a_customer(), MARCH, [Billed("10.50"), Billed("10.50")], "1.06", "2.09")
    imported(a_customer(), date(2009, 3, 1), [Billed("10.73")], "0.54", "0.84")
    imported(a_customer(), MARCH, [Billed("10.50")], "0.52", "1.05")
    work = recomputed()
    assert differing(work) == [
        ("GST", "rounding", "per_line", "1.06", "1.05", ""),
        ("QST", "rounding", "tax_unrounded", "0.84", "0.85", ""),
        ("GST", "rounding", "cut_off", "0.52", "0.53", ""),
    ]
    assert shares(work) == (3, 0, 0, 0)


def test_days_rounded_otherwise() -> None:
    """20 ÷ 31 cut to 0.64516: 20.38 instead of 20.39 (31.60 × 20 ÷ 31 = 20.387)."""
    service = a_service("31.60", started_on=date(2025, 3, 12))
    imported(service.customer, date(2025, 3, 12), [Billed("20.38", service)], "1.02", "2.03")
    work = recomputed()
    assert differing(work) == [
        ("lines", "rounding", "rounded_days", "20.38", "20.39", f"{service.item.sku} 20.38 → 20.39")
    ]
    assert shares(work) == (1, 0, 0, 1)


def test_another_rate_or_exemption_is_told() -> None:
    exempt = a_customer(tax_category="EXEMPT")
    spared = a_customer()
    certificate = TaxExemption.objects.create(
        customer=spared, kind="band", treatment="relieved", certificate="B-1", days=("2024-01-01", "2026-01-01")
    )
    ExemptedTax.objects.create(exemption=certificate, tax=Tax.objects.get(code="QST"))
    imported(a_customer(), date(2008, 1, 1), [Billed("100.00")], "6.00", "7.95")  # still last year's GST
    imported(a_customer(), MARCH, [Billed("100.00")])
    imported(exempt, MARCH, [Billed("100.00")], "5.00", "9.98")
    imported(a_customer(), MARCH, [Billed("100.00"), Billed("50.00", taxable=False)], "7.50", "14.96")
    imported(a_customer(), MARCH, [Billed("100.00"), Billed("40.00")], "5.00", "9.98")
    imported(spared, MARCH, [Billed("100.00")], "5.00", "9.98")
    imported(spared, date(2023, 3, 1), [Billed("100.00")], "5.00", "9.98")  # before his certificate: equal
    work = recomputed()
    assert differing(work) == [
        ("GST", "rate", "other_rate", "6.00", "5.00", "6 %"),
        ("QST", "rate", "other_rate", "7.95", "7.88", "7.5 %"),
        ("GST", "rate", "not_charged", "0.00", "5.00", ""),
        ("QST", "rate", "not_charged", "0.00", "9.98", ""),
        ("GST", "rate", "not_spared", "5.00", "0.00", "5 %"),
        ("QST", "rate", "not_spared", "9.98", "0.00", "9.975 %"),
        ("GST", "rate", "all_taxed", "7.50", "5.00", ""),
        ("QST", "rate", "all_taxed", "14.96", "9.98", ""),
        ("GST", "rate", "line_spared", "5.00", "7.00", ""),
        ("QST", "rate", "line_spared", "9.98", "13.97", ""),
        ("QST", "rate", "not_spared", "9.98", "0.00", "9.975 %"),
    ]
    assert shares(work) == (7, 1, 1, 1)


def test_another_price_is_right_at_the_price_billed() -> None:
    service = a_service("60.00")
    imported(service.customer, MARCH, [Billed("54.95", service)], "2.75", "5.48")
    work = recomputed()
    sku = service.item.sku
    assert differing(work) == [("lines", "price", "other_price", "54.95", "60.00", f"{sku} 54.95 → 60.00")]
    assert shares(work) == (1, 0, 1, 1)
    assert work.counts["causes"]["price"] == {"documents": 1, "difference": "5.81"}  # 68.99 less 63.18


def test_part_of_a_period_at_the_price_of_the_next_one_is_a_price() -> None:
    """54.95 × 20 ÷ 31 = 35.45; ours 60.00 × 20 ÷ 31 = 38.71."""
    service = a_service("60.00", started_on=date(2025, 3, 12))
    imported(service.customer, date(2025, 3, 12), [Billed("35.45", service)], "1.77", "3.54")
    imported(service.customer, APRIL, [Billed("54.95", service)], "2.75", "5.48")
    work = recomputed()
    assert [row[1:5] for row in differing(work)] == [
        ("price", "other_price", "35.45", "38.71"), ("price", "other_price", "54.95", "60.00"),
    ]  # fmt: skip
    assert shares(work) == (2, 0, 2, 2)


def test_another_count_of_days_is_proration() -> None:
    """60.00 × 19 ÷ 31 = 36.77; 20 days of 30: 40.00; the whole month 60.00; 12 of 31 before an end 23.23."""
    skus = []
    for amount, gst, qst in (("36.77", "1.84", "3.67"), ("40.00", "2.00", "3.99"), ("60.00", "3.00", "5.99")):
        service = a_service("60.00", started_on=date(2025, 3, 12))
        skus.append(service.item.sku)
        imported(service.customer, date(2025, 3, 12), [Billed(amount, service)], gst, qst)
    leaving = a_service("60.00", state="cancelled", cancelled_on=date(2025, 3, 13))
    imported(leaving.customer, date(2025, 2, 1), [Billed("60.00", leaving)], "3.00", "5.99")
    imported(leaving.customer, MARCH, [Billed("23.23", leaving)], "1.16", "2.32")
    work = recomputed()
    assert differing(work) == [
        ("lines", "proration", "other_days", "36.77", "38.71", f"{skus[0]} 36.77 → 38.71 (19/31)"),
        ("lines", "proration", "other_days", "40.00", "38.71", f"{skus[1]} 40.00 → 38.71 (20/30)"),
        ("lines", "proration", "other_days", "60.00", "38.71", f"{skus[2]} 60.00 → 38.71 (31/31)"),
        ("lines", "proration", "other_days", "23.23", "60.00", f"{leaving.item.sku} 23.23 → 60.00 (12/31)"),
    ]
    assert shares(work) == (5, 1, 1, 5)


def test_what_nothing_explains_is_unknown_and_a_document_has_its_gravest_cause() -> None:
    began, service = a_service("60.00", started_on=date(2025, 3, 12)), a_service("60.00")
    imported(began.customer, date(2025, 3, 12), [Billed("11.11", began)], "0.56", "1.11")
    imported(service.customer, MARCH, [Billed("54.95", service), Billed("1.05")], "2.80", "4.44")
    imported(service.customer, APRIL, [Billed("60.00", service), Billed("-2.00", kind="adjustment", taxable=False)],
             "3.00", "5.99")  # fmt: skip
    work = recomputed()
    assert [row[:5] for row in differing(work)] == [
        ("lines", "unknown", "unexplained", "11.11", "38.71"),
        ("QST", "unknown", "unexplained", "4.44", "5.59"),
        ("lines", "price", "other_price", "54.95", "60.00"),
        ("total", "unknown", "not_the_sum", "-2.00", "0.00"),
    ]
    assert shares(work) == (3, 0, 0, 2)
    assert {cause: row["documents"] for cause, row in work.counts["causes"].items()} == {"unknown": 3}
    assert work.counts["years"] == {"2025": {"documents": 3, "at_prices": 0, "taxes_equal": 2, "unknown": 3}}


def test_a_credit_note_bears_the_rates_of_what_it_corrects() -> None:
    customer = a_customer()
    invoice = imported(customer, date(2012, 12, 28), [Billed("100.00")], "5.00", "9.98")
    imported(customer, date(2008, 1, 3), [Billed("100.00")], "5.00", "9.98", kind="credit_note", corrects=invoice)
    assert shares(recomputed()) == (2, 2, 2, 2)


def test_only_issued_documents_of_the_span_count_and_the_latest_ones_amounts_stay() -> None:
    service = a_service("60.00")
    for month in (1, 2, 3):
        imported(service.customer, date(2025, month, 1), [Billed("50.00", service)], "2.50", "4.99")
    first = recomputed()
    second = recomputed(since=date(2025, 2, 1), until=date(2025, 2, 28))
    assert (shares(first), shares(second)) == ((3, 0, 3, 3), (1, 0, 1, 1))
    assert set(RecomputedAmount.objects.values_list("recomputation", flat=True)) == {second.pk}
    shown = latest()
    assert (shown.done and shown.done.id, shown.unfinished) == (second.pk, None)


def test_small_chunks_come_to_the_same(monkeypatch: pytest.MonkeyPatch) -> None:
    service = a_service("60.00")
    for year in (2007, 2008, 2012, 2025):
        imported(service.customer, date(year, 3, 1), [Billed("60.00", service)], "3.00", "5.99")
    whole = recomputed()
    monkeypatch.setattr(recomputing, "CHUNK", 1)
    again = recomputed()
    assert again.counts == whole.counts
    assert shares(again) == shares(whole) == (4, 2, 2, 2)


def test_what_was_left_in_the_middle_is_given_up_and_all_is_begun_anew(monkeypatch: pytest.MonkeyPatch) -> None:
    service = a_service("60.00")
    for month in (1, 2, 3):
        imported(service.customer, date(2025, month, 1), [Billed("50.00", service)], "2.50", "4.99")
    monkeypatch.setattr(recomputing, "CHUNK", 1)
    stopped = recomputing.prepare("Ève")

    def kill(done: int, total: int) -> None:
        if done == 2:
            raise KeyboardInterrupt

    with pytest.raises(KeyboardInterrupt):
        recomputing.execute(stopped, kill)
    shown = latest().unfinished
    assert shown is not None
    assert (shown.state, shown.done, shown.total) == ("interrupted", 2, 3)
    work = recomputed()
    stopped.refresh_from_db()
    assert (stopped.state, stopped.error) == ("failed", "interrupted")
    assert shares(work) == (3, 0, 3, 3)
    assert set(RecomputedAmount.objects.values_list("recomputation", flat=True)) == {work.pk}
    assert recomputing.execute(stopped).state == "failed", "a job of one that was given up does nothing"


def test_a_failure_is_told_and_leaves_what_stood(monkeypatch: pytest.MonkeyPatch) -> None:
    service = a_service("60.00")
    imported(service.customer, MARCH, [Billed("50.00", service)], "2.50", "4.99")
    good = recomputed()

    def fails(done: int, total: int) -> None:
        raise RuntimeError("no more room")

    bad = recomputing.prepare("Ève")
    with pytest.raises(RuntimeError):
        recomputing.execute(bad, fails)
    bad.refresh_from_db()
    assert (bad.state, bad.error) == ("failed", "RuntimeError: no more room")
    shown = latest()
    assert shown.done is not None
    assert shown.unfinished is not None
    assert (shown.done.id, shown.unfinished.id) == (good.pk, bad.pk)
    assert RecomputedAmount.objects.filter(recomputation=good).count() == 1


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"equal": 2, "equal_at_prices": 2}, "recomputed_shares_of_the_whole"),
        ({"equal": 1}, "recomputed_shares_of_the_whole"),
        ({"state": "done", "total": 2}, "recomputed_whole_when_done"),
        ({"since": MARCH, "until": date(2025, 2, 28)}, "recomputed_days_in_order"),
    ],
)
def test_figures_that_cannot_be_are_refused(values: dict[str, Any], name: str) -> None:
    with pytest.raises(Exception, match=name):
        Recomputation.objects.create(**{"started_by": "x", "done": 1, "total": 1, **values})


def test_two_never_run_at_a_time() -> None:
    Recomputation.objects.create(started_by="x", state="running")
    with pytest.raises(Exception, match="one_recomputation_at_a_time"):
        Recomputation.objects.create(started_by="x", state="running")


@pytest.mark.parametrize(
    ("values", "name"),
    [
        ({"difference": "0.02"}, "recomputed_difference"),
        ({"cause": "guess"}, "recomputed_cause_known"),
        ({}, "recomputed_amount_once"),
    ],
)
def test_amounts_that_cannot_be_are_refused(values: dict[str, Any], name: str) -> None:
    invoice = imported(a_customer(), MARCH, [Billed("10.50")], "0.52", "1.05")
    work = recomputed()
    row = {"recomputation": work, "invoice": invoice, "customer": invoice.customer, "date": MARCH, "what": "GST"}
    more = {"cause": "rounding", "explanation": "cut_off", "billed": "0.52", "ours": "0.53", "difference": "0.01"}
    with pytest.raises(Exception, match=name):
        RecomputedAmount.objects.create(**row | more | values)


def test_the_command_says_its_shares_and_takes_months() -> None:
    service = a_service("60.00")
    for month in (1, 2, 3):
        imported(service.customer, date(2025, month, 1), [Billed("50.00", service)], "2.50", "4.99")
    out = StringIO()
    call_command("legacy_recompute", since="2025-02", until="2025-03", stdout=out)
    assert "2 documents" in out.getvalue()
    work = Recomputation.objects.latest("pk")
    told = StringIO()
    call_command("legacy_recompute", until="2025-01-15", json=True, stdout=told)
    assert (json.loads(told.getvalue())["done"], json.loads(told.getvalue())["equal_share"]) == (1, "0.00")
    assert (work.since, work.until) == (date(2025, 2, 1), date(2025, 3, 31))
    assert Decimal(work.seconds) >= 0
    for span in ({"since": "2025-13"}, {"since": "2025-03", "until": "2025-01"}):
        with pytest.raises(Exception, match=r"2025-13|--until"):
            call_command("legacy_recompute", **span)
    assert Recomputation.objects.count() == 2


def test_it_waits_for_an_import(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(recomputing, "at_work", lambda: 7)
    with pytest.raises(Refusal, match=r"no\. 7"):
        recomputing.prepare("Ève")
    assert not Recomputation.objects.exists()
