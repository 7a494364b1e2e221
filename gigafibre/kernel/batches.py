"""One verb for many records: each in a transaction of its own with what came of it, so that no kill does one twice.

A batch is written with all its rows, then worked off by as many workers as come; a refusal is kept with its row and
stops nothing. Who may, and who is told at the end, is the floor's above (`identity`).
"""

from __future__ import annotations

import json
import random
import time
from collections.abc import Mapping, Sequence
from dataclasses import dataclass
from typing import Any

import structlog
from django.db import OperationalError, connection, transaction

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.listing import Verb
from gigafibre.kernel.models import Batch as Batch
from gigafibre.kernel.models import BatchRow
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import Text

log = structlog.get_logger(__name__)
#: More records than this are no one's considered wish.
MOST = 50_000
TRIES = 4
BUSY = Text(
    "Quelqu’un d’autre modifiait cette fiche. Refaites-la à part.",
    "Somebody else was changing this record. Do it again by itself.",
)
BROKEN = Text(
    "Une erreur imprévue l’a empêché ; elle est au journal du serveur.",
    "An unforeseen error prevented it; it is in the server’s log.",
)
_ROWS = """
INSERT INTO kernel_batchrow (batch_id, place, key, state, code, text_fr, text_en)
SELECT %s, given.place, given.key, 'waiting', '', '', ''
FROM unnest(%s::text[]) WITH ORDINALITY AS given (key, place)
"""
_TAKE = """
SELECT id, place, key FROM kernel_batchrow WHERE batch_id = %s AND state = 'waiting'
ORDER BY place LIMIT 1 FOR UPDATE SKIP LOCKED
"""
_CAME = "UPDATE kernel_batchrow SET state = %s, code = %s, text_fr = %s, text_en = %s, run = %s WHERE id = %s"
_CLOSE = """
UPDATE kernel_batch b SET state = 'done', ended_at = %s WHERE b.id = %s AND b.state = 'running'
  AND NOT EXISTS (SELECT FROM kernel_batchrow r WHERE r.batch_id = b.id AND r.state = 'waiting')
"""
_STOP = "UPDATE kernel_batch SET state = 'stopped', ended_at = %s WHERE id = %s AND state = 'running'"


@dataclass(frozen=True)
class Came:
    """How many records of a batch are in which state."""

    waiting: int = 0
    done: int = 0
    refused: int = 0
    failed: int = 0
    left: int = 0


def begin(verb: Verb, listing: str, keys: Sequence[str], given: Mapping[str, Any], actor: Actor) -> Batch:
    """Write a batch and its rows in the caller's transaction; nothing is done yet."""
    made = Batch.objects.create(
        action=verb.action,
        listing=listing,
        field=verb.field,
        prefix=verb.prefix,
        input=dict(given),
        actor_kind=actor.kind,
        actor_id=actor.id,
        actor_name=actor.label,
        total=len(keys),
    )
    with connection.cursor() as cursor:
        cursor.execute(_ROWS, [made.pk, list(keys)])
    return made


def input_for(given: Mapping[str, Any], field: str, prefix: str, key: str) -> dict[str, Any]:
    """Return the action's input for one record."""
    return {**given, field: f"{prefix}{key}"}


def work(batch: Batch, actor: Actor, *, seconds: float) -> bool:
    """Do one record after another for some seconds; returns whether there may be more to take."""
    until = time.monotonic() + seconds
    while time.monotonic() < until:
        if not _one(batch, actor):
            return False
    return True


def _one(batch: Batch, actor: Actor) -> bool:
    """Do the next record: the deed and its mark are one transaction, so both are, or neither."""
    for attempt in range(1, TRIES + 1):
        row = 0
        try:
            with transaction.atomic(), connection.cursor() as cursor:
                cursor.execute(_TAKE, [batch.pk])
                found = cursor.fetchone()
                if found is None:
                    return False
                row, place, key = found
                cursor.execute(_CAME, [*_done(batch, actor, place, key), row])
                return True
        except OperationalError as error:
            if connection.connection is None or connection.connection.closed:
                connection.close()
                raise
            log.info("batch.again", batch=batch.pk, row=row, attempt=attempt, error=str(error).strip())
            if attempt == TRIES:
                BatchRow.objects.filter(pk=row, state="waiting").update(
                    state="failed", code="busy", text_fr=BUSY.fr, text_en=BUSY.en
                )
                return True
            time.sleep(random.uniform(0.02, 0.1) * 2**attempt)  # noqa: S311  jitter, not a secret
    raise AssertionError("unreachable")


def _done(batch: Batch, actor: Actor, place: int, key: str) -> list[Any]:
    """Perform for one record; returns what the row then says."""
    given = batch.input if isinstance(batch.input, dict) else json.loads(batch.input)
    raw = input_for(given, batch.field, batch.prefix, key)
    try:
        with transaction.atomic():
            outcome = perform(batch.action, raw, actor=actor, idempotency_key=f"batch:{batch.pk}:{place}")
    except Refusal as refusal:
        said = refused(refusal)
        return ["refused", refusal.code, said.fr, said.en, None]
    except OperationalError:
        raise
    except Exception:
        log.exception("batch.failed", batch=batch.pk, action=batch.action, key=key)
        return ["failed", "unexpected", BROKEN.fr, BROKEN.en, None]
    return ["done", "", "", "", outcome.run]


def refused(refusal: Refusal) -> Text:
    """Return a refusal and its details in one sentence each."""
    parts = [refusal.said, *(detail.text for detail in refusal.details)]
    return Text(" ".join(part.fr for part in parts), " ".join(part.en for part in parts))


def close(batch: Batch) -> bool:
    """Say that a batch is done, when nothing of it waits any more; true for whoever said so first."""
    with connection.cursor() as cursor:
        cursor.execute(_CLOSE, [clock.now(), batch.pk])
        return int(cursor.rowcount) == 1


def stop(batch: Batch) -> bool:
    """Leave what still waits undone; true for whoever stopped it. A record in hand is finished first."""
    with connection.cursor() as cursor:
        cursor.execute(_STOP, [clock.now(), batch.pk])
        if cursor.rowcount == 0:
            return False
        cursor.execute(
            "UPDATE kernel_batchrow SET state = 'left' WHERE batch_id = %s AND state = 'waiting'", [batch.pk]
        )
    return True


def running() -> list[int]:
    """Return the batches that are not at their end, oldest first."""
    return list(Batch.objects.filter(state="running").order_by("id").values_list("id", flat=True))


def came_of(batch: int) -> Came:
    """Return how far a batch is."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT state, count(*) FROM kernel_batchrow WHERE batch_id = %s GROUP BY state", [batch])
        return Came(**dict(cursor.fetchall()))


def batch_of(key: int) -> Batch | None:
    """Return a batch by number."""
    return Batch.objects.filter(pk=key).first()


def newest_of(actor: Actor, most: int) -> list[Batch]:
    """Return the newest batches that somebody began."""
    return list(Batch.objects.filter(actor_kind=actor.kind, actor_id=actor.id).order_by("-id")[:most])


def not_done(batch: Batch, most: int) -> list[BatchRow]:
    """Return the rows that were refused or failed, in order."""
    return list(batch.rows.filter(state__in=["refused", "failed"]).order_by("place")[:most])
