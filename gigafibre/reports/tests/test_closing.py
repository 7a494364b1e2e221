"""The items of the month's closing that join apps."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from typing import Any

import pytest
from django.db import connection

from gigafibre.billing import run
from gigafibre.billing.tests.factories import a_draft, a_run
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.perform import perform
from gigafibre.ledger import closing
from gigafibre.reports.tests.test_accounting_reports import sell
from gigafibre.reports.tests.test_books import invoice_rows
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
NOVEMBER = closing.Month(date(2026, 11, 1))


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def found(code: str, month: closing.Month = NOVEMBER) -> tuple[str, str, str]:
    """Return an item's state, words and address."""
    (one,) = [one.found for one in closing.checklist(month) if one.code == code]
    return one.state, one.said.en, one.url


def one(statement: str) -> tuple[Any, ...]:
    """Return the one row of a statement."""
    with connection.cursor() as cursor:
        cursor.execute(statement)
        (row,) = cursor.fetchall()
    return tuple(row)


def test_what_was_sold_and_posted_is_well() -> None:
    sell("100.00")
    assert found("billing.posted")[:2] == ("ok", "All of them")
    assert found("billing.numbers")[0] == "ok"
    assert found("billing.taxes") == (
        "ok",
        "2310: $5.00, 2320: $9.98",
        "/accounting/taxes?from=2026-11-01&to=2026-11-30",
    )


def test_the_municipal_tax_is_a_line_and_its_account_agrees_once_credited_too(clock: Any) -> None:
    december = closing.Month(date(2026, 12, 1))
    settings.put("billing.municipal_tax_911", {"2026": "0.55", "2027": "0.57"})
    a_subscription(item=an_item("20.00", service_kind="telephone"))
    clock.freeze("2026-11-30T10:42:00-05:00")
    perform("billing.confirm_run", {"date": "2026-12-01"}, actor=SYSTEM)
    deliver_all()
    run.issue(one("SELECT id FROM billing_billingrun")[0])
    invoice, position = one(
        "SELECT i.number, l.position FROM billing_invoiceline l JOIN billing_invoice i ON i.id = l.invoice_id "
        "WHERE l.kind = 'levy'"
    )
    assert found("billing.taxes", december)[:2] == ("ok", "2310: $1.03, 2320: $2.05, 2340: $0.55")
    clock.freeze("2026-12-02T10:00:00-05:00")
    credited = {"invoice": invoice, "lines": [{"position": position}], "reason": "Numéro porté"}
    perform("billing.credit_invoice", credited, actor=SYSTEM)
    assert found("billing.taxes", december)[:2] == ("ok", "2310: $1.00, 2320: $2.00, 2340: $0.00")


def test_a_tax_of_documents_that_no_posting_holds_blocks() -> None:
    invoice_rows("SINV-2026-999", customer=a_customer())
    one(
        "INSERT INTO billing_invoicetax (invoice_id, tax_id, base, amount) SELECT i.id, t.id, 100, 5 "
        "FROM billing_invoice i, billing_tax t WHERE t.code = 'GST' RETURNING id"
    )
    assert found("billing.taxes")[:2] == ("blocked", "Account 2310: $5.00 on documents, $0.00 in the ledger")


def test_a_draft_inside_asks_for_attention_and_one_after_does_not() -> None:
    customer = a_customer()
    a_draft(customer, date(2026, 12, 1))
    assert found("billing.drafts")[0] == "ok"
    a_draft(customer, date(2026, 11, 30))
    assert found("billing.drafts") == ("attention", "1 draft to issue or discard", "/invoices?view=drafts")


@pytest.mark.parametrize(
    ("state", "expected"), [("signed", "ok"), ("done", "attention"), ("issuing", "blocked"), ("confirmed", "blocked")]
)
def test_a_run_of_the_month_is_signed_off(state: str, expected: str) -> None:
    assert found("billing.runs")[0] == "ok"
    a_run(date(2026, 11, 1), "signed")
    a_run(date(2026, 11, 15), state)
    assert found("billing.runs")[0] == expected


def test_an_invoice_without_posting_blocks() -> None:
    invoice_rows("SINV-2026-999", customer=a_customer())
    assert found("billing.posted") == ("blocked", "1 without a posting: SINV-2026-999", "/invoices")
    assert found("billing.posted", closing.Month(date(2026, 10, 1)))[0] == "ok"
    assert found("billing.numbers")[0] == "attention"
