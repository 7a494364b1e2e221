"""What a source adds up to, read row by row and added up in Python: nothing of the importer's SQL is used."""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterator, Mapping
from dataclasses import dataclass, field
from datetime import UTC, date, datetime
from decimal import ROUND_HALF_UP, Decimal
from fractions import Fraction
from typing import Any
from zoneinfo import ZoneInfo

from gigafibre.legacy.source import Source

MONTREAL = ZoneInfo("America/Toronto")
ZERO = Decimal(0)
_CENT = Decimal("0.01")
_WAYS = ("email", "email_billing", "cell", "tel_home", "tel_office", "fax")
_IN_EMAIL = re.compile(r"[^\s;,<>()\[\]\"'.]")
_BETWEEN_PHONES = re.compile(r"\s+(?:ou|/)\s+|[;,\s]")
_FIRST = ("tech1", "heure_arrive_t1", "heure_depart_t1")
_SECOND = ("tech2", "heure_arrive_t2", "heure_depart_t2")
_NO_DAY = {0, -1, 943938000, 2147483647}
_MAC = re.compile(r"[0-9a-f][02468ace][0-9a-f]{10}")
Money = defaultdict[Any, Decimal]
Changed = Mapping[int, tuple[Decimal, int]]


def _money() -> Money:
    return defaultdict(Decimal)


@dataclass
class Parts:
    """What of allocations stands here: those of the source, and whose payments and invoices are still open."""

    here: dict[int, tuple[int, int]]  # by legacy id: payment and invoice in one number, cents
    undone: set[int]  # taken back by people
    payments: dict[int, int]  # with something left to apply, and whose customer's
    invoices: dict[int, int]  # with something left to pay, likewise


@dataclass
class Sums:
    """What the source adds up to, in dollars; `counts` are rows that must stand here."""

    counts: dict[str, int] = field(default_factory=lambda: defaultdict(int))
    invoices: dict[int, int] = field(default_factory=lambda: defaultdict(int))  # final, by year
    invoiced: Money = field(default_factory=_money)
    drafts: list[int] = field(default_factory=list)  # one that people issued here is no document of the source
    lines: Decimal = ZERO
    lines_of: dict[int, int] = field(default_factory=lambda: defaultdict(int))  # cents, by invoice
    payments: dict[int, int] = field(default_factory=lambda: defaultdict(int))
    paid: Money = field(default_factory=_money)
    allocated: Decimal = ZERO
    strange_allocations: int = 0  # here, but not so in the source
    short_allocations: int = 0  # less here than in the source, though both sides have room
    taxes: Money = field(default_factory=_money)
    balances: Money = field(default_factory=_money)
    live: dict[int, Fraction] = field(default_factory=dict)  # what a live service costs a month


def sums_of(source: Source, changed: Mapping[str, Changed], parts: Parts) -> Sums:
    """Add a source up, one table after the other.

    `changed`: of invoices and payments that changed after they came, by how much they are listed (`document_changed`)
    and whose account they are here; they count as they came.
    """
    sums = Sums()
    today = datetime.now(MONTREAL).date()
    accounts = _accounts(source, sums)
    gone: set[int] = set()
    places = _places(source, accounts, gone, sums)
    _invoices(source, accounts, gone, sums, changed["invoice"])
    _payments(source, accounts, gone, sums, changed["payment"])
    _allocations(source, sums, parts)
    _services(source, places, sums, today)
    sums.counts["customers"] = len(accounts) + len(gone)
    _people(source, accounts | gone, sums)
    _plant(source, sums)
    return sums


def read(source: Source, table: str, *columns: str) -> Iterator[tuple[Any, ...]]:
    """Stream rows of a table."""
    for chunk in source.rows(table, columns):
        yield from chunk


def _accounts(source: Source, sums: Sums) -> set[int]:
    accounts = set()
    columns = ("id", "notes_client", "stripe_id", "ppa", "ppa_account", *_WAYS)
    for key, notes, stripe, ppa, account, *ways in read(source, "account", *columns):
        accounts.add(key)
        emails, phones = ways[:2], ways[2:]
        reached = any(map(_IN_EMAIL.search, emails)) or any(_BETWEEN_PHONES.sub("", phone) for phone in phones)
        sums.counts["contacts"] += reached
        sums.counts["notes"] += _said(notes)
        sums.counts["methods"] += bool(stripe.strip()) + (ppa == 1 or bool(re.sub(r"[\s-]", "", account)))
    return accounts


def _places(source: Source, accounts: set[int], gone: set[int], sums: Sums) -> set[int]:
    places = set()
    for key, account in read(source, "delivery", "id", "account_id"):
        if account:
            places.add(key)
            sums.counts["locations"] += 1
            _note_gone(account, accounts, gone)
    return places


def _invoices(source: Source, accounts: set[int], gone: set[int], sums: Sums, changed: Changed) -> None:
    known: dict[int, int] = {}  # the year, negative for a draft
    columns = ("id", "account_id", "date_orig", "total_amt", "billing_status")
    for number, account, when, amount, status in read(source, "invoice", *columns):
        if not account:
            continue
        _note_gone(account, accounts, gone)
        year = _year(when)
        known[number] = year if status == 1 else -year
        if status != 1:
            sums.drafts.append(number)
        else:
            by, whose = changed.get(number, (ZERO, account))
            sums.invoices[year] += 1
            sums.invoiced[year] += amount - by
            sums.balances[whose] += amount - by
    kinds = {key: _tax(name, rate) for key, name, rate in read(source, "tax", "id", "name", "rate")}
    for invoice, tax, amount in read(source, "invoice_tax", "invoice_id", "tax_id", "amount"):
        year = known.get(invoice, 0)
        if year > 0 and amount and kinds.get(tax) and invoice not in changed:
            sums.taxes[kinds[tax], year] += amount
    for invoice, quantity, price in read(source, "invoice_item", "invoice_id", "quantity", "unitary_price"):
        if known.get(invoice, 0) > 0 and invoice not in changed:
            amount = (quantity * price).quantize(_CENT, ROUND_HALF_UP)
            sums.lines += amount
            sums.lines_of[invoice] += int(amount * 100)


def _payments(source: Source, accounts: set[int], gone: set[int], sums: Sums, changed: Changed) -> None:
    columns = ("id", "account_id", "date_orig", "amount")
    for number, account, when, amount in read(source, "payment", *columns):
        if account:
            _note_gone(account, accounts, gone)
        if account and amount:
            (by, whose), year = changed.get(number, (ZERO, account)), _year(when)
            sums.payments[year] += 1
            sums.paid[year] += amount - by
            sums.balances[whose] -= amount - by


def _allocations(source: Source, sums: Sums, parts: Parts) -> None:
    columns = ("id", "payment_id", "invoice_id", "amount")
    short, returned = [], set()
    for key, payment, invoice, amount in read(source, "payment_item", *columns):
        sums.allocated += amount
        here = parts.here.pop(key, None)
        if here is not None and (here[0] != (payment << 32) + invoice or here[1] > amount * 100):
            sums.strange_allocations += 1
        if amount < 0:
            returned.add(invoice)
        less = amount > 0 and (here[1] if here else 0) < amount * 100 and key not in parts.undone
        if less and (whose := parts.payments.get(payment)) and whose == parts.invoices.get(invoice):
            short.append(invoice)
    sums.strange_allocations += len(parts.here)
    # What a returned payment took back leaves its invoice open, and stands on neither side.
    sums.short_allocations = sum(invoice not in returned for invoice in short)


def _services(source: Source, places: set[int], sums: Sums, today: date) -> None:
    prices = dict(read(source, "product", "id", "price"))
    columns = (
        "id", "delivery_id", "product_id", "status", "payment_recurrence", "actif_until", "hijack", "hijack_price",
    )  # fmt: skip
    for key, place, product, status, months, until, special, price in read(source, "service", *columns):
        ends = _day(until)
        if status == 1 and place in places and product in prices and months in {1, 3, 6, 12}:
            if ends is not None and ends < today:
                continue
            sums.live[key] = Fraction(price if special == 1 else prices[product]) / months


def _people(source: Source, customers: set[int], sums: Sums) -> None:
    counts = sums.counts
    for account, text in read(source, "account_memo", "account_id", "memo"):
        counts["notes"] += account in customers and _said(text)
    for account, start in read(source, "account_suspension", "account_id", "date_start"):
        if account in customers:
            counts["suspensions" if _day(start) else "notes"] += 1
    counts["arrangements"] = sum(key in customers for (key,) in read(source, "accord_paiement", "account_id"))
    counts["methods"] += sum(key in customers for (key,) in read(source, "account_profile", "account_id"))
    counts["former_addresses"] = sum(key in customers for (key,) in read(source, "delivery_history", "account_id"))
    counts["quotations"] = source.count("soumission")
    counts["staff"] = source.count("staff")
    counts["items"] = source.count("product")
    counts["item_groups"] = source.count("product_cat")
    jobs = set()
    columns = ("id", "account_id", "date", *_FIRST, *_SECOND)
    for key, account, when, *hours in read(source, "bon_travail", *columns):
        if account in customers and _day(when) is not None:
            jobs.add(key)
            counts["hours"] += sum(tech > 0 or _said(f"{came or ''}{left or ''}") for tech, came, left in _pairs(hours))
    counts["jobs"] = len(jobs)
    for job, quantity in read(source, "bon_travail_item", "bon_id", "qte"):
        counts["job_lines"] += job in jobs and quantity > 0


def _pairs(hours: list[Any]) -> tuple[list[Any], list[Any]]:
    """Part what a work order says of its two technicians: who, from when, until when."""
    return hours[:3], hours[3:]


def _plant(source: Source, sums: Sums) -> None:
    sums.counts["drops"] = source.count("fibre")
    devices: set[str] = set()
    for key, mac in read(source, "device", "id", "mac"):
        plain = re.sub(r"[\s:.\-_/]", "", mac.lower())
        devices.add(plain if _MAC.fullmatch(plain) and plain != "0" * 12 else f"row {key}")
    sums.counts["equipment"] = len(devices)


def _note_gone(account: int, accounts: set[int], gone: set[int]) -> None:
    if account not in accounts:
        gone.add(account)


def _said(text: str | None) -> bool:
    return bool((text or "").replace("\r", "").replace("\0", "").strip(" \n\t"))


def _year(moment: int) -> int:
    day = _day(moment)
    return day.year if day else 2000


def _day(moment: int) -> date | None:
    """Return Montréal's day of a unix time; none of what no day can be made of. Milliseconds happen."""
    if moment in _NO_DAY or moment < 631152000 or 4102444800 <= moment <= 100000000000 or moment > 4102444800000:
        return None
    seconds = moment / 1000 if moment > 100000000000 else moment
    return datetime.fromtimestamp(seconds, UTC).astimezone(MONTREAL).date()


def _tax(name: str, rate: Decimal) -> str:
    if name.upper().startswith("TVQ"):
        return "QST"
    return "GST" if name.upper().startswith("TPS") and rate > 0 else ""
