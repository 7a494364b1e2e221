"""Bank accounts: what form is refused, what is only unusual, what is kept secret, what pays by itself."""

from __future__ import annotations

import re
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from pydantic import SecretStr

from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import Forbidden, NotFound
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.payments.actions import (
    add_payment_method,
    deactivate_payment_method,
    reveal_bank_details,
    set_autopay,
)
from gigafibre.payments.bank_accounts import read_bank_account
from gigafibre.payments.errors import BadBankAccount, MandateMissing, MethodNotActive, NotABankAccount
from gigafibre.payments.models import PaymentMethod
from gigafibre.payments.queries import methods_of

CLERK = Actor("staff", 3, "Commis", frozenset({"payments.record"}))


def add(customer: Any, account: str = "1234567", **more: Any) -> int:
    given: dict[str, Any] = {
        "holder": "Ève Tremblay",
        "institution": "815",
        "transit": SecretStr("30456"),
        "account": SecretStr(account),
    }
    return add_payment_method(customer.number, **given | more)


def read_all(sql: str) -> str:
    with connection.cursor() as cursor:
        cursor.execute(sql)
        return " ".join(str(row) for row in cursor.fetchall())


@pytest.mark.parametrize(
    ("given", "clean", "unusual"),
    [
        (("815", "30456", "123-456-7"), ("815", "30456", "1234567"), False),
        ((" 006 ", "12 345", "0012345"), ("006", "12345", "0012345"), False),
        (("614", "00152", "4012345678"), ("614", "00152", "4012345678"), False),
        (("815", "30456", "123456789012"), ("815", "30456", "123456789012"), True),
        (("999", "30456", "1234567"), ("999", "30456", "1234567"), True),
    ],
)
def test_coordinates_are_read_as_people_write_them(
    given: tuple[str, str, str], clean: tuple[str, str, str], unusual: bool
) -> None:
    found = read_bank_account(*given)
    assert (found.institution, found.transit, found.account) == clean
    assert bool(found.unusual) is unusual


@pytest.mark.parametrize(
    ("given", "fields"),
    [
        (("81", "30456", "1234567"), ["institution"]),
        (("0815", "3045", "1234567"), ["institution", "transit"]),
        (("815", "30456", "1234"), ["account"]),
        (("815", "30456", "1234567890123"), ["account"]),
        (("815", "3045A", "12345é7"), ["transit", "account"]),
        (("٨١٥", "30456", "1234567"), ["institution"]),
    ],
)
def test_coordinates_that_cannot_be_are_refused_field_by_field(given: tuple[str, str, str], fields: list[str]) -> None:
    with pytest.raises(BadBankAccount) as refused:
        read_bank_account(*given)
    assert [detail.field for detail in refused.value.details] == fields


def test_coordinates_are_kept_secret_everywhere(acting: None) -> None:
    customer = a_customer()
    method = add(customer, "7654321")
    stored = PaymentMethod.objects.get(pk=method)
    assert (stored.transit, stored.account, stored.last4, stored.brand) == (
        "30456",
        "7654321",
        "4321",
        "Desjardins (Québec)",
    )
    for table in ("payments_paymentmethod", "kernel_audit", "kernel_actionrun", "kernel_event"):
        everything = read_all(f"SELECT t::text FROM {table} t")
        assert "7654321" not in everything
        # As a number of its own: the microseconds of some moment may end in the same digits.
        assert re.search(r"(?<![\d.])30456(?!\d)", everything) is None
    (seen,) = methods_of(customer.pk)
    assert (seen.last4, seen.holder, seen.autopay) == ("4321", "Ève Tremblay", False)
    assert not hasattr(seen, "account")


def test_whoever_may_look_says_why_and_leaves_a_trail_without_the_numbers(acting: None) -> None:
    method = add(a_customer())
    given = {"method": method, "reason": "Recherche d’un paiement"}
    with pytest.raises(Forbidden):
        perform("payments.reveal_bank_details", given, actor=CLERK)
    assert "1234567" not in str(preview("payments.reveal_bank_details", given, actor=SYSTEM).result)
    done = perform("payments.reveal_bank_details", given, actor=SYSTEM)
    assert done.result == {"holder": "Ève Tremblay", "institution": "815", "transit": "30456", "account": "1234567"}
    kept = read_all("SELECT name, input, result FROM kernel_actionrun WHERE name = 'payments.reveal_bank_details'")
    assert "Recherche d" in kept
    assert "1234567" not in kept
    card = PaymentMethod.objects.create(customer_id=a_customer().pk, kind="stripe", token="pm_1")
    with pytest.raises(NotABankAccount):
        reveal_bank_details(card.pk, reason="Pour voir")


def test_the_same_account_at_another_customer_is_pointed_out(acting: None) -> None:
    given = {"holder": "Ève", "institution": "815", "transit": "30456", "account": "1234567"}
    first, second = a_customer(), a_customer()

    def passed(customer: Any) -> bool:
        seen = preview("payments.add_payment_method", given | {"customer": customer.number}, actor=SYSTEM)
        (rule,) = [r for r in seen.rules if r.code == "payments.bank_account_of_one_customer"]
        return rule.passed

    assert passed(first)
    add(first)
    assert passed(first)
    assert not passed(second)


def test_autopay_takes_an_agreement_and_one_method_at_a_time(acting: None, clock: Any) -> None:
    customer = a_customer()
    first = add(customer)
    with pytest.raises(MandateMissing):
        set_autopay(first, on=True)
    set_autopay(first, on=True, mandate_on=date(2026, 11, 20), mandate_how="phone", ceiling=Decimal("200.00"))
    second = add(customer, "7654321", mandate_on=date(2026, 11, 1), mandate_how="paper")
    set_autopay(second, on=True)
    assert [(m.id, m.autopay, m.ceiling) for m in methods_of(customer.pk)] == [
        (second, True, None),
        (first, False, Decimal("200.00")),
    ]
    deactivate_payment_method(second, reason="Compte fermé")
    assert [(m.state, m.autopay) for m in methods_of(customer.pk) if m.id == second] == [("inactive", False)]
    with pytest.raises(MethodNotActive):
        set_autopay(second, on=True)
    with pytest.raises(MethodNotActive):
        deactivate_payment_method(second, reason="Encore")
    with pytest.raises(NotFound):
        set_autopay(987654, on=False)


def test_an_agreement_says_when_and_how(acting: None) -> None:
    with pytest.raises(MandateMissing):
        add(a_customer(), mandate_on=date(2026, 11, 1))
    assert not PaymentMethod.objects.exists()
