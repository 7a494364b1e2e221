"""Credit notes: by line, in part, whole; in any order they come to the invoice, and never to more."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from itertools import pairwise
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from gigafibre.billing.errors import NoSuchInvoice, NoSuchLine, NotAnInvoice, NothingCredited, OverCredited
from gigafibre.billing.models import ChargedPeriod, Invoice, InvoiceLine
from gigafibre.billing.queries import invoice as page_of
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.ledger.queries import balance
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]


@pytest.fixture
def november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def an_invoice(*prices: str, customer: Any = None, untaxed: tuple[str, ...] = ()) -> str:
    customer = customer or a_customer()
    labour = a_group("labour", account="4070")
    lines = [{"item": an_item(price, kind="labour", group=labour).sku} for price in prices]
    lines += [{"item": an_item(price, kind="labour", group=labour, taxable=False).sku} for price in untaxed]
    draft = act("create_draft", customer=customer.number, lines=lines)["draft_id"]
    return str(act("issue_invoice", invoice=f"DRAFT-{draft}"))


def credit(number: str, lines: list[dict[str, Any]] | None = None) -> dict[str, Any]:
    asked = {} if lines is None else {"lines": lines}
    made: dict[str, Any] = act("credit_invoice", invoice=number, reason="Erreur", **asked)
    return made


def test_a_credit_note_gives_everything_back_and_pays_the_invoice() -> None:
    customer = a_customer()
    number = an_invoice("49.95", customer=customer)
    assert credit(number) == {
        "number": "CN-2026-000001",
        "subtotal": "49.95",
        "taxes": [
            {"tax": "GST", "name": "TPS", "amount": "2.50"},
            {"tax": "QST", "name": "TVQ", "amount": "4.98"},
        ],
        "total": "57.43",
        "applied": "57.43",
        "left": "0.00",
    }
    note = page_of("CN-2026-000001")
    assert (note.kind, note.corrects, note.total) == ("credit_note", number, Decimal("57.43"))
    page = page_of(number)
    assert (page.status, [n.number for n in page.corrected_by], page.creditable) == ("paid", [note.number], 0)
    assert balance(customer.pk) == Decimal("0.00")
    with pytest.raises(OverCredited):
        credit(number)
    with pytest.raises(NotAnInvoice):
        credit(note.number)
    with pytest.raises(NoSuchInvoice):
        credit("SINV-1")
    assert Invoice.objects.count() == 2


def test_a_line_is_given_back_in_part_then_what_is_left_of_all() -> None:
    number = an_invoice("100.00", "40.00")
    first = credit(number, [{"position": 1, "amount": "30.00"}])
    assert (first["subtotal"], first["total"], first["left"]) == ("30.00", "34.49", "126.48")
    (place,) = page_of(number).locations
    assert [(line.amount, line.credited) for line in place.lines] == [
        (Decimal("100.00"), Decimal("30.00")),
        (Decimal("40.00"), Decimal("0.00")),
    ]
    with pytest.raises(OverCredited):
        credit(number, [{"position": 1, "amount": "70.01"}])
    rest = credit(number)
    assert (rest["subtotal"], rest["total"], rest["left"]) == ("110.00", "126.48", "0.00")
    told = browser(a_user("billing")).get(f"/api/v1/invoices/{number}").json()
    assert (told["creditable"], [n["total"] for n in told["corrected_by"]]) == ("0.00", ["34.49", "126.48"])
    assert [line["left"] for line in told["locations"][0]["lines"]] == ["0.00", "0.00"]


def test_what_makes_no_sense_is_refused_and_changes_nothing() -> None:
    number = an_invoice("100.00", "-10.00")
    for refusal, lines in (
        (NoSuchLine, [{"position": 3}]),
        (NothingCredited, []),
        (NothingCredited, [{"position": 2}]),
        (OverCredited, [{"position": 1, "amount": "-5.00"}]),
        (OverCredited, [{"position": 1}]),
        (OverCredited, [{"position": 1, "amount": "95.00"}, {"position": 2, "amount": "-10.01"}]),
    ):
        with pytest.raises(refusal):
            credit(number, lines)
    assert Invoice.objects.filter(kind="credit_note").count() == 0
    assert credit(number)["subtotal"] == "90.00"


def test_the_preview_says_taxes_and_what_is_left_and_writes_nothing() -> None:
    number = an_invoice("100.00")
    asked = {"invoice": number, "reason": "Erreur", "lines": [{"position": 1, "amount": "50.00"}]}
    told = preview("billing.credit_invoice", asked, actor=SYSTEM).result
    assert (told["total"], told["left"], [t["amount"] for t in told["taxes"]]) == ("57.49", "57.49", ["2.50", "4.99"])
    assert not Invoice.objects.filter(kind="credit_note").exists()


def test_credits_beyond_the_invoice_are_refused_by_the_database() -> None:
    number = an_invoice("100.00")
    credit(number, [{"position": 1, "amount": "60.00"}])
    columns = {str(field.column) for field in Invoice._meta.concrete_fields} - {"id", "number", "issued_xid"}
    copied = ", ".join(sorted(columns))
    with (
        pytest.raises(IntegrityError, match="more than their invoice"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(
            f"INSERT INTO billing_invoice ({copied}, number, issued_xid) "
            f"SELECT {copied}, 'CN-AGAIN', pg_current_xact_id()::text::bigint FROM billing_invoice "
            "WHERE number = 'CN-2026-000001'"
        )
    assert Invoice.objects.filter(kind="credit_note").count() == 1
    assert InvoiceLine.objects.filter(credits__isnull=False).count() == 1


def test_credited_days_are_not_billed_again_by_themselves() -> None:
    subscription = a_subscription("60.00", charged_until=date(2026, 11, 1))
    number = act("bill_first_period", subscription=subscription.number)
    act("credit_invoice", invoice=number, reason="Panne")
    assert not ChargedPeriod.objects.filter(line__isnull=False).exists()
    assert act("bill_customer", customer=subscription.customer.number) == ""


@settings(max_examples=25, suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(st.data())
def test_credits_in_any_order_come_to_the_invoice(data: st.DataObject) -> None:
    """Lines taxed and not, given back whole or in parts, in any order: to the cent, taxes included."""
    price = st.decimals("0.01", "300", places=2)
    taxed = data.draw(st.lists(price.map(str), min_size=1, max_size=4))
    untaxed = data.draw(st.lists(price.map(str), max_size=2))
    customer = a_customer()
    number = an_invoice(*taxed, customer=customer, untaxed=tuple(untaxed))
    parts: list[dict[str, Any]] = []
    for position, amount in enumerate([*taxed, *untaxed], start=1):
        whole = int(Decimal(amount) * 100)
        cuts = sorted(data.draw(st.sets(st.integers(1, whole - 1), max_size=2))) if whole > 1 else []
        ends = [0, *cuts, whole]
        parts += [
            {"position": position, "amount": f"{Decimal(end - start) / 100:.2f}"} for start, end in pairwise(ends)
        ]
    for part in data.draw(st.permutations(parts)):
        assert Decimal(credit(number, [part])["left"]) >= 0
    page = page_of(number)
    notes = [page_of(note.number) for note in page.corrected_by]
    assert sum(note.subtotal for note in notes) == page.subtotal
    assert sum(note.total for note in notes) == page.total
    for tax in page.taxes:
        assert sum(t.amount for note in notes for t in note.taxes if t.code == tax.code) == tax.amount
    assert all(note.tax_total >= 0 for note in notes)
    assert balance(customer.pk) == Decimal("0.00")
