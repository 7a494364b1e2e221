"""One-time charges: they wait, are billed by the next run or at once, corrected, taken back; once and no more."""

from __future__ import annotations

import threading
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from conftest import CommittedDatabase
from gigafibre.billing import run
from gigafibre.billing.errors import NoSuchCharge, NotRestorable
from gigafibre.billing.models import BillingRun, Invoice, InvoiceLine, PendingCharge
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.queries import balance
from gigafibre.subscriptions.errors import OtherCustomersLocation
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_subscription

NOVEMBER = "2026-11-21T09:00:00-05:00"
alone = pytest.mark.django_db


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def labour(price: str = "85.00") -> str:
    return an_item(price, kind="labour", group=a_group("labour", account="4070")).sku


def bill(day: str = "2026-12-01") -> None:
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    run.issue(BillingRun.objects.get(date=day).pk)


def refused(kind: type[Refusal], verb: str, **given: Any) -> None:
    before = list(PendingCharge.objects.order_by("pk").values())
    with pytest.raises(kind), transaction.atomic():
        act(verb, **given)
    assert list(PendingCharge.objects.order_by("pk").values()) == before


@alone
@pytest.mark.parametrize("group", ["equipment", "labour", "one_time"])
def test_a_customer_whose_services_ended_is_billed_by_the_next_run(clock: Any, group: str) -> None:
    clock.freeze(NOVEMBER)
    ended = a_subscription("60.00", state="cancelled", cancelled_on=date(2026, 11, 1))
    type(ended.customer).objects.filter(pk=ended.customer_id).update(status="terminated")
    sku = an_item("85.00", kind=group).sku
    charge = act("add_charge", customer=ended.customer.number, item=sku, reason="Borne non rendue")
    bill()
    invoice = Invoice.objects.get(customer=ended.customer)
    assert (invoice.subtotal, invoice.tax_total, invoice.total) == (
        Decimal("85.00"),
        Decimal("12.73"),
        Decimal("97.73"),
    )
    assert PendingCharge.objects.get(pk=charge, line__invoice=invoice).amount == Decimal("85.00")
    assert balance(ended.customer_id) == Decimal("97.73")


@alone
def test_one_is_billed_at_once_and_nothing_else_with_it(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    due = a_subscription("60.00", charged_until=date(2026, 11, 1))
    customer = due.customer
    act("add_charge", customer=customer.number, item=labour("40.00"), reason="Visite")
    number = act("charge_now", customer=customer.number, item=labour(), quantity="2", reason="Déplacement")
    assert list(InvoiceLine.objects.filter(invoice__number=number).values_list("kind", "quantity", "amount")) == [
        ("one_time", Decimal("2.000"), Decimal("170.00"))
    ]
    assert PendingCharge.objects.filter(line=None).count() == 1
    due.refresh_from_db()
    assert due.charged_until == date(2026, 11, 1)


@alone
def test_a_credit_billed_at_once_is_a_credit_note(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    customer = a_customer()
    number = act("charge_now", customer=customer.number, item=labour(), unit_price="-20.00", reason="Geste")
    made = Invoice.objects.get(number=number)
    assert (made.kind, made.total) == ("credit_note", Decimal("23.00"))


@alone
def test_one_that_waits_for_a_day_is_left_by_runs_before_it(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    customer = a_customer()
    charge = act("add_charge", customer=customer.number, item=labour(), not_before="2027-01-01", reason="Janvier")
    bill()
    assert not Invoice.objects.exists()
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert PendingCharge.objects.get(pk=charge).line is not None


@alone
def test_chosen_ones_are_billed_now_by_customer_whatever_their_day(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    one, other = a_customer(), a_customer()
    sku = labour()
    charges = [
        act("add_charge", customer=who.number, item=sku, not_before="2027-03-01", reason="Plus tard")
        for who in (one, other, one)
    ]
    left = act("add_charge", customer=one.number, item=sku, reason="Reste")
    numbers = act("bill_charges", charges=charges)
    assert [Invoice.objects.get(number=n).subtotal for n in numbers] == [Decimal("170.00"), Decimal("85.00")]
    assert PendingCharge.objects.get(line=None).pk == left


@alone
def test_a_correction_withdraws_the_first_and_names_it(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    customer = a_customer()
    first = act("add_charge", customer=customer.number, item=labour(), description="Fil extérieur", reason="Visite")
    second = act("replace_charge", charge=first, quantity="1.5", reason="Une heure et demie")
    old, new = PendingCharge.objects.get(pk=first), PendingCharge.objects.get(pk=second)
    assert (old.withdrawn_by, old.reason) == ("system", "Visite · Une heure et demie")
    assert (new.replaces_id, new.amount, new.description_en) == (first, Decimal("127.50"), "Fil extérieur")
    refused(NoSuchCharge, "replace_charge", charge=first, quantity="2", reason="Encore")
    refused(NotRestorable, "restore_charge", charge=first, reason="Non")


@alone
def test_what_was_withdrawn_can_wait_again(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    charge = act("add_charge", customer=a_customer().number, item=labour(), reason="Visite")
    act("withdraw_charge", charge=charge, reason="Par erreur")
    act("restore_charge", charge=charge, reason="Due")
    bill()
    assert PendingCharge.objects.get(pk=charge).line is not None
    refused(NoSuchCharge, "withdraw_charge", charge=charge, reason="Trop tard")


@alone
def test_several_are_withdrawn_all_or_none(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    sku, customer = labour(), a_customer()
    charges = [act("add_charge", customer=customer.number, item=sku, reason="Visite") for _ in range(3)]
    refused(NoSuchCharge, "withdraw_charges", charges=[*charges, 999_999], reason="Lot")
    assert act("withdraw_charges", charges=charges, reason="Lot") == 3
    assert not PendingCharge.objects.filter(withdrawn_at=None).exists()


@alone
def test_the_place_is_the_customers_own(clock: Any) -> None:
    elsewhere = a_location(a_customer())
    given = {"customer": a_customer().number, "item": labour(), "reason": "Visite"}
    refused(OtherCustomersLocation, "add_charge", **given, location=elsewhere.number)


@alone
def test_a_billed_charge_never_changes(clock: Any) -> None:
    clock.freeze(NOVEMBER)
    act("charge_now", customer=a_customer().number, item=labour(), reason="Visite")
    for attack in ("line_id = NULL", "amount = 1", "withdrawn_at = now(), line_id = NULL"):
        with pytest.raises(IntegrityError) as caught, transaction.atomic(), connection.cursor() as cursor:
            cursor.execute(f"UPDATE billing_pendingcharge SET {attack}")
        assert caught.value.__cause__.diag.constraint_name == "charge_billed_once"  # type: ignore[union-attr]


def test_two_who_bill_a_customer_at_once_bill_it_once(committed_db: CommittedDatabase) -> None:
    customer = a_customer()
    act("add_charge", customer=customer.number, item=labour(), reason="Visite")
    answers: list[Any] = []

    def at_once(barrier: threading.Barrier) -> None:
        try:
            barrier.wait(10)
            answers.append(act("bill_customer", customer=customer.number))
        finally:
            connection.close()

    _side_by_side(at_once, 4)
    assert sorted(answers)[:3] == ["", "", ""]
    assert Invoice.objects.filter(customer=customer).count() == 1
    assert InvoiceLine.objects.count() == 1


def _side_by_side(work: Callable[[threading.Barrier], None], count: int) -> None:
    barrier = threading.Barrier(count)
    threads = [threading.Thread(target=work, args=(barrier,)) for _ in range(count)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
