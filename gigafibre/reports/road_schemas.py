"""What the road of an order sends: its steps, what each made, and what was set aside."""

from __future__ import annotations

import datetime as dt
from typing import Literal

from ninja import Schema

from gigafibre.reports.block_schemas import JobBrief

Key = Literal["signed", "told", "issue", "jobs", "active", "invoiced", "paid"]
#: `skipped`: never happened, and later steps did without it.
State = Literal["done", "now", "waits", "failed", "stopped", "skipped"]


class RoadStep(Schema):
    """One step: how it stands, on which day, which record tells more; `done` of `total` where it has parts."""

    key: Key
    state: State
    on: dt.date | None = None
    record: str | None = None
    amount: str | None = None
    done: int | None = None
    total: int | None = None


class RoadService(Schema):
    """A subscription that came of the order."""

    number: str
    item: str
    state: str
    started_on: dt.date | None = None
    cancelled_on: dt.date | None = None


class RoadFailure(Schema):
    """Work that waits for a person; what went wrong is told to who may mend it."""

    kind: str
    id: int
    step: Key
    since: dt.datetime
    error: str


class RoadOut(Schema):
    """Where an order stands, as far as the reader may see."""

    contract: str
    customer: str
    steps: list[RoadStep]
    jobs: list[JobBrief]
    subscriptions: list[RoadService]
    failures: list[RoadFailure]
