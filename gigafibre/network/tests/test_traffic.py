"""Addresses and usage: who had one when, what was used, what is forgotten, and what the database refuses."""

from __future__ import annotations

from datetime import UTC, date, datetime
from typing import Any

import pytest
from django.db import connection
from psycopg.types.range import TimestamptzRange

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import Forbidden, InvalidInput
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.looking import runs
from gigafibre.network import traffic
from gigafibre.network.models import IpAssignment, UsageDay
from gigafibre.network.settings import ADDRESS_DAYS
from gigafibre.network.tasks import forget_traffic
from gigafibre.network.tests.factories import an_assignment, kept_traffic, used
from gigafibre.network.tests.test_constraints import refused
from gigafibre.subscriptions.tests.factories import a_subscription, altered

pytestmark = pytest.mark.django_db
ETIENNE = Actor("staff", 9, "Étienne Hébert", frozenset({"network.trace"}))
ASKED = {"moment": "2025-03-02T14:10:00-05:00", "reason": "Ordonnance 500-26-123456-255"}
GIGA = 10**9


def at(day: int, hour: int = 0, month: int = 3) -> datetime:
    return datetime(2025, month, day, hour, tzinfo=UTC)


def test_an_address_is_of_one_at_a_time_however_it_is_written() -> None:
    an_assignment("24.48.0.15", at(1), at(5))
    an_assignment("24.48.0.15", at(5))
    an_assignment("24.48.0.16", at(1))
    with refused("address_of_one_at_a_time"):
        an_assignment("24.48.0.15", at(4), at(6))
    an_assignment("2605:b100::5", at(1))
    with refused("address_of_one_at_a_time"):
        an_assignment("2605:B100:0:0::5", at(9))
    # Far down in an address: what the index of btree_gist rounds away.
    an_assignment("2605:b100::6", at(1))


@pytest.mark.parametrize(
    "during",
    [
        TimestamptzRange(None, at(1)),
        TimestamptzRange(at(1), at(1)),
        TimestamptzRange(at(1), at(2), "[]"),
        TimestamptzRange(at(1), at(2), "(]"),
    ],
)
def test_an_assignment_begins_lasts_and_ends_before_its_end(during: Any) -> None:
    with refused("assignment_begins_and_lasts"):
        IpAssignment.objects.create(customer=a_customer(), address="24.48.0.15", during=during)


def test_an_assignment_is_of_one_host_and_names_the_place_of_its_subscription() -> None:
    whose, served = a_customer(), a_subscription()
    with refused("assignment_of_one_host"), connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO network_ipassignment (customer_id, address, during) VALUES (%s, '24.48.0.0/24', %s)",
            [whose.pk, "[2025-03-01,)"],
        )
    with refused("assignment_serves_where_it_is"):
        an_assignment("24.48.0.15", at(1), subscription=served, location=None)


def test_usage_is_once_a_day_and_never_negative() -> None:
    served = a_subscription()
    used(served, date(2025, 3, 1), 5, 1)
    with refused("one_usage_per_day"):
        used(served, date(2025, 3, 1), 6, 1)
    for by_day, by_night in ((-1, 0), (0, -1)):
        with refused("usage_not_negative"):
            used(served, date(2025, 3, 2), by_day, by_night)
    with refused("network_usageday_legacy_id"):
        UsageDay.objects.create(subscription=served, day=date(2025, 3, 3), legacy_id=7)
        UsageDay.objects.create(subscription=served, day=date(2025, 3, 4), legacy_id=7)


def trace(address: str, **given: Any) -> dict[str, Any]:
    asked = {"address": address, **ASKED, **given}
    found: dict[str, Any] = perform("network.trace_address", asked, actor=ETIENNE).result
    return found


def test_who_had_an_address_is_told_to_who_says_why_and_the_asking_stays() -> None:
    sylvie = a_subscription()
    # Renewed without a gap: one span.
    an_assignment("24.48.0.15", at(1), at(2), subscription=sylvie)
    an_assignment("24.48.0.15", at(2), at(4), subscription=sylvie)
    an_assignment("24.48.0.15", at(4))
    told = trace(" 24.48.0.15 ")
    assert told == {
        "address": "24.48.0.15", "moment": "2025-03-02T19:10:00Z", "held": True, "customer": sylvie.customer.number,
        "customer_name": "Sylvie Tremblay", "subscription": sylvie.number, "location": sylvie.location.number,
        "place": f"{sylvie.location.line1}, {sylvie.location.city}, {sylvie.location.postal_code}",
        "since": "2025-03-01T00:00:00Z", "until": "2025-03-04T00:00:00Z", "over_on": None, "ever_known": True,
        "kept_since": None,
    } | {"moment": told["moment"]}  # fmt: skip
    # The end is no more his.
    assert trace("24.48.0.15", moment="2025-03-04T00:00:00Z")["customer"] != sylvie.customer.number
    first, second = runs(name="network.trace_address")
    assert (first["actor_name"], first["input"]["reason"]) == ("Étienne Hébert", "Ordonnance 500-26-123456-255")
    assert {first["result"][name] for name in ("customer", "customer_name", "subscription", "location", "place")} == {
        "••••"
    }
    assert second["input"]["moment"].startswith("2025-03-04T00:00:00")


def test_nobodys_address_and_one_whose_service_was_over_are_told_apart() -> None:
    an_assignment("24.48.0.15", at(3), at(4))
    nobody = trace("24.48.0.15")
    assert (nobody["held"], nobody["customer"], nobody["ever_known"]) == (False, "", True)
    assert trace("24.48.0.99")["ever_known"] is False
    left = a_subscription()
    altered(left, state="cancelled", cancelled_on=date(2025, 2, 28))
    an_assignment("24.48.0.20", at(1, month=2), subscription=left)
    assert (trace("24.48.0.20")["held"], trace("24.48.0.20")["over_on"]) == (True, "2025-02-28")
    assert trace("24.48.0.20", moment="2025-02-28T12:00:00-05:00")["over_on"] is None


@pytest.mark.parametrize(
    ("given", "field"),
    [
        ({"address": "24.48.0.300"}, "address"),
        ({"address": "24.48.0.0/24"}, "address"),
        ({"address": "127.0.0.1"}, "address"),
        ({"address": "fe80::1%eth0"}, "address"),
        ({"address": ""}, "address"),
        ({"moment": "2025-03-02T14:10:00"}, "moment"),
        ({"moment": "2099-03-02T14:10:00-05:00"}, "moment"),
        ({"moment": "hier"}, "moment"),
        ({"reason": ""}, "reason"),
    ],
)
def test_a_bad_question_is_refused_at_its_field_and_leaves_nothing(given: dict[str, Any], field: str) -> None:
    with pytest.raises(InvalidInput) as said:
        trace(**{"address": "24.48.0.15", **given})
    assert [detail.field for detail in said.value.details] == [field]
    assert "invalide" not in said.value.details[0].text.fr
    assert runs(name="network.trace_address") == []


def test_whoever_may_only_see_the_network_does_not_trace() -> None:
    with pytest.raises(Forbidden):
        perform(
            "network.trace_address",
            {"address": "24.48.0.15", **ASKED},
            actor=Actor("staff", 3, "Kevin Boyer", frozenset({"network.read"})),
        )


@pytest.fixture
def november(clock: Any) -> None:
    """The evening of 20 November 2026."""
    clock.freeze(datetime(2026, 11, 21, 3, tzinfo=UTC))


def network() -> Any:
    """A browser of somebody who looks after the network."""
    return browser(a_user("network"))


@pytest.mark.usefixtures("november")
def test_a_subscriptions_traffic_over_http() -> None:
    served = a_subscription()
    for day, by_day, by_night in ((1, 5 * GIGA, GIGA), (20, 3, 4)):
        used(served, date(2026, 11, day), by_day, by_night)
    used(served, date(2026, 10, 1), 7)
    an_assignment("24.48.0.15", at(1), at(5), subscription=served)
    an_assignment("24.48.0.16", at(5), at(6), subscription=served)
    an_assignment("24.48.0.16", at(6), subscription=served)
    found = network().get(f"/api/v1/subscriptions/{served.number}/traffic").json()
    usage = found["usage"]
    assert (usage["since"], usage["until"], len(usage["days"])) == ("2026-10-21", "2026-11-20", 31)
    assert usage["days"][11] == {"day": "2026-11-01", "by_day": 5 * GIGA, "by_night": GIGA}
    assert usage["days"][0] == {"day": "2026-10-21", "by_day": None, "by_night": None}
    assert (usage["by_day"], usage["by_night"]) == (5 * GIGA + 3, GIGA + 4)
    assert (usage["earlier"], usage["later"]) == ("2026-10-20", None)
    assert found["addresses"] == [
        {"address": "24.48.0.16", "since": "2025-03-05T00:00:00Z", "until": None},
        {"address": "24.48.0.15", "since": "2025-03-01T00:00:00Z", "until": "2025-03-05T00:00:00Z"},
    ]
    before = network().get(f"/api/v1/subscriptions/{served.number}/traffic?until=2026-10-20").json()["usage"]
    assert (before["by_day"], before["month_by_day"], before["later"]) == (7, 7, "2026-11-20")
    assert network().get("/api/v1/subscriptions/SUB-1/traffic").json()["code"] == "no_such_subscription"


@pytest.mark.usefixtures("november")
def test_without_usage_there_is_none_and_old_usage_shows_its_last_days(django_assert_num_queries: Any) -> None:
    served = a_subscription()
    assert traffic.usage_of(served.pk) is None
    used(served, date(2025, 3, 1), 5)
    with django_assert_num_queries(4):
        found = traffic.usage_of(served.pk)
    assert found is not None
    assert (found.until, found.by_day, found.earlier, found.later) == (date(2025, 3, 1), 5, None, None)


@pytest.mark.usefixtures("november")
def test_what_is_past_its_retention_is_erased_each_night() -> None:
    left, gone = a_subscription(), a_customer(ended_on=date(2024, 1, 1))
    altered(left, state="cancelled", cancelled_on=date(2025, 2, 28))
    an_assignment("24.48.0.1", at(1), at(2))
    an_assignment("24.48.0.2", at(1))  # he still has it
    an_assignment("24.48.0.3", at(1), subscription=left)
    an_assignment("24.48.0.4", at(1), customer=gone)
    an_assignment("24.48.0.5", at(1), datetime(2026, 11, 1, tzinfo=UTC))
    served = a_subscription()
    for day in (date(2026, 8, 21), date(2026, 8, 22)):
        used(served, day, 5)
    assert forget_traffic(0) == 0
    assert len(kept_traffic()[0]) == 5
    settings.put(ADDRESS_DAYS, 90)
    assert forget_traffic(0) == 4
    assert kept_traffic() == ({"24.48.0.2", "24.48.0.5"}, {date(2026, 8, 22)})
    assert forget_traffic(0) == 0


@pytest.mark.parametrize("days", [-1, 1, 29, 3661, "toujours", 90.5, None])
def test_a_retention_that_makes_no_sense_is_refused(days: Any) -> None:
    with pytest.raises(InvalidInput):
        perform("kernel.set_setting", {"key": ADDRESS_DAYS, "value": days}, actor=SYSTEM)
    assert settings.get(ADDRESS_DAYS) == 0
    perform("kernel.set_setting", {"key": ADDRESS_DAYS, "value": 365}, actor=SYSTEM)
    assert traffic.kept_since() is not None
