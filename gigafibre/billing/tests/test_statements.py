"""Statements of account from the ledger: every document once, the closing balance to the cent, read by who may."""

from __future__ import annotations

import csv
import io
import re
from dataclasses import fields
from datetime import date, timedelta
from decimal import Decimal
from random import Random
from typing import Any

import pytest

from gigafibre.billing.errors import StatementDays
from gigafibre.billing.queries.statements import statement
from gigafibre.billing.tests.test_credit_notes import an_invoice
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.paper import text_of
from gigafibre.ledger.actions import allocate, unallocate
from gigafibre.ledger.queries import AgingTotals, aging, aging_of, balance, items_of
from gigafibre.ledger.tests.factories import a_credit, a_debit
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = pytest.mark.django_db
D = Decimal
NOTHING = AgingTotals(*[D(0)] * len(fields(AgingTotals)))


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def a_year(clock: Any, customer: Any) -> str:
    """Let everything happen that an account can hold; returns the number of the invoice it is about."""
    a_debit(customer.pk, "40.00", on=date(2026, 8, 1), due=date(2026, 8, 21), number="700001")
    a_credit(customer.pk, "15.00", on=date(2026, 8, 30), number="PAY-1")
    clock.freeze("2026-10-01T09:00:00-04:00")
    number = an_invoice("100.00", customer=customer)
    a_credit(customer.pk, "50.00", on=date(2026, 10, 15), number="PAY-2")
    a_debit(customer.pk, "50.00", on=date(2026, 10, 18), due=date(2026, 10, 18), number="PAY-3", kind="reversal")
    a_debit(customer.pk, "5.00", on=date(2026, 10, 19), number="RF-1", kind="refund")
    clock.freeze("2026-11-05T09:00:00-05:00")
    act("credit_invoice", invoice=number, reason="Erreur", lines=[{"position": 1, "amount": "20.00"}])
    act("write_off_invoice", invoice=number, reason="Parti sans adresse")
    clock.freeze("2026-11-21T09:00:00-05:00")
    return number


def test_every_document_stands_once_and_the_closing_balance_is_the_customers(clock: Any) -> None:
    customer = a_customer("Sylvie Tremblay")
    number = a_year(clock, customer)
    found = statement(customer.number, date(2026, 10, 1), date(2026, 11, 21))
    assert [(x.kind, x.number, x.about, x.debit, x.credit, x.balance) for x in found.lines] == [
        ("invoice", number, "", D("114.98"), D("0.00"), D("139.98")),
        ("payment", "PAY-2", "", D("0.00"), D("50.00"), D("89.98")),
        ("reversal", "PAY-3", "", D("50.00"), D("0.00"), D("139.98")),
        ("refund", "RF-1", "", D("5.00"), D("0.00"), D("144.98")),
        ("credit_note", "CN-2026-000001", number, D("0.00"), D("23.00"), D("121.98")),
        ("write_off", "WO-2026-0001", number, D("0.00"), D("91.98"), D("30.00")),
    ]
    assert (found.opening, found.closing) == (D("25.00"), D("30.00"))
    assert found.closing == balance(customer.pk) == found.ages.balance
    before = statement(customer.number, date(2026, 1, 1), date(2026, 9, 30))
    assert (before.opening, [x.number for x in before.lines], before.closing) == (
        D("0.00"),
        ["700001", "PAY-1"],
        found.opening,
    )
    with pytest.raises(StatementDays):
        statement(customer.number, date(2026, 11, 22), date(2026, 11, 21))


def test_cut_anywhere_the_parts_follow_and_ages_are_those_of_the_aging_report(clock: Any) -> None:
    """Random documents, allocations and allocations taken back: every day's closing is the next day's opening."""
    seeded, customer, days = Random(2026), a_customer(), [date(2026, 6, 1) + timedelta(days=9 * n) for n in range(20)]
    clock.freeze("2026-11-21T09:00:00-05:00")
    for day in days:
        amount = f"{seeded.randint(1, 20000) / 100:.2f}"
        if seeded.random() < 0.5:
            a_debit(customer.pk, amount, on=day, due=day + timedelta(days=20))
        else:
            a_credit(customer.pk, amount, on=day)
        for credit in [x for x in items_of(customer.pk, only_open=True) if x.side == "credit"]:
            owed = next((x for x in items_of(customer.pk, only_open=True) if x.side == "debit"), None)
            if owed and seeded.random() < 0.7:
                made = allocate(credit.id, owed.id, min(credit.open, owed.open), on=day)
                if seeded.random() < 0.4:
                    unallocate(made, because="NSF", on=day + timedelta(days=4))
    whole = statement(customer.number, days[0], date(2026, 11, 21))
    assert whole.closing == balance(customer.pk)
    assert len(whole.lines) == 20
    for cut in days[1:]:
        first = statement(customer.number, days[0], cut - timedelta(days=1))
        rest = statement(customer.number, cut, date(2026, 11, 21))
        assert (first.closing, first.lines + rest.lines) == (rest.opening, whole.lines)
        ages = aging_of(customer.pk, cut)
        assert ages == dict(aging(cut, limit=1).customers).get(customer.pk, NOTHING)
        assert ages.balance == statement(customer.number, days[0], cut).closing


def test_it_is_read_printed_and_exported_by_who_may(clock: Any) -> None:
    settings.put("company.name", "Gigafibre")
    customer = a_customer("Sarah MacLeod", language="en")
    number = a_year(clock, customer)
    reader = browser(a_user("read-only"))
    page = f"/api/v1/customers/{customer.number}/statement"
    days = "from=2026-10-01&to=2026-11-21"
    told = reader.get(f"{page}?{days}").json()
    assert (told["opening"], told["closing"], told["language"], len(told["lines"])) == ("25.00", "30.00", "en", 6)
    assert told["lines"][2]["kind"] == "returned"
    ages = [told["ages"][name] for name in ("current", "days_31_60", "over_90", "credits", "balance")]
    assert ages == ["0.00", "55.00", "25.00", "50.00", "30.00"]
    default = reader.get(page).json()
    assert (default["first"], default["last"]) == ("2026-09-01", "2026-11-21")

    pdf = reader.get(f"{page}/document?{days}")
    assert pdf["Content-Type"] == "application/pdf"
    assert pdf["Content-Disposition"] == f'inline; filename="statement-{customer.number}-2026-11-21.pdf"'
    text = re.sub(r"\s+", " ", text_of(pdf.content))
    assert f"Invoice {number}" in text
    assert "Balance at Nov. 21, 2026 30.00" in text
    french = reader.get(f"{page}/document?{days}&language=fr&download=true")
    assert french["Content-Disposition"] == f'attachment; filename="releve-{customer.number}-2026-11-21.pdf"'
    assert f"Facture {number}" in text_of(french.content).replace("\u00a0", " ")

    exported = reader.get(f"{page}/export?{days}&language=fr")
    rows = list(csv.reader(io.StringIO(exported.content.decode("utf-8-sig"))))
    assert rows[0] == ["Date", "Document", "Échéance", "Facture visée", "Débit", "Crédit", "Solde"]
    assert rows[1] == ["2026-10-01", "Solde au début", "", "", "", "", "25.00"]
    assert rows[-2] == ["2026-11-05", "Radiation WO-2026-0001", "", number, "0.00", "91.98", "30.00"]
    assert rows[-1] == ["2026-11-21", "Solde à la fin", "", "", "", "", "30.00"]

    assert reader.get(f"{page}?from=2026-11-22&to=2026-11-21").json()["code"] == "statement_days"
    assert reader.get("/api/v1/customers/C-0/statement").status_code == 404
    for path in (page, f"{page}/document", f"{page}/export"):
        assert browser(a_user("technician")).get(path).json()["code"] == "forbidden"
