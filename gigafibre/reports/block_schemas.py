"""What the blocks of other apps on a customer's page send; a block the reader may not see is absent."""

from __future__ import annotations

import datetime as dt

from ninja import Schema


class OfferRow(Schema):
    """A quotation or a contract: what, where, how much, how far it is; `until` is how long it may be answered."""

    kind: str
    number: str
    status: str
    what: str
    place: str
    monthly: str
    once: str
    made_on: dt.date
    sent_at: dt.datetime | None = None
    answered_at: dt.datetime | None = None
    until: dt.date | None = None
    commitment_months: int | None = None
    appointment_on: dt.date | None = None
    quotation: str | None = None


class ReferralRow(Schema):
    """One who recommended, or who came; credited on a day, or not yet."""

    customer: str
    name: str
    on: dt.datetime
    credited_at: dt.datetime | None = None
    amount: str | None = None


class SalesBlock(Schema):
    """Offers, what waits first; his code; by whom he came, and whom he brought."""

    items: list[OfferRow]
    count: int
    code: str | None = None
    came_by: ReferralRow | None = None
    brought: list[ReferralRow]
    brought_count: int


class JobBrief(Schema):
    """A job in a row; `who` is its technician or crew."""

    number: str
    title: str
    kind: str
    status: str
    date: dt.date
    starts: dt.time | None = None
    completed_on: dt.date | None = None
    technician: str | None = None
    who: str
    place: str
    contract: str
    issue: str


class JobGroup(Schema):
    """A job alone, or a chain in its order; `coming` while something of it is to be done."""

    coming: bool
    contract: str
    done: int
    jobs: list[JobBrief]


class JobBlock(Schema):
    """Jobs to come, soonest first, then the latest past ones."""

    items: list[JobGroup]
    count: int


class DeviceAt(Schema):
    """A device where it stands, and since when if that is known."""

    number: str
    kind: str
    model: str
    serial: str
    mac: str
    state: str
    location: str
    subscription: str | None = None
    since: dt.datetime | None = None


class DropAt(Schema):
    """A drop that serves a place, and where it is plugged."""

    number: str
    state: str
    location: str
    olt: str
    frame: int | None = None
    slot: int | None = None
    port: int | None = None
    ont_id: int | None = None


class NetworkBlock(Schema):
    """What stands at a customer's places."""

    devices: list[DeviceAt]
    drops: list[DropAt]


class IssueBrief(Schema):
    """An issue in a row; `who` is the person who has it, else the department."""

    number: str
    subject: str
    kind: str
    status: str
    priority: str
    opened_on: dt.date
    resolved_at: dt.datetime | None = None
    who: str


class IssueBlock(Schema):
    """What is to be settled, then what was; `open` counts the first."""

    items: list[IssueBrief]
    count: int
    open: int
