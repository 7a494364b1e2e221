"""How an action is performed: input, permission, transaction, trail, retries, idempotency."""

from __future__ import annotations

import hashlib
import inspect
import json
import random
import time
import uuid
from collections.abc import Mapping
from dataclasses import dataclass, replace
from functools import cache
from typing import Any

from django.db import DatabaseError, IntegrityError, OperationalError, connection, transaction
from pydantic import ValidationError

from gigafibre.kernel import clock, succession
from gigafibre.kernel.actor import Actor, acting_as, current_actor
from gigafibre.kernel.away import refusal_for
from gigafibre.kernel.context import TELLS, Back, Running, enter, running
from gigafibre.kernel.errors import Conflict, Forbidden, IdempotencyMismatch, InvalidInput
from gigafibre.kernel.models import ActionRun
from gigafibre.kernel.registry import Action, ActionInput, get_action
from gigafibre.kernel.shown_once import KEPT
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.taking_back import TakenBack, way_back
from gigafibre.kernel.validation import details_of

RETRIED = {"40P01", "40001"}  # deadlock, serialisation failure
TRIES = 4

# By hand, since every action pays for them: the first goes with what the audit trigger is told and with what the input
# names, the others together.
_BEGUN = Prepared(f"""
WITH told AS MATERIALIZED ({TELLS})
INSERT INTO kernel_actionrun
  (id, name, actor_kind, actor_id, actor_name, reason, input, at, idempotency_key, fingerprint)
SELECT %s::uuid, %s, %s, %s::bigint, %s, %s, %s::jsonb, %s::timestamptz, %s, %s
FROM told, kernel_name(%s::text[])
""")  # noqa: S608  words of ours
_ENDED = "UPDATE kernel_actionrun SET result = %s WHERE id = %s; "
#: A deferred check speaks here, inside the transaction, where its refusal can be told.
SPEAK_UP = "SET CONSTRAINTS ALL IMMEDIATE; SET CONSTRAINTS ALL DEFERRED"


@dataclass(frozen=True)
class Outcome:
    """What came of an action: its result as JSON data, its run, and whether it was answered from an earlier one.

    `said` is what the verb itself said of how it is taken back, `back` how it is, where it can be.
    """

    result: Any
    run: uuid.UUID
    replayed: bool = False
    said: Back | None = None
    back: TakenBack | None = None


def perform(
    name: str, raw: Mapping[str, Any], *, actor: Actor, reason: str = "", idempotency_key: str | None = None
) -> Outcome:
    """Perform an action for an actor: all of it or nothing.

    Raises a Refusal (permission, input, rule, conflict); with an idempotency key a repeated call answers what the
    first one did.
    """
    action, given = admit(name, raw, actor)
    outcome = _with_retries(action, given, actor, reason, idempotency_key)
    return replace(outcome, back=way_back(action, given, outcome.result, outcome.said, actor))


def admit(name: str, raw: Mapping[str, Any], actor: Actor) -> tuple[Action, ActionInput]:
    """Check permission first, then input; nothing is read or written before both hold."""
    action = get_action(name)
    if not actor.may(action.permission):
        raise Forbidden(permission=action.permission)
    try:
        return action, action.input.model_validate(dict(raw))
    except ValidationError as error:
        raise InvalidInput(*details_of(error)) from error


_signature = cache(inspect.signature)


def call_verb(action: Action, args: tuple[Any, ...], kwargs: Mapping[str, Any]) -> Any:
    """Run a verb called as a function: inside another action it joins, outside it is performed."""
    if (now := running()) is not None:
        kept = now.back
        try:
            return action.verb(*args, **kwargs)
        finally:
            now.back = kept  # the part is not taken back, the whole is
    bound = _signature(action.verb).bind(*args, **kwargs)
    actor = current_actor()
    action, given = admit(action.name, bound.arguments, actor)
    outcome = _with_retries(action, given, actor, "", None)
    return action.output.validate_python(outcome.result)


def arguments(given: ActionInput) -> dict[str, Any]:
    """Return validated input as the verb's keyword arguments."""
    return {name: getattr(given, name) for name in type(given).model_fields}


def _with_retries(action: Action, given: ActionInput, actor: Actor, reason: str, key: str | None) -> Outcome:
    with succession.told():
        return _tried(action, given, actor, reason, key)


def _tried(action: Action, given: ActionInput, actor: Actor, reason: str, key: str | None) -> Outcome:
    run = uuid.uuid4()
    fingerprint = fingerprint_of(action, given)
    if key and (earlier := _answered(actor, key, action, fingerprint)):
        return earlier
    outermost = not connection.in_atomic_block
    for attempt in range(1, TRIES + 1):
        try:
            return _once(action, given, actor, reason, key, run, fingerprint)
        except IntegrityError as error:
            if key and _constraint(error) == "idempotency_key_once":
                earlier = _answered(actor, key, action, fingerprint)
                if earlier:
                    return earlier
            raise Conflict(rule=_constraint(error) or "database") from error
        except OperationalError as error:
            if not outermost:
                raise
            if earlier := _committed_after_all(run):
                return earlier
            if _sqlstate(error) not in RETRIED or attempt == TRIES:
                raise refusal_for(error) from error
            time.sleep(random.uniform(0.01, 0.05) * 2**attempt)  # noqa: S311  jitter, not a secret
    raise AssertionError("unreachable")


def _once(
    action: Action,
    given: ActionInput,
    actor: Actor,
    reason: str,
    key: str | None,
    run: uuid.UUID,
    fingerprint: str,
) -> Outcome:
    begun = [
        *(run, action.name, actor.kind, actor.id, actor.label, reason, json.dumps(given.model_dump(mode="json"))),
        *(clock.now(), key, fingerprint, succession.named_by(action, given)),
    ]
    running_now = Running(action.name, actor, run)
    with transaction.atomic(), acting_as(actor), enter(running_now, with_=_BEGUN, given=begun):
        value = action.verb(**arguments(given))
        result = action.output.dump_python(value, mode="json")
        with connection.cursor() as cursor:
            if result is None:
                cursor.execute(SPEAK_UP)
            else:
                kept = action.output.dump_python(value, mode="json", context=KEPT)
                cursor.execute(_ENDED + SPEAK_UP, [json.dumps(kept), run])
    return Outcome(result, run, said=running_now.back)


def fingerprint_of(action: Action, given: ActionInput) -> str:
    """Return the SHA-256 of an action and its input, by which a repeated request is known."""
    body = json.dumps([action.name, given.model_dump(mode="json")], sort_keys=True)
    return hashlib.sha256(body.encode()).hexdigest()


def _answered(actor: Actor, key: str, action: Action, fingerprint: str) -> Outcome | None:
    row = ActionRun.objects.filter(actor_kind=actor.kind, actor_id=actor.id, idempotency_key=key).first()
    if row is None:
        return None
    if row.name != action.name or row.fingerprint != fingerprint:
        raise IdempotencyMismatch
    return Outcome(row.result, row.id, replayed=True)


def _committed_after_all(run: uuid.UUID) -> Outcome | None:
    """After a lost connection at COMMIT: did it happen? The run's own row says."""
    try:
        connection.close_if_unusable_or_obsolete()
        row = ActionRun.objects.filter(pk=run).first()
    except DatabaseError:
        return None
    return Outcome(row.result, row.id) if row else None


def _sqlstate(error: DatabaseError) -> str:
    return getattr(error.__cause__, "sqlstate", "") or ""


def _constraint(error: DatabaseError) -> str:
    diagnostics = getattr(error.__cause__, "diag", None)
    return getattr(diagnostics, "constraint_name", "") or ""
