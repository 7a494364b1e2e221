"""Taxes as printed: the published examples of every era on issued documents, and rates never added up on any paper."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.document import document_of
from gigafibre.billing.documents.render import render
from gigafibre.billing.queries import invoice
from gigafibre.billing.tests.paper import GST_NUMBER, QST_NUMBER, every_paper
from gigafibre.catalog.tests.factories import an_item
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.paper import text_of
from gigafibre.subscriptions.tests.factories import a_customer

# Both rates added up, or QST rounded: what Revenu Québec says must not appear.
ADDED_UP = re.compile(r"(?<!\d)14[.,]975(?!\d)|(?<!\d)(14[.,]97|9[.,]97|15[.,]025|13[.,]95|12[.,]875|13[.,]925)\s?%")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


@pytest.mark.django_db
@pytest.mark.parametrize(
    ("day", "price", "gst", "qst", "total", "rates"),
    [
        ("2006-06-30", "100.00", "7.00", "8.03", "115.03", ("7 %", "7,5 %")),
        ("2006-07-01", "100.00", "6.00", "7.95", "113.95", ("6 %", "7,5 %")),
        ("2008-01-01", "100.00", "5.00", "7.88", "112.88", ("5 %", "7,5 %")),
        ("2010-12-31", "49.95", "2.50", "3.93", "56.38", ("5 %", "7,5 %")),
        ("2011-01-01", "100.00", "5.00", "8.93", "113.93", ("5 %", "8,5 %")),
        ("2011-12-31", "49.95", "2.50", "4.46", "56.91", ("5 %", "8,5 %")),
        ("2012-01-01", "100.00", "5.00", "9.98", "114.98", ("5 %", "9,5 %")),
        ("2013-01-01", "100.00", "5.00", "9.98", "114.98", ("5 %", "9,975 %")),
        ("2026-12-01", "49.95", "2.50", "4.98", "57.43", ("5 %", "9,975 %")),
    ],
)
def test_published_examples_on_issued_invoices_and_their_credit_notes(
    clock: Any, day: str, price: str, gst: str, qst: str, total: str, rates: tuple[str, str]
) -> None:
    """Revenu Québec's examples of 2006, 2008 and 2013, and the same rule computed for the years between."""
    settings.put("company.name", "Gigafibre")
    settings.put("company.registrations", {"GST": GST_NUMBER, "QST": QST_NUMBER})
    clock.freeze(f"{day}T12:00:00-05:00")
    customer = a_customer()
    draft = act("create_draft", customer=customer.number, lines=[{"item": an_item(price, kind="labour").sku}])
    number = act("issue_invoice", invoice=f"DRAFT-{draft['draft_id']}")
    note = act("credit_invoice", invoice=number, reason="Erreur")["number"]
    for named in (number, note):
        page = invoice(named)
        assert [tax.amount for tax in page.taxes] == [Decimal(gst), Decimal(qst)]
        assert page.total == Decimal(total)
        text = re.sub(r"\s+", " ", text_of(render(document_of(page))))
        printed = [f"{amount.replace('.', ',')} $" for amount in (gst, qst)]
        assert f"TPS {rates[0]} no {GST_NUMBER} {printed[0]} TVQ {rates[1]} no {QST_NUMBER} {printed[1]}" in text
        assert not ADDED_UP.search(text)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_no_paper_of_any_kind_shows_the_rates_added_up(language: Language) -> None:
    for kind, pdf in every_paper(language):
        text = text_of(pdf).replace("\u00a0", " ")
        assert not ADDED_UP.search(text), kind
        if kind.startswith(("invoice", "credit", "quotation")):
            assert ("9,975 %" if language == "fr" else "9.975%") in text, kind


def test_the_search_finds_what_must_not_be_there() -> None:
    for wrong in ("Taxes 14,975 %", "14.975%", "14,97 %", "TVQ 9,97 %", "QST 9.97%"):
        assert ADDED_UP.search(wrong), wrong
    for right in ("TVQ 9,975 %", "9.975%", "114,97 $", "14,97 $", "9,97 $", "2014.9751"):
        assert not ADDED_UP.search(right), right
