"""What the ledger shows over HTTP: amounts as strings, days as ISO dates."""

from __future__ import annotations

import datetime

from ninja import Schema

from gigafibre.kernel.money import Amount


class AccountOut(Schema):
    """An account of the chart, named in the reader's language and in both; what it is used for, in words.

    `moved`: something was booked on it; nothing is from `closed_on` on.
    """

    number: str
    name: str
    name_fr: str
    name_en: str
    kind: str
    role: str | None
    gifi: str
    closed_on: datetime.date | None
    moved: bool
    used_by: list[str]


class TrialBalanceRowOut(Schema):
    """An account over the days asked for; balances are debit less credit."""

    number: str
    name: str
    kind: str
    opening: Amount
    debit: Amount
    credit: Amount
    closing: Amount


class TrialBalanceOut(Schema):
    """The trial balance, first and last day included."""

    first: datetime.date
    last: datetime.date
    rows: list[TrialBalanceRowOut]
    debit: Amount
    credit: Amount


class AgingTotalsOut(Schema):
    """What is owed by days past due; unapplied credits apart."""

    current: Amount
    days_1_30: Amount
    days_31_60: Amount
    days_61_90: Amount
    over_90: Amount
    owed: Amount
    credits: Amount
    balance: Amount


class AgingOut(Schema):
    """Aging of all customers at the end of a day; `count` is how many have anything open."""

    on: datetime.date
    totals: AgingTotalsOut
    count: int


class EntryLineOut(Schema):
    """A line of an entry."""

    account: str
    name: str
    debit: Amount
    credit: Amount


class EntryOut(Schema):
    """An entry with its lines."""

    id: int
    date: datetime.date
    kind: str
    document: str
    description: str
    posted_at: datetime.datetime
    reverses: int | None
    lines: list[EntryLineOut]


class MonthOut(Schema):
    """A month of the books: open, closed, or current."""

    month: str
    state: str
    closed_at: datetime.datetime | None
    closed_by: str
    entries: int


class ClosingItemOut(Schema):
    """An item of the checklist: ok, attention (closing needs a reason) or blocked; `url` is where to look."""

    code: str
    label: str
    state: str
    said: str
    url: str


class ClosingLogItemOut(Schema):
    """What asked for attention when a month was closed."""

    code: str
    state: str
    said: str


class ClosingLogOut(Schema):
    """A month closed or opened again, by whom and why."""

    verb: str
    at: datetime.datetime
    by: str
    reason: str
    items: list[ClosingLogItemOut]


class ClosingOut(Schema):
    """A month with its checklist computed now and what was done with it; `state` is open, closed or current."""

    month: str
    state: str
    verdict: str
    items: list[ClosingItemOut]
    log: list[ClosingLogOut]
