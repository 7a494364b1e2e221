"""What of subscriptions crosses HTTP besides their lists."""

from __future__ import annotations

import datetime

from ninja import Schema


class CommitmentOut(Schema):
    """What was agreed at the start, and at most what an end on `on` costs by law, with its arithmetic in words.

    `ends` says that the end is known; without it `on` is today. No `term_months`: an indeterminate contract.
    """

    starts_on: datetime.date
    term_months: int | None = None
    until: datetime.date | None = None
    inducement: str
    goods: str
    clause_limit: str | None = None
    waived: str
    on: datetime.date
    ends: bool
    owed: str
    article: str
    lines: list[str]


class CommitmentPageOut(Schema):
    """A subscription's commitment, when one is recorded."""

    commitment: CommitmentOut | None = None


class DepartureOut(Schema):
    """A customer leaves a location; `last_day` is served. A move has `moves_to` and what becomes of the devices."""

    number: str
    location: str
    moves_to: str
    moves_to_address: str
    devices: str
    last_day: datetime.date
    removal_on: datetime.date | None = None
    state: str
    reason: str
    asked_by: str
    over_on: datetime.date | None = None
    subscriptions: list[str]
    services: list[str]


class DeparturesOut(Schema):
    """A customer's departures, the newest first."""

    items: list[DepartureOut]
