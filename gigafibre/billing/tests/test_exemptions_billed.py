"""Exemptions as billed: per line's place and the document's day; the same on manual invoices and credit notes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.billing import queries, run
from gigafibre.billing.models import BillingRun, Invoice, InvoiceLine, InvoiceTax, LineRelief
from gigafibre.billing.queries.preview import preview_run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("december")]
DAY = date(2026, 12, 1)


@pytest.fixture
def december(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")


def does(verb: str, **given: Any) -> Any:
    return perform(verb, given, actor=SYSTEM).result


def exempt(customer: Any, **given: Any) -> int:
    facts = {"kind": "status_indian", "certificate": "0710012345", "taxes": ["GST", "QST"], "since": "2026-01-01"}
    return int(does("billing.grant_exemption", customer=customer.number, **{**facts, **given}))


def bill(day: str = "2026-12-01") -> None:
    does("billing.confirm_run", date=day)
    made = BillingRun.objects.get(date=day)
    run.issue(made.pk)
    assert queries.proof_of_run(made.pk).disagreements() == []


def taxes(invoice: Invoice | None = None) -> list[tuple[str, str, str]]:
    found = InvoiceTax.objects.filter(invoice=invoice or Invoice.objects.latest("id")).order_by("tax__position")
    return [(t.tax.code, str(t.base), str(t.amount)) for t in found]


def test_one_invoice_holds_spared_and_taxed_lines() -> None:
    customer = a_customer()
    reserve, village = a_location(customer), a_location(customer, "Chalet")
    a_subscription("100.00", customer=customer, location=reserve)
    a_subscription("60.00", customer=customer, location=village)
    exempt(customer, location=reserve.number)
    preview = preview_run(DAY)
    bill()
    assert taxes() == [("GST", "60.00", "3.00"), ("QST", "60.00", "5.99")]
    invoice = Invoice.objects.get()
    assert (invoice.subtotal, invoice.total, preview.total) == (
        Decimal("160.00"),
        Decimal("168.99"),
        Decimal("168.99"),
    )
    rows = LineRelief.objects.values_list("line__location_id", "tax__code", "treatment").order_by("tax__position")
    assert list(rows) == [(reserve.pk, "GST", "relieved"), (reserve.pk, "QST", "relieved")]


def test_an_expired_certificate_is_taxed_again_by_itself(clock: Any) -> None:
    customer = a_customer()
    subscription = a_subscription("100.00", customer=customer)
    exempt(customer, location=subscription.location.number, until="2027-01-01")
    bill()
    assert taxes() == []
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert taxes() == [("GST", "100.00", "5.00"), ("QST", "100.00", "9.98")]


def test_one_tax_only_and_everywhere() -> None:
    customer = a_customer()
    a_subscription("100.00", customer=customer)
    exempt(customer, kind="other_gov", taxes=["GST"])
    bill()
    assert taxes() == [("QST", "100.00", "9.98")]
    assert LineRelief.objects.get().treatment == "exempt"


def test_two_certificates_for_one_place_spare_once_and_the_places_own_counts() -> None:
    customer = a_customer()
    subscription = a_subscription("100.00", customer=customer)
    exempt(customer, kind="band")
    own = exempt(customer, location=subscription.location.number)
    bill()
    assert taxes() == []
    assert set(LineRelief.objects.values_list("exemption_id", flat=True)) == {own}


def test_manual_invoices_and_their_credits_are_spared_alike() -> None:
    customer = a_customer()
    reserve = a_location(customer)
    exempt(customer, location=reserve.number)
    item = an_item("100.00", kind="labour")
    there = {"item": item.sku, "location": reserve.number}
    draft = does("billing.create_draft", customer=customer.number, lines=[there, {"item": item.sku}])
    number = does("billing.issue_invoice", invoice=f"DRAFT-{draft['draft_id']}")
    assert taxes() == [("GST", "100.00", "5.00"), ("QST", "100.00", "9.98")]
    spared = does("billing.credit_invoice", invoice=number, reason="Non fait", lines=[{"position": 1}])
    assert Decimal(str(spared["total"])) == Decimal("100.00")
    rest = does("billing.credit_invoice", invoice=number, reason="Non fait")
    assert Decimal(str(rest["total"])) == Decimal("114.98")
    assert LineRelief.objects.filter(line__invoice__kind="credit_note").count() == 2


def test_the_database_lets_nobody_write_reliefs_afterwards() -> None:
    customer = a_customer()
    a_subscription("100.00", customer=customer)
    exempt(customer, kind="band")
    bill()
    for attack in (lambda: LineRelief.objects.update(treatment="exempt"), LineRelief.objects.all().delete):
        with pytest.raises(Exception, match="billing_linerelief"), transaction.atomic():
            attack()
    line = InvoiceLine.objects.get()
    found = LineRelief.objects.order_by("pk")[0]
    with pytest.raises(IntegrityError, match="relieved_once_per_line"), transaction.atomic():
        LineRelief.objects.create(line=line, tax_id=found.tax_id, exemption_id=found.exemption_id, treatment="relieved")
