"""The billing run: a confirmed run is issued chunk by chunk, by as many workers as come, and can stop anywhere.

A chunk locks its items by their own state, computes, writes and settles them in one transaction; the number series is
the last thing it locks. Killed before its commit a chunk never was; after it, its items are no longer waiting.
"""

from __future__ import annotations

import random
import time
from collections.abc import Sequence
from datetime import date
from pathlib import Path
from typing import Any

import structlog
from django.db import InterfaceError, OperationalError, connection, transaction

from gigafibre.billing import computation, issuing
from gigafibre.billing.events import BillingRunFinished
from gigafibre.billing.models import BillingRun, RunItem
from gigafibre.billing.queries.proof import proof_of_run
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.context import Running, enter, jsonable
from gigafibre.kernel.events import publish
from gigafibre.ledger.actions import refuse_closed_month

log = structlog.get_logger(__name__)

CHUNK = 500
#: Seconds a worker waits for items that others hold.
PATIENCE_S = 20.0
DONE = {BillingRun.State.DONE, BillingRun.State.SIGNED}
TRIES = 6
RETRIED = {"40P01", "40001", "55P03"}  # deadlock, serialisation failure, lock timeout
LIVE = "gigafibre_live"

_SQL = Path(__file__).parent / "sql"
_SETTLE = (_SQL / "settle_items.sql").read_text()
_REST = (_SQL / "account_for_rest.sql").read_text()
_TAKE = """
INSERT INTO bill_scope
SELECT customer_id FROM (
  SELECT customer_id FROM billing_runitem
  WHERE run_id = %(run)s AND state = 'waiting'
    AND (%(only)s::bigint[] IS NULL OR customer_id = ANY (%(only)s::bigint[]))
  ORDER BY customer_id LIMIT %(size)s FOR UPDATE SKIP LOCKED) taken
RETURNING customer_id
"""
_UNACCOUNTED = """
INSERT INTO bill_scope
SELECT DISTINCT coalesce(c.parent_id, c.id)
FROM subscriptions_subscription s JOIN crm_customer c ON c.id = s.customer_id
WHERE s.state IN ('active', 'suspended', 'paused')
  AND NOT EXISTS (SELECT FROM billing_runsubscription p WHERE p.subscription_id = s.id AND p.run_id = %s)
"""


def issue(run_id: int, *, size: int = CHUNK) -> int:
    """Issue a confirmed run until nothing waits, then close it; returns how many customers this worker settled.

    Items that another worker holds are waited for a while: it may be killed, and they are then ours.
    """
    run = BillingRun.objects.get(pk=run_id)
    if run.state in DONE:
        return 0
    settled = 0
    with acting_as(SYSTEM.for_(run.confirmed_by)):
        refuse_closed_month(run.date)
        with transaction.atomic(), enter(_running(run)):
            BillingRun.objects.filter(pk=run_id, state=BillingRun.State.CONFIRMED).update(
                state=BillingRun.State.ISSUING, started_at=clock.now()
            )
        idle_since = time.monotonic()
        while not _close(run) and time.monotonic() < idle_since + PATIENCE_S:
            if taken := _chunk(run, size):
                settled += taken
                idle_since = time.monotonic()
            else:
                time.sleep(0.1)
    return settled


def _chunk(run: BillingRun, size: int, only: Sequence[int] | None = None) -> int:
    """Issue one chunk, again when the database asks to; one that fails is halved until who is at fault is alone."""
    taken: list[int] = []
    for attempt in range(1, TRIES + 1):
        try:
            return _issue_once(run, size, only, taken)
        except (OperationalError, InterfaceError) as error:
            if not _passing(error) or attempt == TRIES:
                raise
            if connection.connection is None or connection.connection.closed:
                connection.close()
            log.info("billing_run.again", run=str(run.date), attempt=attempt, error=str(error).strip())
            time.sleep(random.uniform(0.02, 0.1) * 2**attempt)  # noqa: S311  jitter, not a secret
        except Exception as error:
            if _constraint(error) == "closed_month_takes_no_posting":
                refuse_closed_month(run.date)  # closed since the run went on: nothing of the chunk was
                raise
            if not taken:
                raise
            if len(taken) == 1:
                _park(run, taken[0], error)
                return 1
            half = len(taken) // 2
            return _chunk(run, size, taken[:half]) + _chunk(run, size, taken[half:])
    raise AssertionError("unreachable")


def _issue_once(run: BillingRun, size: int, only: Sequence[int] | None, taken: list[int]) -> int:
    taken.clear()
    with transaction.atomic(), connection.cursor() as cursor, enter(_running(run)):
        computation.prepare(cursor)
        cursor.execute(_TAKE, {"run": run.pk, "size": size, "only": None if only is None else list(only)})
        taken.extend(row[0] for row in cursor.fetchall())
        if not taken:
            return 0
        computation.lock(cursor)
        computation.fill(cursor, run.date)
        issuing.write_parts(cursor, run.pk)
        cursor.execute(_SETTLE, {"run": run.pk})
        issuing.write_documents(cursor, run.date, run.pk)
        tell(cursor, run.pk)
    return len(taken)


def _park(run: BillingRun, customer: int, error: Exception) -> None:
    """Set the one customer that can't be billed aside, with what the database said."""
    said = str(error).strip().splitlines()[0][:500]
    log.warning("billing_run.parked", run=str(run.date), customer=customer, error=said)
    with transaction.atomic(), connection.cursor() as cursor, enter(_running(run)):
        RunItem.objects.filter(run=run, customer_id=customer, state=RunItem.State.WAITING).update(
            state=RunItem.State.PARKED, error=said
        )
        computation.prepare(cursor)
        cursor.execute("INSERT INTO bill_scope VALUES (%s)", [customer])
        computation.fill(cursor, run.date)
        cursor.execute("UPDATE bill_subscription SET outcome = 'parked', cause = 'error' WHERE outcome = 'billed'")
        cursor.execute("DELETE FROM bill_line")
        cursor.execute("DELETE FROM bill_document")
        cursor.execute(_SETTLE, {"run": run.pk})
        RunItem.objects.filter(run=run, customer_id=customer).update(error=said)
        tell(cursor, run.pk)


def _close(run: BillingRun) -> bool:
    """When nothing waits any more: account for every other live subscription and say the run is done, once.

    Returns whether it is done.
    """
    if RunItem.objects.filter(run=run, state=RunItem.State.WAITING).exists():
        return False
    with transaction.atomic(), connection.cursor() as cursor, enter(_running(run)):
        locked = BillingRun.objects.select_for_update().get(pk=run.pk)
        if locked.state != BillingRun.State.ISSUING or run.items.filter(state=RunItem.State.WAITING).exists():
            return locked.state in DONE
        computation.prepare(cursor)
        cursor.execute(_UNACCOUNTED, [run.pk])
        computation.fill(cursor, run.date)
        cursor.execute(_REST, {"run": run.pk})
        sheet = proof_of_run(run.pk)
        locked.state = BillingRun.State.DONE
        locked.finished_at = clock.now()
        locked.result = jsonable(sheet.as_json())
        locked.save(update_fields=["state", "finished_at", "result"])
        publish(
            BillingRunFinished(
                date=run.date,
                documents=sheet.documents,
                subtotal=sheet.issued,
                total=sheet.total,
                parked=sheet.parked,
            )
        )
        tell(cursor, run.pk)
    return True


def tell(cursor: Any, run_id: int) -> None:
    """Tell who looks on that a run moved (once per transaction)."""
    cursor.execute("SELECT pg_notify(%s, %s)", [LIVE, f"billing_run:{run_id}"])


def unfinished() -> list[tuple[int, date]]:
    """Return the runs that were confirmed and are not done: whoever finds one goes on with it."""
    states = [BillingRun.State.CONFIRMED, BillingRun.State.ISSUING]
    return list(BillingRun.objects.filter(state__in=states).order_by("date").values_list("pk", "date"))


def _running(run: BillingRun) -> Running:
    return Running("billing.issue_run", SYSTEM.for_(run.confirmed_by), None)


def _passing(error: Exception) -> bool:
    """Whether trying again may help: a deadlock, a lost connection, a server that restarts."""
    state = getattr(error.__cause__, "sqlstate", None) or ""
    return not state or state in RETRIED or state[:2] in {"08", "57"}


def _constraint(error: Exception) -> str:
    diagnostics = getattr(error.__cause__, "diag", None)
    return getattr(diagnostics, "constraint_name", "") or ""
