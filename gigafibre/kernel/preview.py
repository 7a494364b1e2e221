"""Preview: the action itself, in a transaction, with its events handled, collected, rolled back.

Nobody writes preview code, and a preview can't differ from the act. It gives way to real work (short lock and
statement timeouts), takes no number, keeps no row, sends nothing.
"""

from __future__ import annotations

import uuid
from collections.abc import Callable, Iterator, Mapping
from contextlib import contextmanager
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Any

from django.db import IntegrityError, OperationalError, connection, transaction

from gigafibre.kernel import clock, succession
from gigafibre.kernel.actor import Actor, acting_as
from gigafibre.kernel.collected import Collected, Mark, RowChange, collect, mark
from gigafibre.kernel.context import RuleChecked, Running, enter, running
from gigafibre.kernel.deliver import claimed_from, hand_over
from gigafibre.kernel.errors import Busy, Conflict, Refusal
from gigafibre.kernel.gauges import gauges_of
from gigafibre.kernel.models import ActionRun
from gigafibre.kernel.numbers import provisional
from gigafibre.kernel.perform import SPEAK_UP, admit, arguments
from gigafibre.kernel.registry import Action, ActionInput
from gigafibre.kernel.shown_once import KEPT
from gigafibre.kernel.text import Text

LOCK_TIMEOUT = "300ms"
STATEMENT_TIMEOUT = "5s"

NEXT_HANDLED = """
SELECT d.id, d.handler, d.attempts, d.depth, e.type, e.version, e.payload, e.actor, e.run
FROM kernel_delivery d JOIN kernel_event e ON e.id = d.event_id
WHERE d.id > %s AND d.state = 'pending' AND e.xact = pg_current_xact_id()::text::bigint ORDER BY d.id LIMIT 1
"""


class _RollBack(Exception):
    """Thrown to leave the preview's transaction without a trace."""


@dataclass(frozen=True)
class GaugeChange:
    """A figure before and after."""

    name: str
    label: Text
    subject: str
    before: Decimal | None
    after: Decimal | None


@dataclass(frozen=True)
class WouldPark:
    """A handler that would fail and be parked."""

    handler: str
    error: str
    #: What a person can read of the error, where it is a refusal.
    said: Text | None = None


@dataclass(frozen=True)
class Preview:
    """What an action would do: rows, facts, intents, figures, rules, and what would be parked."""

    action: Action
    result: Any
    collected: Collected
    gauges: list[GaugeChange]
    rules: list[RuleChecked]
    parked: list[WouldPark] = field(default_factory=list)


def preview(name: str, raw: Mapping[str, Any], *, actor: Actor, reason: str = "") -> Preview:
    """Say what an action would do for an actor, without doing it. Raises the same refusals as the act."""
    action, given = admit(name, raw, actor)
    seen: list[Preview] = []
    try:
        with succession.told(), transaction.atomic(), _provisional_numbers():
            _give_way()
            seen.append(_look(action, given, actor, reason))
            raise _RollBack
    except _RollBack:
        return seen[0]
    except IntegrityError as error:
        diagnostics = getattr(error.__cause__, "diag", None)
        raise Conflict(rule=getattr(diagnostics, "constraint_name", None) or "database") from error
    except OperationalError as error:
        raise Busy from error


def suppose(act: Callable[[], object]) -> Collected | None:
    """Within a preview, return what would follow from a call now, its facts handled; rolled back at once.

    For what only comes on a later day and a preview has to say all the same. Outside a preview: nothing.
    """
    now = running()
    if now is None or not now.preview:
        return None
    seen: list[Collected] = []
    numbers_so_far = provisional.set(dict(provisional.get() or {}))
    try:
        with transaction.atomic():
            start = mark()
            act()
            _speak_up()
            _deliver_inside(start, [])
            seen.append(collect(start))
            raise _RollBack
    except _RollBack:
        return seen[0]
    finally:
        provisional.reset(numbers_so_far)


def _look(action: Action, given: ActionInput, actor: Actor, reason: str) -> Preview:
    start = mark()
    before_it = transaction.savepoint()
    run = uuid.uuid4()
    running = Running(action.name, actor, run, preview=True)
    with acting_as(actor), enter(running):
        with connection.cursor() as cursor:
            cursor.execute(succession.NAMES, [succession.named_by(action, given)])
        ActionRun.objects.create(
            id=run,
            name=action.name,
            actor_kind=actor.kind,
            actor_id=actor.id,
            actor_name=actor.label,
            reason=reason,
            input=given.model_dump(mode="json"),
            at=clock.now(),
        )
        value = action.verb(**arguments(given))
        _speak_up()
    # A secret is told by the act, which leaves a trail, never by looking first.
    result = action.output.dump_python(value, mode="json", context=KEPT)
    parked = _deliver_inside(start, running.rules)
    collected = collect(start)
    subjects = _subjects(collected.rows)
    after = _read_gauges(subjects, actor)
    transaction.savepoint_rollback(before_it)
    before = _read_gauges(subjects, actor)
    changes = [
        GaugeChange(key[0], label, key[1], before[key][1], value)
        for key, (label, value) in after.items()
        if before[key][1] != value
    ]
    return Preview(action, result, collected, changes, running.rules, parked)


def _deliver_inside(start: Mark, rules: list[RuleChecked]) -> list[WouldPark]:
    """Hand every event over within the preview, each handler in a savepoint; a failing one would be parked."""
    parked: list[WouldPark] = []
    last = start.delivery
    while True:
        with connection.cursor() as cursor:
            cursor.execute(NEXT_HANDLED, [last])
            row = cursor.fetchone()
        if row is None:
            return parked
        claimed = claimed_from(row)
        last = claimed.id
        try:
            with transaction.atomic():
                hand_over(claimed, rules=rules)
                _speak_up()
        except OperationalError:
            raise
        except Exception as error:
            said = error.said if isinstance(error, Refusal) else None
            parked.append(WouldPark(claimed.handler, str(error), said))


def _speak_up() -> None:
    """Let deferred constraints speak here, where they belong."""
    with connection.cursor() as cursor:
        cursor.execute(SPEAK_UP)


def _subjects(rows: list[RowChange]) -> list[tuple[str, int]]:
    """Return whom the changed rows are about: customers, by the row itself or its `customer_id`."""
    found: set[tuple[str, int]] = set()
    for row in rows:
        if row.table == "crm_customer":
            found.add(("customer", int(row.row)))
        for data in (row.before, row.after):
            if data and data.get("customer_id"):
                found.add(("customer", int(data["customer_id"])))
        if row.customer is not None:
            found.add(("customer", row.customer))
    return sorted(found)[:20]


def _read_gauges(subjects: list[tuple[str, int]], actor: Actor) -> dict[tuple[str, str], tuple[Text, Decimal | None]]:
    return {
        (gauge.name, f"{kind}:{key}"): (gauge.label, gauge.read(key))
        for kind, key in subjects
        for gauge in gauges_of(kind, actor)
    }


def _give_way() -> None:
    """Wait for nobody, and not for long, until the transaction or savepoint that is rolled back takes this with it."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT set_config('lock_timeout', %s, true), set_config('statement_timeout', %s, true), "
            "set_config('gigafibre.preview', 'on', true)",
            [LOCK_TIMEOUT, STATEMENT_TIMEOUT],
        )


@contextmanager
def _provisional_numbers() -> Iterator[None]:
    token = provisional.set({})
    try:
        yield
    finally:
        provisional.reset(token)
