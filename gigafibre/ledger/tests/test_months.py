"""Closing a month by its checklist, opening it again, and the log that never changes."""

from __future__ import annotations

import json
from collections.abc import Iterator
from datetime import date
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.ledger import closing
from gigafibre.ledger.actions import Line, close_month, post_entry, reopen_month
from gigafibre.ledger.errors import MonthBlocked, MonthClosed, MonthNotOver, ReasonNeeded
from gigafibre.ledger.models import ClosedMonth, MonthClosing
from gigafibre.ledger.queries import months
from gigafibre.ledger.tests.factories import a_credit, a_debit

pytestmark = pytest.mark.django_db
OCTOBER = closing.Month(date(2026, 10, 1))
TEN = Decimal("10.00")


@pytest.fixture(autouse=True)
def _acting(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T10:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def states() -> dict[str, str]:
    """Return the items of October that are not ok."""
    return {one.code: one.found.state for one in closing.checklist(OCTOBER) if one.found.state != "ok"}


def test_a_month_where_all_is_well_closes_without_a_word() -> None:
    a_debit(on=date(2026, 10, 5))
    assert states() == {}
    close_month("2026-10")
    (done,) = MonthClosing.objects.all()
    assert (done.month, done.verb, done.reason, done.by) == (OCTOBER.first, "closed", "", SYSTEM.label)
    assert {item["state"] for item in done.checklist} == {"ok"}
    assert "ledger.customers" in {item["code"] for item in done.checklist}
    with pytest.raises(MonthClosed):
        close_month("2026-10")


def test_what_asks_for_attention_needs_a_reason_that_is_kept() -> None:
    post_entry(date(2026, 10, 9), "manual", "M-1", [Line("2300", debit=TEN), Line("1060", credit=TEN)])
    a_credit(on=date(2026, 9, 30))
    assert states() == {"ledger.earlier": "attention", "ledger.suspense": "attention", "ledger.clearing": "attention"}
    with pytest.raises(ReasonNeeded, match="suspense"), transaction.atomic():
        close_month("2026-10")
    assert not ClosedMonth.objects.exists()
    assert not MonthClosing.objects.exists()
    close_month("2026-10", reason="La facture du transporteur viendra en novembre.")
    (done,) = MonthClosing.objects.all()
    assert done.reason == "La facture du transporteur viendra en novembre."
    said = {item["code"]: item["en"] for item in done.checklist if item["state"] == "attention"}
    assert said["ledger.suspense"] == "Balances: 2300: $10.00"
    assert said["ledger.clearing"] == "Balances: 1056: $100.00"


def test_what_blocks_is_not_closed_over_whatever_the_reason() -> None:
    with connection.cursor() as cursor:  # as the importer, whom the database trusts for a phase
        cursor.execute("SET LOCAL ROLE gigafibre_importer")
        cursor.execute(
            "INSERT INTO ledger_openitem (customer_id, side, kind, number, date, amount, open) "
            "VALUES (7, 'debit', 'invoice', 'X', '2026-10-05', 10, 10)"
        )
        cursor.execute("RESET ROLE")
    assert states() == {"ledger.customers": "blocked"}
    with pytest.raises(MonthBlocked, match="receivable account"), transaction.atomic():
        close_month("2026-10", reason="On verra.")
    assert not ClosedMonth.objects.exists()


def test_a_month_that_runs_is_not_closed() -> None:
    with pytest.raises(MonthNotOver):
        close_month("2026-11", reason="Vacances.")
    november = {one.code: one.found.state for one in closing.checklist(closing.Month(date(2026, 11, 1)))}
    assert november["ledger.over"] == "blocked"


def test_opening_again_says_why_and_is_logged() -> None:
    close_month("2026-10")
    reopen_month("2026-10", reason="Une facture manquait.")
    post_entry(date(2026, 10, 9), "manual", "M-1", [Line("5400", debit=TEN), Line("1060", credit=TEN)])
    close_month("2026-10")
    log = MonthClosing.objects.order_by("id").values_list("verb", "reason")
    assert list(log) == [("closed", ""), ("reopened", "Une facture manquait."), ("closed", "")]
    assert [(row.month, row.state, row.entries) for row in months()] == [
        (date(2026, 11, 1), "current", 0),
        (date(2026, 10, 1), "closed", 1),
    ]


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE ledger_monthclosing SET reason = 'autre'",
        "DELETE FROM ledger_monthclosing",
        "TRUNCATE ledger_monthclosing",
    ],
)
def test_the_log_never_changes(statement: str) -> None:
    close_month("2026-10")
    with (
        pytest.raises(IntegrityError, match="its rows never change"),
        transaction.atomic(),
        connection.cursor() as cursor,
    ):
        cursor.execute(statement)
    assert MonthClosing.objects.count() == 1


@pytest.mark.parametrize(
    ("values", "constraint"),
    [
        ({"month": date(2026, 10, 2), "verb": "closed"}, "month_closing_is_its_first_day"),
        ({"month": date(2026, 10, 1), "verb": "reopened"}, "reopened_with_a_reason"),
    ],
)
def test_a_log_line_names_a_month_and_a_reason(values: dict[str, Any], constraint: str) -> None:
    with pytest.raises(IntegrityError, match=constraint), transaction.atomic():
        MonthClosing.objects.create(by="Ève", **values)


def test_the_command_looks_closes_and_reopens() -> None:
    a_credit(on=date(2026, 10, 5))

    def run(*words: str) -> dict[str, Any]:
        out = StringIO()
        call_command("close_month", "--month", "2026-10", "--json", "--language", "en", *words, stdout=out)
        answer: dict[str, Any] = json.loads(out.getvalue())
        return answer

    looked = run()
    assert (looked["state"], looked["verdict"]) == ("open", "attention")
    assert [item["code"] for item in looked["items"] if item["state"] != "ok"] == ["ledger.clearing"]
    with pytest.raises(CommandError, match="reason_needed"):
        run("--close")
    closed = run("--close", "--reason", "Déposé le 2 novembre.")
    assert (closed["state"], closed["log"][0]["reason"]) == ("closed", "Déposé le 2 novembre.")
    assert closed["log"][0]["items"][0]["said"] == "Balances: 1056: $100.00"
    assert run("--reopen", "--reason", "Erreur.")["state"] == "open"
    out = StringIO()
    call_command("close_month", "--month", "2026-10", stdout=out)
    assert "! Les encaissements sont rapprochés de la banque: Soldes : 1056 : 100,00\xa0$" in out.getvalue()
