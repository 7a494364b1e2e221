"""Payments over HTTP: the list with its filters, one payment, a customer's account and methods; who may not look."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext
from pydantic import SecretStr

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.listing import page
from gigafibre.payments.actions import add_payment_method, record_payment, reverse_payment
from gigafibre.payments.api import ops
from gigafibre.payments.listings import PAYMENTS
from gigafibre.payments.schemas import CustomerAccountOut, PaymentMethodOut, PaymentOut
from gigafibre.payments.tests.factories import an_invoice

D = Decimal


@pytest.fixture
def three(acting: None, clock: Any) -> tuple[Any, list[str]]:
    """A customer with a cheque that paid, one that came back with its reversal, and cash left over."""
    customer = a_customer("Éva Lefebvre")
    an_invoice(customer, "100.00", number="1001", on=date(2026, 11, 1), due=date(2026, 11, 15))
    paid = record_payment(customer.number, amount=D("100.00"), mode="cheque", reference="881", on=date(2026, 11, 3))
    nsf = record_payment(customer.number, amount=D("30.00"), mode="cheque", reference="882", on=date(2026, 11, 4))
    back = reverse_payment(nsf, reason="Sans provision", on=date(2026, 11, 9))
    cash = record_payment(customer.number, amount=D("12.50"), mode="cash", on=date(2026, 11, 20))
    return customer, [paid, nsf, back, cash]


def numbers(**asked: str) -> list[str]:
    return [row["number"] for row in page(PAYMENTS, asked).items]


def test_the_list_is_narrowed_sorted_and_summed(three: tuple[Any, list[str]]) -> None:
    customer, (paid, nsf, back, cash) = three
    first = page(PAYMENTS, {})
    assert [row["number"] for row in first.items] == [cash, back, nsf, paid]
    assert (first.count, first.totals) == (4, {"amount": "112.50", "unapplied": "12.50"})
    assert first.items[0] == {
        "number": cash,
        "date": "2026-11-20",
        "customer": customer.number,
        "customer_name": "Éva Lefebvre",
        "mode": "cash",
        "reference": "",
        "amount": "12.50",
        "unapplied": "12.50",
        "reversed": False,
    }
    assert numbers(view="credit") == [cash]
    assert numbers(view="reversed") == [nsf]
    assert numbers(mode="cheque", sort="amount") == [nsf, paid]
    assert numbers(customer=customer.number, date_from="2026-11-04", date_to="2026-11-09") == [back, nsf]
    assert numbers(q="lefebvre 881") == [paid]
    assert numbers(q=cash) == [cash]
    assert numbers(amount_min="50") == [paid]


def test_a_page_costs_two_queries(three: object) -> None:
    with CaptureQueriesContext(connection) as queries:
        page(PAYMENTS, {})
    assert len(queries) == 2


def test_one_payment_shows_what_it_paid(three: tuple[Any, list[str]]) -> None:
    _, (paid, nsf, back, _) = three
    seen = PaymentOut(**ops.read_payment(None, paid)).model_dump(mode="json")  # type: ignore[arg-type]
    assert (seen["amount"], seen["unapplied"], seen["reversed_by"]) == ("100.00", "0.00", None)
    assert [(a["document"], a["amount"], a["date"]) for a in seen["allocations"]] == [("1001", "100.00", "2026-11-03")]
    returned = PaymentOut(**ops.read_payment(None, nsf))  # type: ignore[arg-type]
    assert (returned.reversed_by, [a.document for a in returned.allocations]) == (back, [back])


def test_a_customers_account_and_methods_are_read_by_number(three: tuple[Any, list[str]]) -> None:
    customer, (*_, cash) = three
    an_invoice(customer, "40.00", number="1002", due=date(2026, 12, 1))
    account = CustomerAccountOut(**ops.read_customer_account(None, customer.number)).model_dump(mode="json")  # type: ignore[arg-type]
    assert account["balance"] == "27.50"
    assert [(i["number"], i["side"], i["open"]) for i in account["items"]] == [
        (cash, "credit", "12.50"),
        ("1002", "debit", "40.00"),
    ]
    add_payment_method(
        customer.number,
        holder="Éva Lefebvre",
        institution="006",
        transit=SecretStr("12345"),
        account=SecretStr("7654321"),
    )
    (method,) = ops.list_payment_methods(None, customer.number)  # type: ignore[arg-type]
    shown = PaymentMethodOut(**method).model_dump_json()
    assert '"last4":"4321"' in shown
    assert "7654321" not in shown
