"""The accounting reports equal the ledger to the cent, and each figure has its documents."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.actions import bill_customer, create_draft, credit_invoice, issue_invoice
from gigafibre.billing.actions.corrections import CreditedLine
from gigafibre.billing.actions.documents import DraftLine
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.listing import Listing, page
from gigafibre.ledger.actions import Line, post_entry, post_manual_entry, recognise_month
from gigafibre.ledger.actions.journal import ManualLine
from gigafibre.ledger.queries import trial_balance
from gigafibre.payments.actions import record_payment
from gigafibre.reports.books import DEFERRED, GENERAL_LEDGER, REVENUE, TRIAL_BALANCE
from gigafibre.reports.tax_return import TAX_DOCUMENTS, TAX_RETURN
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.django_db
NOVEMBER = {"from": "2026-11-01", "to": "2026-11-30"}
ZERO = Decimal("0.00")


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def sell(*prices: str, customer: Any = None, group: Any = None, taxable: bool = True) -> str:
    """Issue an invoice of one line per price today."""
    customer = customer or a_customer()
    lines = []
    for price in prices:
        item = an_item(price, taxable=taxable, **({"group": group} if group else {}))
        lines.append(DraftLine(item=item.sku))
    return issue_invoice(f"DRAFT-{create_draft(customer.number, lines=lines).draft_id}")


def rows(listing: Listing, **asked: str) -> list[dict[str, Any]]:
    """Return every row of a report."""
    return page(listing, {"limit": "200", **asked}).items


def form(**asked: str) -> dict[str, str]:
    """Return the return's figures by code, without those that are nothing."""
    return {row["code"]: row["amount"] for row in rows(TAX_RETURN, **asked) if Decimal(row["amount"])}


def test_the_trial_balance_as_a_list_is_the_ledgers() -> None:
    sell("100.00", "49.95")
    post_manual_entry(
        date(2026, 10, 5),
        description="Frais d’octobre",
        lines=[ManualLine(account="5400", debit=Decimal("12.00")), ManualLine(account="1060", credit=Decimal("12.00"))],
    )
    books = trial_balance(date(2026, 11, 1), date(2026, 11, 30))
    listed = page(TRIAL_BALANCE, NOVEMBER)
    assert [(r["account"], r["opening"], r["debit"], r["credit"], r["closing"]) for r in listed.items] == [
        (r.number, f"{r.opening:.2f}", f"{r.debit:.2f}", f"{r.credit:.2f}", f"{r.closing:.2f}") for r in books.rows
    ]
    assert listed.totals is not None
    assert listed.totals["debit"] == listed.totals["credit"] == f"{books.debit:.2f}"
    assert (listed.totals["opening"], listed.totals["closing"]) == ("0.00", "0.00")


def test_the_trial_balance_is_narrowed_to_a_kind_of_account_on_the_days_asked_for() -> None:
    for day, amount in ((date(2026, 10, 5), "12.00"), (date(2026, 11, 9), "30.50")):
        spent, paid = (
            ManualLine(account="5400", debit=Decimal(amount)),
            ManualLine(account="1060", credit=Decimal(amount)),
        )
        post_manual_entry(day, description="Frais", lines=[spent, paid])

    def figures(**asked: str) -> list[tuple[str, ...]]:
        found = rows(TRIAL_BALANCE, **asked)
        return [(r["account"], r["kind"], r["opening"], r["debit"], r["credit"], r["closing"]) for r in found]

    costs = ("5400", "expense", "12.00", "30.50", "0.00", "42.50")
    bank = ("1060", "asset", "-12.00", "0.00", "30.50", "-42.50")
    assert figures(**NOVEMBER) == [bank, costs]
    assert figures(**NOVEMBER, sort="-closing") == [costs, bank]
    assert figures(**NOVEMBER, view="expense") == figures(**NOVEMBER, q="5400") == [costs]
    assert figures(**NOVEMBER, view="liability") == []
    october = {"from": "2026-10-01", "to": "2026-10-31"}
    assert figures(**october, kind="expense") == [("5400", "expense", "0.00", "12.00", "0.00", "12.00")]
    assert page(TRIAL_BALANCE, {**NOVEMBER, "kind": "expense"}).totals == {
        "opening": "12.00",
        "debit": "30.50",
        "credit": "0.00",
        "closing": "42.50",
    }


def test_the_general_ledger_runs_from_opening_to_closing() -> None:
    customer = a_customer("Éva Lefebvre")
    number = sell("100.00", customer=customer)
    post_entry(
        date(2026, 10, 3), "opening", "O-1", [Line("1060", debit=Decimal("7.00")), Line("3900", credit=Decimal("7.00"))]
    )
    payment = record_payment(customer.number, amount=Decimal("50.00"), mode="cash")
    found = rows(GENERAL_LEDGER, **NOVEMBER)
    assert [(r["document"], r["kind"], r["customer"], r["debit"], r["credit"], r["balance"]) for r in found] == [
        (number, "invoice", customer.number, "114.98", "0.00", "114.98"),
        (payment, "payment", customer.number, "0.00", "50.00", "64.98"),
    ]
    bank = rows(GENERAL_LEDGER, account="1060", **{"from": "2026-10-01", "to": "2026-11-30"})
    assert [(r["document"], r["balance"]) for r in bank] == [("O-1", "7.00")]
    for account in trial_balance(date(2026, 11, 1), date(2026, 11, 30)).rows:
        lines = rows(GENERAL_LEDGER, account=account.number, **NOVEMBER)
        closing = Decimal(lines[-1]["balance"]) if lines else account.opening
        assert closing == account.closing
        assert sum((Decimal(r["debit"]) for r in lines), ZERO) == account.debit


def test_a_page_of_the_general_ledger_goes_on_with_the_balance() -> None:
    customer = a_customer()
    for price in ("10.00", "20.00", "30.00"):
        sell(price, customer=customer, taxable=False)
    first = page(GENERAL_LEDGER, {"limit": "2", **NOVEMBER})
    assert [r["balance"] for r in first.items] == ["10.00", "30.00"]
    second = page(GENERAL_LEDGER, {"limit": "2", "cursor": first.next_cursor or "", **NOVEMBER})
    assert [r["balance"] for r in second.items] == ["60.00"]
    assert [r["balance"] for r in rows(GENERAL_LEDGER, debit_min="25.00", **NOVEMBER)] == ["60.00"]


def test_revenue_by_group_and_month_adds_up_to_the_accounts() -> None:
    fibre, tv = a_group("fibre", account="4020"), a_group("tele", account="4030")
    number = sell("100.00", "20.00", group=fibre)
    sell("30.00", group=tv)
    credit_invoice(number, reason="Panne", lines=[CreditedLine(position=2, amount=Decimal("5.00"))])
    post_manual_entry(
        date(2026, 10, 5),
        description="Correction",
        lines=[ManualLine(account="4020", debit=Decimal("3.00")), ManualLine(account="1060", credit=Decimal("3.00"))],
    )
    found = {row["account"] + " " + row["name"]: row for row in rows(REVENUE, year="2026")}
    fibre_row = next(row for key, row in found.items() if key.startswith("4020") and row["month_11"] != "0.00")
    assert (fibre_row["month_11"], fibre_row["month_10"], fibre_row["total"]) == ("115.00", "0.00", "115.00")
    other = next(row for row in found.values() if row["account"] == "4020" and row["month_11"] == "0.00")
    assert (other["month_10"], other["total"]) == ("-3.00", "-3.00")
    for account in trial_balance(date(2026, 1, 1), date(2026, 12, 31)).rows:
        if account.kind == "revenue":
            mine = [Decimal(r["total"]) for r in found.values() if r["account"] == account.number]
            assert sum(mine, ZERO) == account.credit - account.debit
    assert rows(REVENUE, year="2025") == []


def test_the_return_names_its_lines_and_equals_the_tax_accounts() -> None:
    number = sell("100.00")
    sell("40.00", taxable=False)
    credit_invoice(number, reason="Panne", lines=[CreditedLine(position=1, amount=Decimal("10.00"))])
    post_manual_entry(
        date(2026, 11, 10),
        description="Achat de bande passante",
        lines=[
            ManualLine(account="5000", debit=Decimal("60.00")),
            ManualLine(account="2315", debit=Decimal("3.00")),
            ManualLine(account="2325", debit=Decimal("5.99")),
            ManualLine(account="1060", credit=Decimal("68.99")),
        ],
    )
    post_manual_entry(
        date(2026, 11, 12),
        description="Remise d’octobre",
        lines=[ManualLine(account="2310", debit=Decimal("1.50")), ManualLine(account="1060", credit=Decimal("1.50"))],
    )
    assert form(**NOVEMBER) == {
        "101": "130.00",
        "untaxed": "40.00",
        "103": "5.00",
        "105": "5.00",
        "106": "3.00",
        "107": "0.50",
        "108": "3.50",
        "109": "1.50",
        "203": "9.98",
        "205": "9.98",
        "206": "5.99",
        "207": "1.00",
        "208": "6.99",
        "209": "2.99",
        "net": "4.49",
        "100": "-1.50",
    }
    accounts = {r.number: r.credit - r.debit for r in trial_balance(date(2026, 11, 1), date(2026, 11, 30)).rows}
    figures = {code: Decimal(amount) for code, amount in form(**NOVEMBER).items()}
    assert accounts["2310"] + accounts["2315"] == figures["109"] + figures["100"]
    assert accounts["2320"] + accounts["2325"] == figures["209"]
    assert form(**{"from": "2026-10-01", "to": "2026-10-31"}) == {}


@pytest.mark.parametrize("line", ["101", "untaxed", "103", "106", "107", "203", "207", "100"])
def test_each_figure_of_the_return_is_the_sum_of_its_documents(line: str) -> None:
    number = sell("100.00")
    sell("40.00", "10.00", taxable=False)
    credit_invoice(number, reason="Panne")
    figures = form(**NOVEMBER)
    documents = page(TAX_DOCUMENTS, {"line": line, **NOVEMBER})
    assert (documents.totals or {}).get("amount", "0.00") == figures.get(line, "0.00")


def test_a_report_is_read_in_one_query_for_the_page_and_one_for_its_totals(django_assert_num_queries: Any) -> None:
    sell("100.00")
    for listing, asked in ((TRIAL_BALANCE, NOVEMBER), (REVENUE, {"year": "2026"}), (TAX_RETURN, NOVEMBER)):
        with django_assert_num_queries(2):
            page(listing, asked)


def test_a_prepaid_year_is_revenue_of_its_group_month_by_month_and_the_rest_waits(clock: Any) -> None:
    first = date(2026, 11, 1)
    subscription = a_subscription("1200.00", interval_months=12, anchor=first, charged_until=first)
    number = bill_customer(subscription.customer.number)
    clock.freeze("2026-12-01T09:00:00-05:00")
    recognise_month("2026-12")
    (row,) = rows(REVENUE, year="2026")
    assert (row["month_11"], row["month_12"], row["total"]) == ("100.00", "100.00", "200.00")
    listed = page(DEFERRED, {})
    assert [(r["document"], r["charged"], r["recognised"], r["waiting"], r["until"]) for r in listed.items] == [
        (number, "1100.00", "100.00", "1000.00", "2027-10-01")
    ]
    before = page(DEFERRED, {"on": "2026-11-30"})
    assert before.totals is not None
    assert before.totals["waiting"] == "1100.00"
    account = next(r for r in trial_balance(date(2026, 11, 1), date(2026, 11, 30)).rows if r.number == "2400")
    assert -account.closing == Decimal("1100.00")
    credit_invoice(number, reason="Départ")
    assert page(DEFERRED, {"waiting_min": "0.01"}).items == []
