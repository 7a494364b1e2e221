"""What of the catalogue crosses HTTP."""

from __future__ import annotations

import datetime

from ninja import Schema


class PriceOut(Schema):
    """A price over some days (`until` excluded, null while it lasts); `now` says it is today's."""

    price: str
    since: datetime.date | None
    until: datetime.date | None
    now: bool


class PlanRefOut(Schema):
    """A plan that an item is part of."""

    code: str
    name: str
    active: bool


class ItemOut(Schema):
    """An item whole; `law` is the article that forbids its class of fee, "" when it may be charged to all."""

    sku: str
    name: str
    name_fr: str
    name_en: str
    invoice_label_fr: str
    invoice_label_en: str
    group: str
    group_name: str
    revenue_account: str
    kind: str
    service_kind: str
    fee_class: str
    law: str
    taxable: bool
    active: bool
    download_kbps: int
    upload_kbps: int
    prices: list[PriceOut]
    plans: list[PlanRefOut]


class PartOut(Schema):
    """An item of a plan, with today's price."""

    sku: str
    name: str
    kind: str
    quantity: str
    price: str | None
    active: bool


class PlanOut(Schema):
    """A plan whole."""

    code: str
    name: str
    name_fr: str
    name_en: str
    service_kind: str
    segment: str
    interval_months: int
    commitment_months: int
    combinable: bool
    active: bool
    price: str | None
    parts: list[PartOut]


class ItemGroupOut(Schema):
    """A branch of the catalogue."""

    code: str
    name: str
    parent: str | None
    revenue_account: str
    items: int
