"""What of price changes crosses HTTP."""

from __future__ import annotations

import datetime

from ninja import Schema


class PricedItemOut(Schema):
    """An item at one price, its new one, and how many subscriptions have it."""

    sku: str
    name: str
    old_price: str
    new_price: str
    subscriptions: int


class LeftOutOut(Schema):
    """Why subscriptions are left out, and how many."""

    cause: str
    label: str
    subscriptions: int


class RepricedOut(Schema):
    """A subscription of a price change; without `new_price` it is left out, `cause` says why."""

    subscription: str
    customer: str
    name: str
    item: str
    old_price: str | None
    new_price: str | None
    on: datetime.date
    cause: str


class PricePreviewOut(Schema):
    """What a change of prices would do; `later` of the subscriptions follow when what is charged already ends."""

    subscriptions: int
    customers: int
    later: int
    monthly_before: str
    monthly_after: str
    monthly_difference: str
    effective_on: datetime.date
    send_by: datetime.date
    free_until: datetime.date
    items: list[PricedItemOut]
    excluded: list[LeftOutOut]
    affected: list[RepricedOut]
    left_out: list[RepricedOut]


class PriceChangeOut(Schema):
    """A price change whole, and how far it is."""

    number: str
    state: str
    items: list[str]
    segment: str
    new_price: str | None
    percent: str | None
    effective_on: datetime.date
    in_catalogue: bool
    why_fr: str
    why_en: str
    created_at: datetime.datetime
    created_by: str
    withdrawn_by: str
    withdrawn_because: str
    subscriptions: int
    customers: int
    monthly_difference: str
    applied: int
    refused: int
    left_out: int
    excluded: list[LeftOutOut]
    notices: int
    notices_sent: int
    send_by: datetime.date
    free_until: datetime.date
    may_withdraw: bool
