"""New prices for many: who is affected, the notice each is owed, taken back as a whole, kept where nobody was told."""

from __future__ import annotations

from datetime import date, timedelta
from decimal import Decimal
from io import BytesIO
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from pypdf import PdfReader

from gigafibre.billing import run
from gigafibre.billing.errors import (
    NothingToReprice,
    NoticeTooLate,
    NoticeTooShort,
    OneWayToReprice,
    OtherPriceToCome,
    PriceChangeBegun,
    PricePreviewOutdated,
    TooManyItemsToReprice,
)
from gigafibre.billing.models import BillingRun, InvoiceLine, PendingCharge, PriceChange, PriceChangeLine, PriceNotice
from gigafibre.billing.price_letters import letter_of, letters_of
from gigafibre.catalog.queries import item as item_on
from gigafibre.catalog.tests.factories import an_item
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import NotFound, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.subscriptions.queries import changes_of
from gigafibre.subscriptions.tests.factories import a_customer, a_planned_change, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("november")]
DAY = date(2027, 2, 1)


@pytest.fixture
def november(clock: Any) -> None:
    clock.freeze("2026-11-21T09:00:00-05:00")


def act(verb: str, **given: Any) -> Any:
    return perform(f"billing.{verb}", given, actor=SYSTEM).result


def reprice(item: Any, **more: Any) -> str:
    asked = {"items": [item.sku], "effective_on": DAY.isoformat(), **more}
    if "percent" not in asked:
        asked.setdefault("new_price", "59.95")
    return str(act("confirm_price_change", **asked))


def outcome_of(subscription: Any) -> tuple[str, str]:
    line = PriceChangeLine.objects.get(subscription=subscription)
    return line.outcome, line.cause


def refused(kind: type[Refusal], verb: str, **given: Any) -> None:
    before = PriceChange.objects.count(), PriceNotice.objects.exclude(sent_on=None).count()
    with pytest.raises(kind), transaction.atomic():
        act(verb, **given)
    assert (PriceChange.objects.count(), PriceNotice.objects.exclude(sent_on=None).count()) == before


def test_who_pays_the_list_price_changes_and_the_others_are_left_out_with_the_reason() -> None:
    item = an_item("54.95")
    plain = a_subscription(item=item)
    committed = a_subscription(item=item, committed_until=date(2028, 1, 1))
    over = a_subscription(item=item, committed_until=date(2027, 1, 1))
    agreed = a_subscription("50.00", item=item)
    ending = a_subscription(item=item, ends_on=date(2027, 1, 15))
    leaving = a_subscription(item=item)
    a_planned_change(leaving, "end", DAY)
    moving = a_subscription(item=item)
    a_planned_change(moving, "item", date(2027, 1, 1), item=an_item("80.00"))
    a_subscription(item=an_item("54.95"))
    reprice(item)
    found = [outcome_of(s) for s in (plain, committed, over, agreed, ending, leaving, moving)]
    assert found == [
        ("affected", ""),
        ("excluded", "committed"),
        ("affected", ""),
        ("excluded", "agreed_price"),
        ("excluded", "ends"),
        ("excluded", "ends"),
        ("excluded", "other_change"),
    ]
    assert PriceChangeLine.objects.count() == 7
    assert PriceNotice.objects.count() == 2


@pytest.mark.parametrize("launched", ["2027-02-01T06:00:00-05:00", "2027-01-25T06:00:00-05:00"])
def test_the_invoice_of_the_day_bears_the_new_price_and_a_committed_one_the_old(clock: Any, launched: str) -> None:
    item = an_item("54.95")
    plain = a_subscription(item=item, charged_until=DAY)
    committed = a_subscription(item=item, charged_until=DAY, committed_until=date(2028, 1, 1))
    act("record_notices_sent", price_change=reprice(item))
    moments = sorted(["2027-02-01T00:01:00-05:00", launched])
    for moment in moments:
        clock.freeze(moment)
        if moment == launched:
            perform("billing.confirm_run", {"date": "2027-02-01"}, actor=SYSTEM)
            run.issue(BillingRun.objects.get().pk)
        else:
            assert act("settle_price_changes") == {"applied": 2, "kept": 0}
            perform("subscriptions.apply_due_changes", {}, actor=SYSTEM)
    assert _amounts(plain) == [Decimal("59.95")]
    assert _amounts(committed) == [Decimal("54.95")]
    assert not PendingCharge.objects.exists()


def test_by_night_the_prices_of_all_rise_by_one_statement(clock: Any) -> None:
    item = an_item("54.95")
    subscriptions = [a_subscription(item=item, charged_until=DAY) for _ in range(3)]
    number = reprice(item)
    act("record_notices_sent", price_change=number)
    clock.freeze("2027-02-01T00:30:00-05:00")
    assert act("settle_price_changes") == {"applied": 3, "kept": 0}
    assert act("settle_price_changes") == {"applied": 0, "kept": 0}
    for subscription in subscriptions:
        subscription.refresh_from_db()
        assert (subscription.price_override, subscription.price_reason[:4]) == (Decimal("59.95"), f"{number}"[:4])
        assert [change.state for change in changes_of(subscription.number)] == ["applied"]
    assert item_on(item.sku, on=DAY).price == Decimal("59.95")


def test_a_later_change_finds_those_who_followed_the_earlier_one(clock: Any) -> None:
    item = an_item("54.95")
    subscription = a_subscription(item=item, charged_until=DAY)
    act("record_notices_sent", price_change=reprice(item))
    clock.freeze("2027-02-01T00:30:00-05:00")
    act("settle_price_changes")
    second = reprice(item, effective_on="2027-06-01", percent="10")
    line = PriceChangeLine.objects.get(price_change__number=second, subscription=subscription)
    assert (line.outcome, line.old_price, line.new_price) == ("affected", Decimal("59.95"), Decimal("65.95"))


def test_what_is_charged_already_keeps_its_price(clock: Any) -> None:
    item = an_item("600.00")
    yearly = a_subscription(item=item, interval_months=12, charged_until=date(2027, 7, 1))
    reprice(item, new_price="660.00")
    assert PriceChangeLine.objects.get(subscription=yearly).on == date(2027, 7, 1)


def test_who_was_not_told_thirty_days_before_keeps_his_price(clock: Any) -> None:
    item = an_item("54.95")
    told, untold = a_subscription(item=item, charged_until=DAY), a_subscription(item=item, charged_until=DAY)
    number = reprice(item)
    act("record_notices_sent", price_change=number, customers=[told.customer.number])
    clock.freeze("2027-01-02T05:00:00-05:00")  # thirty days before
    assert act("settle_price_changes") == {"applied": 0, "kept": 0}
    clock.freeze("2027-01-03T05:00:00-05:00")
    assert act("settle_price_changes") == {"applied": 0, "kept": 1}
    refused(NoticeTooLate, "record_notices_sent", price_change=number)
    clock.freeze("2027-02-01T05:00:00-05:00")
    act("settle_price_changes")
    for subscription, price in ((told, "59.95"), (untold, "54.95")):
        subscription.refresh_from_db()
        assert subscription.price_override == Decimal(price)
    assert outcome_of(untold) == ("excluded", "not_told")


@pytest.mark.parametrize("day", ["2026-11-21", "2026-12-20", "2026-12-25"])
def test_less_than_the_notice_is_refused(day: str) -> None:
    item = an_item("54.95")
    a_subscription(item=item)
    refused(NoticeTooShort, "confirm_price_change", items=[item.sku], new_price="59.95", effective_on=day)


def test_the_database_refuses_a_notice_that_came_too_late() -> None:
    item = an_item("54.95")
    a_subscription(item=item)
    reprice(item)
    with pytest.raises(IntegrityError, match="notice_thirty_days_before"), transaction.atomic():
        PriceNotice.objects.update(sent_on=DAY - timedelta(days=29), how="mail")
    with pytest.raises(IntegrityError, match="notice_sent_somehow"), transaction.atomic():
        PriceNotice.objects.update(sent_on=DAY - timedelta(days=30))


def test_what_makes_no_sense_is_refused() -> None:
    item, other = an_item("54.95"), an_item("54.95")
    a_subscription(item=item)
    day = DAY.isoformat()
    refused(OneWayToReprice, "confirm_price_change", items=[item.sku], effective_on=day)
    refused(OneWayToReprice, "confirm_price_change", items=[item.sku], effective_on=day, new_price="1", percent="5")
    refused(TooManyItemsToReprice, "confirm_price_change", items=["X"] * 1001, effective_on=day, new_price="1")
    refused(NothingToReprice, "confirm_price_change", items=[other.sku], effective_on=day, new_price="1")
    refused(NothingToReprice, "confirm_price_change", items=[item.sku], effective_on=day, new_price="54.95")
    refused(PricePreviewOutdated, "confirm_price_change", items=[item.sku], effective_on=day, percent="5", expected=2)
    perform("catalog.set_item_price", {"item": item.sku, "price": "70", "since": "2027-03-01"}, actor=SYSTEM)
    refused(OtherPriceToCome, "confirm_price_change", items=[item.sku], effective_on=day, percent="5")


def test_taken_back_as_a_whole_everything_is_as_before(clock: Any) -> None:
    item = an_item("54.95")
    plain, committed = a_subscription(item=item), a_subscription(item=item, committed_until=date(2028, 1, 1))
    number = reprice(item)
    assert item_on(item.sku, on=DAY).price == Decimal("59.95")
    assert act("withdraw_price_change", price_change=number, reason="Reporté") == 2
    for subscription in (plain, committed):
        assert [change.state for change in changes_of(subscription.number)] == ["withdrawn"]
    assert item_on(item.sku, on=DAY).price == Decimal("54.95")
    refused(PriceChangeBegun, "withdraw_price_change", price_change=number, reason="Encore")


def test_one_in_effect_is_not_taken_back(clock: Any) -> None:
    item = an_item("54.95")
    a_subscription(item=item)
    number = reprice(item)
    clock.freeze("2027-02-01T05:00:00-05:00")
    refused(PriceChangeBegun, "withdraw_price_change", price_change=number, reason="Trop tard")


@pytest.mark.parametrize(
    ("language", "words"),
    [
        (
            "fr",
            ["Avis de changement de prix", "54,95", "59,95", "par mois", "février 2027", "article 11.2", "sans frais"],
        ),
        ("en", ["Notice of a price change", "$54.95", "$59.95", "a month", "February 1, 2027", "section 11.2"]),
    ],
)
def test_the_letter_says_old_and_new_price_the_day_and_the_right_to_refuse(language: str, words: list[str]) -> None:
    item = an_item("54.95", name_fr="Internet Fibre 500", name_en="Fibre Internet 500")
    a_subscription(item=item, customer=a_customer(language=language))
    number = reprice(item, why_fr="Nos coûts ont augmenté.", why_en="Our costs have risen.")
    notice = PriceNotice.objects.get()
    paper = letter_of(notice.pk)
    text = " ".join(PdfReader(BytesIO(paper.content)).pages[0].extract_text().split()).replace("\u00a0", " ")
    assert [word for word in [*words, number, "500"] if word not in text] == []
    assert ("March 3, 2027" if language == "en" else "3 mars 2027") in text
    assert letter_of(notice.pk).sha256 == paper.sha256


def test_unsent_letters_print_together() -> None:
    item = an_item("54.95")
    for name in ("Zoé Roy", "André Caron"):
        a_subscription(item=item, customer=a_customer(name))
    number = reprice(item)
    pages = PdfReader(BytesIO(letters_of(number).content)).pages
    assert ["André Caron" in pages[0].extract_text(), "Zoé Roy" in pages[1].extract_text()] == [True, True]


def test_the_preview_is_the_act_and_writes_nothing() -> None:
    item = an_item("54.95", name_fr="Fibre")
    a_subscription(item=item, quantity=Decimal(2))
    a_subscription(item=item, committed_until=date(2028, 1, 1))
    reader = browser(a_user("billing"))
    seen = reader.get(f"/api/v1/price-changes/preview?items={item.sku}&percent=10&effective_on={DAY}").json()
    assert (seen["subscriptions"], seen["customers"], seen["monthly_before"], seen["monthly_after"]) == (
        1,
        1,
        "109.90",
        "120.90",
    )
    assert [(row["cause"], row["subscriptions"]) for row in seen["excluded"]] == [("committed", 1)]
    assert (seen["send_by"], seen["free_until"]) == ("2027-01-02", "2027-03-03")
    assert not PriceChange.objects.exists()
    number = reprice(item, percent="10", expected=1)
    whole = reader.get(f"/api/v1/price-changes/{number}").json()
    assert (whole["monthly_difference"], whole["notices"], whole["notices_sent"], whole["applied"]) == (
        "11.00",
        1,
        0,
        0,
    )
    for path in ("price-changes", "price-change-lines", "price-notices"):
        assert len(reader.get(f"/api/v1/{path}").json()["items"]) == (2 if path.endswith("lines") else 1)


def test_one_notice_is_recorded_at_a_time_and_the_list_says_which_wait(clock: Any) -> None:
    item = an_item("54.95")
    subscriptions = [a_subscription(item=item, charged_until=DAY) for _ in range(3)]
    number = reprice(item)
    first, second, third = PriceNotice.objects.order_by("pk")
    act("record_notice_sent", notice=first.pk, how="hand", on="2026-11-20")
    act("record_notice_sent", notice=first.pk, how="mail")  # as it is
    assert notices() == {first.pk: "sent", second.pk: "unsent", third.pk: "unsent"}
    first.refresh_from_db()
    assert (first.sent_on, first.how) == (date(2026, 11, 20), "hand")
    refused(NotFound, "record_notice_sent", notice=third.pk + 1)
    clock.freeze("2027-01-03T05:00:00-05:00")
    refused(NoticeTooLate, "record_notice_sent", notice=second.pk)
    assert notices() == {first.pk: "sent", second.pk: "late", third.pk: "late"}
    act("withdraw_price_change", price_change=number, reason="Reporté")
    refused(PriceChangeBegun, "record_notice_sent", notice=third.pk)
    assert notices() == {first.pk: "sent", second.pk: "withdrawn", third.pk: "withdrawn"}
    assert len(subscriptions) == PriceNotice.objects.count()


def notices() -> dict[int, str]:
    rows = browser(a_user("manager")).get("/api/v1/price-notices").json()["items"]
    return {row["notice"]: row["state"] for row in sorted(rows, key=lambda row: row["notice"])}


def _amounts(subscription: Any) -> list[Decimal]:
    lines = InvoiceLine.objects.filter(subscription=subscription).order_by("period_start")
    return list(lines.values_list("amount", flat=True))
