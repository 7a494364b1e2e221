"""The chart of accounts: what is used stays what it is, and a closed account takes nothing, whoever posts."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import Forbidden, InvalidInput, Refusal
from gigafibre.kernel.listing import page
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import speak
from gigafibre.ledger.actions import Line, close_month, post_entry
from gigafibre.ledger.chart_errors import (
    AccountBalance,
    AccountClosed,
    AccountInUse,
    AccountMovesLater,
    AccountNotClosed,
    KindOfUsedAccount,
    NumberTaken,
)
from gigafibre.ledger.chart_listings import ACCOUNTS
from gigafibre.ledger.errors import MonthClosed, UnknownAccount
from gigafibre.ledger.queries import accounts
from gigafibre.ledger.tests.factories import a_deferred_part

pytestmark = pytest.mark.django_db
NEW = {"number": "1070", "name_fr": "Compte en dollars US", "name_en": "US dollar account", "kind": "asset"}
CLOSING = {"account": "1065", "since": "2026-11-21", "reason": "Compte fermé à la caisse"}


@pytest.fixture(autouse=True)
def _november(clock: Any) -> Any:
    clock.freeze("2026-11-21T09:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def act(verb: str, **given: Any) -> Any:
    return perform(f"ledger.{verb}", given, actor=SYSTEM).result


def refused(refusal: type[Refusal], verb: str, **given: Any) -> Refusal:
    before = accounts()
    with pytest.raises(refusal) as caught:
        act(verb, **given)
    assert accounts() == before
    return caught.value


def line(number: str) -> Any:
    return next(row for row in accounts() if row.number == number)


def booked(account: str, amount: str = "10.00", on: date = date(2026, 11, 10)) -> None:
    value = Decimal(amount)
    post_entry(on, "manual", f"M-{account}-{on}", [Line(account, debit=value), Line("1060", credit=value)])


def test_an_account_is_added_named_and_closed() -> None:
    assert act("add_account", **NEW, gifi="1002") == "1070"
    act("edit_account", account="1070", name_fr="Compte US", name_en="US account", kind="asset", gifi="")
    found = line("1070")
    assert (found.name_fr, found.gifi, found.moved, found.closed_on) == ("Compte US", "", False, None)
    act("close_account", **CLOSING | {"account": "1070"})
    assert line("1070").closed_on == date(2026, 11, 21)
    act("reopen_account", account="1070")
    assert line("1070").closed_on is None


def test_the_chart_is_a_list() -> None:
    speak("fr")
    booked("5300")
    act("close_account", **CLOSING)
    found = {row["number"]: row for row in page(ACCOUNTS, {"limit": "200"}).items}
    assert list(found) == [row.number for row in accounts()]
    assert found["2310"]["used_by"][0] == "TPS perçue"
    assert [found[one]["moved"] for one in ("5300", "1065")] == [True, False]
    closed = page(ACCOUNTS, {"view": "closed"}).items
    assert [(row["number"], row["closed_on"]) for row in closed] == [("1065", "2026-11-21")]
    assert {row["kind"] for row in page(ACCOUNTS, {"view": "revenue", "limit": "200"}).items} == {"revenue"}
    assert "2310" in [row["number"] for row in page(ACCOUNTS, {"q": "tps percue"}).items]


def test_a_number_is_one_account() -> None:
    refused(NumberTaken, "add_account", **NEW | {"number": "1060"})
    refused(InvalidInput, "add_account", **NEW | {"number": "10-70"})
    refused(InvalidInput, "add_account", **NEW | {"kind": "other"})
    refused(UnknownAccount, "reopen_account", account="9999")


def test_what_was_booked_on_keeps_its_kind() -> None:
    booked("5300")
    other = {"name_fr": "Camions", "name_en": "Trucks"}
    refused(KindOfUsedAccount, "edit_account", account="5300", **other, kind="asset")
    refused(KindOfUsedAccount, "edit_account", account="2310", **other, kind="asset")  # the GST's, by its role
    act("edit_account", account="5300", **other, kind="expense")
    act("edit_account", account="5000", **other, kind="asset")
    assert (line("5300").kind, line("5300").name_en, line("5000").kind) == ("expense", "Trucks", "asset")


def test_what_is_used_or_moves_or_has_a_balance_stays_open() -> None:
    refused(AccountInUse, "close_account", **CLOSING | {"account": "1200"})
    booked("1065", on=date(2026, 11, 21))
    refused(AccountMovesLater, "close_account", **CLOSING)
    refused(AccountBalance, "close_account", **CLOSING | {"since": "2026-11-22"})
    booked("5300")
    act("close_account", **CLOSING | {"account": "5300"})  # of the year: its balance is closed with the year
    refused(AccountClosed, "close_account", **CLOSING | {"account": "5300"})
    refused(AccountNotClosed, "reopen_account", account="1065")


def test_an_account_that_waits_for_its_months_stays_open() -> None:
    a_deferred_part(date(2026, 12, 1), account="4010")
    told = refused(AccountInUse, "close_account", **CLOSING | {"account": "4010"})
    assert "revenus reportés" in told.said.fr


def test_an_account_closes_in_an_open_month() -> None:
    close_month("2026-10")
    refused(MonthClosed, "close_account", **CLOSING | {"since": "2026-10-15"})


def test_nothing_is_booked_on_a_closed_account() -> None:
    act("close_account", **CLOSING)
    with pytest.raises(AccountClosed):
        perform(
            "ledger.post_manual_entry",
            {
                "on": "2026-11-21",
                "description": "Dépôt",
                "lines": [{"account": "1065", "debit": "5.00"}, {"account": "1060", "credit": "5.00"}],
            },
            actor=SYSTEM,
        )
    booked("1065", on=date(2026, 11, 20))  # before it was closed
    assert line("1065").moved


@pytest.mark.parametrize(
    ("statement", "said"),
    [
        ("UPDATE ledger_account SET kind = 'asset' WHERE number = '5300'", "used_account_keeps_its_kind"),
        ("UPDATE ledger_account SET closed_on = '2026-11-10' WHERE number = '5300'", "closed_account_takes_no_posting"),
        ("UPDATE ledger_account SET closed_on = '2026-11-21' WHERE role = 'gst'", "account_in_use_stays_open"),
        ("UPDATE ledger_account SET role = 'petty' WHERE number = '1065'", "account_in_use_stays_open"),
    ],
)
def test_the_database_refuses_it_too(statement: str, said: str) -> None:
    booked("5300")
    act("close_account", **CLOSING)
    before = accounts()
    with pytest.raises(IntegrityError, match=said), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement)
    assert accounts() == before


def test_the_database_books_nothing_on_a_closed_account() -> None:
    act("close_account", **CLOSING)
    posting = """
    WITH e AS (
      INSERT INTO ledger_journalentry (date, kind, document, description, posted_at)
      VALUES ('2026-11-21', 'manual', 'X', '', now()) RETURNING id, date)
    INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date)
    SELECT e.id, a.id, CASE a.number WHEN '1065' THEN 5 ELSE 0 END, CASE a.number WHEN '1065' THEN 0 ELSE 5 END, e.date
    FROM e, ledger_account a WHERE a.number IN ('1060', '1065')
    """
    refusing = pytest.raises(IntegrityError, match="closed_account_takes_no_posting")
    with refusing, transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(posting)
    assert not line("1065").moved


def test_only_who_keeps_the_chart_changes_it() -> None:
    clerk = Actor("staff", 1, "Ève", frozenset({"ledger.read", "ledger.post"}))
    before = accounts()
    for verb, given in (
        ("add_account", NEW),
        ("edit_account", {"account": "1065", "name_fr": "xx", "name_en": "xx", "kind": "asset"}),
        ("close_account", CLOSING),
        ("reopen_account", {"account": "1065"}),
    ):
        with pytest.raises(Forbidden):
            perform(f"ledger.{verb}", given, actor=clerk)
    assert accounts() == before
