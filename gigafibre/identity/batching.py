"""Verbs over many rows, as far as people are concerned: which rows, who acts while nobody looks, who is told."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from django.db import transaction

from gigafibre.identity.errors import NoSuchBatch, NotSoManyRows, TooManyRows, VerbNotForMany
from gigafibre.identity.models import ServiceToken
from gigafibre.identity.notices import notify
from gigafibre.identity.queries import person
from gigafibre.identity.saved_views import listing_named
from gigafibre.kernel import batches, clock
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.batches import Batch
from gigafibre.kernel.listing import Verb
from gigafibre.kernel.listing import chosen as rows_chosen
from gigafibre.kernel.perform import admit
from gigafibre.kernel.registry import get_action
from gigafibre.kernel.text import Text

#: Who acts is looked up anew after so many seconds of work: somebody let go of stops acting.
SECONDS = 5.0
#: Words of a list's address that choose no rows.
_SHOWN_ONLY = {"cursor", "limit", "columns", "format"}


@dataclass(frozen=True)
class Chosen:
    """What is to be done, and the keys of the records it is done to, in the list's order."""

    verb: Verb
    keys: list[str]


def chosen(listing: str, verb: str, query: Mapping[str, str], given: Mapping[str, Any], actor: Actor) -> Chosen:
    """Return the rows an address lets through; refuses what actor or action would refuse of any of them."""
    with acting_as(actor):
        found = listing_named(listing)
        try:
            wanted = found.verb(verb)
        except LookupError as error:
            raise VerbNotForMany(listing=found.label) from error
        asked = {name: value for name, value in query.items() if name not in _SHOWN_ONLY}
        keys = rows_chosen(found, asked, wanted.column, batches.MOST + 1)
    if len(keys) > batches.MOST:
        raise TooManyRows(most=batches.MOST)
    if keys:  # right and form are the same for all: they are looked at once, before anything is begun
        admit(verb, batches.input_for(given, wanted.field, wanted.prefix, keys[0]), actor)
    return Chosen(wanted, keys)


def refuse_others(found: Chosen, expected: int) -> None:
    """Refuse when there are not as many records as somebody saw."""
    if len(found.keys) != expected:
        raise NotSoManyRows(expected=expected, now=len(found.keys))


def own(batch: int, actor: Actor) -> Batch:
    """Return a batch that somebody began; others' are unknown to him, but not to the system."""
    made = batches.batch_of(batch)
    if made is None or (actor.kind != "system" and (made.actor_kind, made.actor_id) != (actor.kind, actor.id)):
        raise NoSuchBatch(batch=batch)
    return made


def work(key: int) -> None:
    """Work on a batch until nothing waits that another worker doesn't hold; then say so to who began it."""
    while True:
        batch = batches.batch_of(key)
        if batch is None or batch.state != Batch.State.RUNNING:
            return
        actor = _who_began(batch)
        if actor is None:
            with transaction.atomic():
                batches.stop(batch)
            return
        if not batches.work(batch, actor, seconds=SECONDS):
            break
    with transaction.atomic():
        if batches.close(batch):
            _tell(batch)


def _who_began(batch: Batch) -> Actor | None:
    """Return who acts, with what he may do today; None when he was let go of."""
    if batch.actor_kind == "system":
        return SYSTEM
    if batch.actor_kind == "staff" and batch.actor_id is not None:
        found = person(batch.actor_id)
        return found.actor if found else None
    if batch.actor_id is None:
        return None
    token = ServiceToken.objects.filter(pk=batch.actor_id, revoked_at=None).first()
    if token is None or (token.expires_at is not None and token.expires_at <= clock.now()):
        return None
    return Actor("token", token.pk, token.name, frozenset(token.scopes))


def _tell(batch: Batch) -> None:
    if batch.actor_kind != "staff" or batch.actor_id is None:
        return
    came = batches.came_of(batch.pk)
    not_done = came.refused + came.failed
    text = Text(
        "{action} : {done} sur {total}, {refused} refusés"
        if not_done > 1
        else "{action} : {done} sur {total}, {refused} refusé",
        "{action}: {done} of {total}, {refused} refused",
    ).with_(action=get_action(batch.action).label, done=came.done, total=batch.total, refused=not_done)
    notify([batch.actor_id], text, kind="batch", url=f"/batches/{batch.pk}")
