"""What billing shows over HTTP: amounts as strings, days as ISO dates, words in the reader's language."""

from __future__ import annotations

import datetime
from uuid import UUID

from ninja import Schema

from gigafibre.kernel.money import Amount, UnitPrice


class GroupOut(Schema):
    """An item group's part of a run, against the month before; `percent` is None where there was nothing."""

    code: str
    name: str
    lines: int
    amount: Amount
    previous: Amount
    difference: Amount
    percent: str | None


class TaxProofOut(Schema):
    """A tax as on the documents, recomputed, and in the ledger; `rate` in percent."""

    tax: str
    name: str
    rate: str
    registration: str
    amount: Amount
    recomputed: Amount
    ledger: Amount


class OutcomeOut(Schema):
    """How many live subscriptions had one outcome (`billed`, `not_due`, `parked`) for one cause."""

    outcome: str
    cause: str
    words: str
    count: int
    amount: Amount


class ProofOut(Schema):
    """The proof sheet; `disagreements` is empty when everything is explained and adds up."""

    live: int
    billed: int
    not_due: int
    parked: int
    unexplained: int
    outcomes: list[OutcomeOut]
    documents: int
    lines: int
    first_number: str
    last_number: str
    missing_numbers: int
    expected: Amount
    issued: Amount
    ledger: Amount
    taxes: list[TaxProofOut]
    total: Amount
    receivable: Amount
    disagreements: list[str]


class ParkedSubscriptionOut(Schema):
    """A live subscription that can't be billed, and why in words; `amount` is about what it would be."""

    subscription: str
    customer: str
    customer_name: str
    item: str
    cause: str
    words: str
    amount: Amount


class DifferenceKindOut(Schema):
    """How many customers differ in one way (`new`, `gone`, `price`, `unusual`)."""

    kind: str
    customers: int
    amount: Amount


class DifferenceOut(Schema):
    """A customer billed differently than the month before, with the reason in words."""

    customer: str
    name: str
    kind: str
    before: Amount
    after: Amount
    why: str


class DifferencesOut(Schema):
    """The customers that differ in one way, the largest first."""

    date: datetime.date
    since: datetime.date
    kinds: list[DifferenceKindOut]
    items: list[DifferenceOut]


class RunPreviewOut(Schema):
    """A run before it is confirmed; nothing is written."""

    date: datetime.date
    computed_at: datetime.datetime
    seconds: float
    active_customers: int
    invoices: int
    credit_notes: int
    lines: int
    subtotal: Amount
    tax_total: Amount
    total: Amount
    previous_subtotal: Amount
    next_number: str
    since: datetime.date
    groups: list[GroupOut]
    proof: ProofOut
    parked: list[ParkedSubscriptionOut]
    differences: list[DifferenceKindOut]
    refused: str | None


class RunOut(Schema):
    """A run in the list: its state (`confirmed`, `issuing`, `done`, `signed`) and how far it is."""

    id: int
    date: datetime.date
    state: str
    confirmed_by: str
    confirmed_at: datetime.datetime
    started_at: datetime.datetime | None
    finished_at: datetime.datetime | None
    signed_by: str
    signed_at: datetime.datetime | None
    customers: int
    waiting: int
    issued: int
    parked: int
    nothing: int
    expected: Amount
    documents: int
    total: Amount


class SetAsideOut(Schema):
    """A customer a run could not bill, and why in words."""

    customer: str
    name: str
    cause: str
    words: str


class RunPageOut(RunOut):
    """A run whole; `topic` is what its progress is told under."""

    topic: str
    documents_per_s: float | None
    since: datetime.date
    groups: list[GroupOut]
    proof: ProofOut
    differences: list[DifferenceKindOut]
    parked_subscriptions: list[ParkedSubscriptionOut]
    set_aside: list[SetAsideOut]


class LineOut(Schema):
    """A line of an invoice; `period` is in words, in the customer's language; `left` may still be given back."""

    position: int
    kind: str
    subscription: str | None
    sku: str
    description: str
    quantity: str
    unit_price: UnitPrice
    amount: Amount
    taxable: bool
    period_start: datetime.date | None
    period_end: datetime.date | None
    period: str
    revenue_account: str
    credited: Amount
    left: Amount


class LocationOut(Schema):
    """The lines of one service location; no number: what belongs to none."""

    number: str
    label: str
    address: str
    lines: list[LineOut]


class TaxOut(Schema):
    """A tax as billed; `rate` in percent, the number it is registered under as of the document's issue."""

    tax: str
    name: str
    rate: str | None
    registration: str
    base: Amount | None
    amount: Amount


class SettlementOut(Schema):
    """A document that paid this one, or that this credit paid."""

    number: str
    amount: Amount
    date: datetime.date
    undone_on: datetime.date | None
    undone_because: str


class NeighbourOut(Schema):
    """Another document of the customer: the one before, the one after, a credit note."""

    number: str
    date: datetime.date
    total: Amount


class ReasonOut(Schema):
    """One thing that makes an invoice differ, in words, and how much of the difference it makes."""

    kind: str
    says: str
    amount: Amount


class WhyOut(Schema):
    """Why an invoice differs from the one it is compared with; the reasons add up to the difference."""

    previous: NeighbourOut | None
    difference: Amount
    reasons: list[ReasonOut]


class InvoiceOut(Schema):
    """An invoice or credit note whole; amounts as printed; `status` as in the list (`paid`, `overdue`…).

    `version` changes with a draft's content; nothing once it is issued.
    """

    number: str
    version: str
    kind: str
    state: str
    status: str
    customer: str
    customer_name: str
    bill_name: str
    bill_address: list[str]
    language: str
    date: datetime.date
    due_date: datetime.date
    issued_at: datetime.datetime | None
    run: datetime.date | None
    subtotal: Amount
    tax_total: Amount
    total: Amount
    open: Amount
    days_overdue: int
    po_number: str
    notes: str
    message: str
    imported: bool
    corrects: str | None
    corrected_by: list[NeighbourOut]
    creditable: Amount
    locations: list[LocationOut]
    taxes: list[TaxOut]
    settlements: list[SettlementOut]
    written_off: Amount
    previous: NeighbourOut | None
    next: NeighbourOut | None
    why: WhyOut | None


class PromotionOut(Schema):
    """A promotion; `state` is planned, active, ended or withdrawn; `left` cycles remain (None: it goes until a day)."""

    id: int
    subscription: str
    item: str
    name: str
    amount: Amount | None
    percent: str | None
    since: datetime.date
    until: datetime.date | None
    cycles: int | None
    used: int
    left: int | None
    given: Amount
    reason: str
    withdrawn_on: datetime.date | None
    withdrawn_because: str
    state: str


class ExemptionOut(Schema):
    """A certificate; `state` is planned, active or ended; `treatment` is its code in the tax report."""

    id: int
    kind: str
    kind_words: str
    treatment: str
    treatment_words: str
    certificate: str
    band: str
    since: datetime.date
    until: datetime.date | None
    location: str | None
    location_label: str | None
    taxes: list[str]
    document: UUID | None
    reason: str
    ended_because: str
    state: str
