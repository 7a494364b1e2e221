"""Previews: the real thing, rolled back, and never in anybody's way."""

from typing import Any

import pytest

from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.collected import RowChange, net
from gigafibre.kernel.models import ActionRun, AuditEntry, Delivery, Event, Intent, Note, Series, Setting
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words, plain


def counts() -> tuple[int, ...]:
    kinds = (Setting, ActionRun, Event, Intent, Note, Delivery, AuditEntry)
    return (*(kind.objects.count() for kind in kinds), Series.objects.get(code="SANDBOX").next)


def test_a_preview_shows_rows_facts_effects_rules_and_leaves_nothing(sandbox: Any) -> None:
    before = counts()
    seen = preview("kernel.open_box", {"box": "a", "count": 3}, actor=SYSTEM)
    assert counts() == before
    assert seen.result == "BX-001"
    assert [(r.table, r.op) for r in seen.collected.rows if r.table in {"kernel_setting", "kernel_note"}] == [
        ("kernel_setting", "I"),
        ("kernel_note", "I"),
    ]
    assert [e.type for e in seen.collected.events] == ["kernel.BoxOpened"]
    assert [(i.kind, i.state) for i in seen.collected.intents] == [("sandbox.send", "pending")]
    assert [(r.code, r.passed) for r in seen.rules] == [("sandbox.limit", True)]
    assert sandbox.sent == []
    words = in_words(seen, "en")
    assert [f["text"] for f in words["facts"]] == ["Box a opened"]
    assert [m["text"] for m in words["messages"]] == ["Sent to x@example.org"]
    assert [(c["label"], c["done"]) for c in words["changes"]] == [("Setting", "Created"), ("Note", "Created")]


def test_numbers_in_a_preview_are_provisional_and_run_on(sandbox: Any) -> None:
    assert preview("kernel.open_box", {"box": "a"}, actor=SYSTEM).result == "BX-001"
    assert preview("kernel.open_box", {"box": "b"}, actor=SYSTEM).result == "BX-001"
    assert Series.objects.get(code="SANDBOX").next == 1


def test_a_handler_that_fails_would_be_parked(sandbox: Any) -> None:
    seen = preview("kernel.open_box", {"box": "a", "count": 7}, actor=SYSTEM)
    assert [(p.handler, p.error) for p in seen.parked] == [("kernel.tests.sandbox.note_it", "seven never works")]


def test_a_preview_refuses_as_the_act_does(sandbox: Any) -> None:
    before = counts()
    with pytest.raises(sandbox.TooMany):
        preview("kernel.open_box", {"box": "a", "count": 10}, actor=SYSTEM)
    assert counts() == before


def test_the_timeouts_of_a_preview_end_with_it(sandbox: Any) -> None:
    from django.db import connection

    def timeouts() -> list[str]:
        with connection.cursor() as cursor:
            shown = []
            for name in ("lock_timeout", "statement_timeout"):
                cursor.execute(f"SHOW {name}")
                shown.append(cursor.fetchone()[0])
            cursor.execute("SELECT coalesce(current_setting('gigafibre.preview', true), '')")
            return [*shown, cursor.fetchone()[0]]

    before = timeouts()
    preview("kernel.open_box", {"box": "a"}, actor=SYSTEM)
    assert timeouts()[:2] == before[:2]
    assert timeouts()[2] == ""


@pytest.mark.parametrize(
    ("value", "fr", "en"),
    [
        ("[2026-11-21,)", "dès le 21 nov. 2026", "from 21 Nov 2026"),
        ("[2026-11-01,2026-12-01)", "1 nov. 2026 au 30 nov. 2026", "1 Nov 2026 to 30 Nov 2026"),
        ("[1,2)", "[1,2)", "[1,2)"),
        ("0710012345", "0710012345", "0710012345"),
    ],
)
def test_days_are_told_as_people_write_them_and_nothing_else_is_taken_for_one(value: str, fr: str, en: str) -> None:
    assert (plain(value, "fr"), plain(value, "en")) == (fr, en)


def made(op: str, before: dict[str, Any] | None, after: dict[str, Any] | None, row: str = "1") -> RowChange:
    return RowChange("t", row, op, before, after)


@pytest.mark.parametrize(
    ("steps", "told"),
    [
        ([("U", {"a": "5"}, {"a": "3"}), ("U", {"a": "3"}, {"a": "0"})], ("U", {"a": "5"}, {"a": "0"})),
        ([("U", {"a": 1}, {"a": 2}), ("U", {"b": 1}, {"b": 2})], ("U", {"a": 1, "b": 1}, {"a": 2, "b": 2})),
        ([("U", {"a": 1}, {"a": 2}), ("U", {"a": 2, "b": 1}, {"a": 1, "b": 2})], ("U", {"b": 1}, {"b": 2})),
        ([("U", {"a": 1}, {"a": 2}), ("U", {"a": 2}, {"a": 1})], None),
        ([("I", None, {"a": 1, "b": 1}), ("U", {"a": 1}, {"a": 2})], ("I", None, {"a": 2, "b": 1})),
        ([("I", None, {"a": 1}), ("D", {"a": 1}, None)], None),
        ([("U", {"a": 1}, {"a": 2}), ("D", {"a": 2, "b": 1}, None)], ("D", {"a": 1, "b": 1}, None)),
        ([("D", {"a": 1, "b": 1}, None), ("I", None, {"a": 2, "b": 1})], ("U", {"a": 1}, {"a": 2})),
    ],
)
def test_a_row_that_changes_often_is_told_once(steps: list[Any], told: Any) -> None:
    between = made("U", {"a": 0}, {"a": 9}, row="2")
    found = net([made(*steps[0]), between, *(made(*step) for step in steps[1:])])
    assert found == ([made(*told)] if told else []) + [between]
