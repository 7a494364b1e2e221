"""What of sales crosses HTTP."""

from __future__ import annotations

import datetime

from ninja import Schema


class OfferLineOut(Schema):
    """A line as it was given, with its amount before taxes and promotion."""

    cycle: str
    item: str | None
    description: str
    quantity: str
    unit_price: str
    amount: str
    taxable: bool
    off_amount: str | None
    off_percent: str | None
    off_cycles: int | None
    off_words: str


class OfferTaxOut(Schema):
    """A tax of a sum."""

    name: str
    amount: str


class OfferSumOut(Schema):
    """A sum of lines: before taxes, each tax, the total."""

    subtotal: str
    taxes: list[OfferTaxOut]
    total: str


class OfferOut(Schema):
    """What an offer comes to; `monthly_after` is a month once promotions are over, null when none ends."""

    lines: list[OfferLineOut]
    monthly: OfferSumOut
    monthly_after: OfferSumOut | None
    once: OfferSumOut
    first: OfferSumOut
    first_from: datetime.date
    first_to: datetime.date


class QuotationOut(OfferOut):
    """A quotation whole."""

    number: str
    status: str
    source: str
    customer: str | None
    customer_name: str
    prospect_email: str
    prospect_phone: str
    location: str | None
    place: str
    address: str
    language: str
    title: str
    po_number: str
    terms: str
    prepared_by: str
    made_on: datetime.date
    valid_until: datetime.date
    starts_on: datetime.date
    has_paper: bool
    link: str
    sent_at: datetime.datetime | None
    decided_at: datetime.datetime | None
    decided_by: str
    decided_from: str
    decline_reason: str
    subscribed: bool
    contract: str | None
    imported: bool
    damaged: bool


class EarlyEndOut(Schema):
    """What one who leaves then may owe at most, with its arithmetic."""

    after_months: int
    on: datetime.date
    amount: str
    article: str
    lines: list[str]


class ClauseOut(Schema):
    """A legal text of a contract."""

    code: str
    version: int
    title: str


class ReadingOut(Schema):
    """Something the customer did with his contract."""

    what: str
    language: str
    at: datetime.datetime
    address: str


class SignatureOut(Schema):
    """The signature of a contract and the fingerprints of its papers."""

    name: str
    at: datetime.datetime
    how: str
    language: str
    address: str
    agent: str
    read_sha256: str
    signed_sha256: str
    sealed_sha256: str
    audit_sha256: str


class ContractOut(OfferOut):
    """A contract whole."""

    number: str
    status: str
    track: str
    source: str
    customer: str
    customer_name: str
    location: str
    place: str
    quotation: str | None
    plan: str | None
    plan_name: str
    referral_code: str
    commitment_months: int
    inducement: str
    made_on: datetime.date
    starts_on: datetime.date
    appointment_on: datetime.date | None
    appointment_slot: str
    installation: str
    prepared_by: str
    early_ends: list[EarlyEndOut]
    texts: list[ClauseOut]
    readings: list[ReadingOut]
    has_paper: bool
    link: str
    link_until: datetime.datetime | None
    sent_at: datetime.datetime | None
    signed_at: datetime.datetime | None
    signature: SignatureOut | None
    end_reason: str
    subscribed: bool


class QuotationTemplateOut(Schema):
    """A template of quotations."""

    name: str
    terms: str
    lines: list[OfferLineOut]
