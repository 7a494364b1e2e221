"""What the page of taxes shows over HTTP: rates in percent, days as ISO dates, words in the reader's language."""

from __future__ import annotations

import datetime

from ninja import Schema


class TaxRateOut(Schema):
    """A rate in percent from a day on, until (and without) another; `billed`: documents were issued at it."""

    since: datetime.date
    until: datetime.date | None
    percent: str
    compound: bool
    billed: bool
    now: bool


class TaxSettingOut(Schema):
    """A tax, the account it is owed on (empty: none has its role), our number with its agency, its rates, newest first.

    `form` is how such a number is written, empty where documents carry none.
    """

    code: str
    name: str
    account: str
    account_name: str
    registration: str
    form: str
    percent: str | None
    rates: list[TaxRateOut]


class TaxCategoryOut(Schema):
    """Who lives where pays what: a category, since when it is known, and its taxes today, by code."""

    code: str
    name: str
    since: datetime.date
    taxes: list[str]


class TaxSettingsOut(Schema):
    """Every tax and every category."""

    taxes: list[TaxSettingOut]
    categories: list[TaxCategoryOut]
