"""Runs and invoices over HTTP: what crosses, in which words, and the paper that never changes."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.billing import run
from gigafibre.billing.models import BillingRun, Invoice, InvoiceDocument
from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import settings as provider_settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.ledger.actions import allocate_oldest_first
from gigafibre.ledger.tests.factories import a_credit
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_subscription, altered

pytestmark = pytest.mark.django_db
DAY = "2026-12-01"


@pytest.fixture
def reader(clock: Any) -> Any:
    clock.freeze("2026-11-30T10:42:00-05:00")
    return browser(a_user("billing"))


def bill(day: str = DAY) -> None:
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    run.issue(BillingRun.objects.get(date=day).pk)


def two_months(clock: Any, customer: Any = None) -> Any:
    customer = customer or a_customer()
    home = a_location(customer, "Maison")
    internet = an_item("74.95", sku="NET500", name_fr="Internet Fibre 500", name_en="Fibre Internet 500")
    changed = a_subscription(customer=customer, location=home, item=internet, charged_until=date(2026, 11, 1))
    tv = an_item("39.95", name_fr="Télé Essentiel", name_en="Essential TV")
    ended = a_subscription(customer=customer, location=home, item=tv, charged_until=date(2026, 11, 1))
    clock.freeze("2026-11-01T09:00:00-04:00")
    bill("2026-11-01")
    altered(changed, price_override="69.95", price_reason="fidélité")
    altered(ended, state="cancelled", cancelled_on=date(2026, 11, 30))
    clock.freeze("2026-11-30T10:42:00-05:00")
    bill()
    return customer


def test_the_preview_says_totals_groups_proof_and_who_is_parked(reader: Any) -> None:
    a_subscription("60.00")
    a_subscription(item=an_item(None, sku="TV-SPORT"), customer=a_customer("Martin Lussier"))
    told = reader.get(f"/api/v1/billing-runs/preview?date={DAY}").json()
    assert (told["invoices"], told["subtotal"], told["tax_total"], told["total"]) == (1, "60.00", "8.99", "68.99")
    assert told["groups"][0] | {"code": ""} == {
        "code": "",
        "name": "Internet",
        "lines": 1,
        "amount": "60.00",
        "previous": "0.00",
        "difference": "60.00",
        "percent": None,
    }
    proof = told["proof"]
    assert [proof[k] for k in ("live", "billed", "parked", "unexplained")] == [2, 1, 1, 0]
    assert [(t["name"], t["rate"], t["amount"]) for t in proof["taxes"]] == [
        ("TPS", "5", "3.00"),
        ("TVQ", "9.975", "5.99"),
    ]
    (parked,) = told["parked"]
    assert (parked["customer_name"], parked["words"]) == ("Martin Lussier", "Aucun prix pour cet article à cette date")
    assert (told["next_number"], told["refused"]) == ("SINV-2026-000001", None)
    assert not Invoice.objects.exists()


def test_a_day_that_cannot_be_billed_says_why(reader: Any) -> None:
    told = reader.get("/api/v1/billing-runs/preview?date=2027-03-01").json()
    assert told["refused"].startswith("La facturation du 1\xa0mars\xa02027 est trop loin")


def test_a_run_tells_how_far_it_is_and_its_proof(reader: Any) -> None:
    a_subscription("60.00")
    perform("billing.confirm_run", {"date": DAY}, actor=SYSTEM)
    before = reader.get(f"/api/v1/billing-runs/{DAY}").json()
    assert (before["state"], before["waiting"], before["expected"]) == ("confirmed", 1, "60.00")
    run.issue(BillingRun.objects.get().pk)
    after = reader.get(f"/api/v1/billing-runs/{DAY}").json()
    assert (after["state"], after["issued"], after["documents"], after["total"]) == ("done", 1, 1, "68.99")
    assert after["proof"]["disagreements"] == []
    assert after["topic"] == f"billing_run:{before['id']}"
    assert [row["date"] for row in reader.get("/api/v1/billing-runs").json()["items"]] == [DAY]
    assert reader.get("/api/v1/billing-runs/2025-01-01").json()["code"] == "no_such_run"


def test_differences_are_told_before_and_after_the_run(reader: Any, clock: Any) -> None:
    customer = two_months(clock)
    told = reader.get(f"/api/v1/billing-runs/{DAY}/differences?kind=price").json()
    assert {k["kind"]: k["customers"] for k in told["kinds"]} == {"new": 0, "gone": 0, "price": 1, "unusual": 0}
    (item,) = told["items"]
    assert (item["customer"], item["before"], item["after"]) == (customer.number, "114.90", "69.95")
    assert item["why"] == "Télé Essentiel : disparu, Internet Fibre 500 : 74,95\u00a0$ → 69,95\u00a0$"


def test_the_invoice_page(reader: Any, clock: Any) -> None:
    customer = two_months(clock)
    number = Invoice.objects.order_by("-id")[0].number
    told = reader.get(f"/api/v1/invoices/{number}").json()
    assert (told["customer"], told["status"], told["total"], told["open"]) == (
        customer.number,
        "open",
        "80.43",
        "80.43",
    )
    (home,) = told["locations"]
    (line,) = home["lines"]
    assert (line["description"], line["period"], line["amount"]) == (
        "Internet Fibre 500",
        "(1er\u00a0décembre au 31\u00a0décembre)",
        "69.95",
    )
    assert (told["previous"]["date"], told["next"]) == ("2026-11-01", None)
    assert [(r["kind"], r["says"], r["amount"]) for r in told["why"]["reasons"]] == [
        ("gone", "Télé Essentiel n’est pas sur cette facture", "-39.95"),
        ("price", "Internet Fibre 500, prix de 74,95\u00a0$ à 69,95\u00a0$ depuis le 1er\u00a0décembre", "-5.00"),
        ("taxes", "Taxes", "-6.73"),
    ]
    assert told["why"]["difference"] == "-51.68"
    with CaptureQueriesContext(connection) as asked:
        reader.get(f"/api/v1/invoices/{number}")
    assert len(asked) <= 15


def test_paid_and_overdue_are_read_from_the_account(clock: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")
    subscription = a_subscription("100.00")
    bill()
    number = Invoice.objects.get().number
    clock.freeze("2026-12-31T09:00:00-05:00")
    reader = browser(a_user("billing"))
    late = reader.get(f"/api/v1/invoices/{number}").json()
    assert (late["status"], late["days_overdue"]) == ("overdue", 10)
    credit = a_credit(subscription.customer_id, "114.98", on=date(2026, 12, 30), number="PAY-2026-1")
    allocate_oldest_first(credit)
    paid = reader.get(f"/api/v1/invoices/{number}").json()
    assert (paid["status"], paid["open"], paid["days_overdue"]) == ("paid", "0.00", 0)
    assert [(s["number"], s["amount"]) for s in paid["settlements"]] == [("PAY-2026-1", "114.98")]


def test_the_list_is_narrowed_by_state_customer_and_words(reader: Any, clock: Any) -> None:
    customer = two_months(clock, a_customer("Sylvie Tremblay"))
    a_subscription("100.00", customer=a_customer("Réjean Gagnon"))
    clock.freeze("2026-11-25T10:42:00-05:00")

    def listed(query: str) -> list[tuple[str, str]]:
        found = reader.get(f"/api/v1/invoices?{query}").json()["items"]
        return [(row["date"], row["state"]) for row in found]

    assert listed("") == [("2026-12-01", "open"), ("2026-11-01", "overdue")]
    assert listed("view=overdue") == [("2026-11-01", "overdue")]
    assert listed(f"customer={customer.number}&date_from=2026-12-01") == [("2026-12-01", "open")]
    assert listed("q=tremblay 000002") == [("2026-12-01", "open")]
    assert listed("q=gagnon") == []
    assert reader.get("/api/v1/invoices?state=nothing").json()["code"] == "invalid_input"


def test_the_paper_is_made_once_and_never_changes(reader: Any, clock: Any) -> None:
    two_months(clock)
    number = Invoice.objects.order_by("-id")[0].number
    first = reader.get(f"/api/v1/invoices/{number}/document")
    assert (first["Content-Type"], first["Content-Disposition"]) == (
        "application/pdf",
        f'inline; filename="{number}.pdf"',
    )
    assert first.content.startswith(b"%PDF-")
    provider_settings.put("company.name", "Autre nom")
    again = reader.get(f"/api/v1/invoices/{number}/document")
    assert (again.content, again["ETag"]) == (first.content, first["ETag"])
    assert InvoiceDocument.objects.count() == 1


def test_a_credit_note_has_its_paper_too(reader: Any) -> None:
    a_subscription(item=an_item("-10.00", kind="discount"))
    bill()
    answer = reader.get("/api/v1/invoices/CN-2026-000001/document")
    assert answer.content.startswith(b"%PDF-")
    assert reader.get("/api/v1/invoices/CN-2026-000001").json()["status"] == "credit"


def test_no_such_invoice_is_said(reader: Any) -> None:
    for number in ("SINV-1999-1", "DRAFT-7", "DRAFT-x"):
        assert reader.get(f"/api/v1/invoices/{number}").json()["code"] == "no_such_invoice"


def test_the_command_line_previews_confirms_and_says_the_proof(clock: Any, capsys: Any) -> None:
    clock.freeze("2026-11-30T10:42:00-05:00")
    a_subscription("60.00")
    call_command("billing_run", "--date", DAY)
    assert "rien n’est écrit" in capsys.readouterr().out
    assert not Invoice.objects.exists()
    call_command("billing_run", "--date", DAY, "--confirm")
    assert "Tout s’explique" in capsys.readouterr().out
    assert Invoice.objects.get().number == "SINV-2026-000001"
