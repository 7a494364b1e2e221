"""What the dashboard sends: money as text, months by their first day."""

from __future__ import annotations

import datetime as dt

from ninja import Schema


class ReceivedOut(Schema):
    """Money in, today and this month; `automatic` counts what came by itself."""

    amount: str
    count: int
    automatic: int
    month_amount: str
    month_count: int
    returned: str


class InvoicedOut(Schema):
    """What was invoiced this month (credit notes taken off), and the month before."""

    amount: str
    count: int
    month: dt.date
    before: str


class BucketOut(Schema):
    """What is owed since so many days past due."""

    bucket: str
    amount: str


class ReceivableOut(Schema):
    """What customers owe, by age, and the credit they have."""

    amount: str
    credits: str
    buckets: list[BucketOut]


class OverdueOut(Schema):
    """What is past due, and by how many customers."""

    amount: str
    customers: int


class CustomersOut(Schema):
    """Customers by state, and who came and left this month."""

    active: int
    suspended: int
    prospects: int
    arrived: int
    departed: int


class MonthAmount(Schema):
    """A month's amount."""

    month: dt.date
    amount: str


class RecurringOut(Schema):
    """Monthly recurring revenue before taxes, the difference in a month, oldest month first."""

    amount: str
    difference: str
    subscriptions: int
    series: list[MonthAmount]


class MovementOut(Schema):
    """Who came and left in a month."""

    month: dt.date
    arrived: int
    departed: int


class RevenueMoveOut(Schema):
    """Monthly revenue that came or went (less is negative), of how many customers, and services more or less."""

    amount: str
    customers: int
    services: int


class MonthMoves(Schema):
    """How recurring revenue moved in a month; churn in percent of who and what stood before it, null of nothing.

    `revenue_churn` counts what was lost of those who left and of those who pay less.
    """

    month: dt.date
    new: RevenueMoveOut
    returned: RevenueMoveOut
    up: RevenueMoveOut
    down: RevenueMoveOut
    churned: RevenueMoveOut
    customer_churn: str | None = None
    revenue_churn: str | None = None


class TodayJobsOut(Schema):
    """Today's jobs, how many are done or under way; left behind from days before; ready without anybody."""

    today: int
    done: int
    under_way: int
    late: int
    unassigned: int


class OpenIssuesOut(Schema):
    """Issues not settled: all, the reader's own, urgent ones, nobody's."""

    open: int
    mine: int
    urgent: int
    unassigned: int


class MonthMoney(Schema):
    """What was invoiced and received in a month."""

    month: dt.date
    invoiced: str
    received: str


class ArrangementsOut(Schema):
    """Open arrangements and what they promise."""

    count: int
    amount: str


class NextRunOut(Schema):
    """The next day something is to be billed: customers and recurring charges before taxes."""

    date: dt.date
    customers: int
    amount: str


class LastRunOut(Schema):
    """The latest billing run, and its customers by state: waiting, issued, nothing (to bill), parked."""

    date: dt.date
    state: str
    confirmed_by: str
    customers: dict[str, int]


class TodoOut(Schema):
    """Something that waits for a person, in words, and where it is done."""

    kind: str
    count: int
    text: str
    detail: str
    url: str


class DashboardOut(Schema):
    """The company today; what the reader may not see is absent."""

    today: dt.date
    todo: list[TodoOut]
    jobs: TodayJobsOut | None = None
    issues: OpenIssuesOut | None = None
    overdue: OverdueOut | None = None
    received: ReceivedOut | None = None
    invoiced: InvoicedOut | None = None
    receivable: ReceivableOut | None = None
    customers: CustomersOut | None = None
    recurring: RecurringOut | None = None
    moves: list[MonthMoves] | None = None
    movement: list[MovementOut] | None = None
    money: list[MonthMoney] | None = None
    arrangements: ArrangementsOut | None = None
    next_run: NextRunOut | None = None
    last_run: LastRunOut | None = None
