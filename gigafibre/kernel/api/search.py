"""The one search box, over HTTP."""

from __future__ import annotations

from time import perf_counter
from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from gigafibre.kernel.http import ANYBODY, RefusalBody, actor_of
from gigafibre.kernel.search import kinds_of, search

router = Router(tags=["search"])


class MatchedOut(Schema):
    """Why it was found: the field, what it is called, the value that matched."""

    field: str
    label: str
    text: str


class SearchHit(Schema):
    """One thing found; amounts and states are there for kinds that have them."""

    kind: str
    kind_label: str
    number: str
    title: str
    subtitle: str
    url: str
    status: str | None = None
    amount: str | None = None
    overdue: str | None = None
    overdue_days: int | None = None
    customer: str | None = None
    matched: MatchedOut | None = None


class SearchOut(Schema):
    """What was found, the best first."""

    items: list[SearchHit]
    took_ms: float


@router.get(
    "/search", auth=ANYBODY, response={200: SearchOut, 401: RefusalBody}, operation_id="search", summary="Search"
)
def find(
    request: HttpRequest,
    q: Annotated[str, Query(max_length=200)] = "",
    kinds: Annotated[str, Query(max_length=200)] = "",
    limit: Annotated[int, Query(ge=1, le=50)] = 30,
) -> Any:
    """Find customers, places, invoices and more by words, numbers, telephones, emails; says why each matched."""
    began = perf_counter()
    actor = actor_of(request)
    labels = kinds_of(actor)
    found = search(q, actor, kinds=[kind for kind in kinds.split(",") if kind], limit=limit)
    shown = ("title", "subtitle", "url", "status", "amount", "overdue", "overdue_days", "customer")
    items = [
        {
            "kind": one.kind,
            "kind_label": labels[one.kind].in_(),
            "number": one.number,
            "matched": one.matched,
            **{name: one.facts.get(name) for name in shown},
        }
        for one in found
    ]
    return {"items": items, "took_ms": round((perf_counter() - began) * 1000, 1)}
