"""What a subscription's page sends: money as text, days as ISO dates, periods half-open."""

from __future__ import annotations

import datetime as dt

from ninja import Schema

from gigafibre.reports.block_schemas import NetworkBlock
from gigafibre.reports.schemas import TimelinePage


class SubscriptionHeader(Schema):
    """What stands still: what it is, whose, where, its price and why, up to where it is charged."""

    number: str
    state: str
    customer: str
    customer_name: str
    consumer: bool
    location: str
    location_label: str
    address: str
    item: str
    sku: str
    service_kind: str
    download_kbps: int
    upload_kbps: int
    quantity: str
    interval_months: int
    price: str | None = None
    monthly: str | None = None
    own_price: str | None = None
    list_price: str | None = None
    price_reason: str
    anchor: dt.date
    started_on: dt.date | None = None
    charged_until: dt.date | None = None
    charged_through: dt.date | None = None
    suspended_on: dt.date | None = None
    charged_while_suspended: bool
    paused_until: dt.date | None = None
    ends_on: dt.date | None = None
    cancelled_on: dt.date | None = None
    cancel_reason: str
    committed_until: dt.date | None = None
    contract: str
    comment: str
    created_at: dt.datetime
    legacy_id: int | None = None


class DatedChangeOut(Schema):
    """A dated change and what became of it."""

    id: int
    kind: str
    on: dt.date
    until: dt.date | None = None
    item: str | None = None
    price: str | None = None
    reason: str
    state: str
    settled_at: dt.datetime | None = None
    refused_because: str
    by: str


class WaitingChargeOut(Schema):
    """A charge or credit that waits for the next invoice."""

    id: int
    kind: str
    description: str
    start: dt.date | None = None
    until: dt.date | None = None
    last: dt.date | None = None
    amount: str
    not_before: dt.date
    reason: str


class ChargedDaysOut(Schema):
    """Days that are charged now; without an invoice they were charged by the former system."""

    start: dt.date
    until: dt.date
    last: dt.date
    whole_start: dt.date | None = None
    whole_end: dt.date | None = None
    price: str | None = None
    amount: str | None = None
    invoice: str | None = None
    date: dt.date | None = None


class ChargedDaysBlock(Schema):
    """The latest charged days and how many rows there are."""

    items: list[ChargedDaysOut]
    count: int


class BilledLineOut(Schema):
    """A line of an issued document about it; credits count as less."""

    invoice: str
    document: str
    date: dt.date
    kind: str
    description: str
    start: dt.date | None = None
    until: dt.date | None = None
    last: dt.date | None = None
    amount: str


class BilledLineBlock(Schema):
    """The latest lines and how many there are."""

    items: list[BilledLineOut]
    count: int


class SubscriptionPageOut(Schema):
    """A subscription whole; a block the reader may not see is absent."""

    header: SubscriptionHeader
    changes: list[DatedChangeOut]
    waiting: list[WaitingChargeOut] | None = None
    waiting_total: str | None = None
    periods: ChargedDaysBlock | None = None
    lines: BilledLineBlock | None = None
    network: NetworkBlock | None = None
    timeline: TimelinePage
