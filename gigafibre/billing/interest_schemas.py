"""Late interest as it crosses HTTP: amounts and percents are strings."""

from __future__ import annotations

import datetime

from ninja import Schema

from gigafibre.kernel.money import Amount


class InterestRateOut(Schema):
    """A yearly rate; `state` is planned, active, ended or replaced (by a later word for the same day)."""

    id: int
    since: datetime.date
    until: datetime.date | None
    percent: str
    reason: str
    created_by: str
    created_on: datetime.date
    state: str


class InterestOut(Schema):
    """The rules of late interest, and what could be charged or given back today; `percent` is "0" for none."""

    percent: str
    rates: list[InterestRateOut]
    grace_days: int
    minimum: Amount
    day: int
    by_itself: bool
    charged_until: datetime.date | None
    customers: int
    charges: int
    total: Amount
    below_minimum: int
    credit_waits: int
    credited: Amount


class InterestDaysOut(Schema):
    """A part of a charge: days, first and last included, of one principal at one yearly rate."""

    invoice: str
    first: datetime.date
    last: datetime.date
    days: int
    principal: Amount
    percent: str


class InterestPauseOut(Schema):
    """Days on which a customer's invoices bear no interest; `state` is planned, active or ended."""

    id: int
    since: datetime.date
    until: datetime.date | None
    reason: str
    ended_because: str
    created_by: str
    state: str
