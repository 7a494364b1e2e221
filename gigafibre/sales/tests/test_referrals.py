"""Referral codes: stable, unique, forgiving to read; credited once, never for oneself."""

from __future__ import annotations

import threading
from collections.abc import Iterator
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connections, transaction

from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.sales import referring
from gigafibre.sales.actions import credit_referral, give_referral_code, record_referral
from gigafibre.sales.errors import AlreadyReferred, NoReferralItem, NotReferred, RefersHimself, UnknownReferralCode
from gigafibre.sales.models import Referral, ReferralCode
from gigafibre.sales.referral_codes import ALPHABET, code_of, read_code
from gigafibre.sales.tests.factories import a_contract, read_and_sign

PendingCharge: Any = apps.get_model("billing", "PendingCharge")


@pytest.fixture
def acting(clock: Any, db: None) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def a_credit_item() -> None:
    item = an_item("50.00", sku="PARRAINAGE", kind="discount", service_kind="other", group=a_group("fees"))
    settings.put("sales.referral_item", item.sku)


def test_a_code_is_the_first_thirty_bits_in_crockford_base32() -> None:
    # HMAC-SHA256("key", "The quick brown fox jumps over the lazy dog") = f7bc83f4…: 11110 11110 11110 01000 00111 11101
    assert code_of(b"key", "The quick brown fox jumps over the lazy dog") == "YYY87X"
    assert code_of(b"key", "C-4217") == code_of(b"key", "C-4217")
    assert len({code_of(b"key", "C-4217", draw) for draw in range(16)}) == 16
    assert len(ALPHABET) == 32
    assert not set("ILOU") & set(ALPHABET)


@pytest.mark.parametrize("typed", ["YYY87X", "yyy87x", " yyy-87x "])
def test_a_code_is_read_as_people_type_it(typed: str) -> None:
    assert read_code(typed) == "YYY87X"
    assert read_code("oil0il") == "011011"


@pytest.mark.usefixtures("acting")
def test_a_code_is_given_once_and_never_changes(settings: Any) -> None:
    settings.REFERRAL_KEY = "one"
    customer = a_customer()
    code = give_referral_code(customer.number)
    settings.REFERRAL_KEY = "another"
    assert give_referral_code(customer.number) == code == code_of(b"one", customer.number)
    for attack in ({"code": "000000"}, {"draw": 3}):
        with pytest.raises(IntegrityError), transaction.atomic():
            ReferralCode.objects.update(**attack)
    assert referring.owner_of(code.lower()).customer_id == customer.pk


@pytest.mark.usefixtures("acting")
def test_the_later_of_two_that_collide_is_drawn_again(settings: Any) -> None:
    settings.REFERRAL_KEY = "one"
    first, second = a_customer(), a_customer()
    ReferralCode.objects.create(customer=first, code=code_of(b"one", second.number))
    assert give_referral_code(second.number) == code_of(b"one", second.number, 1)
    assert ReferralCode.objects.get(customer=second).draw == 1


@pytest.mark.usefixtures("acting")
def test_the_codes_already_printed_come_again(settings: Any) -> None:
    settings.REFERRAL_OLD_KEY = "key"
    printed = a_customer(legacy_customer_id="The quick brown fox jumps over t")
    assert give_referral_code(printed.number) == code_of(b"key", "The quick brown fox jumps over t")


@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize("typed", ["A0B1C2", "aOblc2", "ao-bI-c2", " AO BL C2 "])
def test_a_contract_takes_a_code_as_it_was_read_and_keeps_where_it_came_from(typed: str) -> None:
    friend = a_customer()
    ReferralCode.objects.create(customer=friend, code="A0B1C2")
    made = a_contract(sent=True, referral_code=typed)
    assert (made.referral_code, made.source) == ("A0B1C2", "referral")
    read_and_sign(made)
    assert Referral.objects.get().referrer_id == friend.pk
    assert a_contract(source="online").source == "online"
    with pytest.raises(UnknownReferralCode):
        a_contract(referral_code="A0B1C3")


@pytest.mark.usefixtures("acting")
def test_a_referral_is_recorded_once_and_never_for_oneself() -> None:
    friend, other, new = a_customer(), a_customer(), a_customer()
    code = give_referral_code(friend.number)
    with pytest.raises(RefersHimself):
        record_referral(friend.number, code=code)
    with pytest.raises(UnknownReferralCode):
        record_referral(new.number, code="ZZZZZZ")
    assert record_referral(new.number, code=code.lower()) == friend.number
    assert record_referral(new.number, code=code) == friend.number
    with pytest.raises(AlreadyReferred):
        record_referral(new.number, code=give_referral_code(other.number))
    assert Referral.objects.count() == 1
    with pytest.raises(IntegrityError, match="nobody_refers_himself"), transaction.atomic():
        Referral.objects.create(referrer=other, referee=other)


@pytest.mark.usefixtures("acting")
def test_the_credit_is_given_once() -> None:
    friend, new = a_customer(), a_customer()
    record_referral(new.number, code=give_referral_code(friend.number))
    with pytest.raises(NoReferralItem):
        credit_referral(new.number)
    a_credit_item()
    done = credit_referral(new.number)
    assert (done.referrer, done.amount, done.credited) == (friend.number, Decimal("50.00"), True)
    assert credit_referral(new.number).credited is False
    charge = PendingCharge.objects.get()
    assert (charge.customer_id, charge.amount, charge.pk) == (friend.pk, Decimal("-50.00"), done.charge_id)
    with pytest.raises(NotReferred):
        credit_referral(friend.number)


@pytest.mark.usefixtures("acting")
def test_a_contract_with_a_code_records_who_recommended() -> None:
    friend = a_customer()
    code = give_referral_code(friend.number)
    contract = a_contract(sent=True, referral_code=code.lower())
    assert (contract.source, contract.referral_code) == ("referral", code)
    assert not Referral.objects.exists()
    read_and_sign(contract)
    assert Referral.objects.get().referrer_id == friend.pk
    with pytest.raises(RefersHimself):
        a_contract(customer=friend, referral_code=code)


def test_credits_asked_for_at_once_are_one(committed_db: Any) -> None:
    with acting_as(SYSTEM):
        friend, new = a_customer(), a_customer()
        record_referral(new.number, code=give_referral_code(friend.number))
        a_credit_item()
    ready, done = threading.Barrier(6), []

    def credit() -> None:
        try:
            ready.wait()
            with acting_as(SYSTEM):
                done.append(credit_referral(new.number).credited)
        finally:
            connections.close_all()

    threads = [threading.Thread(target=credit) for _ in range(6)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join()
    assert sorted(done) == [False] * 5 + [True]
    assert PendingCharge.objects.count() == 1
