"""Outside effects: after commit, once, looked up when unknown, parked when hopeless, held behind a switch."""

import uuid
from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import transaction

from gigafibre.kernel import intents
from gigafibre.kernel.models import Intent
from gigafibre.kernel.text import Text


class Outside:
    """An outside system whose mood the test sets."""

    def __init__(self) -> None:
        self.did: list[uuid.UUID] = []
        self.mood: Exception | None = None
        self.found: dict[str, Any] | None = None

    def perform(self, key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any]:
        if self.mood:
            raise self.mood
        self.did.append(key)
        return {"ref": "x1"}

    def lookup(self, key: uuid.UUID, payload: dict[str, Any]) -> dict[str, Any] | None:
        return self.found


@pytest.fixture
def outside(committed_db: Any) -> Iterator[Outside]:
    system = Outside()
    words: dict[str, Any] = {"group": "network", "says": lambda p: Text("x", "x")}
    intents.performs("test.push", lookup=system.lookup, **words)(system.perform)
    intents.performs("test.gated", switch="test.off", **words)(system.perform)
    yield system
    intents.forget_kind("test.push")
    intents.forget_kind("test.gated")


def intend(kind: str = "test.push") -> uuid.UUID:
    with transaction.atomic():
        return intents.intend(kind, "line:1", {"n": 1})


def test_done_once_and_the_answer_is_kept(outside: Outside) -> None:
    key = intend()
    assert intents.perform_next() is True
    assert intents.perform_next() is False
    stored = Intent.objects.get(key=key)
    assert (outside.did, stored.state, stored.answer, stored.attempts) == ([key], "done", {"ref": "x1"}, 1)


def test_a_passing_fault_is_tried_again_later(outside: Outside, clock: Any) -> None:
    key = intend()
    outside.mood = intents.TransportError("line busy")
    intents.perform_next()
    stored = Intent.objects.get(key=key)
    assert (stored.state, stored.attempts, stored.due) == ("pending", 1, clock.now() + timedelta(seconds=2))
    assert intents.perform_next() is False
    outside.mood = None
    clock.move(minutes=1)
    assert intents.perform_next() is True
    assert outside.did == [key]


def test_what_may_not_be_done_yet_waits_without_counting_as_a_try(outside: Outside, clock: Any) -> None:
    key = intend()
    outside.mood = intents.NotYet(clock.now() + timedelta(hours=3))
    intents.perform_next()
    stored = Intent.objects.get(key=key)
    assert (stored.state, stored.attempts, stored.due) == ("pending", 0, clock.now() + timedelta(hours=3))
    outside.mood = None
    assert intents.perform_next() is False
    clock.move(hours=3)
    assert (intents.perform_next(), outside.did) == (True, [key])


def test_an_intent_may_be_due_later(outside: Outside, clock: Any) -> None:
    with transaction.atomic():
        key = intents.intend("test.push", "line:1", {"n": 1}, due=clock.now() + timedelta(minutes=5))
    assert intents.perform_next() is False
    clock.move(minutes=5)
    assert (intents.perform_next(), outside.did) == (True, [key])


def test_a_permanent_fault_asks_a_person_at_once(outside: Outside) -> None:
    key = intend()
    outside.mood = intents.TransportError("no such line", permanent=True)
    intents.perform_next()
    assert Intent.objects.get(key=key).state == "parked"


def test_an_unknown_outcome_is_looked_up_before_any_retry(outside: Outside, clock: Any) -> None:
    key = intend()
    outside.mood = intents.OutcomeUnknown("timeout after sending")
    intents.perform_next()
    assert Intent.objects.get(key=key).state == "unknown"
    outside.mood, outside.found = None, {"ref": "already"}
    clock.move(minutes=1)
    intents.perform_next()
    stored = Intent.objects.get(key=key)
    assert (stored.state, stored.answer, outside.did) == ("done", {"ref": "already"}, [])


def test_a_worker_that_died_while_sending_leaves_an_unknown_outcome(outside: Outside, clock: Any) -> None:
    key = intend()
    Intent.objects.filter(key=key).update(state="sending", due=clock.now())
    assert intents.perform_next() is False
    clock.move(minutes=6)
    outside.found = {"ref": "it had arrived"}
    assert intents.perform_next() is True
    assert (Intent.objects.get(key=key).state, outside.did) == ("done", [])


def test_behind_a_switch_that_is_off_it_is_held_for_good(outside: Outside) -> None:
    key = intend("test.gated")
    assert intents.perform_next() is False
    assert Intent.objects.get(key=key).state == "held"


def test_never_inside_a_transaction(outside: Outside) -> None:
    intend()
    with transaction.atomic(), pytest.raises(RuntimeError, match="no network"):
        intents.perform_next()
