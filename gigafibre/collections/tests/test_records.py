"""Promises and suspensions as records: what they keep, what is refused and changes nothing."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, transaction

from gigafibre.collections.actions import (
    add_arrangement,
    break_arrangement,
    cancel_arrangement,
    end_suspension,
    keep_arrangement,
    record_suspension,
)
from gigafibre.collections.errors import (
    AlreadySuspended,
    ArrangementOver,
    CutoffBeforeDue,
    DueInThePast,
    NotSuspended,
    SuspensionEndsBefore,
)
from gigafibre.collections.listings import ARRANGEMENTS, SUSPENSIONS
from gigafibre.collections.models import PaymentArrangement, Suspension
from gigafibre.crm.errors import NoSuchCustomer
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import InvalidInput, NotFound
from gigafibre.kernel.listing import page
from gigafibre.kernel.preview import preview
from gigafibre.payments.tests.factories import an_invoice

pytestmark = pytest.mark.django_db
D = Decimal
FRIDAY = date(2026, 11, 27)


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def promise(**more: Any) -> int:
    given: dict[str, Any] = {"customer": a_customer().number, "amount": D("50.00"), "due_on": FRIDAY}
    return add_arrangement(**given | more)


def test_a_promise_is_open_from_the_day_it_is_made() -> None:
    made = PaymentArrangement.objects.get(pk=promise(method="phone", cutoff_on=date(2026, 11, 30)))
    assert (made.status, made.agreed_on, made.agent, made.method) == ("open", date(2026, 11, 21), "system", "phone")


@pytest.mark.parametrize(
    ("refusal", "given"),
    [
        (DueInThePast, {"due_on": date(2026, 11, 20)}),
        (CutoffBeforeDue, {"cutoff_on": date(2026, 11, 26)}),
        (InvalidInput, {"amount": D("0.00")}),
        (InvalidInput, {"method": "pigeon"}),
        (InvalidInput, {"note": "visa 4111 1111 1111 1111"}),
        (NoSuchCustomer, {"customer": "C-1"}),
    ],
)
def test_a_promise_that_cannot_be_is_refused(refusal: type[Exception], given: dict[str, Any]) -> None:
    with pytest.raises(refusal), transaction.atomic():
        promise(**given)
    assert not PaymentArrangement.objects.exists()


def test_the_preview_says_what_is_owed() -> None:
    customer = a_customer()
    an_invoice(customer, "49.99", number="1")
    given = {"customer": customer.number, "amount": "50.00", "due_on": "2026-11-27"}
    rules = {r.code: r for r in preview("collections.add_arrangement", given, actor=SYSTEM).rules}
    assert rules["collections.promises_what_is_owed"].passed is False
    assert "$49.99" in rules["collections.promises_what_is_owed"].fact.en


def test_what_is_over_stays_over() -> None:
    kept, broken, cancelled = promise(), promise(), promise()
    with transaction.atomic():
        keep_arrangement(kept)
        break_arrangement(broken, reason="Rien reçu le 27")
    cancel_arrangement(cancelled, reason="Tout est payé")
    statuses = dict(PaymentArrangement.objects.values_list("pk", "status"))
    assert statuses == {kept: "kept", broken: "broken", cancelled: "cancelled"}
    for one in (kept, broken, cancelled):
        with pytest.raises(ArrangementOver), transaction.atomic():
            cancel_arrangement(one, reason="Encore une fois")
    assert PaymentArrangement.objects.get(pk=broken).change_reason == "Rien reçu le 27"
    with pytest.raises(NotFound):
        cancel_arrangement(987_654, reason="Rien du tout")


def test_a_suspension_runs_until_it_is_ended_once() -> None:
    customer = a_customer().number
    record_suspension(customer, reason="En retard", starts_on=date(2026, 11, 10))
    with pytest.raises(AlreadySuspended, match=r"Nov\.\xa010,\xa02026"):
        record_suspension(customer, reason="En retard")
    with pytest.raises(SuspensionEndsBefore):
        end_suspension(customer, on=date(2026, 11, 9))
    end_suspension(customer)
    assert Suspension.objects.get().ends_on == date(2026, 11, 21)
    with pytest.raises(NotSuspended):
        end_suspension(customer)
    record_suspension(customer, reason="Encore en retard")
    assert Suspension.objects.count() == 2


def test_a_seasonal_suspension_has_its_days_to_itself() -> None:
    customer = a_customer().number
    winter: dict[str, Any] = {
        "reason": "Chalet fermé",
        "voluntary": True,
        "starts_on": date(2026, 12, 1),
        "ends_on": date(2027, 4, 1),
    }
    record_suspension(customer, **winter)
    with pytest.raises(AlreadySuspended):
        record_suspension(customer, reason="Autre chose", starts_on=date(2027, 3, 31))
    record_suspension(customer, reason="Autre chose", starts_on=date(2027, 4, 1))
    end_suspension(customer, on=date(2027, 2, 1))
    assert list(Suspension.objects.order_by("starts_on").values_list("starts_on", "ends_on")) == [
        (date(2026, 12, 1), date(2027, 2, 1)),
        (date(2027, 4, 1), None),
    ]
    with pytest.raises(SuspensionEndsBefore):
        record_suspension(customer, reason="Vide", starts_on=date(2028, 1, 1), ends_on=date(2028, 1, 1))


def test_the_database_keeps_one_running_suspension_and_dates_in_order() -> None:
    customer = a_customer()
    Suspension.objects.create(customer_id=customer.pk, starts_on=FRIDAY)
    with pytest.raises(IntegrityError, match="one_running_suspension"), transaction.atomic():
        Suspension.objects.create(customer_id=customer.pk, starts_on=FRIDAY)
    with pytest.raises(IntegrityError, match="suspension_dates"), transaction.atomic():
        Suspension.objects.create(customer_id=customer.pk, starts_on=FRIDAY, ends_on=date(2026, 1, 1))
    with pytest.raises(IntegrityError, match="arrangement_status_known"), transaction.atomic():
        PaymentArrangement.objects.create(customer_id=customer.pk, amount=1, status="dreamt")


def test_the_lists_know_what_runs_and_what_is_late(clock: Any) -> None:
    customer = a_customer("Éva Lefebvre").number
    late, later = promise(customer=customer), promise(customer=customer, due_on=date(2026, 12, 24))
    record_suspension(customer, reason="En retard", starts_on=date(2026, 11, 1), ends_on=date(2026, 11, 10))
    record_suspension(customer, reason="Encore", starts_on=date(2026, 11, 20))
    clock.move(days=7)
    open_ones = page(ARRANGEMENTS, {"view": "open", "q": "lefebvre"})
    assert [(row["id"], row["overdue"]) for row in open_ones.items] == [(late, True), (later, False)]
    assert open_ones.totals == {"amount": "100.00"}
    assert [row["id"] for row in page(ARRANGEMENTS, {"view": "overdue"}).items] == [late]
    assert [row["starts_on"] for row in page(SUSPENSIONS, {"view": "running"}).items] == ["2026-11-20"]
    assert [row["state"] for row in page(SUSPENSIONS, {}).items] == ["running", "ended"]
    record_suspension(a_customer().number, reason="Chalet", voluntary=True, starts_on=date(2027, 1, 1))
    assert [row["reason"] for row in page(SUSPENSIONS, {"view": "ahead"}).items] == ["Chalet"]
