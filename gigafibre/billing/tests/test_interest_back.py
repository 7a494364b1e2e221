"""Interest given back: what is known later of days charged before never costs the customer, and never twice."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.interest_back import too_much
from gigafibre.billing.models import InterestGivenBack, Invoice, PendingCharge
from gigafibre.billing.queries.customers import bill_to_id
from gigafibre.billing.tests.test_credit_notes import an_invoice
from gigafibre.billing.tests.test_late_interest import D, a_rate, act, charged, overdue, owner_of, paid
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.kernel import settings
from gigafibre.ledger.checks import run_all
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def _december(clock: Any) -> None:
    clock.freeze("2026-12-01T09:00:00-05:00")


def look() -> tuple[int, Decimal]:
    told = act("charge_late_interest")
    return told["credits"], D(told["credited"])


def test_payments_entered_late_give_their_days_back_once_and_round_together() -> None:
    a_rate()
    item = overdue()
    assert look() == (0, D("0.00"))
    assert charged() == [D("9.53")]
    paid(item, "400.00", date(2026, 11, 11))
    assert look() == (1, D("2.63"))  # 400 × 12 × 20 ÷ 36500 = 2.6301
    assert look() == (0, D("0.00"))
    paid(item, "300.00", date(2026, 11, 21))
    assert look() == (1, D("0.99"))  # 300 × 12 × 10 ÷ 36500 = 0.9863
    assert charged() == [D("9.53"), D("-2.63"), D("-0.99")]
    said = PendingCharge.objects.order_by("pk")[1]
    assert (said.kind, said.taxable, said.revenue_account) == ("credit", False, "4100")
    words = [text.replace("\u00a0", " ").split(": ", 1)[1] for text in (said.description_fr, said.description_en)]
    assert words == ["du 11 au 30 novembre 2026", "November 11 to 30, 2026"]


def test_one_paid_whole_before_its_days_gets_all_of_them_back(clock: Any) -> None:
    a_rate()
    item = overdue()
    look()
    paid(item, "1000.00", date(2026, 11, 1))
    assert look() == (1, D("9.53"))
    number = act("charge_now", customer=_customer(owner_of(item)), item=_item(), reason="Visite")
    assert Invoice.objects.get(number=number).subtotal == D("85.00")
    act("bill_customer", customer=_customer(owner_of(item)))  # 9.53 − 9.53: nothing is owed
    assert [check.code for check in run_all() if check.wrong] == []


def test_a_credit_note_gives_back_the_interest_on_what_was_never_owed(clock: Any) -> None:
    clock.freeze("2026-10-12T09:00:00-04:00")
    number = an_invoice("1000.00")
    a_rate("10")
    clock.freeze("2026-12-01T09:00:00-05:00")
    look()
    act("credit_invoice", invoice=number, lines=[{"position": 1, "amount": "500.00"}], reason="Jamais livré")
    assert look() == (1, D("4.57"))  # 574.88 × 10 × 29 ÷ 36500 = 4.5676
    assert charged() == [D("9.14"), D("-4.57")]


def test_what_was_waived_credited_written_off_or_paused_afterwards_gives_nothing_back(clock: Any) -> None:
    clock.freeze("2026-10-12T09:00:00-04:00")
    a_rate("10")
    customers = [a_customer() for _ in range(4)]
    numbers = [an_invoice("1000.00", customer=customer) for customer in customers]
    waived, credited, _, paused = customers
    clock.freeze("2026-12-01T09:00:00-05:00")
    look()
    charge = PendingCharge.objects.get(customer=waived)
    act("withdraw_charge", charge=charge.pk, reason="Geste commercial")
    billed = act("bill_customer", customer=credited.number)
    act("credit_invoice", invoice=billed, reason="Geste commercial")
    for number in numbers[:2]:
        act("credit_invoice", invoice=number, reason="Jamais livré")
    act("write_off_invoice", invoice=numbers[2], reason="Parti sans adresse")
    act("pause_late_interest", customer=paused.number, since="2026-11-01", reason="Facture contestée")
    settings.put("billing.interest_grace_days", 60)
    assert too_much() == []
    assert look() == (0, D("0.00"))
    assert not InterestGivenBack.objects.exists()


def test_what_is_given_back_is_no_part_of_what_bears_interest(clock: Any) -> None:
    a_rate("10")
    settings.put("billing.interest_minimum", "0.00")
    item = overdue()
    look()
    paid(item, "1000.00", date(2026, 11, 11))
    assert look() == (1, D("5.48"))  # 1000 × 10 × 20 ÷ 36500 = 5.4795
    customer = _customer(owner_of(item))
    act("add_charge", customer=customer, item=_item(), reason="Visite")
    number = act("bill_customer", customer=customer)
    # 85.00 and 12.73 of taxes, 7.95 of interest, 5.48 given back
    assert Invoice.objects.get(number=number).total == D("100.20")
    clock.freeze("2027-01-31T09:00:00-05:00")
    look()
    assert charged()[-1] == D("1.07")  # 97.73 × 10 × 40 ÷ 36500 = 1.0710


def _customer(key: int) -> str:
    return bill_to_id(key).number


def _item() -> str:
    return an_item("85.00", kind="labour", group=a_group("labour", account="4070")).sku
