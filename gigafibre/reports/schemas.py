"""What the joined pages send: money as text, days as ISO dates."""

from __future__ import annotations

import datetime as dt
from uuid import UUID

from ninja import Schema

from gigafibre.reports.block_schemas import IssueBlock, JobBlock, NetworkBlock, SalesBlock


class AddressOut(Schema):
    """An address."""

    line1: str
    line2: str = ""
    city: str
    province: str = ""
    postal_code: str


class MethodBadge(Schema):
    """How the customer pays, for the badge."""

    kind: str
    state: str
    autopay: bool
    institution: str
    last4: str
    brand: str
    invalid_because: str
    holder: str = ""


class ArrangementOut(Schema):
    """A promise to pay."""

    id: int
    amount: str
    agreed_on: dt.date | None = None
    due_on: dt.date | None = None
    cutoff_on: dt.date | None = None
    method: str
    status: str
    agent: str
    note: str


class SuspensionOut(Schema):
    """A time without service."""

    id: int | None = None
    starts_on: dt.date
    ends_on: dt.date | None = None
    voluntary: bool
    reason: str
    by: str


class CustomerHeader(Schema):
    """The head of the page; what is another app's is absent for who may not see it there."""

    id: int
    number: str
    display_name: str
    kind: str
    segment: str
    status: str
    title: str
    first_name: str
    last_name: str
    company: str
    language: str
    vip: bool
    bad_payer: bool
    tax_category: str
    invoice_delivery: str
    billing_day: int
    customer_since: dt.date | None = None
    ended_on: dt.date | None = None
    end_reason: str
    may_become: list[str]
    placeholder: bool
    legacy_id: int | None = None
    legacy_customer_id: str
    billing_address: AddressOut
    balance: str | None = None
    overdue: str | None = None
    overdue_days: int | None = None
    open_invoices: int | None = None
    credit: str | None = None
    monthly: str | None = None
    active: int | None = None
    paused: int | None = None
    suspended: int | None = None
    next_on: dt.date | None = None
    next_amount: str | None = None
    method: MethodBadge | None = None
    arrangement: ArrangementOut | None = None
    suspension: SuspensionOut | None = None


class PointOut(Schema):
    """One way to reach somebody."""

    id: int
    kind: str
    value: str
    extension: str
    valid: bool
    for_billing: bool


class ContactOut(Schema):
    """A person of the customer."""

    id: int
    role: str
    name: str
    preferred_channel: str
    points: list[PointOut]


class ConsentOut(Schema):
    """An agreement to be written to."""

    channel: str
    purpose: str
    source: str
    given_at: dt.datetime
    withdrawn_at: dt.datetime | None = None


class NextChangeOut(Schema):
    """The next dated change."""

    kind: str
    on: dt.date


class RefusedChangeOut(NextChangeOut):
    """A change of the last sixty days that was refused, and why."""

    because: str


class SubscriptionOut(Schema):
    """What is served at a location."""

    number: str
    item: str
    sku: str
    service_kind: str
    state: str
    charged_until: dt.date | None = None
    interval_months: int
    price: str | None = None
    special: bool
    price_reason: str
    ends_on: dt.date | None = None
    suspended_on: dt.date | None = None
    paused_until: dt.date | None = None
    cancelled_on: dt.date | None = None
    committed_until: dt.date | None = None
    download_kbps: int
    upload_kbps: int
    planned: NextChangeOut | None = None
    refused: RefusedChangeOut | None = None


class FormerOut(Schema):
    """An address before a change."""

    line1: str
    city: str
    postal_code: str
    until: dt.date | None = None


class CustomerLocationOut(AddressOut):
    """A service location with what is served there."""

    id: int
    number: str
    label: str
    latitude: float | None = None
    longitude: float | None = None
    geocode_quality: str
    connection_type: str
    access_notes: str
    contact_name: str
    contact_phone: str
    contact_mobile: str
    contact_email: str
    legacy_id: int | None = None
    subscriptions: list[SubscriptionOut] | None = None
    live: int | None = None
    ended: int | None = None
    former: list[FormerOut]


class InvoiceRow(Schema):
    """An invoice or credit note in the page's list."""

    number: str | None = None
    kind: str
    date: dt.date
    due_date: dt.date
    total: str
    open: str | None = None
    status: str
    overdue_days: int


class InvoiceBlock(Schema):
    """The latest documents and how many there are."""

    items: list[InvoiceRow]
    count: int


class PaymentRow(Schema):
    """A payment in the page's list."""

    number: str
    date: dt.date
    amount: str
    mode: str
    reference: str
    reversed: bool
    returned: bool
    unapplied: str | None = None
    applied: list[str]


class PaymentBlock(Schema):
    """The latest payments and how many there are."""

    items: list[PaymentRow]
    count: int


class MethodOut(Schema):
    """A way of paying, masked."""

    id: int
    kind: str
    state: str
    autopay: bool
    last4: str
    institution: str
    brand: str
    invalid_because: str
    ceiling: str | None = None
    fixed_amount: str | None = None


class FileRow(Schema):
    """A file on the customer."""

    id: UUID
    name: str
    size: int
    content_type: str
    at: dt.datetime


class HappeningChange(Schema):
    """What changed: old and new."""

    label: str
    before: str
    after: str


class Happening(Schema):
    """One thing that happened."""

    at: dt.datetime
    kind: str
    what: str
    icon: str
    text: str
    quote: str
    who: str
    number: str | None = None
    details: list[HappeningChange]


class TimelinePage(Schema):
    """A page of what happened; `kinds` are those that the reader may see, to choose one."""

    items: list[Happening]
    next_cursor: str | None = None
    kinds: list[str]


class CustomerPage(Schema):
    """A customer whole; a block the reader may not see is absent."""

    header: CustomerHeader
    contacts: list[ContactOut]
    consents: list[ConsentOut]
    locations: list[CustomerLocationOut]
    invoices: InvoiceBlock | None = None
    payments: PaymentBlock | None = None
    methods: list[MethodOut] | None = None
    arrangements: list[ArrangementOut] | None = None
    arrangement_count: int | None = None
    suspensions: list[SuspensionOut] | None = None
    files: list[FileRow] | None = None
    sales: SalesBlock | None = None
    issues: IssueBlock | None = None
    jobs: JobBlock | None = None
    network: NetworkBlock | None = None
    timeline: TimelinePage
