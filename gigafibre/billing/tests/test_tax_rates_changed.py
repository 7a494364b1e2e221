"""A tax has another rate from a day on: what was issued keeps its own, whoever writes."""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

import pytest
from django.db import IntegrityError, connection, transaction

from gigafibre.billing.models import BillingRun, TaxRate
from gigafibre.billing.queries import invoice as page_of
from gigafibre.billing.queries.customers import taxes_due
from gigafibre.billing.tax_errors import (
    BadRegistration,
    FirstRate,
    NoSuchRate,
    RateBeginsThen,
    RateIsTheSame,
    RateOfOpenRun,
    RateWasBilled,
)
from gigafibre.billing.tests.factories import a_run
from gigafibre.billing.tests.test_manual_documents import a_draft, act
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import Forbidden, InvalidInput, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words

pytestmark = pytest.mark.django_db
GIVEN = {"tax": "QST", "percent": "9.5", "since": "2027-01-01", "reason": "Budget"}


@pytest.fixture(autouse=True)
def _november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def rows() -> list[tuple[str, str, str]]:
    found = TaxRate.objects.order_by("tax", "days").values_list("tax__code", "days", "rate")
    return [(tax, str(days), f"{rate}") for tax, days, rate in found]


def qst_on(day: date) -> Decimal:
    return next(due.rate.rate for due in taxes_due("QC", day) if due.rate.tax == "QST")


def refused(refusal: type[Refusal], verb: str = "add_tax_rate", **given: Any) -> None:
    before = rows(), settings.get("company.registrations")
    with pytest.raises(refusal):
        act(verb, **given)
    assert (rows(), settings.get("company.registrations")) == before


def test_a_rate_holds_from_its_day_on_and_what_was_issued_keeps_its_own(clock: Any) -> None:
    first = act("issue_invoice", invoice=a_draft("100.00"))
    act("add_tax_rate", **GIVEN)
    assert (qst_on(date(2026, 12, 31)), qst_on(date(2027, 1, 1))) == (Decimal("0.09975"), Decimal("0.095"))
    clock.freeze("2027-01-01T00:30:00-05:00")
    second = act("issue_invoice", invoice=a_draft("100.00"))
    assert [(t.code, t.amount) for t in page_of(second).taxes] == [("GST", Decimal("5.00")), ("QST", Decimal("9.50"))]
    assert [(t.code, t.amount) for t in page_of(first).taxes] == [("GST", Decimal("5.00")), ("QST", Decimal("9.98"))]


def test_a_rate_between_two_ends_where_the_next_begins() -> None:
    act("add_tax_rate", **GIVEN)
    act("add_tax_rate", **GIVEN | {"percent": "9", "since": "2026-12-01"})
    found = [str(r.days) for r in TaxRate.objects.filter(tax__code="QST").order_by("-days")[:3]]
    assert found == ["[2027-01-01, None)", "[2026-12-01, 2027-01-01)", "[2013-01-01, 2026-12-01)"]


def test_what_would_change_what_was_billed_is_refused() -> None:
    act("issue_invoice", invoice=a_draft("100.00"))
    refused(RateWasBilled, **GIVEN | {"since": "2026-11-21"})
    refused(RateWasBilled, **GIVEN | {"since": "2026-11-01"})
    refused(RateWasBilled, "withdraw_tax_rate", tax="QST", since="2013-01-01", reason="Non")
    act("add_tax_rate", **GIVEN | {"since": "2026-11-22"})


def test_a_confirmed_run_keeps_its_rate() -> None:
    a_run(date(2027, 1, 1), BillingRun.State.CONFIRMED)
    refused(RateOfOpenRun, **GIVEN)
    act("add_tax_rate", **GIVEN | {"since": "2027-01-02"})


def test_other_refusals() -> None:
    refused(RateIsTheSame, **GIVEN | {"percent": "9.975"})
    refused(InvalidInput, **GIVEN | {"percent": "9.9755"})
    refused(InvalidInput, **GIVEN | {"percent": "100"})
    refused(NoSuchRate, "withdraw_tax_rate", tax="QST", since="2027-01-01", reason="Non")
    refused(FirstRate, "withdraw_tax_rate", tax="HST-ON", since="2010-07-01", reason="Non")
    act("add_tax_rate", **GIVEN)
    refused(RateBeginsThen, **GIVEN | {"percent": "9"})


def test_a_planned_rate_is_withdrawn_as_if_it_had_never_been() -> None:
    before = rows()
    act("add_tax_rate", **GIVEN)
    assert rows() != before
    act("withdraw_tax_rate", tax="QST", since="2027-01-01", reason="Retiré")
    assert rows() == before


def test_its_preview_says_whom_it_touches_and_changes_nothing() -> None:
    act("issue_invoice", invoice=a_draft("100.00"))
    before = rows()
    seen = in_words(preview("billing.add_tax_rate", GIVEN, actor=SYSTEM), "fr")
    facts = {one["code"]: one["fact"] for one in seen["rules"]}
    assert facts["billing.tax_rate_reach"].startswith("1 clients la paient ; leur première facture à 9.5 %")
    done = [line["done"] for line in seen["changes"] if line["table"] == "billing_taxrate"]
    assert done == ["Modification", "Création"]
    assert rows() == before


@pytest.mark.parametrize(
    "statement",
    [
        "UPDATE billing_taxrate SET rate = 0.1 WHERE id = %s",
        "UPDATE billing_taxrate SET compound = true WHERE id = %s",
        "UPDATE billing_taxrate SET days = daterange('2013-01-01', '2026-11-21') WHERE id = %s",
        "UPDATE billing_taxrate SET days = daterange('2026-11-22', NULL) WHERE id = %s",
        "UPDATE billing_taxrate SET tax_id = (SELECT id FROM billing_tax WHERE code = 'HST-BC') WHERE id = %s",
        "DELETE FROM billing_taxrate WHERE id = %s",
    ],
)
def test_the_database_keeps_a_billed_rate_too(statement: str) -> None:
    act("issue_invoice", invoice=a_draft("100.00"))
    key = TaxRate.objects.get(tax__code="QST", days__startswith=date(2013, 1, 1)).pk
    before = rows()
    with pytest.raises(IntegrityError, match="billed_rate_stays"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(statement, [key])
    assert rows() == before


def test_two_rates_never_hold_on_one_day() -> None:
    before = rows()
    overlapping = (
        "INSERT INTO billing_taxrate (tax_id, days, rate, compound) "
        "SELECT id, daterange('2027-01-01', NULL), 0.1, false FROM billing_tax WHERE code = 'QST'"
    )
    with pytest.raises(IntegrityError, match="one_rate_a_day"), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(overlapping)
    assert rows() == before


def test_our_numbers_are_written_as_the_agencies_do() -> None:
    assert act("set_tax_registration", tax="GST", number="814732019rt0001") == "814732019 RT0001"
    assert act("set_tax_registration", tax="QST", number="1218840736 TQ0001") == "1218840736 TQ0001"
    assert settings.get("company.registrations") == {"GST": "814732019 RT0001", "QST": "1218840736 TQ0001"}
    refused(BadRegistration, "set_tax_registration", tax="GST", number="1218840736 TQ0001")
    refused(InvalidInput, "set_tax_registration", tax="HST-ON", number="814732019 RT0001")


def test_only_who_may_changes_the_rules_of_billing() -> None:
    clerk = Actor("staff", 1, "Ève", frozenset({"billing.read", "billing.edit", "billing.run"}))
    before = rows()
    for verb, given in (
        ("add_tax_rate", GIVEN),
        ("withdraw_tax_rate", {"tax": "QST", "since": "2013-01-01", "reason": "Non"}),
        ("set_tax_registration", {"tax": "GST", "number": "814732019RT0001"}),
    ):
        with pytest.raises(Forbidden):
            perform(f"billing.{verb}", given, actor=clerk)
    assert rows() == before


def test_taxes_and_categories_are_lists() -> None:
    act("issue_invoice", invoice=a_draft("100.00"))
    act("add_tax_rate", **GIVEN)
    act("set_tax_registration", tax="QST", number="1218840736TQ0001")
    client = browser(a_user("billing"))
    found = client.get("/api/v1/taxes", {"tax": "qst"}).json()["items"]
    assert [(one["percent"], one["since"], one["until"], one["state"], one["billed"]) for one in found[:3]] == [
        ("9.5", "2027-01-01", None, "planned", False),
        ("9.975", "2013-01-01", "2027-01-01", "now", True),
        ("9.5", "2012-01-01", "2013-01-01", "before", True),
    ]
    assert (found[0]["name"], found[0]["registration"], found[0]["form"]) == (
        "TVQ",
        "1218840736 TQ0001",
        "1234567890 TQ0001",
    )
    assert found[0]["account"].startswith("2320 ")
    now = client.get("/api/v1/taxes", {"view": "current", "limit": "200"}).json()["items"]
    assert [one["percent"] for one in now if one["code"] == "QST"] == ["9.5", "9.975"]
    everywhere = client.get("/api/v1/taxes", {"limit": "200"}).json()["items"]
    assert {one["code"] for one in now} == {one["code"] for one in everywhere}
    categories = client.get("/api/v1/tax-categories", {"limit": "200"}).json()["items"]
    assert categories[0] == {
        "name": "Québec (TPS et TVQ)",
        "taxes": ["TPS", "TVQ"],
        "since": "1992-07-01",
        "code": "QC",
    }
    without = client.get("/api/v1/tax-categories", {"view": "exempt"}).json()["items"]
    assert without
    assert {tuple(one["taxes"]) for one in without} == {()}
