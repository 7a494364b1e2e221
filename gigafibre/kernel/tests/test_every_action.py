"""Every action of the registry: refused without its permission and on bad input; its preview is the act; undone."""

from __future__ import annotations

import functools
import re
from collections.abc import Callable
from typing import Any

import pytest
from django.apps import apps
from django.db import connection, transaction

from gigafibre.kernel import numbers
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.collected import Collected, collect, mark
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.errors import Forbidden, InvalidInput
from gigafibre.kernel.models import ActionRun
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.registry import all_actions
from gigafibre.kernel.tests.examples import load_examples

pytestmark = pytest.mark.django_db
NAMES = [action.name for action in all_actions() if ".tests." not in action.verb.__module__]
STRANGER = Actor("staff", 999, "Personne", frozenset({"nothing.at_all"}))


@pytest.fixture
def given(request: pytest.FixtureRequest, clock: Any) -> dict[str, Any]:
    """The example's state, built, and its input."""
    examples = load_examples()
    name = request.getfixturevalue("name")
    assert name in examples, f"{name} has no example: write one in its app's tests/examples.py"
    with acting_as(SYSTEM):
        built = examples[name]()
        deliver_all()
    return built


@functools.cache
def tables() -> list[str]:
    models = apps.get_models(include_auto_created=True)
    return sorted({model._meta.db_table for model in models if model._meta.managed})


def everything() -> dict[str, Any]:
    """Row counts of every table, and the next number of every series."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_prepared_statements WHERE name = 'everything'")
        if not cursor.fetchone()[0]:
            # Planned once; and one row of counts: a UNION ALL of as many takes PostgreSQL ten times as long.
            counts = ", ".join(f"(SELECT count(*) FROM {table})" for table in tables())
            cursor.execute(f"PREPARE everything AS SELECT ARRAY[{counts}]")
        cursor.execute("EXECUTE everything")
        found: dict[str, Any] = dict(zip(tables(), cursor.fetchone()[0], strict=True))
        cursor.execute("SELECT code, next FROM kernel_series")
        found |= {f"series {code}": following for code, following in cursor.fetchall()}
    return found


def refused(act: Callable[[], object], kind: type[Exception]) -> None:
    before = everything()
    with pytest.raises(kind), transaction.atomic():
        act()
    assert everything() == before


@pytest.mark.parametrize("name", NAMES)
def test_refused_without_its_permission_and_on_bad_input_and_its_preview_is_the_act(
    name: str, given: dict[str, Any]
) -> None:
    """One test of all three: the state of an example is dear to build, and what was refused left it as it was."""
    without_its_permission_nothing_happens(name, given)
    bad_input_changes_nothing(name, given)
    the_preview_leaves_nothing_and_equals_the_act_and_is_taken_back(name, given)


def without_its_permission_nothing_happens(name: str, given: dict[str, Any]) -> None:
    refused(lambda: perform(name, given, actor=STRANGER), Forbidden)
    refused(lambda: preview(name, given, actor=STRANGER), Forbidden)


def bad_input_changes_nothing(name: str, given: dict[str, Any]) -> None:
    refused(lambda: perform(name, {**given, "no_such_field": 1}, actor=SYSTEM), InvalidInput)
    for field in given:
        broken = {**given, field: {"not": ["this"]}}
        refused(functools.partial(perform, name, broken, actor=SYSTEM), InvalidInput)


def the_preview_leaves_nothing_and_equals_the_act_and_is_taken_back(name: str, given: dict[str, Any]) -> None:
    before = everything()
    seen = preview(name, given, actor=SYSTEM)
    assert everything() == before
    start = mark()
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gigafibre.preview', 'on', true)")  # immutable tables speak too
    done = perform(name, given, actor=SYSTEM)
    deliver_all()
    acted = collect(start)
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gigafibre.preview', '', true)")
    assert seen.parked == []
    kept = ActionRun.objects.get(pk=done.run).result  # what is shown once, only the act shows
    assert comparable(seen.collected, seen.result) == comparable(acted, kept)
    assert numbers.provisional.get() is None
    if done.back is not None:  # what is offered is not refused
        perform(done.back.action.name, done.back.input, actor=SYSTEM)


@functools.cache
def points_at() -> dict[tuple[str, str], str]:
    """Return the table that each foreign key column points at: 1 of one table isn't 1 of another."""
    return {
        (model._meta.db_table, str(field.column)): field.related_model._meta.db_table
        for model in apps.get_models(include_auto_created=True)
        for field in model._meta.concrete_fields
        if field.related_model
    }


class _Mapped:
    """Surrogate keys and human numbers, replaced by the order in which they first appear."""

    def __init__(self) -> None:
        self.seen: dict[str, str] = {}

    def __call__(self, value: Any, key: str = "", table: str = "") -> Any:
        if isinstance(value, dict):
            return {k: self(v, k, table) for k, v in sorted(value.items())}
        if isinstance(value, list):
            return [self(v, key, table) for v in value]
        if isinstance(value, int) and not isinstance(value, bool) and (key in {"id", "row"} or key.endswith("_id")):
            whose = table if key in {"id", "row"} else points_at().get((table, key), key)
            return self._named(f"{whose} {value}")
        if isinstance(value, str):
            if key in {"issued_xid", "xact"}:
                return "xact"
            return _KEYS.sub(lambda found: self._named(found.group()), value)
        if key in {"issued_xid", "xact"}:
            return "xact"
        return value

    def key_among_rows(self, result: Any) -> str | None:
        """Return the name of the row whose key an action answered with, if it is one."""
        return next((name for whole, name in self.seen.items() if whole.split(" ")[-1] == str(result)), None)

    def _named(self, value: str) -> str:
        return self.seen.setdefault(value, f"#{len(self.seen)}")


_KEYS = re.compile(r"[0-9a-f]{8}-[0-9a-f]{4}-[0-9a-f-]{22}|\bmessage:\d+")
_IGNORED = {"kernel_delivery", "kernel_series"}  # the queue's own doing; a preview moves no series


def comparable(found: Collected, result: Any) -> dict[str, Any]:
    mapped = _Mapped()
    rows = [
        (
            row.table,
            row.op,
            mapped(int(row.row) if row.row.isdigit() else row.row, "row", row.table),
            mapped(row.before, "", row.table),
            mapped(row.after, "", row.table),
        )
        for row in found.rows
        if row.table not in _IGNORED
    ]
    return {
        "rows": rows,
        "events": [(e.type, mapped(e.subject), mapped(e.payload)) for e in found.events],
        "intents": [(i.kind, mapped(i.subject), mapped(i.payload)) for i in found.intents],
        "result": mapped.key_among_rows(result) or mapped(result),
    }
