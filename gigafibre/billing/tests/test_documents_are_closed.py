"""What the database itself refuses for issued documents: each rule attacked by SQL, across transactions."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from conftest import CommittedDatabase
from gigafibre.subscriptions.tests.factories import a_customer

DOCUMENT = """
INSERT INTO billing_invoice (number, kind, state, customer_id, date, due_date, subtotal, tax_total, total, bill_name,
  bill_address, language, po_number, notes, message, issued_at, issued_xid)
VALUES (%(number)s, 'invoice', %(state)s, %(customer)s, '2026-12-01', '2026-12-21', 60, 8.99, 68.99, 'X',
  '[]', 'fr', '', '', '', CASE WHEN %(state)s = 'issued' THEN now() END, {xid}) RETURNING id
"""
LINE = """
INSERT INTO billing_invoiceline (invoice_id, position, kind, sku, description, quantity, unit_price, amount, taxable,
  revenue_account) VALUES (%s, %s, 'one_time', '', 'X', 1, 60, 60, true, '4020')
"""
HERE = "pg_current_xact_id()::text::bigint"


def run(sql: str, *values: Any, **named: Any) -> Any:
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(sql, named or values)
        return cursor.fetchone()[0] if cursor.description else None


def an_issued_one() -> int:
    customer = a_customer().pk
    with transaction.atomic():
        number = run(DOCUMENT.format(xid=HERE), number="SINV-T-1", state="issued", customer=customer)
        run(LINE, number, 1)
        run(
            "INSERT INTO billing_invoicetax (invoice_id, tax_id, rate, base, amount) "
            "SELECT %s, id, 0.05, 60, 3 FROM billing_tax WHERE code = 'GST'",
            number,
        )
    return int(number)


def refused(rule: str, attack: Callable[[], Any]) -> None:
    with pytest.raises(IntegrityError) as caught:
        attack()
    assert caught.value.__cause__.diag.constraint_name == rule  # type: ignore[union-attr]


def test_an_issued_document_and_its_parts_never_change(committed_db: CommittedDatabase) -> None:
    number = an_issued_one()
    for attack in (
        "UPDATE billing_invoice SET notes = 'x' WHERE id = %s",
        "DELETE FROM billing_invoice WHERE id = %s",
        "UPDATE billing_invoiceline SET amount = 1 WHERE invoice_id = %s",
        "DELETE FROM billing_invoiceline WHERE invoice_id = %s",
        "UPDATE billing_invoicetax SET amount = 1 WHERE invoice_id = %s",
        "DELETE FROM billing_invoicetax WHERE invoice_id = %s",
    ):
        refused("issued_document_never_changes", lambda attack=attack: run(attack, number))  # type: ignore[misc]


def test_nothing_is_added_to_it_later(committed_db: CommittedDatabase) -> None:
    number = an_issued_one()
    refused("issued_document_is_closed", lambda: run(LINE, number, 2))
    refused(
        "issued_document_is_closed",
        lambda: run(
            "INSERT INTO billing_invoicetax (invoice_id, tax_id, amount) "
            "SELECT %s, id, 5 FROM billing_tax WHERE code = 'QST'",
            number,
        ),
    )


def test_a_line_cannot_be_moved_into_it(committed_db: CommittedDatabase) -> None:
    number = an_issued_one()
    customer = a_customer().pk
    draft = run(DOCUMENT.format(xid="NULL"), number=None, state="draft", customer=customer)
    run(LINE, draft, 9)
    refused(
        "issued_document_is_closed",
        lambda: run("UPDATE billing_invoiceline SET invoice_id = %s WHERE invoice_id = %s", number, draft),
    )


def test_a_document_cannot_claim_another_transaction(committed_db: CommittedDatabase) -> None:
    customer = a_customer().pk
    for xid in ("NULL", "1"):
        refused(
            "issued_in_its_own_transaction",
            lambda xid=xid: run(DOCUMENT.format(xid=xid), number="SINV-T-2", state="issued", customer=customer),  # type: ignore[misc]
        )
    draft = run(DOCUMENT.format(xid="NULL"), number=None, state="draft", customer=customer)
    refused(
        "issued_in_its_own_transaction",
        lambda: run(
            "UPDATE billing_invoice SET state = 'issued', number = 'X1', issued_at = now(), issued_xid = 7 "
            "WHERE id = %s",
            draft,
        ),
    )


def test_a_line_of_no_document_is_refused_at_the_commit(committed_db: CommittedDatabase) -> None:
    with pytest.raises(IntegrityError, match="billing_invoiceline_invoice_id"):
        run(LINE, 987654, 1)


def test_issued_tables_are_never_emptied(committed_db: CommittedDatabase) -> None:
    for table in ("billing_invoice", "billing_invoiceline", "billing_invoicetax", "billing_chargedperiod"):
        with pytest.raises(IntegrityError, match="never change"):
            run(f"TRUNCATE {table} CASCADE")


def test_the_importer_inserts_what_was_issued_elsewhere_and_no_more(committed_db: CommittedDatabase) -> None:
    customer = a_customer().pk
    with transaction.atomic():
        run("SET LOCAL ROLE gigafibre_importer")
        number = run(DOCUMENT.format(xid="NULL"), number="12345", state="issued", customer=customer)
    with transaction.atomic():
        run("SET LOCAL ROLE gigafibre_importer")
        run(LINE, number, 1)

    def change() -> None:
        with transaction.atomic():
            run("SET LOCAL ROLE gigafibre_importer")
            run("UPDATE billing_invoiceline SET amount = 1 WHERE invoice_id = %s", number)

    refused("issued_document_never_changes", change)


def test_a_draft_may_change_and_go(committed_db: CommittedDatabase) -> None:
    draft = run(DOCUMENT.format(xid="NULL"), number=None, state="draft", customer=a_customer().pk)
    run(LINE, draft, 1)
    run("UPDATE billing_invoiceline SET amount = 1 WHERE invoice_id = %s", draft)
    run("DELETE FROM billing_invoiceline WHERE invoice_id = %s", draft)
    run("DELETE FROM billing_invoice WHERE id = %s", draft)


@pytest.mark.django_db
def test_totals_must_add_up() -> None:
    customer = a_customer().pk
    with pytest.raises(IntegrityError, match="invoice_adds_up"):
        run(
            "INSERT INTO billing_invoice (kind, state, customer_id, date, due_date, subtotal, tax_total, total, "
            "bill_name, bill_address, language, po_number, notes, message) "
            "VALUES ('invoice', 'draft', %s, %s, %s, 60, 8.99, 69, 'X', '[]', 'fr', '', '', '')",
            customer,
            date(2026, 12, 1),
            date(2026, 12, 1),
        )
