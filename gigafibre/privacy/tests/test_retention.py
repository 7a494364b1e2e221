"""What names people goes after its days while the switch is on, never sooner; customers are only proposed."""

from __future__ import annotations

from datetime import UTC, date, timedelta
from typing import Any

import pytest
from django.apps import apps
from django.db import IntegrityError, connection, transaction
from django.test.utils import CaptureQueriesContext

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_switch, a_user, browser
from gigafibre.kernel import clock as our_clock
from gigafibre.kernel import retention, settings
from gigafibre.kernel.context import doing
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing.answers import page
from gigafibre.messaging.tests.factories import a_listed_message
from gigafibre.privacy import actions
from gigafibre.privacy.listings import PROPOSALS, proposed
from gigafibre.privacy.retention_listings import RULES
from gigafibre.subscriptions.tests.factories import a_subscription

pytestmark = pytest.mark.usefixtures("acting")
MESSAGE = apps.get_model("messaging", "Message")
SESSION = apps.get_model("identity", "Session")
ATTEMPT = apps.get_model("identity", "LoginAttempt")
EVENT = apps.get_model("messaging", "VendorEvent")
NOTICE = apps.get_model("identity", "Notice")
INBOUND = apps.get_model("messaging", "InboundMessage")
SIGNATURE = apps.get_model("sales", "WebhookReceived")
LINK = apps.get_model("identity", "LoginLink")


def ago(days: int) -> Any:
    return our_clock.now() - timedelta(days=days)


def some_traces() -> None:
    """Leave of each kind one trace that is past its days, and one that is not."""
    user = a_user("support")
    for days in (366, 364):
        ATTEMPT._default_manager.create(at=ago(days), username="amelie", outcome="in", way="password")
    for days in (31, 29):
        SESSION._default_manager.create(session_key=f"k{days}", session_data="x", expire_date=ago(days))
    for days in (181, 179):
        NOTICE._default_manager.create(user=user, kind="x", text_fr=str(days), text_en="x", at=ago(days))
    for days in (91, 89):
        EVENT._default_manager.create(vendor="v", event_id=str(days), kind="status", payload={"to": "x"}, at=ago(days))
    for days in (31, 29):
        ended = {"kind": "forgotten", "ended": "used", "ended_at": ago(days)}
        LINK._default_manager.create(user=user, made_at=ago(days + 1), until=ago(days), **ended)
    for days in (1096, 1094):
        for word in ("", "stop"):
            INBOUND._default_manager.create(
                provider_id=f"{days}{word}", sender="+14505550142", body="Bonjour", keyword=word, at=ago(days)
            )
        SIGNATURE._default_manager.create(vendor="v", event=str(days), body="{}", received_at=ago(days))
        with our_clock.standing(ago(days)):
            a_listed_message(a_customer(f"Client {days}"), f"Parti {days}")


DUE = dict.fromkeys(
    ("login_attempts", "sessions", "notices", "carrier_messages", "messages", "inbound_messages",
     "signature_messages", "login_links"), 1,
)  # fmt: skip


def test_it_goes_while_the_switch_is_on_and_no_sooner() -> None:
    some_traces()
    due = {one.code: one.due for one in retention.states() if one.due}
    assert due == DUE
    assert set(retention.forget()) == {"deliveries", "jobs"}
    a_switch("privacy.retention", on=True)
    assert {code: gone for code, gone in retention.forget().items() if gone} == DUE
    assert set(retention.forget().values()) == {0}
    assert [notice.text_fr for notice in NOTICE._default_manager.all()] == ["179"]
    old, young = MESSAGE._default_manager.order_by("created_at")
    assert (old.subject, old.body, old.variables) == ("", "", {})
    assert (old.template, old.state) == (young.template, young.state)
    assert old.to.endswith("@example.ca"), "to whom it was said stays"
    assert young.body != ""
    assert set(INBOUND._default_manager.values_list("provider_id", flat=True)) == {"1096stop", "1094", "1094stop"}


def test_what_the_database_keeps_no_setting_forgets() -> None:
    some_traces()
    a_switch("privacy.retention", on=True)
    for code in ("login_attempts", "carrier_messages", "messages", "inbound_messages", "signature_messages"):
        settings.put(f"retention.{code}_days", 1)
    ATTEMPT._default_manager.create(at=ago(2), username="amelie", outcome="in", way="password")
    EVENT._default_manager.create(vendor="v", event_id="2", kind="status", payload={}, at=ago(2))
    a_listed_message(a_customer("Nouvelle"), "Parti hier")
    INBOUND._default_manager.create(provider_id="364", sender="+14505550142", body="Bonjour", at=ago(364))
    SIGNATURE._default_manager.create(vendor="v", event="364", body="{}", received_at=ago(364))
    retention.forget()
    assert INBOUND._default_manager.filter(provider_id="364").count() == 1
    assert SIGNATURE._default_manager.filter(event="364").count() == 1
    assert ATTEMPT._default_manager.filter(at=ago(2)).count() == 1
    assert EVENT._default_manager.filter(at=ago(2)).count() == 1
    for attack in (
        lambda: ATTEMPT._default_manager.all().delete(),
        lambda: ATTEMPT._default_manager.update(username="x"),
        lambda: EVENT._default_manager.all()._raw_delete("default"),
        lambda: EVENT._default_manager.update(payload={"x": 1}),
        lambda: MESSAGE._default_manager.filter(created_at__lt=ago(365)).update(body="autre chose"),
        lambda: MESSAGE._default_manager.update(body=""),
        lambda: INBOUND._default_manager.filter(provider_id="364")._raw_delete("default"),
        lambda: INBOUND._default_manager.update(body=""),
        lambda: SIGNATURE._default_manager.filter(event="364")._raw_delete("default"),
        lambda: SIGNATURE._default_manager.update(body=""),
    ):
        with pytest.raises(IntegrityError), transaction.atomic(), doing("test"):
            attack()


def test_customers_are_proposed_and_none_goes_by_himself() -> None:
    manager = apps.get_model("crm", "Customer")._default_manager
    stale, fresh, former, lately = (a_customer(name) for name in ("Vieux", "Frais", "Ancien", "Parti"))
    served = a_subscription().customer
    manager.filter(pk__in=[stale.pk, former.pk, lately.pk, served.pk]).update(created_at=ago(4000))
    manager.filter(pk__in=[stale.pk, fresh.pk]).update(status="prospect")
    manager.filter(pk=former.pk).update(status="terminated", ended_on=date(2019, 1, 31))
    manager.filter(pk=lately.pk).update(status="terminated", ended_on=date(2025, 1, 31))
    shown = {row["number"]: (row["why"], row["held"]) for row in page(PROPOSALS, {}).items}
    assert shown == {stale.number: ("prospect", False), former.number: ("former", False)}
    actions.place_hold(former.number, reason="Poursuite")
    assert [row["held"] for row in page(PROPOSALS, {"why": "former"}).items] == [True]
    settings.put("privacy.former_months", 12)
    assert proposed() == 3
    a_switch("privacy.retention", on=True)
    retention.forget()
    assert manager.filter(display_name="Anonymisé").count() == 0


def test_the_rules_are_a_list_with_what_is_past_its_time() -> None:
    some_traces()
    settings.put("retention.notices_days", 0)
    settings.put("retention.sessions_days", 45)
    found = page(RULES, {"view": "due", "limit": "200"})
    assert {row["code"]: row["due"] for row in found.items} == {
        code: n for code, n in DUE.items() if code not in {"notices", "sessions"}
    }
    assert found.totals == {"due": "6"}
    rules = {row["code"]: row for row in page(RULES, {"limit": "200"}).items}
    assert list(rules) == [
        one.code for one in sorted(retention.all_rules(), key=lambda one: (not one.switch, fold(one.what.fr)))
    ]
    assert (rules["notices"]["days"], rules["notices"]["due"]) == (0, 0), "for ever"
    assert rules["sessions"]["days"] == 45
    assert rules["messages"] == {
        "code": "messages",
        "what": "Mots des messages envoyés",
        "setting": "retention.messages_days",
        "days": 1095,
        "works": False,
        "switched": True,
        "cleared": True,
        "due": 1,
        "ran_at": None,
        "gone": None,
    }
    assert [row["code"] for row in page(RULES, {"view": "machine"}).items] == ["deliveries", "jobs"]
    assert [row["code"] for row in page(RULES, {"cleared": "true"}).items] == ["messages"]
    a_switch("privacy.retention", on=True)
    retention.forget()
    (after,) = page(RULES, {"only": "messages"}).items
    now = our_clock.now().astimezone(UTC).isoformat(timespec="seconds").replace("+00:00", "Z")
    assert (after["works"], after["due"], after["gone"], after["ran_at"]) == (True, 0, 1, now)
    assert page(RULES, {"view": "due"}).items == []


def test_every_rule_is_counted_by_the_same_few_statements() -> None:
    every = retention.states()
    with CaptureQueriesContext(connection) as queries:
        assert retention.states() == every
    assert len(queries) == 4, "the periods, the switch, what is past its time, the last times"
    with CaptureQueriesContext(connection) as queries:
        assert len(retention.states(lambda one: one.code in {"messages", "notices"})) == 2
    assert len(queries) == 4


def test_who_reads_how_long_things_are_kept() -> None:
    path = "/api/v1/privacy/retention"
    officer, technician = browser(a_user("privacy-officer")), browser(a_user("technician"))
    assert officer.get(path).json() == {"on": False, "switch": "privacy.retention", "proposed": 0}
    listed = officer.get(f"{path}-rules").json()
    assert {"login_attempts", "messages", "jobs"} < {rule["code"] for rule in listed["items"]}
    assert technician.get(path).status_code == technician.get(f"{path}-rules").status_code == 403
    assert browser(a_user("support")).get("/api/v1/privacy/proposals").status_code == 403
