"""What lists there are: columns, filters, orders and views, in the reader's language."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.http import ANYBODY, actor_of
from gigafibre.kernel.listing import Listing, all_listings, shown_to
from gigafibre.kernel.registry import get_action

router = Router(tags=["lists"])


class Choice(Schema):
    value: str
    label: str


class ColumnOut(Schema):
    name: str
    label: str
    kind: str
    sort: bool
    total: bool
    off: bool
    options: list[Choice]


class FilterOut(Schema):
    name: str
    label: str
    kind: str
    options: list[Choice]


class ViewOut(Schema):
    name: str
    label: str
    filters: dict[str, str]
    sort: str


class VerbOut(Schema):
    """Something that can be done to many rows: an action, and which of its inputs takes a row's key."""

    action: str
    label: str
    field: str
    harmful: bool


class ListOut(Schema):
    """A list as it is declared; its rows are at the list's own address."""

    name: str
    label: str
    search: bool
    default_sort: str
    columns: list[ColumnOut]
    filters: list[FilterOut]
    views: list[ViewOut]
    verbs: list[VerbOut]


@router.get("/lists", auth=ANYBODY, response=list[ListOut], operation_id="list_lists")
def list_lists(request: HttpRequest) -> list[dict[str, Any]]:
    """Describe every list that the reader may read."""
    actor = actor_of(request)
    return [_described(one, actor) for _, one in sorted(all_listings().items()) if actor.may(one.permission)]


@router.get("/lists/{name}", auth=ANYBODY, response=ListOut, operation_id="describe_list")
def describe_list(request: HttpRequest, name: str) -> dict[str, Any]:
    """Describe one list, as far as the reader may see its columns."""
    actor = actor_of(request)
    found = all_listings().get(name)
    if found is None or not actor.may(found.permission):
        raise NotFound(what=name)
    return _described(found, actor)


def _described(listing: Listing, actor: Actor) -> dict[str, Any]:
    shown = shown_to(listing, actor)
    verbs = [(verb.field, get_action(verb.action)) for verb in listing.verbs]
    return {
        "name": listing.name,
        "label": listing.label.in_(),
        "search": bool(listing.search),
        "default_sort": listing.default_sort,
        "columns": [
            {
                "name": c.name,
                "label": c.label.in_(),
                "kind": c.kind,
                "sort": bool(c.sort),
                "total": c.total,
                "off": c.off,
                "options": _options(c.options),
            }
            for c in shown.columns
        ],
        "filters": [
            {"name": f.name, "label": f.label.in_(), "kind": f.kind, "options": _options(f.options)}
            for f in shown.filters
        ],
        "views": [
            {"name": v.name, "label": v.label.in_(), "filters": dict(v.filters), "sort": v.sort} for v in shown.views
        ],
        "verbs": [
            {"action": a.name, "label": a.label.in_(), "field": field, "harmful": a.harmful}
            for field, a in verbs
            if actor.may(a.permission)
        ],
    }


def _options(options: Any) -> list[dict[str, str]]:
    return [{"value": value, "label": text.in_()} for value, text in options.items()]
