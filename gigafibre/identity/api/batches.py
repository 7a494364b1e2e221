"""Batches over HTTP: what a verb would do to many rows, and how far one's own batches are."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.identity import batching
from gigafibre.identity.actions.batches import Given, ListName, VerbName, Words
from gigafibre.kernel.api.ops import PreviewOut
from gigafibre.kernel.batch_preview import in_words_of_many, look
from gigafibre.kernel.batches import came_of, newest_of, not_done
from gigafibre.kernel.http import ANYBODY, RefusalBody, actor_of
from gigafibre.kernel.listing import all_listings
from gigafibre.kernel.registry import get_action
from gigafibre.kernel.text import current_language

router = Router(tags=["identity"])
#: Rows that were not done, told one by one; and one's own newest batches.
TOLD, NEWEST = 500, 50
_REFUSALS: dict[int, Any] = dict.fromkeys((401, 403, 404, 422, 503), RefusalBody)


class ManyIn(Schema):
    """What is to be done to which rows: a list, an action it offers, the list's address, the other inputs."""

    listing: ListName
    verb: VerbName
    query: Words
    given: Given


class ChangedMany(Schema):
    label: str
    done: str
    op: str
    count: int


class MoneyOfMany(Schema):
    label: str
    difference: str
    records: int


class RefusedRow(Schema):
    """A row that is not done: its key, the refusal's code, and its words."""

    key: str
    code: str
    text: str


class PreviewOfOne(Schema):
    key: str
    preview: PreviewOut


class PreviewOfMany(Schema):
    """What would be done to `total` rows; `looked` says to how many of them one could look in time."""

    total: int
    looked: int
    changing: int
    refused: int
    refusals: list[RefusedRow]
    changes: list[ChangedMany]
    money: list[MoneyOfMany]
    messages: int
    network: int
    parked: int
    in_full: list[PreviewOfOne]


class BatchLine(Schema):
    """A batch of one's own and how far it is."""

    batch: int
    verb: str
    label: str
    listing: str
    listing_label: str
    state: str
    total: int
    waiting: int
    done: int
    refused: int
    failed: int
    left: int
    at: datetime
    ended_at: datetime | None = None


class BatchOut(BatchLine):
    """A batch with the rows that were not done, in order, the first 500 of them."""

    rows: list[RefusedRow]


class BatchList(Schema):
    items: list[BatchLine]


@router.post("/batches/preview", auth=ANYBODY, response={200: PreviewOfMany, **_REFUSALS}, operation_id="preview_many")
def preview_many(request: HttpRequest, payload: ManyIn) -> dict[str, Any]:
    """Say what an action would do to all these rows; nothing is done."""
    actor = actor_of(request)
    found = batching.chosen(payload.listing, payload.verb, payload.query, payload.given, actor)
    seen = look(found.verb, found.keys, payload.given, actor)
    return in_words_of_many(seen, len(found.keys), current_language())


@router.get("/batches", auth=ANYBODY, response=BatchList, operation_id="list_batches")
def list_batches(request: HttpRequest) -> dict[str, Any]:
    """List one's own newest batches."""
    return {"items": [_line(batch) for batch in newest_of(actor_of(request), NEWEST)]}


@router.get("/batches/{int:batch}", auth=ANYBODY, response={200: BatchOut, 404: RefusalBody}, operation_id="read_batch")
def read_batch(request: HttpRequest, batch: int) -> dict[str, Any]:
    """Return a batch of one's own: how far it is, and what was not done, with the reason."""
    found = batching.own(batch, actor_of(request))
    english = current_language() == "en"
    rows = [
        {"key": row.key, "code": row.code, "text": row.text_en if english else row.text_fr}
        for row in not_done(found, TOLD)
    ]
    return _line(found) | {"rows": rows}


def _line(batch: Any) -> dict[str, Any]:
    listing = all_listings().get(batch.listing)
    return {
        "batch": batch.pk,
        "verb": batch.action,
        "label": get_action(batch.action).label.in_(),
        "listing": batch.listing,
        "listing_label": listing.label.in_() if listing else batch.listing,
        "state": batch.state,
        "total": batch.total,
        "at": batch.at,
        "ended_at": batch.ended_at,
        **asdict(came_of(batch.pk)),
    }
