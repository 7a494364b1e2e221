"""Days that both systems bill: every class of difference to the cent, what is refused, what comparing again keeps."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date, datetime
from decimal import Decimal
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from gigafibre.billing.models import Invoice
from gigafibre.catalog.tests.factories import an_item
from gigafibre.crm.models import Customer
from gigafibre.identity.queries.entering import person
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import Forbidden, Refusal
from gigafibre.kernel.perform import perform
from gigafibre.legacy.errors import (
    ImportRunning,
    NoShadowCycle,
    NoSuchDifferences,
    NothingImported,
    OwnerInactive,
    ShadowAhead,
    ShadowDayImported,
)
from gigafibre.legacy.importing.run import LOCK
from gigafibre.legacy.models import ImportRun, ShadowCycle, ShadowDifference, ShadowDocument
from gigafibre.legacy.queries import next_shadow_day
from gigafibre.legacy.tests.factories import an_imported_invoice
from gigafibre.subscriptions.models import Subscription
from gigafibre.subscriptions.tests.factories import a_customer, a_subscription

pytestmark = [pytest.mark.django_db, pytest.mark.usefixtures("clock")]
FIRST = date(2026, 12, 1)
EQUAL: dict[str, Any] = {"gst": "3.00", "qst": "5.99"}  # of 60.00


def act(name: str, **given: Any) -> Any:
    return perform(f"legacy.{name}", given, actor=SYSTEM).result


def computed() -> None:
    act("shadow_cycle", day=FIRST.isoformat())


def compared() -> Any:
    return act("compare_cycle", day=FIRST.isoformat())


def served(name: str, price: str = "60.00", **more: Any) -> Any:
    return a_subscription(price, customer=a_customer(name), **more)


def found(name: str) -> list[tuple[str, str, Decimal | None, Decimal | None]]:
    """What differs of a customer: kind, key, ours, theirs."""
    rows = ShadowDifference.objects.filter(customer__display_name=name).order_by("kind", "key")
    return [(row.kind, row.key, row.ours, row.theirs) for row in rows]


def test_each_difference_has_its_class_to_the_cent() -> None:
    names = ("égal", "seul_nous", "prix", "mois", "taxe", "arrondi", "pose", "de_trop", "ajusté", "deux", "crédité")
    at = {name: served(name) for name in names}
    at["rattrapé"] = served("rattrapé", charged_until=date(2026, 11, 16))
    second = a_subscription("20.00", customer=at["de_trop"].customer)
    half = a_subscription("20.00", customer=at["deux"].customer)
    stranger = a_customer("seul_eux")
    parked = a_subscription(customer=a_customer("sans_prix"), item=an_item(None))

    computed()
    assert ShadowDocument.objects.filter(cycle__day=FIRST).exclude(lines=[]).count() == 12
    assert not Invoice.objects.exists(), "nothing is issued"

    def bill(name: str, *lines: Any, **taxes: Any) -> None:
        an_imported_invoice(at[name].customer, FIRST, *(lines or [(at[name], "Internet", "60.00")]), **taxes)

    bill("égal", **EQUAL)
    an_imported_invoice(stranger, FIRST, (None, "INST", "40.00"), gst="2.00", qst="3.99")
    an_imported_invoice(parked.customer, FIRST, (parked, "Internet", "25.00"), gst="1.25", qst="2.49")
    bill("prix", (at["prix"], "Internet (1er décembre 2026 au 31 décembre 2026)", "65.00"), gst="3.25", qst="6.48")
    bill("mois", (at["mois"], "Internet (1er décembre 2026 au 15 décembre 2026)", "30.00"), gst="1.50", qst="2.99")
    bill("rattrapé", **EQUAL)
    bill("taxe", gst="3.00", qst="0")
    bill("arrondi", gst="3.00", qst="5.98")
    bill("pose", (at["pose"], "Internet", "60.00"), (None, "INST", "50.00"), gst="5.50", qst="10.97")
    bill("de_trop", **EQUAL)
    bill("ajusté", **EQUAL, adjustment="-1.00")
    bill("deux", (half, "Internet", "20.00"), gst="1.00", qst="2.00")
    bill("deux", gst="3.00", qst="5.98")
    bill("crédité", (at["crédité"], "Internet", "70.00"), gst="3.50", qst="6.98")
    an_imported_invoice(
        at["crédité"].customer, FIRST, (at["crédité"], "Geste", "10.00"), gst="0.50", qst="0.99", credit=True
    )

    result = compared()

    def one(kind: str, key: str, ours: str | None, theirs: str | None) -> list[Any]:
        return [(kind, key, ours and Decimal(ours), theirs and Decimal(theirs))]

    assert found("égal") == found("deux") == found("crédité") == []
    assert found("seul_nous") == one("only_ours", "", "68.99", None)
    assert found("seul_eux") == one("only_theirs", "", None, "45.99")
    assert found("sans_prix") == one("only_theirs", "", None, "28.74")
    assert found("prix") == one("price", at["prix"].number, "60.00", "65.00")
    assert found("mois") == one("period", at["mois"].number, "60.00", "30.00")
    assert found("rattrapé") == one("period", at["rattrapé"].number, "90.00", "60.00")
    assert found("taxe") == one("tax", "QST", "5.99", "0.00")
    assert found("arrondi") == one("rounding", "QST", "5.99", "5.98")
    assert found("pose") == one("line_missing", "sku:INST", None, "50.00")
    assert found("de_trop") == one("line_extra", second.number, "20.00", None)
    assert found("ajusté") == one("unknown", "adjustment", None, "-1.00")

    cycle = ShadowCycle.objects.get(day=FIRST)
    assert (cycle.customers, cycle.equal, cycle.invoices) == (14, 3, 15)
    # 9 × 68.99, caught up 103.48, two services of 91.98 twice; theirs as billed above.
    assert (cycle.ours, cycle.theirs) == (Decimal("908.35"), Decimal("878.33"))
    assert cycle.figures["period"] == {"count": 2, "customers": 2, "amount": "60.00"}
    assert cycle.figures["only_theirs"] == {"count": 2, "customers": 2, "amount": "-74.73"}
    # Taxes that only follow other lines: −0.74 + 4.50 (mois) + 4.49 (rattrapé) − 7.48 (pose) + 2.99 (de_trop).
    assert cycle.following == Decimal("3.76")
    whole = sum((row.amount for row in ShadowDifference.objects.all()), cycle.following)
    assert whole == cycle.ours - cycle.theirs, "the differences account for every cent"
    assert result == {
        "day": "2026-12-01",
        "customers": 14,
        "equal": 3,
        "ours": "908.35",
        "theirs": "878.33",
        "open": 11,
    }

    detail = ShadowDifference.objects.get(customer__display_name="prix").detail
    assert detail["subscription"] == at["prix"].number
    assert [line["amount"] for line in detail["our_lines"] + detail["their_lines"]] == ["60.00", "65.00"]
    assert ShadowDifference.objects.get(customer__display_name="sans_prix").detail["parked"] == [
        {"subscription": parked.number, "cause": "no_price"}
    ]
    two = ShadowDocument.objects.get(customer__display_name="deux")
    assert (len(two.invoices), two.theirs) == (2, two.total)


def test_the_service_of_a_child_is_compared_on_the_invoice_of_who_pays() -> None:
    parent = a_customer("Paie")
    child = served("Enfant")
    Customer.objects.filter(pk=child.customer_id).update(parent=parent)
    computed()
    an_imported_invoice(child.customer, FIRST, (child, "Internet", "60.00"), **EQUAL)
    assert compared()["equal"] == 1
    assert ShadowDocument.objects.get().customer_id == parent.pk


def test_a_day_is_computed_anew_until_its_invoices_come() -> None:
    subscription = served("Un")
    computed()
    subscription.price_override = Decimal("50.00")
    subscription.price_reason = "Entente"
    subscription.save()
    computed()
    assert ShadowCycle.objects.get().ours == Decimal("57.49")
    assert ShadowDocument.objects.get().lines[0]["amount"] == "50.00"


def everything() -> tuple[Any, ...]:
    documents = list(ShadowDocument.objects.order_by("pk").values())
    differences = list(ShadowDifference.objects.order_by("pk").values())
    return list(ShadowCycle.objects.order_by("pk").values()), documents, differences


def refused(kind: type[Exception], act_: Callable[[], object]) -> None:
    before = everything()
    with pytest.raises(kind), transaction.atomic():
        act_()
    assert everything() == before


def test_what_can_no_longer_or_not_yet_be_done_is_refused_and_changes_nothing() -> None:
    subscription = served("Un")
    refused(ShadowAhead, lambda: act("shadow_cycle", day="2026-12-07"))
    act("shadow_cycle", day="2026-12-06")  # 15 days ahead
    refused(NoShadowCycle, compared)
    computed()
    refused(NothingImported, compared)
    an_imported_invoice(subscription.customer, FIRST, (subscription, "Internet", "61.00"), gst="3.05", qst="6.08")
    refused(ShadowDayImported, computed)
    compared()
    refused(ShadowDayImported, computed)
    ImportRun.objects.create(source="dump", state="running", started_by="test")
    with connection.cursor() as cursor:
        cursor.execute("SELECT pg_advisory_xact_lock(%s)", [LOCK])
    refused(ImportRunning, compared)
    refused(ImportRunning, lambda: act("shadow_cycle", day="2026-12-02"))


def test_the_day_proposed_next_is_one_that_would_not_be_refused(clock: Any) -> None:
    subscription = served("Un")
    assert next_shadow_day() == FIRST
    computed()
    assert next_shadow_day() == date(2026, 11, 22), "the first has a cycle"
    an_imported_invoice(subscription.customer, date(2026, 11, 22), (subscription, "Internet", "60.00"), **EQUAL)
    assert next_shadow_day() == date(2026, 11, 23), "what is imported would be refused"
    clock.freeze(datetime.fromisoformat("2026-12-20T23:30:00-05:00"))
    assert next_shadow_day() == date(2027, 1, 1)
    an_imported_invoice(subscription.customer, date(2027, 1, 1), (subscription, "Internet", "60.00"), **EQUAL)
    assert next_shadow_day() == date(2026, 12, 21)
    clock.freeze(datetime.fromisoformat("2026-12-05T09:00:00-05:00"))
    for ahead in range(6, 21):  # the first of January is too far
        assert next_shadow_day() == date(2026, 12, ahead)
        act("shadow_cycle", day=f"2026-12-{ahead:02}")
    assert next_shadow_day() is None


def test_who_may_not_is_refused() -> None:
    names = ("shadow_cycle", "compare_cycle")
    for role, kind in (("support", Forbidden), ("billing", Refusal), ("manager", Refusal), ("administrator", Refusal)):
        who = person(a_user(role).pk)
        assert who is not None
        for name in names:
            with pytest.raises(kind) as said:
                perform(f"legacy.{name}", {"day": "2027-01-01"}, actor=who.actor)
            expected = "forbidden" if kind is Forbidden else "shadow_too_far_ahead"
            assert said.value.code in {expected, "no_shadow_cycle" if kind is Refusal else expected}, role
    assert not ShadowCycle.objects.exists()


@pytest.fixture
def board() -> list[ShadowDifference]:
    """A compared day with a difference of price and one of tax."""
    one, two = served("Un"), served("Deux")
    computed()
    an_imported_invoice(one.customer, FIRST, (one, "Internet", "65.00"), gst="3.25", qst="6.48")
    an_imported_invoice(two.customer, FIRST, (two, "Internet", "60.00"), gst="3.00", qst="0")
    compared()
    return list(ShadowDifference.objects.order_by("kind"))


def test_differences_are_given_settled_and_opened_again(board: list[ShadowDifference]) -> None:
    keys = [row.pk for row in board]
    person = a_user("billing", username="maude")
    assert act("assign_differences", differences=keys, owner="maude") == 2
    assert act("assign_differences", differences=keys, owner="maude") == 0
    assert act("settle_differences", differences=keys[:1], state="explained", reason="Rabais oublié là-bas") == 1
    price, tax = ShadowDifference.objects.order_by("kind")
    assert (price.state, price.reason, price.settled_by, price.owner_id) == (
        *("explained", "Rabais oublié là-bas", SYSTEM.label, person.pk),
    )
    assert (tax.state, tax.settled_at) == ("open", None)
    assert act("reopen_differences", differences=keys) == 1
    price.refresh_from_db()
    assert (price.state, price.reason, price.settled_at, price.owner_id) == ("open", "", None, person.pk)
    assert act("assign_differences", differences=keys) == 2


def test_a_bulk_with_one_unknown_changes_none(board: list[ShadowDifference]) -> None:
    keys = [*(row.pk for row in board), 999_999]
    a_user("billing", username="partie", is_active=False)
    refused(NoSuchDifferences, lambda: act("settle_differences", differences=keys, state="accepted", reason="Bien"))
    refused(NoSuchDifferences, lambda: act("reopen_differences", differences=keys))
    refused(NoSuchDifferences, lambda: act("assign_differences", differences=keys))
    refused(OwnerInactive, lambda: act("assign_differences", differences=keys[:2], owner="partie"))
    refused(Refusal, lambda: act("settle_differences", differences=keys[:2], state="accepted", reason="  "))
    refused(Refusal, lambda: act("settle_differences", differences=keys[:2], state="open", reason="Non"))


def test_comparing_again_keeps_what_stayed_and_opens_what_moved(board: list[ShadowDifference]) -> None:
    price, tax = board
    a_user("billing", username="maude")
    both = [price.pk, tax.pk]
    act("assign_differences", differences=both, owner="maude")
    act("settle_differences", differences=both, state="accepted", reason="Vu avec le client")
    compared()
    assert set(ShadowDifference.objects.values_list("pk", "state")) == {(key, "accepted") for key in both}
    # A correction comes the same day: the difference of price is another, that of tax is gone.
    an_imported_invoice(price.customer, FIRST, (None, "RABAIS", "2.00"), gst="0.10", qst="0.20", credit=True)
    an_imported_invoice(tax.customer, FIRST, gst="0", qst="5.99")
    compared()
    rows = ShadowDifference.objects.order_by("kind")
    assert [(row.kind, row.key, row.amount, row.state) for row in rows] == [
        ("line_missing", "sku:RABAIS", Decimal("2.00"), "open"),
        ("price", price.key, Decimal("-5.00"), "accepted"),
    ]
    price_owner = rows[1].owner
    assert price_owner is not None
    assert price_owner.username == "maude"
    subscription = Subscription.objects.get(number=price.key)
    an_imported_invoice(price.customer, FIRST, (subscription, "Encore", "1.00"), gst="0.05", qst="0.10")
    compared()
    moved = ShadowDifference.objects.get(key=price.key)
    assert (moved.kind, moved.amount, moved.state) == ("period", Decimal("-6.00"), "open")


@pytest.mark.parametrize(
    ("name", "change"),
    [
        ("shadow_settled_with_reason", {"state": "accepted", "reason": "Bien"}),
        ("shadow_settled_with_reason", {"state": "mended", "reason": " ", "settled_at": "2026-12-02T00:00:00Z"}),
        ("shadow_settled_with_reason", {"settled_at": "2026-12-02T00:00:00Z"}),
        ("shadow_difference_is_amount", {"amount": "-5.01"}),
        ("shadow_difference_is_amount", {"amount": "0.00", "ours": "65.00"}),
        ("shadow_difference_has_sides", {"ours": None, "amount": "-65.00"}),
        ("shadow_difference_has_sides", {"kind": "only_ours"}),
        ("shadow_difference_has_sides", {"kind": "guess"}),
        ("shadow_rounding_is_a_cent", {"kind": "rounding"}),
    ],
)
def test_the_database_refuses_a_wrong_difference(
    board: list[ShadowDifference], name: str, change: dict[str, Any]
) -> None:
    with pytest.raises(IntegrityError, match=name), transaction.atomic():
        ShadowDifference.objects.filter(pk=board[0].pk).update(**change)


def test_the_database_refuses_twice_and_what_does_not_add_up(board: list[ShadowDifference]) -> None:
    row = ShadowDifference.objects.get(pk=board[0].pk)
    row.pk = None
    with pytest.raises(IntegrityError, match="shadow_difference_once"), transaction.atomic():
        row.save()
    with pytest.raises(IntegrityError, match="legacy_shadowcycle_day_key"), transaction.atomic():
        ShadowCycle.objects.create(day=FIRST)
    document = ShadowDocument.objects.all()[0]
    with pytest.raises(IntegrityError, match="shadow_document_adds_up"), transaction.atomic():
        ShadowDocument.objects.filter(pk=document.pk).update(total=1)
    document.pk = None
    with pytest.raises(IntegrityError, match="shadow_document_once"), transaction.atomic():
        document.save()
    cycles = ShadowCycle.objects.filter(day=FIRST)
    for change in ({"equal": None}, {"state": "computed"}, {"following": None}):
        with pytest.raises(IntegrityError, match="shadow_compared_with_figures"), transaction.atomic():
            cycles.update(**change)
    with pytest.raises(IntegrityError, match="shadow_equal_within_customers"), transaction.atomic():
        cycles.update(equal=3)


def told(*words: str) -> Any:
    out = StringIO()
    call_command("legacy_shadow", *words, "--json", stdout=out)
    return json.loads(out.getvalue())


def test_the_command_computes_compares_and_lists() -> None:
    subscription, other = served("Un"), served("Deux")
    [first] = told("--day", "2026-12-01")
    assert (first["state"], first["documents"], first["ours"], first["share"]) == ("computed", 2, "137.98", None)
    with pytest.raises(CommandError, match="shadow_nothing_imported"):
        told("--day", "2026-12-01", "--compare")
    an_imported_invoice(subscription.customer, FIRST, (subscription, "Internet", "60.00"), **EQUAL)
    an_imported_invoice(other.customer, FIRST, (other, "Internet", "60.00"), gst="3.00", qst="5.98")
    [second] = told("--day", "2026-12-01", "--compare")
    assert (second["share"], second["equal"], second["customers"], second["open"]) == ("50.00", 1, 2, 1)
    assert second["figures"] == {"rounding": {"count": 1, "customers": 1, "amount": "0.01"}}
    told("--day", "2026-12-02")
    assert [(row["day"], row["share"]) for row in told("--cycles", "5")] == [
        ("2026-12-02", None), ("2026-12-01", "50.00"),
    ]  # fmt: skip
    out = StringIO()
    call_command("legacy_shadow", "--day", "2026-12-01", "--compare", stdout=out)
    assert "50.00 % égaux au cent (1 de 2 clients)" in out.getvalue()
    with pytest.raises(CommandError, match="at least 1"):
        told("--cycles", "0")
