"""Fees by class: what the law forbids gets onto no invoice, by no verb and by no statement."""

from __future__ import annotations

from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.billing import run
from gigafibre.billing.errors import PenaltyForbidden
from gigafibre.billing.models import BillingRun, Invoice, InvoiceLine, PendingCharge
from gigafibre.catalog.errors import FeeForbidden
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = pytest.mark.django_db

LINE = """
INSERT INTO billing_invoiceline (invoice_id, position, kind, item_id, sku, description, quantity, unit_price, amount,
  taxable, revenue_account) VALUES (%s, 1, %s, %s, '', 'X', 1, 60, 60, true, '4020')
"""
DRAFT = """
INSERT INTO billing_invoice (id, kind, state, customer_id, date, due_date, subtotal, tax_total, total, bill_name,
  bill_address, language, po_number, notes, message)
VALUES (coalesce(%s, nextval(pg_get_serial_sequence('billing_invoice', 'id'))), 'invoice', 'draft', %s, '2026-12-01',
  '2026-12-21', 60, 8.99, 68.99, 'X', '[]', 'fr', '', '', '') RETURNING id
"""
CHARGE = """
INSERT INTO billing_pendingcharge (customer_id, item_id, kind, description_fr, description_en, quantity, unit_price,
  amount, taxable, revenue_account, not_before, reason, created_at)
VALUES (%s, %s, %s, 'X', 'X', 1, 25, 25, true, '4090', '2026-11-01', '', now()) RETURNING id
"""


def sql(statement: str, *values: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, values)
        return cursor.fetchone()[0] if cursor.description else None


def attacked(rule: str, statement: str, *values: Any) -> None:
    with pytest.raises(IntegrityError) as caught:
        sql(statement, *values)
    assert caught.value.__cause__.diag.constraint_name == rule  # type: ignore[union-attr]


def an_imported(fee_class: str, **more: Any) -> Any:
    """Make an item such as only the importer's role brings."""
    item = an_item("25.00", kind="one_time", **more)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gigafibre_importer")
        cursor.execute("UPDATE catalog_item SET fee_class = %s WHERE id = %s", [fee_class, item.pk])
        cursor.execute("RESET ROLE")
    return item


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


@pytest.mark.parametrize("fee_class", ["activation", "modification"])
@pytest.mark.parametrize("kind", ["individual", "company"])
def test_what_is_forbidden_to_all_is_refused_with_the_article(fee_class: str, kind: str) -> None:
    item, customer = an_imported(fee_class), a_customer(kind=kind)
    for verb, given in _ways(customer.number, item.sku):
        with pytest.raises(FeeForbidden) as refused, transaction.atomic():
            act(verb, **given)
        assert "27.04" in refused.value.said.fr
        assert "art. 27.04" in refused.value.said.fr
        assert "s. 27.04" in refused.value.said.en
    assert not PendingCharge.objects.exists()
    assert not Invoice.objects.exists()


def test_a_fixed_penalty_is_for_businesses_only() -> None:
    item = an_item("25.00", kind="one_time", fee_class="penalty")
    consumer, business = a_customer(), a_customer(kind="company")
    for verb, given in _ways(consumer.number, item.sku):
        with pytest.raises(PenaltyForbidden) as refused, transaction.atomic():
            act(verb, **given)
        assert "art. 13" in refused.value.said.fr
        assert "s. 13" in refused.value.said.en
    for verb, given in _ways(business.number, item.sku):
        act(verb, **given)
    assert PendingCharge.objects.filter(customer=business).count() == 2


@pytest.mark.parametrize("fee_class", ["installation", "optional", "interest", ""])
def test_what_is_allowed_goes_through(fee_class: str) -> None:
    item = an_item("25.00", kind="one_time", fee_class=fee_class)
    for verb, given in _ways(a_customer().number, item.sku):
        assert act(verb, **given)


def test_a_forbidden_fee_that_was_charged_before_can_be_given_back() -> None:
    item, customer = an_imported("activation"), a_customer()
    act("charge_now", customer=customer.number, item=item.sku, unit_price="-25.00", reason="Frais défendus")
    assert Invoice.objects.get().kind == "credit_note"


def _ways(customer: str, sku: str) -> list[tuple[str, dict[str, Any]]]:
    return [
        ("add_charge", {"customer": customer, "item": sku, "reason": "Essai"}),
        ("charge_now", {"customer": customer, "item": sku, "reason": "Essai"}),
        ("create_draft", {"customer": customer, "lines": [{"item": sku}]}),
    ]


def test_the_database_refuses_a_forbidden_line_charge_and_item() -> None:
    item, customer = an_imported("activation"), a_customer(kind="company")
    draft = sql(DRAFT, None, customer.pk)
    attacked("no_forbidden_fee", LINE, draft, "one_time", item.pk)
    attacked("no_forbidden_fee", CHARGE, customer.pk, item.pk, "one_time")
    sql(LINE, draft, "credit", item.pk)
    attacked("no_forbidden_fee", "UPDATE billing_invoiceline SET kind = 'one_time'")
    plain = an_item("25.00", kind="one_time")
    attacked("forbidden_fee_not_sold", "UPDATE catalog_item SET fee_class = 'modification' WHERE id = %s", plain.pk)
    attacked("fee_class_known", "UPDATE catalog_item SET fee_class = 'surprise' WHERE id = %s", plain.pk)
    attacked(
        "penalty_is_charged_once",
        "UPDATE catalog_item SET fee_class = 'penalty', kind = 'recurring' WHERE id = %s",
        plain.pk,
    )


def test_the_database_refuses_a_penalty_to_a_consumer_whichever_comes_first() -> None:
    item, consumer, business = (
        an_item("25.00", kind="one_time", fee_class="penalty"),
        a_customer(),
        a_customer(kind="company"),
    )
    attacked("no_penalty_to_consumers", LINE, sql(DRAFT, None, consumer.pk), "one_time", item.pk)
    attacked("no_penalty_to_consumers", CHARGE, consumer.pk, item.pk, "one_time")
    theirs = sql(DRAFT, None, business.pk)
    sql(LINE, theirs, "one_time", item.pk)
    attacked(
        "no_penalty_to_consumers", "UPDATE billing_invoice SET customer_id = %s WHERE id = %s", consumer.pk, theirs
    )
    # The run writes lines before their document.
    with transaction.atomic():
        sql(LINE, 900_001, "one_time", item.pk)
        attacked("no_penalty_to_consumers", DRAFT, 900_001, consumer.pk)
        sql(DRAFT, 900_001, business.pk)


def test_the_importer_may_bring_what_was_charged_elsewhere() -> None:
    item, customer = an_imported("activation"), a_customer()
    draft = sql(DRAFT, None, customer.pk)
    with connection.cursor() as cursor:
        cursor.execute("SET ROLE gigafibre_importer")
        cursor.execute(LINE, [draft, "one_time", item.pk])
        cursor.execute("RESET ROLE")
    assert InvoiceLine.objects.get().item_id == item.pk


def test_a_penalty_of_a_business_that_became_a_person_waits_and_stops_nobody(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")
    item, customer = an_item("25.00", kind="one_time", fee_class="penalty"), a_customer(kind="company")
    plain = an_item("40.00", kind="labour")
    for sku in (item.sku, plain.sku):
        act("add_charge", customer=customer.number, item=sku, reason="Essai")
    type(customer).objects.filter(pk=customer.pk).update(kind="individual")
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    run.issue(BillingRun.objects.get().pk)
    assert InvoiceLine.objects.get().item_id == plain.pk
    with pytest.raises(Refusal):
        act("bill_charges", charges=[PendingCharge.objects.get(line=None).pk])
