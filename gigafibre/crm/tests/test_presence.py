"""Two people on one record see each other; who may not read it learns nothing."""

from __future__ import annotations

import json
import time
from collections.abc import Iterator
from dataclasses import replace
from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.live import Told, may_hear, presence

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def heard_at_once(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """What is said is heard in the same breath: the way over NOTIFY is the live stream's."""
    presence._here.clear()
    monkeypatch.setattr(presence, "say", lambda *said: presence.heard(json.dumps(said)))
    yield
    presence._here.clear()


def say(client: Any, subject: str, page: str, state: str) -> Any:
    return send(client, "post", "/api/v1/presence", {"subject": subject, "page": page, "state": state})


def test_two_people_on_one_record_see_each_other() -> None:
    subject = f"customer:{a_customer().number}"
    bob = browser(a_user("support"))
    eve = browser(a_user("manager", first_name="Ève", last_name="Roy"))
    assert say(bob, subject, "page-bob", "here").json() == {"people": [], "again_s": 30.0}
    say(eve, subject, "page-eve", "here")
    say(eve, subject, "page-eve-2", "editing")
    there = say(bob, subject, "page-bob", "here").json()["people"]
    assert there == [{"name": "Ève Roy", "initials": "ÈR", "editing": True}]
    say(eve, subject, "page-eve-2", "gone")
    assert say(bob, subject, "page-bob", "here").json()["people"][0]["editing"] is False
    say(eve, subject, "page-eve", "gone")
    assert say(bob, subject, "page-bob", "here").json()["people"] == []


def test_who_may_not_read_a_record_neither_sees_nor_is_seen() -> None:
    subject = f"customer:{a_customer().number}"
    stranger = browser(a_user())
    refused = say(stranger, subject, "page-stranger", "here")
    assert (refused.status_code, refused.json()["code"]) == (403, "forbidden")
    assert presence.present(subject) == {}
    assert say(browser(a_user("support")), "customer:C-0", "page-nobody", "here").status_code == 404
    told = Told(1, presence.TOPIC, subject)
    assert may_hear(Actor("staff", 1, "x", frozenset({"crm.read"})), told)
    assert not may_hear(Actor("staff", 1, "x", frozenset({"billing.read"})), told)


def test_a_page_that_says_nothing_any_more_is_gone() -> None:
    subject = f"customer:{a_customer().number}"
    user = a_user("support")
    say(browser(user), subject, "page-lost", "here")
    assert presence.present(subject) == {user.pk: False}
    kept = presence._here[subject]
    kept["page-lost"] = replace(kept["page-lost"], until=time.monotonic() - 1)
    assert presence.present(subject) == {}
    assert presence.expire() == [subject]
    assert presence.expire() == []


def test_only_a_change_is_told() -> None:
    assert presence.heard('["customer:C-1", "page-a", 7, "here"]') == "customer:C-1"
    assert presence.heard('["customer:C-1", "page-a", 7, "here"]') == ""
    assert presence.heard('["customer:C-1", "page-a", 7, "editing"]') == "customer:C-1"
    assert presence.heard('["customer:C-1", "page-a", 7, "gone"]') == "customer:C-1"
    assert presence.heard('["customer:C-1", "page-a", 7, "gone"]') == ""
