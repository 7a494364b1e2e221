"""Shadow billing over HTTP: its days, the board of what differs, and who may work on it."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from decimal import Decimal
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema
from pydantic import Field

from gigafibre.identity import queries as identity
from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.kernel.money import Amount
from gigafibre.kernel.text import current_language
from gigafibre.legacy import queries
from gigafibre.legacy.listings import SHADOW_CYCLES, SHADOW_DIFFERENCES

router = Router(tags=["legacy"])
READ = Needs("legacy.shadow")
serve(router, "/shadow-cycles", SHADOW_CYCLES)
serve(router, "/shadow-differences", SHADOW_DIFFERENCES)


class ShadowFigure(Schema):
    kind: str
    count: int
    customers: int
    amount: Amount


class ShadowCycleOut(Schema):
    day: datetime.date
    state: str
    documents: int
    invoices: int | None
    parked: int
    customers: int | None
    equal: int | None
    share: str | None
    ours: Amount
    theirs: Amount | None
    difference: Amount | None
    following: Amount | None
    open: int
    imported: bool
    figures: list[ShadowFigure]
    computed_at: datetime.datetime
    computed_by: str
    compared_at: datetime.datetime | None
    compared_by: str


class ShadowLine(Schema):
    invoice: str = ""
    subscription: str = ""
    sku: str = ""
    description: str = ""
    quantity: str
    unit_price: str
    amount: str
    first_day: datetime.date | None = Field(None, alias="from")
    until: datetime.date | None = None


class ShadowParked(Schema):
    subscription: str
    cause: str


class ShadowDifferenceOut(Schema):
    number: int
    day: datetime.date
    customer: str
    name: str
    kind: str
    key: str
    subscription: str
    ours: Amount | None
    theirs: Amount | None
    amount: Amount
    state: str
    reason: str
    settled_at: datetime.datetime | None
    settled_by: str
    owner: str
    owner_name: str
    found_at: datetime.datetime
    invoices: list[str]
    our_lines: list[ShadowLine]
    their_lines: list[ShadowLine]
    parked: list[ShadowParked]


class ShadowOwner(Schema):
    value: str
    label: str


class ShadowNextDay(Schema):
    day: datetime.date | None


@router.get("/shadow-cycles/{day}", auth=READ, response=ShadowCycleOut, operation_id="read_shadow_cycle")
def read_shadow_cycle(request: HttpRequest, day: datetime.date) -> dict[str, Any]:
    """Show a day that both systems bill: the share equal to the cent, and its differences by kind."""
    cycle = queries.shadow_cycle(day)
    return asdict(cycle) | {
        "share": None if cycle.share is None else str(cycle.share),
        "difference": None if cycle.theirs is None else cycle.ours - cycle.theirs,
        "figures": [
            figure | {"kind": kind, "amount": Decimal(figure["amount"])} for kind, figure in cycle.figures.items()
        ],
    }


@router.get(
    "/shadow-differences/{int:number}",
    auth=READ,
    response=ShadowDifferenceOut,
    by_alias=False,
    operation_id="read_shadow_difference",
)
def read_shadow_difference(request: HttpRequest, number: int) -> dict[str, Any]:
    """Show one difference: both sides line by line, who looks at it, how it was settled."""
    found, language = queries.shadow_difference(number), current_language()
    parked = [{"subscription": subscription, "cause": cause.in_(language)} for subscription, cause in found.parked]
    return asdict(found) | {"parked": parked}


@router.get("/shadow-owners", auth=READ, response=list[ShadowOwner], operation_id="list_shadow_owners")
def list_shadow_owners(request: HttpRequest) -> list[dict[str, str]]:
    """Return whom differences can be given to: the active people who may work on them, by name."""
    return [{"value": each.username, "label": each.display_name} for each in identity.colleagues("legacy.shadow")]


@router.get("/shadow-next-day", auth=READ, response=ShadowNextDay, operation_id="read_next_shadow_day")
def read_next_shadow_day(request: HttpRequest) -> dict[str, datetime.date | None]:
    """Return the day to compute next: not too far ahead, not imported, without a cycle; null when none is left."""
    return {"day": queries.next_shadow_day()}
