"""A second opinion on an import: every sum recomputed from both databases, by other means than the importer's.

The source is read row by row and added up in Python (`verify_source`); what stands here is asked of the tables of the
platform. Of the importer's own words only what it listed is taken: what it cut, what changed after it came, what is
gone from the source.
"""

from __future__ import annotations

from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import datetime, time, timedelta
from decimal import Decimal
from fractions import Fraction
from functools import cache
from typing import Any

from django.db import connection
from psycopg import sql

from gigafibre.legacy.scripts import statements
from gigafibre.legacy.source import Source
from gigafibre.legacy.staged import SCHEMA
from gigafibre.legacy.verify_source import MONTREAL, ZERO, Parts, Sums, read, sums_of
from gigafibre.legacy.verify_traffic import traffic
from gigafibre.legacy.waiting import WAITING

JOURNAL = "compta_journal_ecriture"
_JOBS = "SELECT legacy_id FROM dispatch_job JOIN legacy_legacyrow USING (legacy_id) WHERE target = 'dispatch_job'"
_CONTACTS = "SELECT split_part(legacy_key, ':', 2)::int AS legacy_id FROM crm_contact WHERE legacy_key LIKE 'account:%'"
#: Rows that must stand here: name, table (or another choice of its rows), and the legacy table they are listed under.
COUNTS = (
    ("customers", "crm_customer", "", "account"),
    ("locations", "crm_location", "", "delivery"),
    ("notes", "kernel_note", "", "account_memo"),
    ("equipment", "network_equipment", "", "device"),
    ("drops", "network_drop", "", "fibre"),
    ("jobs", "dispatch_job", f"({_JOBS}) j", "bon_travail"),
    ("quotations", "sales_quotation", "", "soumission"),
    ("methods", "payments_paymentmethod", "", "account"),
    ("arrangements", "collections_paymentarrangement", "", "accord_paiement"),
    ("suspensions", "collections_suspension", "", "account_suspension"),
    ("contacts", "crm_contact", f"({_CONTACTS}) c", "account"),
    ("former_addresses", "crm_formeraddress", "", "delivery_history"),
    ("staff", "identity_user", "", "staff"),
    ("items", "catalog_item", "", "product"),
    ("item_groups", "catalog_itemgroup", "", "product_cat"),
    ("hours", "dispatch_timeentry", "", "bon_travail"),
    ("job_lines", "dispatch_jobline", "", "bon_travail_item"),
)


@dataclass(frozen=True)
class Check:
    """One sum: what the source says, what stands here."""

    name: str
    source: Decimal
    here: Decimal

    @property
    def holds(self) -> bool:
        """Whether both say the same, to the cent."""
        return self.source == self.here


def verify(source: Source) -> list[Check]:
    """Return every check; an import is good when all of them hold."""
    changed: dict[str, dict[int, tuple[Decimal, int]]] = {"invoice": {}, "payment": {}}
    for table, key, amount, account in _rows("changed"):
        changed[table][key] = (amount or ZERO, account)
    gone: dict[str, list[Any]] = {"invoice": [], "payment": []}
    for table, key in _rows("gone"):
        gone[table].append(key)
    gone["numbers"] = [str(key) for key in gone["invoice"]] + [f"PAY-L{key}" for key in gone["payment"]]
    sums = sums_of(source, changed, _parts())
    gone["invoice"] += sums.drafts
    as_came = {"changed": [*changed["invoice"], *gone["invoice"]]}
    taxes = {(tax, year): amount for tax, year, amount in _rows("taxes", as_came)}
    lines = dict(_rows("invoice_lines", as_came))
    sums_apart = sum(sums.lines_of.get(key, 0) != lines.get(key, 0) for key in sums.lines_of.keys() | lines.keys())
    checks = [
        *_counts(sums),
        *_by_year("invoices", sums.invoices, gone),
        *_by_year("invoiced", sums.invoiced, gone),
        Check("invoice_lines", sums.lines, Decimal(sum(lines.values())) / 100),
        Check("invoices_whose_lines_differ", ZERO, Decimal(sums_apart)),
        *_by_year("payments", sums.payments, gone),
        *_by_year("paid", sums.paid, gone),
        *(
            Check(f"{tax} {year}", sums.taxes.get((tax, year), ZERO), taxes.get((tax, year), ZERO))
            for tax, year in sorted(set(sums.taxes) | set(taxes))
        ),
        Check("allocated", sums.allocated, _one("allocated")),
        Check("allocations_not_as_in_source", ZERO, Decimal(sums.strange_allocations)),
        Check("allocations_short_of_open_ones", ZERO, Decimal(sums.short_allocations)),
        Check("owed", sum(sums.balances.values(), ZERO), _one("owed", gone)),
        Check("receivable_account", _one("open"), _one("receivable")),
        *_live(sums),
    ]
    balances = dict(_rows("balances", gone))
    there = _together(sums.balances, dict(_rows("merged")))
    apart = [
        account for account in set(there) | set(balances) if there.get(account, ZERO) != balances.get(account, ZERO)
    ]
    checks.append(Check("customers_whose_balance_differs", ZERO, Decimal(len(apart))))
    checks += [Check(name, there, kept) for name, there, kept in traffic(source)]
    checks += _opening(source)
    return checks + _staged(source)


def _together(balances: Mapping[int, Decimal], merged: Mapping[int, int]) -> dict[int, Decimal]:
    """Add up the accounts of the source that are one customer here."""
    together: dict[int, Decimal] = {}
    for account, amount in balances.items():
        one = merged.get(account, account)
        together[one] = together.get(one, ZERO) + amount
    return together


def _parts() -> Parts:
    """Return what of allocations stands here."""
    parts = Parts(
        {key: (pair, cents) for key, pair, cents in _rows("parts")}, {key for (key,) in _rows("undone")}, {}, {}
    )
    for side, number, customer in _rows("open_items"):
        (parts.payments if side == "credit" else parts.invoices)[number] = customer
    return parts


def _live(sums: Sums) -> Iterator[Check]:
    """Yield how many services are live and what they cost a month, but those that are listed as otherwise."""
    here = {key: Fraction(amount) / months for key, amount, months in _rows("live")}
    for (key,) in _rows("otherwise"):
        sums.live.pop(key, None)
        here.pop(key, None)
    yield Check("live_subscriptions", Decimal(len(sums.live)), Decimal(len(here)))
    there, ours = (sum(live.values(), Fraction(0)) for live in (sums.live, here))
    yield Check("live_monthly_value", _rounded(there), _rounded(ours))


def _counts(sums: Sums) -> Iterator[Check]:
    """Yield rows that must stand: those here, less what is gone from the source, and what was deleted here since."""
    for name, table, rows, listed in COUNTS:
        [(here,)] = _selected(
            sql.SQL(
                "WITH ours AS (SELECT legacy_id FROM {rows} WHERE legacy_id IS NOT NULL) "
                "SELECT (SELECT count(*) FROM ours) "
                "+ (SELECT count(*) FROM legacy_legacyrow m WHERE m.target = {name} "
                "   AND NOT EXISTS (SELECT FROM ours t WHERE t.legacy_id = m.legacy_id)) "
                "- (SELECT count(*) FROM legacy_importfinding f WHERE f.run_id = ({last}) "
                "   AND f.code = 'gone_from_source' AND f.field = {name}) "
                "+ (SELECT count(*) FROM legacy_importfinding f WHERE f.run_id = ({last}) "
                "   AND f.code = 'suspended_here' AND f.\"table\" = {listed})"
            ).format(
                rows=sql.SQL(rows or table),
                name=sql.Literal(table),
                listed=sql.Literal(listed),
                last=sql.SQL(LAST_RUN),
            )
        )
        yield Check(name, Decimal(sums.counts[name]), Decimal(here))


def _by_year(name: str, there: Mapping[int, int | Decimal], gone: Mapping[str, Any]) -> Iterator[Check]:
    here = dict(_rows(name, gone))
    for year in sorted(set(there) | set(here)):
        yield Check(f"{name} {year}", Decimal(there.get(year, 0)), Decimal(here.get(year, 0)))


def _opening(source: Source) -> Iterator[Check]:
    """Yield what each account opened with; a source without a journal, or one that was not read, says nothing of it."""
    [(cut,)] = _rows("cut")
    [(stands,)] = _selected(sql.SQL("SELECT to_regclass({})").format(sql.Literal(f"{SCHEMA}.{JOURNAL}")))
    if cut is None or not stands or JOURNAL not in source.tables():
        return
    ends = datetime.combine(cut + timedelta(days=1), time(), MONTREAL).timestamp()
    there = dict.fromkeys((key for key, _, _ in _rows("opening")), ZERO)
    for moment, account, debit, credit in read(source, JOURNAL, "date", "compta_id", "debit", "credit"):
        if account in there and moment < ends:
            there[account] += debit - credit
    for key, number, amount in _rows("opening"):
        if there[key] or amount:
            yield Check(f"opening {number}", there[key], amount)


def _staged(source: Source) -> list[Check]:
    """Check the tables that wait for their app: rows in the source = rows kept; those a part did not read are left."""
    checks = []
    there = set(source.tables())
    for name in WAITING:
        [(stands,)] = _selected(sql.SQL("SELECT to_regclass({})").format(sql.Literal(f"{SCHEMA}.{name}")))
        if stands and name in there:
            [(here,)] = _selected(sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(SCHEMA, name)))
            checks.append(Check(f"kept {name}", Decimal(source.count(name)), Decimal(here)))
    return checks


def _rounded(value: Fraction) -> Decimal:
    """Return an exact amount to the cent, halves up."""
    return Decimal(int(value * 100 + Fraction(1, 2))) / 100


def _one(name: str, values: Mapping[str, Any] | None = None) -> Decimal:
    [(value,)] = _rows(name, values)
    return Decimal(value)


def _rows(name: str, values: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
    """Yield the rows of a query of `sql/verify.sql`."""
    return _selected(_queries()[name], values or {})


def _selected(query: str | sql.Composed, values: Mapping[str, Any] | None = None) -> Iterator[tuple[Any, ...]]:
    with connection.cursor() as cursor:
        cursor.execute(query, values)
        while part := cursor.fetchmany(5_000):
            yield from part


@cache
def _queries() -> dict[str, str]:
    return {part.split()[2]: part.partition("\n")[2] for part in statements("verify")}


LAST_RUN = "SELECT max(id) FROM legacy_importrun WHERE state = 'done' AND NOT dry_run"
