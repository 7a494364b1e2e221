"""Quotations: their figures are their invoice's, what was sent never changes, they are answered once."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction

from gigafibre.billing.actions import bill_customer, bill_first_period, create_draft
from gigafibre.billing.actions.documents import DraftLine
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import files, settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Conflict
from gigafibre.kernel.tests.paper import text_of
from gigafibre.sales.actions import (
    accept_quotation,
    attach_quotation,
    copy_quotation,
    create_quotation,
    decline_quotation,
    edit_quotation,
    expire_quotations,
    send_quotation,
)
from gigafibre.sales.errors import (
    AlreadyAttached,
    ForNobody,
    LineIncomplete,
    PromotionUnclear,
    ValidityGone,
    WrongStatus,
)
from gigafibre.sales.models import Quotation, QuotationLine
from gigafibre.sales.offers import LineGiven
from gigafibre.sales.tests.factories import a_quotation, offer_lines
from gigafibre.subscriptions.actions import activate_subscription, create_subscription, grant_promotion

Invoice: Any = apps.get_model("billing", "Invoice")
Event: Any = apps.get_model("kernel", "Event")

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Any:
    with acting_as(SYSTEM):
        yield


def paper_of(made: Quotation) -> files.Stored:
    assert made.document
    return files.read(made.document)


def test_an_offer_says_what_is_paid_each_month_once_and_first() -> None:
    made = a_quotation(starts_on=date(2026, 11, 21))
    # 60.00 a month + 3.00 GST + 5.99 QST; 95.00 once + 4.75 + 9.48; 10 of 30 days and once: 115.00 + 5.75 + 11.47
    assert (made.monthly_total, made.once_total, made.first_total) == (
        Decimal("68.99"),
        Decimal("109.23"),
        Decimal("132.22"),
    )


@pytest.mark.parametrize("starts", [date(2026, 11, 21), date(2026, 12, 1), date(2026, 12, 31), date(2027, 2, 14)])
@pytest.mark.parametrize("off", [{}, {"off_amount": "15.00"}, {"off_percent": "33.33"}])
@pytest.mark.parametrize("billing_day", [1, 15, 31])
def test_the_first_month_offered_is_the_first_invoice(
    clock: Any, starts: date, off: dict[str, Any], billing_day: int
) -> None:
    customer = a_customer(billing_day=billing_day)
    place = a_location(customer).number
    item = an_item("74.95")
    line = LineGiven(cycle="monthly", item=item.sku, off_words="Bienvenue", **off, **({"off_cycles": 6} if off else {}))
    offered = create_quotation(customer=customer.number, location=place, lines=[line], starts_on=starts)
    clock.freeze(clock.start_of(starts))
    number = create_subscription(customer.number, location=place, item=item.sku)
    if off:
        given: dict[str, Any] = {name.removeprefix("off_"): Decimal(value) for name, value in off.items()}
        grant_promotion(
            number, since=starts, words_fr="Bienvenue", words_en="Welcome", reason="Offre", cycles=6, **given
        )
    activate_subscription(number, on=starts)
    invoice = Invoice.objects.get(number=bill_first_period(number, from_day=starts))
    assert offered.first_total == invoice.total


def test_two_services_and_a_telephone_on_one_invoice_cost_what_was_offered(clock: Any) -> None:
    settings.put("billing.municipal_tax_911", {"2026": "0.54"})
    customer = a_customer()
    place = a_location(customer).number
    items = [an_item("49.95"), an_item("24.99", service_kind="telephone")]
    offered = create_quotation(
        customer=customer.number, location=place, lines=[LineGiven(cycle="monthly", item=i.sku) for i in items]
    )
    for item in items:
        activate_subscription(create_subscription(customer.number, location=place, item=item.sku))
    invoice = Invoice.objects.get(number=bill_customer(customer.number))
    # 49.95 and 24.99 for 10 of 30 days: 16.65 + 8.33, and 0.54 for the number: 25.52 + 1.28 + 2.55
    assert offered.first_total == invoice.total == Decimal("29.35")


def test_what_is_due_now_is_the_invoice_of_the_same_lines() -> None:
    made = a_quotation(lines=[*offer_lines(once="95.00"), *offer_lines(once="33.33")])
    once = [line for line in made.lines.all() if line.cycle == "once"]
    assert made.customer
    draft = create_draft(made.customer.number, lines=[DraftLine(item=line.sku) for line in once])
    assert made.once_total == draft.total == Decimal("147.55")


def test_a_month_once_promotions_are_over() -> None:
    lines = [LineGiven(cycle="monthly", description="Internet", unit_price="74.95", off_amount="15.00", off_cycles=12)]
    made = a_quotation(lines=lines, sent=True)
    assert made.monthly_total == Decimal("68.93")  # 59.95 + 3.00 + 5.98
    said = text_of(paper_of(made).content).replace("\u00a0", " ")
    assert "Après les promotions : 86,18 $ par mois" in said.replace("\n", " ")


def test_lines_that_say_too_little_or_too_much_are_refused() -> None:
    with pytest.raises(LineIncomplete):
        a_quotation(lines=[LineGiven(cycle="once", description="Sans prix")])
    with pytest.raises(PromotionUnclear):
        a_quotation(lines=[LineGiven(cycle="once", description="x", unit_price="5", off_amount="1", off_cycles=1)])
    with pytest.raises(PromotionUnclear):
        a_quotation(lines=[LineGiven(cycle="monthly", description="x", unit_price="5", off_amount="1")])
    with pytest.raises(ForNobody):
        create_quotation(lines=offer_lines())
    assert not Quotation.objects.exists()


def test_sending_freezes_the_paper_and_says_so_once() -> None:
    made = a_quotation(prospect="Marguerite Boyer", title="Chalet")
    sent = send_quotation(made.number)
    made.refresh_from_db()
    assert made.status == "sent"
    assert sent.link.startswith("/quote/")
    stored = paper_of(made)
    said = text_of(stored.content).replace("\u00a0", " ")
    assert made.number in said
    assert "Marguerite Boyer" in said
    again = send_quotation(made.number)
    assert again.link != sent.link
    made.refresh_from_db()
    assert paper_of(made).sha256 == stored.sha256
    assert Event.objects.filter(type="sales.QuotationSent").count() == 2
    with pytest.raises(WrongStatus):
        edit_quotation(made.number, lines=offer_lines())


@pytest.mark.parametrize(
    "attack",
    [
        "UPDATE sales_quotation SET monthly_total = 1",
        "UPDATE sales_quotation SET status = 'draft'",
        "UPDATE sales_quotation SET terms = 'autre'",
        "DELETE FROM sales_quotation",
        "UPDATE sales_quotationline SET unit_price = 1, amount = 1",
        "DELETE FROM sales_quotationline",
        "INSERT INTO sales_quotationline (quotation_id, position, cycle, sku, description, quantity, unit_price,"
        " amount, taxable, off_words) SELECT id, 9, 'once', '', 'x', 1, 1, 1, true, '' FROM sales_quotation",
        "TRUNCATE sales_quotation CASCADE",
    ],
)
def test_what_was_sent_never_changes(attack: str) -> None:
    a_quotation(sent=True)
    with pytest.raises(IntegrityError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(attack)


@pytest.mark.parametrize(
    ("column", "value", "constraint"),
    [
        ("number", "Q-1", "quotation_number_form"),
        ("status", "lost", "quotation_status_known"),
        ("source", "dream", "quotation_source_known"),
        ("language", "de", "quotation_language_known"),
        ("prospect_name", "", "quotation_is_for_somebody"),
        ("valid_until", date(2020, 1, 1), "quotation_validity"),
        ("status", "sent", "sent_quotation_has_its_paper"),
    ],
)
def test_the_database_refuses(column: str, value: Any, constraint: str) -> None:
    made = a_quotation(prospect="Marguerite Boyer")
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        Quotation.objects.filter(pk=made.pk).update(**{column: value})


def test_the_database_refuses_half_a_promotion() -> None:
    made = a_quotation()
    for wrong in ({"off_amount": 5}, {"off_amount": 5, "off_percent": 5, "off_cycles": 1}, {"off_cycles": 3}):
        with pytest.raises(IntegrityError, match="off"), transaction.atomic():
            QuotationLine.objects.filter(quotation=made, cycle="monthly").update(**wrong)


def test_it_is_accepted_once_and_not_after_its_last_day(clock: Any) -> None:
    made = a_quotation(sent=True)
    accept_quotation(made.number, name="Sylvie Tremblay")
    accept_quotation(made.number, name="Quelqu’un d’autre")
    made.refresh_from_db()
    assert (made.status, made.decided_by) == ("accepted", "Sylvie Tremblay")
    assert Event.objects.filter(type="sales.QuotationAccepted").count() == 1
    with pytest.raises(WrongStatus):
        decline_quotation(made.number, reason="Trop cher")
    with pytest.raises(IntegrityError), transaction.atomic():
        Quotation.objects.filter(pk=made.pk).update(status="declined")
    late = a_quotation(sent=True, valid_until=date(2026, 11, 22))
    clock.move(days=2)
    with pytest.raises(ValidityGone):
        accept_quotation(late.number, name="Sylvie Tremblay")
    assert expire_quotations() == 1
    assert expire_quotations() == 0
    late.refresh_from_db()
    assert late.status == "expired"


def test_a_prospect_becomes_a_customer_once() -> None:
    made = a_quotation(prospect="Marguerite Boyer", sent=True)
    customer = a_customer("Marguerite Boyer")
    attach_quotation(made.number, customer=customer.number, location=a_location(customer).number)
    other = a_customer()
    with pytest.raises(AlreadyAttached):
        attach_quotation(made.number, customer=other.number, location=a_location(other).number)
    with pytest.raises((IntegrityError, Conflict)), transaction.atomic():
        Quotation.objects.filter(pk=made.pk).update(customer_id=other.pk)


def test_a_copy_is_a_draft_of_the_same() -> None:
    made = a_quotation(sent=True)
    copy = Quotation.objects.get(number=copy_quotation(made.number))
    assert (copy.status, copy.monthly_total, copy.document) == ("draft", made.monthly_total, None)
    assert copy.lines.count() == made.lines.count() == 2
