"""Why an invoice differs from the one before, on real invoices: months, services, runs, pages and paper."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.billing import run
from gigafibre.billing.document import document_of
from gigafibre.billing.models import BillingRun, Invoice
from gigafibre.billing.queries import invoice, why_of
from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.tests.factories import a_customer, a_location, a_planned_change, a_subscription, altered

pytestmark = pytest.mark.django_db


def bill(day: str) -> None:
    perform("billing.confirm_run", {"date": day}, actor=SYSTEM)
    run.issue(BillingRun.objects.get(date=day).pk)


def act(verb: str, **given: Any) -> Any:
    return perform(verb, given, actor=SYSTEM).result


@pytest.fixture
def november(clock: Any) -> None:
    clock.freeze("2026-11-01T09:00:00-05:00")


def latest() -> str:
    number = Invoice.objects.filter(state="issued").order_by("-id").values_list("number", flat=True)[0]
    return str(number)


def words_of(number: str) -> list[str]:
    found = why_of(number)
    assert found is not None
    assert sum((reason.amount for reason in found.reasons), Decimal(0)) == found.difference
    return [f"{r.says.fr} | {r.amount}".replace("\u00a0", " ") for r in found.reasons]


@pytest.mark.usefixtures("november")
def test_a_month_with_everything_in_it(clock: Any) -> None:
    customer = a_customer("Sylvie Tremblay")
    home = a_location(customer)
    old = an_item("60.00", sku="F500", name_fr="Fibre 500", name_en="Fibre 500")
    new = an_item("80.00", sku="F1000", name_fr="Fibre 1000", name_en="Fibre 1000")
    more: dict[str, Any] = {"customer": customer, "location": home, "charged_until": date(2026, 11, 1)}
    internet = a_subscription(item=old, **more)
    tv = a_subscription(item=an_item("40.00", sku="TV", name_fr="Télé", name_en="TV"), **more)
    phone = a_subscription(item=an_item("25.00", sku="TEL", name_fr="Téléphone", name_en="Phone"), **more)
    bill("2026-11-01")
    assert words_of(latest()) == ["Première facture de ce client | 143.72"]
    clock.freeze("2026-11-15T09:00:00-05:00")
    act(
        "subscriptions.plan_change",
        subscription=internet.number,
        kind="item",
        on="2026-11-16",
        item="F1000",
        reason="Plus vite",
    )
    clock.freeze("2026-11-16T09:00:00-05:00")
    act("subscriptions.apply_due_changes")
    prices = {"unit_price": "80.00", "was_item": "F500", "was_unit_price": "60.00"}
    act(
        "billing.settle_service",
        subscription=internet.number,
        since="2026-11-16",
        item="F1000",
        reason="Plus vite",
        **prices,
    )
    act("subscriptions.cancel_subscription", subscription=tv.number, on="2026-12-01", reason="Ne l’écoute plus")
    a_planned_change(phone, "price", date(2026, 12, 1), price=Decimal("27.00"))
    labour = an_item("85.00", sku="DEPL", kind="labour", name_fr="Déplacement", name_en="Visit")
    act("billing.add_charge", customer=customer.number, item=labour.sku, reason="Visite")
    clock.freeze("2026-12-01T09:00:00-05:00")
    bill("2026-12-01")
    assert words_of(latest()) == [
        "Frais unique, Déplacement | 85.00",
        "Fibre 1000, 15/30 × 80,00 $ (16 novembre au 30 novembre) | 40.00",
        "Télé, terminé depuis le 1er décembre | -40.00",
        "Crédit, Fibre 500 (16 novembre au 30 novembre) | -30.00",
        "Forfait changé, Fibre 1000 remplace Fibre 500 depuis le 16 novembre | 20.00",
        "Téléphone, prix de 25,00 $ à 27,00 $ depuis le 1er décembre | 2.00",
        "Taxes | 11.53",
    ]
    assert new.sku == "F1000"


@pytest.mark.usefixtures("november")
def test_what_was_invoiced_apart_is_nothing_to_compare_with(clock: Any) -> None:
    customer = a_customer()
    a_subscription("60.00", customer=customer, charged_until=date(2026, 11, 1))
    bill("2026-11-01")
    clock.freeze("2026-11-14T09:00:00-05:00")
    tv = an_item("30.00", sku="TV", name_fr="Télé", name_en="TV")
    day = date(2026, 11, 14)
    added = a_subscription(customer=customer, item=tv, started_on=day, charged_until=day)
    act("billing.bill_first_period", subscription=added.number)
    assert words_of(latest()) == ["Facture à part, sans les services de la période | 19.55"]
    clock.freeze("2026-12-01T09:00:00-05:00")
    bill("2026-12-01")
    found = why_of(latest())
    assert found is not None
    assert found.previous is not None
    assert found.previous.date == date(2026, 11, 1)
    assert words_of(latest()) == ["Nouveau service, Télé | 30.00", "Taxes | 4.49"]


@pytest.mark.usefixtures("november")
def test_it_takes_the_same_few_queries_whatever_is_there(clock: Any) -> None:
    customer = a_customer()
    for _ in range(9):
        a_subscription("60.00", customer=customer, charged_until=date(2026, 11, 1))
    few = a_subscription("60.00", customer=a_customer(), charged_until=date(2026, 11, 1))
    bill("2026-11-01")
    clock.freeze("2026-12-01T09:00:00-05:00")
    bill("2026-12-01")
    counts = []
    for one in (customer.pk, few.customer_id):
        number = Invoice.objects.filter(customer_id=one).order_by("-id")[0].number or ""
        with CaptureQueriesContext(connection) as asked:
            why_of(number)
        counts.append(len(asked))
    assert counts == [5, 5]


@pytest.mark.usefixtures("november")
def test_agents_read_it_in_their_language_and_the_paper_says_it_in_the_customers(clock: Any) -> None:
    subscription = a_subscription(
        item=an_item("60.00", name_fr="Fibre 500", name_en="Fibre 500"), charged_until=date(2026, 11, 1)
    )
    bill("2026-11-01")
    altered(subscription, price_override="66.00", price_reason="fin de l’entente")
    clock.freeze("2026-12-01T09:00:00-05:00")
    bill("2026-12-01")
    reader = browser(a_user("billing", language="en"))
    told = reader.get(f"/api/v1/invoices/{latest()}/why").json()
    assert told["difference"] == "6.89"
    assert [(r["kind"], r["says"], r["amount"]) for r in told["reasons"]] == [
        ("price", "Fibre 500, price from $60.00 to $66.00 since December\u00a01", "6.00"),
        ("taxes", "Taxes", "0.89"),
    ]
    assert reader.get(f"/api/v1/invoices/{latest()}").json()["why"] == told
    assert reader.get("/api/v1/invoices/SINV-1/why").json()["code"] == "no_such_invoice"
    explained = (
        "Fibre 500, prix de 60,00\u00a0$ à 66,00\u00a0$ depuis le 1er\u00a0décembre : +6,00\u00a0$\n"
        "Taxes : +0,89\u00a0$"
    )
    assert document_of(invoice(latest())).change_explanation == explained  # type: ignore[union-attr]
    # Frozen with the invoice; the next one follows the setting of its day.
    settings.put("billing.explain_from", "10.00")
    assert document_of(invoice(latest())).change_explanation == explained  # type: ignore[union-attr]
    altered(subscription, price_override="70.00", price_reason="fin de l’entente")
    clock.freeze("2027-01-01T09:00:00-05:00")
    bill("2027-01-01")
    assert document_of(invoice(latest())).change_explanation == ""  # type: ignore[union-attr]
