"""Invoices made by hand and credit notes: totals, taxes, postings, and what is refused with nothing changed."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.errors import (
    DraftChanged,
    EmptyInvoice,
    LineWithoutItem,
    NegativeInvoice,
    NoSuchRevenueAccount,
    NotADraft,
    PenaltyForbidden,
    UnknownTaxCategory,
)
from gigafibre.billing.models import Invoice, PendingCharge
from gigafibre.billing.queries import invoice as page_of
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import InvalidInput, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import balance, entries_of, item
from gigafibre.ledger.tests.factories import a_credit
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]


@pytest.fixture
def november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def a_draft(*prices: str, customer: Any = None, **more: Any) -> str:
    customer = customer or a_customer()
    labour = a_group("labour", account="4070")
    lines = [{"item": an_item(price, kind="labour", group=labour).sku} for price in prices]
    made = act("create_draft", customer=customer.number, lines=lines, **more)
    return f"DRAFT-{made['draft_id']}"


def test_a_draft_is_issued_numbered_posted_and_frozen() -> None:
    customer = a_customer()
    draft = a_draft("85.00", "40.00", customer=customer, po_number="PO-7")
    assert page_of(draft).total == Decimal("143.72")
    number = act("issue_invoice", invoice=draft)
    page = page_of(number)
    assert (number, page.status, page.subtotal, page.tax_total, page.total) == (
        "SINV-2026-000001",
        "open",
        Decimal("125.00"),
        Decimal("18.72"),
        Decimal("143.72"),
    )
    (entry,) = entries_of(number)
    assert [(line.account, line.debit, line.credit) for line in entry.lines] == [
        ("2310", Decimal("0.00"), Decimal("6.25")),
        ("2320", Decimal("0.00"), Decimal("12.47")),
        ("4070", Decimal("0.00"), Decimal("125.00")),
        ("1200", Decimal("143.72"), Decimal("0.00")),
    ]
    assert balance(customer.pk) == Decimal("143.72")
    with pytest.raises(NotADraft):
        act("issue_invoice", invoice=number)


def test_open_credit_pays_it_at_once() -> None:
    customer = a_customer()
    a_credit(customer.pk, "50.00", on=date(2026, 11, 1))
    number = act("issue_invoice", invoice=a_draft("100.00", customer=customer))
    owed = item("invoice", number)
    assert owed is not None
    assert owed.open == Decimal("64.98")


def test_a_draft_thrown_away_takes_no_number() -> None:
    act("discard_draft", invoice=a_draft("10.00"))
    assert not Invoice.objects.exists()
    assert act("issue_invoice", invoice=a_draft("10.00")) == "SINV-2026-000001"


@pytest.mark.parametrize(
    ("refusal", "prices"), [(EmptyInvoice, ()), (NegativeInvoice, ("-10.00",))], ids=["empty", "negative"]
)
def test_an_invoice_has_lines_and_comes_to_something(refusal: type[Refusal], prices: tuple[str, ...]) -> None:
    with pytest.raises(refusal):
        act("issue_invoice", invoice=a_draft(*prices))
    assert not Invoice.objects.filter(state="issued").exists()


def test_unknown_taxes_are_not_guessed() -> None:
    with pytest.raises(UnknownTaxCategory):
        a_draft("10.00", customer=a_customer(tax_category="MARS"))
    assert not Invoice.objects.exists()


def test_a_fixed_penalty_is_refused_to_a_consumer_and_allowed_to_a_company() -> None:
    fee = an_item("25.00", kind="one_time", fee_class="penalty")
    with pytest.raises(PenaltyForbidden):
        act("add_charge", customer=a_customer().number, item=fee.sku, reason="Chèque sans provision")
    assert not PendingCharge.objects.exists()
    act("add_charge", customer=a_customer(kind="company").number, item=fee.sku, reason="Chèque sans provision")
    assert PendingCharge.objects.count() == 1


def test_a_waiting_charge_is_billed_once_and_can_be_withdrawn_before() -> None:
    customer = a_customer()
    labour = an_item("85.00", kind="labour")
    taken = act("add_charge", customer=customer.number, item=labour.sku, quantity="2", reason="Visite")
    dropped = act("add_charge", customer=customer.number, item=labour.sku, reason="Erreur")
    act("withdraw_charge", charge=dropped, reason="Saisi deux fois")
    number = act("bill_customer", customer=customer.number)
    assert page_of(number).subtotal == Decimal("170.00")
    assert act("bill_customer", customer=customer.number) == ""
    assert PendingCharge.objects.get(pk=taken).line is not None


def test_a_draft_is_written_anew_with_what_it_comes_to() -> None:
    customer = a_customer()
    draft = a_draft("85.00", customer=customer)
    item = an_item("40.00", sku="CABLE", kind="labour", name_fr="Câble", name_en="Cable")
    lines = [
        {"item": "CABLE", "quantity": "3", "description": "Câble, au mètre"},
        {"item": "CABLE", "unit_price": "12.3450", "first_day": "2026-11-01", "last_day": "2026-11-30"},
    ]
    told = act("edit_draft", invoice=draft, lines=lines, po_number="BC-88", message="Merci.", notes="Vu avec Luc")
    assert told == {
        "draft_id": int(draft.removeprefix("DRAFT-")),
        "version": page_of(draft).version,
        "due_date": page_of(draft).due_date.isoformat(),
        "lines": [
            {"description": "Câble, au mètre", "unit_price": "40.0000", "amount": "120.00"},
            {"description": "Câble", "unit_price": "12.3450", "amount": "12.35"},
        ],
        "subtotal": "132.35",
        "taxes": [
            {"tax": "GST", "name": "TPS", "amount": "6.62"},
            {"tax": "QST", "name": "TVQ", "amount": "13.20"},
        ],
        "total": "152.17",
    }
    page = page_of(draft)
    assert (page.po_number, page.message, page.notes, page.total) == (
        "BC-88",
        "Merci.",
        "Vu avec Luc",
        Decimal("152.17"),
    )
    assert [(line.period_start, line.period_end) for line in page.locations[0].lines] == [
        (None, None),
        (date(2026, 11, 1), date(2026, 12, 1)),
    ]
    number = act("issue_invoice", invoice=draft)
    with pytest.raises(NotADraft):
        act("edit_draft", invoice=number, lines=lines)
    assert page_of(number).total == Decimal("152.17")
    assert item.sku == "CABLE"


@pytest.mark.parametrize(
    "days", [{"first_day": "2026-11-01"}, {"first_day": "2026-11-02", "last_day": "2026-11-01"}], ids=["half", "back"]
)
def test_a_period_of_a_line_is_whole(days: dict[str, str]) -> None:
    item = an_item("40.00", kind="labour")
    with pytest.raises(InvalidInput):
        act("create_draft", customer=a_customer().number, lines=[{"item": item.sku, **days}])
    assert not Invoice.objects.exists()


def test_a_draft_emptied_of_lines_stays_as_it_was() -> None:
    draft = a_draft("85.00")
    with pytest.raises(EmptyInvoice):
        act("edit_draft", invoice=draft, lines=[])
    assert page_of(draft).subtotal == Decimal("85.00")


def test_a_line_may_do_without_an_item_but_says_all_an_item_would() -> None:
    a_group("labour", account="4070")
    said = {"description": "Déplacement d'un poteau", "unit_price": "1250.5050", "account": "4070"}
    customer = a_customer()
    made = act("create_draft", customer=customer.number, lines=[said, {**said, "quantity": "2", "taxable": False}])
    assert (made["subtotal"], made["total"]) == ("3751.52", "3938.79")
    (place,) = page_of(f"DRAFT-{made['draft_id']}").locations
    assert [(line.sku, line.revenue_account, line.taxable, line.amount) for line in place.lines] == [
        ("", "4070", True, Decimal("1250.51")),
        ("", "4070", False, Decimal("2501.01")),
    ]
    for missing in said:
        with pytest.raises(LineWithoutItem):
            act("create_draft", customer=customer.number, lines=[{k: v for k, v in said.items() if k != missing}])
    with pytest.raises(NoSuchRevenueAccount):
        act("create_draft", customer=customer.number, lines=[{**said, "account": "1200"}])


def test_nobody_writes_over_what_he_has_not_read() -> None:
    draft = a_draft("85.00")
    item = an_item("40.00", kind="labour")
    read = page_of(draft).version
    told = act("edit_draft", invoice=draft, lines=[{"item": item.sku}], version=read)
    assert told["version"] == page_of(draft).version != read
    for verb, more in (("edit_draft", {"lines": [{"item": item.sku}]}), ("issue_invoice", {}), ("discard_draft", {})):
        with pytest.raises(DraftChanged):
            act(verb, invoice=draft, version=read, **more)
    assert page_of(draft).subtotal == Decimal("40.00")
    number = act("issue_invoice", invoice=draft, version=told["version"])
    assert page_of(number).version == ""
