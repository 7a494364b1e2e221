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
    """The latest billing run."""

    date: dt.date
    state: str
    confirmed_by: str


class TodoOut(Schema):
    """Something that waits for a person, in words, and where it is done."""

    kind: str
    count: int
    text: str
    detail: str
    url: str


class DashboardOut(Schema):
    """The company today."""

    today: dt.date
    received: ReceivedOut
    invoiced: InvoicedOut
    receivable: ReceivableOut
    overdue: OverdueOut
    customers: CustomersOut
    recurring: RecurringOut
    movement: list[MovementOut]
    money: list[MonthMoney]
    arrangements: ArrangementsOut
    next_run: NextRunOut | None = None
    last_run: LastRunOut | None = None
    todo: list[TodoOut]
