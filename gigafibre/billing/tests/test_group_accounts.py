"""A branch of the catalogue is earned on another account; who needs an account keeps it open."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest

from gigafibre.billing.models import InvoiceLine
from gigafibre.billing.tests.factories import a_waiting_charge
from gigafibre.billing.tests.test_manual_documents import act
from gigafibre.catalog.errors import NoSuchGroup
from gigafibre.catalog.queries import groups_on_accounts
from gigafibre.catalog.tests.factories import a_group, an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import Forbidden, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.ledger.chart_errors import AccountClosed, AccountInUse, NotARevenueAccount
from gigafibre.ledger.errors import UnknownAccount
from gigafibre.subscriptions.tests.factories import a_customer

pytestmark = pytest.mark.django_db
CLOSING = {"since": "2026-11-21", "reason": "Plus vendu"}


@pytest.fixture(autouse=True)
def _november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def close(account: str) -> None:
    perform("ledger.close_account", CLOSING | {"account": account}, actor=SYSTEM)


def refused(refusal: type[Refusal], **given: Any) -> None:
    before = groups_on_accounts()
    with pytest.raises(refusal):
        act("set_group_account", **given)
    assert groups_on_accounts() == before


def test_the_next_documents_earn_on_the_new_account() -> None:
    radio = a_group("radio", account="4020")
    customer, item = a_customer(), an_item("60.00", kind="labour", group=radio)

    def issued() -> list[tuple[str, Decimal]]:
        made = act("create_draft", customer=customer.number, lines=[{"item": item.sku}])
        number = act("issue_invoice", invoice=f"DRAFT-{made['draft_id']}")
        return list(InvoiceLine.objects.filter(invoice__number=number).values_list("revenue_account", "amount"))

    assert issued() == [("4020", Decimal("60.00"))]
    act("set_group_account", group="radio", account="4010")
    assert issued() == [("4010", Decimal("60.00"))]


def test_sales_are_earned_on_open_accounts_of_revenue() -> None:
    a_group("radio", account="4020")
    refused(NotARevenueAccount, group="radio", account="1060")
    refused(UnknownAccount, group="radio", account="4999")
    refused(NoSuchGroup, group="nothing", account="4010")
    close("4080")
    refused(AccountClosed, group="radio", account="4080")


def test_an_account_that_something_is_sold_or_waits_on_stays_open() -> None:
    a_group("radio", account="4010")
    with pytest.raises(AccountInUse):
        close("4010")
    act("set_group_account", group="radio", account="4050")
    close("4010")
    charge = a_waiting_charge(a_customer(), an_item("5.00"), "Câble", date(2026, 11, 20))
    charge.revenue_account = "4080"
    charge.save()
    with pytest.raises(AccountInUse):
        close("4080")


def test_the_chart_says_what_each_account_is_for() -> None:
    a_group("radio", account="4010")
    page = browser(a_user("billing")).get("/api/v1/ledger/accounts").json()
    said = {row["number"]: row for row in page}
    assert said["2310"]["used_by"] == ["TPS perçue"]
    assert said["4010"]["used_by"] == ["Catalogue : Radio"]
    assert (said["4080"]["used_by"], said["4080"]["moved"], said["4080"]["closed_on"]) == ([], False, None)


def test_only_who_keeps_the_chart_moves_a_branch() -> None:
    a_group("radio", account="4020")
    before = groups_on_accounts()
    clerk = Actor("staff", 1, "Ève", frozenset({"ledger.read", "billing.edit", "catalog.edit"}))
    with pytest.raises(Forbidden):
        perform("billing.set_group_account", {"group": "radio", "account": "4010"}, actor=clerk)
    assert groups_on_accounts() == before
