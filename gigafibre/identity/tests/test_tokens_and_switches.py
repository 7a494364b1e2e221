"""Programs come in by tokens; what acts by itself waits for a person."""

from __future__ import annotations

from datetime import UTC, datetime
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client

from gigafibre.identity.errors import BeyondYourself, ConfirmationDiffers, NoScopes, PersonNeeded, SwitchIsOn
from gigafibre.identity.models import ServiceToken, Switch, TokenUse
from gigafibre.identity.queries import switch_is_on, switched_on_since, token_actor
from gigafibre.identity.tests.factories import a_switch, a_token, a_user, browser
from gigafibre.identity.tests.test_people import who
from gigafibre.kernel import intents
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.tests import looking
from gigafibre.kernel.tests.examples import a_subject
from gigafibre.kernel.text import Text

pytestmark = pytest.mark.django_db
NOTE = {"subject": "customer:C-4217", "text": "Bonjour"}


@pytest.fixture(autouse=True)
def somebody(db: None) -> None:
    """The customer the notes are about."""
    a_subject()


def program(secret: str) -> Client:
    return Client(enforce_csrf_checks=True, headers={"authorization": f"Bearer {secret}", "accept-language": "fr"})


def act(client: Client, name: str, given: dict[str, Any], **more: Any) -> Any:
    return client.post(f"/api/v1/actions/{name}", given, content_type="application/json", **more)


def test_a_token_does_what_its_scopes_say_and_nothing_else() -> None:
    client = program(a_token("robot", "kernel.note", "crm.read"))
    assert act(client, "kernel.add_note", NOTE).status_code == 200
    assert [note["author"] for note in looking.notes()] == ["robot"]
    answer = act(client, "identity.create_user", {"username": "eve"})
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    answer = client.get("/api/v1/session")
    assert (answer.status_code, answer.json()["code"]) == (403, "no_session")


def test_a_token_is_told_once_and_kept_nowhere() -> None:
    boss = a_user("administrator")
    secret = perform("identity.create_token", {"name": "robot", "scopes": ["crm.read"]}, actor=who(boss)).result[
        "token"
    ]
    assert secret.startswith("gf_")
    assert looking.runs()[0]["result"] == {"name": "robot", "token": "••••"}
    assert secret not in str([*ServiceToken.objects.values(), *looking.trail(), *looking.runs()])
    assert ServiceToken.objects.get().created_by == boss


def test_a_repeated_request_for_a_token_does_not_tell_it_again() -> None:
    given: dict[str, Any] = {"name": "robot", "scopes": ["crm.read"]}
    perform("identity.create_token", given, actor=SYSTEM, idempotency_key="k")
    again = perform("identity.create_token", given, actor=SYSTEM, idempotency_key="k")
    assert (again.replayed, again.result["token"]) == (True, "••••")


def test_a_token_ends_when_revoked_and_after_its_last_day(clock: Any) -> None:
    secret = a_token("robot", "kernel.note", "crm.read")
    perform("identity.revoke_token", {"name": "robot"}, actor=SYSTEM)
    answer = act(program(secret), "kernel.add_note", NOTE)
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_token")
    given = {"name": "robot", "scopes": ["kernel.note"], "expires_on": "2026-11-22"}
    secret = perform("identity.create_token", given, actor=SYSTEM).result["token"]
    clock.freeze("2026-11-22T23:59:00-05:00")
    assert token_actor(secret) is not None
    clock.freeze("2026-11-23T00:00:00-05:00")
    assert token_actor(secret) is None
    assert looking.notes() == []


def test_the_last_use_of_a_token_is_noted_once_a_minute(clock: Any, django_assert_num_queries: Any) -> None:
    secret = a_token("robot", "kernel.note", "crm.read")
    with django_assert_num_queries(2):
        token_actor(secret)
    with django_assert_num_queries(1):
        token_actor(secret)
    clock.move(minutes=2)
    token_actor(secret)
    assert TokenUse.objects.get().at == datetime(2026, 11, 21, 14, 2, tzinfo=UTC)


def test_a_token_never_holds_more_than_whoever_made_it() -> None:
    with pytest.raises(NoScopes):
        a_token("robot", "*")
    with pytest.raises(NoScopes):
        a_token("robot")
    hr = who(a_user("manager"))
    hr = type(hr)(hr.kind, hr.id, hr.name, hr.permissions | {"identity.admin"})
    with pytest.raises(BeyondYourself):
        perform("identity.create_token", {"name": "robot", "scopes": ["identity.switch"]}, actor=hr)
    assert ServiceToken.objects.count() == 0


def test_an_unknown_token_is_refused_even_where_a_session_would_do() -> None:
    client = browser(a_user("administrator"))
    answer = client.get("/api/v1/actions", headers={"authorization": "Bearer gf_nothing"})
    assert (answer.status_code, answer.json()["code"]) == (401, "bad_token")


def test_a_repeated_request_with_the_same_key_acts_once() -> None:
    client = program(a_token("robot", "kernel.note", "crm.read"))
    first, second = (act(client, "kernel.add_note", NOTE, headers={"idempotency-key": "a1"}).json() for _ in range(2))
    assert (first["replayed"], second["replayed"]) == (False, True)
    assert (first["result"], first["run"]) == (second["result"], second["run"])
    answer = act(client, "kernel.add_note", {**NOTE, "text": "Autre"}, headers={"idempotency-key": "a1"})
    assert (answer.status_code, answer.json()["code"]) == (409, "idempotency_mismatch")
    assert len(looking.notes()) == 1
    other = program(a_token("robot 2", "kernel.note", "crm.read"))
    assert act(other, "kernel.add_note", NOTE, headers={"idempotency-key": "a1"}).json()["replayed"] is False


def test_a_switch_is_off_until_a_person_turns_it_on(clock: Any) -> None:
    code, boss = a_switch(), a_user("administrator")
    assert not switch_is_on(code)
    given = {"switch": code, "confirmation": code, "reason": "Les chiffres sont bons."}
    seen = preview("identity.turn_switch_on", given, actor=who(boss))
    assert [rule.fact.fr for rule in seen.rules] == ["21 876 abonnements", "786 172,93 $"]
    assert not switch_is_on(code)
    with pytest.raises(ConfirmationDiffers):
        perform("identity.turn_switch_on", {**given, "confirmation": "oui"}, actor=who(boss))
    with pytest.raises(PersonNeeded):
        perform("identity.turn_switch_on", given, actor=type(SYSTEM)("token", 1, "robot", frozenset({"*"})))
    assert not switch_is_on(code)
    perform("identity.turn_switch_on", given, actor=who(boss))
    assert switched_on_since(code) == clock.now()
    row = Switch.objects.get()
    assert (row.changed_by, row.changed_by_name, row.reason) == (boss, "Aimée Côté", "Les chiffres sont bons.")
    assert [row["op"] for row in looking.trail(table="identity_switch", actor="Aimée Côté")] == ["I", "U"]
    clock.move(days=3)
    with pytest.raises(SwitchIsOn):
        perform("identity.turn_switch_on", given, actor=who(boss))
    perform("identity.turn_switch_off", {"switch": code, "reason": "Pause."}, actor=who(boss))
    assert switched_on_since(code) is None


def test_the_database_keeps_a_switch_coherent() -> None:
    with pytest.raises(IntegrityError, match="on_has_a_since"), transaction.atomic():
        Switch.objects.create(code="a.b", on=True, changed_by_name="x", reason="y")
    with pytest.raises(IntegrityError, match="on_by_somebody_for_a_reason"), transaction.atomic():
        Switch.objects.create(code="a.b", on=True, on_since=datetime(2026, 1, 1, tzinfo=UTC), changed_by_name="")


def test_an_effect_behind_a_switch_is_held_while_it_is_off() -> None:
    @intents.performs(
        "identity.try", group="messages", says=lambda p: Text("Essai", "Trial"), switch="identity.example"
    )
    def act_on_it(key: object, payload: dict[str, Any]) -> dict[str, Any]:
        return {}

    try:
        a_switch()
        intents.intend("identity.try", "x:1", {})
        a_switch(on=True)
        intents.intend("identity.try", "x:2", {})
    finally:
        intents.forget_kind("identity.try")
    assert {row["subject"]: row["state"] for row in looking.intents()} == {"x:1": "held", "x:2": "pending"}
