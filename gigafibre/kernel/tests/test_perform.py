"""Actions: permission, input, one transaction, trail, idempotency."""

from typing import Any

import pytest

from gigafibre.kernel import perform as performing
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.context import running
from gigafibre.kernel.errors import Forbidden, IdempotencyMismatch, InvalidInput
from gigafibre.kernel.models import ActionRun, AuditEntry, Delivery, Event, Intent, Note, Series, Setting
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests.examples import a_subject

NOBODY = Actor("staff", 5, "Nadia Roy", frozenset({"crm.read"}))
CLERK = Actor("staff", 6, "Maude Gagnon", frozenset({"kernel.*"}))


def nothing_changed() -> bool:
    return (
        Setting.objects.count(),
        ActionRun.objects.count(),
        Event.objects.count(),
        Intent.objects.count(),
        Series.objects.get(code="SANDBOX").next,
    ) == (0, 0, 0, 0, 1)


def test_an_action_leaves_who_what_and_why(sandbox: Any) -> None:
    done = perform("kernel.open_box", {"box": "a", "count": 2}, actor=CLERK, reason="essai")
    assert (done.result, done.replayed) == ("BX-001", False)
    run = ActionRun.objects.get()
    assert (run.pk, run.name, run.actor_name, run.reason) == (done.run, "kernel.open_box", "Maude Gagnon", "essai")
    assert (run.input, run.result) == ({"box": "a", "count": 2}, "BX-001")
    entry = AuditEntry.objects.get(table="kernel_setting")
    assert (entry.actor, entry.action, entry.run) == ("Maude Gagnon", "kernel.open_box", done.run)
    assert Intent.objects.get().state == "pending"
    assert Delivery.objects.get().state == "pending"


def test_permission_comes_before_input(sandbox: Any) -> None:
    with pytest.raises(Forbidden, match=r"kernel\.sandbox"):
        perform("kernel.open_box", {"nonsense": 1}, actor=NOBODY)
    assert nothing_changed()


@pytest.mark.parametrize(
    ("given", "field", "code"),
    [
        ({}, "box", "missing"),
        ({"box": "a", "colour": "red"}, "colour", "extra_forbidden"),
        ({"box": "", "count": 1}, "box", "string_too_short"),
        ({"box": "a", "count": -1}, "count", "greater_than_equal"),
    ],
)
def test_bad_input_says_where_and_changes_nothing(sandbox: Any, given: dict[str, Any], field: str, code: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        perform("kernel.open_box", given, actor=CLERK)
    assert [(d.field, d.code) for d in refused.value.details] == [(field, code)]
    assert all(d.text.fr and d.text.en for d in refused.value.details)
    assert nothing_changed()


def test_a_refusing_verb_changes_nothing(sandbox: Any) -> None:
    with pytest.raises(sandbox.TooMany, match="12 is too many"):
        perform("kernel.open_box", {"box": "a", "count": 12}, actor=CLERK)
    assert nothing_changed()


def test_an_idempotency_key_answers_the_same_once(sandbox: Any) -> None:
    first = perform("kernel.open_box", {"box": "a"}, actor=CLERK, idempotency_key="k1")
    again = perform("kernel.open_box", {"box": "a"}, actor=CLERK, idempotency_key="k1")
    assert (again.result, again.run, again.replayed) == (first.result, first.run, True)
    assert Setting.objects.count() == 1
    with pytest.raises(IdempotencyMismatch):
        perform("kernel.open_box", {"box": "b"}, actor=CLERK, idempotency_key="k1")
    other = perform("kernel.open_box", {"box": "c"}, actor=SYSTEM, idempotency_key="k1")
    assert other.replayed is False


def test_of_two_at_once_under_one_key_the_later_is_answered_and_leaves_nothing_running(
    sandbox: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    given = {"box": "a", "count": 2}
    first = perform("kernel.open_box", given, actor=CLERK, idempotency_key="k-1")
    looked, look = iter([None]), performing._answered
    # Nobody had come when it looked; somebody has when it begins.
    monkeypatch.setattr(performing, "_answered", lambda *asked: next(looked, look(*asked)))
    again = perform("kernel.open_box", given, actor=CLERK, idempotency_key="k-1")
    assert (again.run, again.result, again.replayed) == (first.run, "BX-001", True)
    assert running() is None
    assert ActionRun.objects.count() == 1


def test_an_action_inside_an_action_joins_it(sandbox: Any) -> None:
    from gigafibre.kernel.actions import add_note
    from gigafibre.kernel.registry import action, forget
    from gigafibre.kernel.text import Text

    subject = a_subject()

    @action(permission="kernel.outer", label=Text("Dehors", "Outer"))
    def outer() -> int:
        return add_note(subject, text="dedans")

    try:
        actor = Actor("staff", 7, "Zoé", frozenset({"kernel.outer", "crm.read"}))
        perform("kernel.outer", {}, actor=actor)
    finally:
        forget("kernel.outer")
    assert ActionRun.objects.get().name == "kernel.outer"
    assert Note.objects.get().author == "Zoé"
    assert AuditEntry.objects.get(table="kernel_note").action == "kernel.outer"
