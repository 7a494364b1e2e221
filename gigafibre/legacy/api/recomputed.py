"""History computed again over HTTP: its shares and counts, and each amount that differs."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.legacy.recomputed import latest
from gigafibre.legacy.recomputed_listings import RECOMPUTED

router = Router(tags=["legacy"])
serve(router, "/recomputed", RECOMPUTED)


class CauseOut(Schema):
    cause: str
    documents: int
    difference: str


class YearOut(Schema):
    year: int
    documents: int
    equal: int
    equal_at_prices: int
    taxes_equal: int
    causes: dict[str, int]


class RecomputationOut(Schema):
    id: int
    state: str
    error: str
    since: str | None
    until: str | None
    started_by: str
    started_at: str
    finished_at: str | None
    seconds: str
    total: int
    done: int
    equal: int
    equal_share: str | None
    equal_at_prices: int
    equal_at_prices_share: str | None
    taxes_equal: int
    taxes_equal_share: str | None
    causes: list[CauseOut]
    years: list[YearOut]


class LatestOut(Schema):
    done: RecomputationOut | None
    unfinished: RecomputationOut | None


@router.get("/recomputation", auth=Needs("legacy.read"), response=LatestOut, operation_id="read_recomputation")
def read_recomputation(request: HttpRequest) -> dict[str, Any]:
    """Show the latest recomputation of history that is done, and a later one that is not."""
    return asdict(latest())
