"""Whether everything adds up: the ledger's own checks, and a place where apps above register theirs.

    @check("billing.numbers", Text("Factures sans trou", "No gap in invoice numbers"))
    def no_gap() -> list[Text]: ...

Each returns one sentence per thing found wrong, none when all is well. `gigafibre ledger_check` runs them all, from
every app's `checks.py`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from django.db import connection

from gigafibre.kernel.text import Text

SHOWN = 20


@dataclass(frozen=True)
class Check:
    """One thing that must hold."""

    code: str
    label: Text
    find: Callable[[], list[Text]]


@dataclass(frozen=True)
class Result:
    """A check that ran, and what it found wrong."""

    code: str
    label: Text
    wrong: list[Text]


_checks: dict[str, Check] = {}


def check(code: str, label: Text) -> Callable[[Callable[[], list[Text]]], Callable[[], list[Text]]]:
    """Register something that must hold."""

    def register(find: Callable[[], list[Text]]) -> Callable[[], list[Text]]:
        _checks[code] = Check(code, label, find)
        return find

    return register


def run_all() -> list[Result]:
    """Run every app's checks, by code."""
    for config in apps.get_app_configs():
        if config.name.startswith("gigafibre.") and find_spec(f"{config.name}.checks"):
            import_module(f"{config.name}.checks")
    return [Result(code, one.label, one.find()) for code, one in sorted(_checks.items())]


def found(query: str, words: Text) -> list[Text]:
    """Run a query of what is wrong and say each row with `words`, whose places are its columns; at most twenty rows."""
    with connection.cursor() as cursor:
        cursor.execute(query)
        names = [column.name for column in cursor.description]
        rows = cursor.fetchmany(SHOWN)
    return [words.with_(**{name: _written(value) for name, value in zip(names, row, strict=True)}) for row in rows]


def _written(value: object) -> object:
    return f"{value:.2f}" if isinstance(value, Decimal) else value


@check("ledger.entries_balance", Text("Écritures équilibrées", "Entries balance"))
def _entries_balance() -> list[Text]:
    return found(
        "SELECT e.id, e.document, coalesce(sum(l.debit), 0) AS debit, coalesce(sum(l.credit), 0) AS credit "
        "FROM ledger_journalentry e LEFT JOIN ledger_journalline l ON l.entry_id = e.id GROUP BY e.id "
        "HAVING coalesce(sum(l.debit), 0) <> coalesce(sum(l.credit), 0) OR count(l.id) < 2 ORDER BY e.id",
        Text(
            "Écriture {id} ({document}) : {debit} au débit, {credit} au crédit",
            "Entry {id} ({document}): {debit} in debit, {credit} in credit",
        ),
    )


@check("ledger.lines_have_their_entrys_day", Text("Lignes au jour de leur écriture", "Lines on their entry’s day"))
def _lines_dated() -> list[Text]:
    return found(
        "SELECT e.id, e.document FROM ledger_journalentry e JOIN ledger_journalline l ON l.entry_id = e.id "
        "WHERE l.date <> e.date GROUP BY e.id ORDER BY e.id",
        Text(
            "Écriture {id} ({document}) : une ligne d’un autre jour", "Entry {id} ({document}): a line of another day"
        ),
    )


@check("ledger.customers_agree", Text("Auxiliaire = grand livre, par client", "Sub-ledger = ledger, per customer"))
def _customers_agree() -> list[Text]:
    return found(
        "SELECT coalesce(i.customer_id, l.customer_id) AS customer, coalesce(i.amount, 0) AS open, "
        "coalesce(l.amount, 0) AS ledger "
        "FROM (SELECT customer_id, sum(CASE side WHEN 'debit' THEN open ELSE -open END) AS amount "
        "      FROM ledger_openitem GROUP BY customer_id) i "
        "FULL JOIN (SELECT l.customer_id, sum(l.debit - l.credit) AS amount "
        "           FROM ledger_journalline l JOIN ledger_account a ON a.id = l.account_id "
        "           WHERE a.role = 'receivable' GROUP BY l.customer_id) l ON l.customer_id = i.customer_id "
        "WHERE coalesce(i.amount, 0) <> coalesce(l.amount, 0) ORDER BY 1",
        Text(
            "Client (id {customer}) : {open} en documents ouverts, {ledger} au grand livre",
            "Customer (id {customer}): {open} in open documents, {ledger} in the ledger",
        ),
    )


@check("ledger.receivable_agrees", Text("Auxiliaire = grand livre, au total", "Sub-ledger = ledger, in total"))
def _receivable_agrees() -> list[Text]:
    return found(
        "SELECT * FROM (SELECT "
        "(SELECT coalesce(sum(CASE side WHEN 'debit' THEN open ELSE -open END), 0) FROM ledger_openitem) AS open, "
        "(SELECT coalesce(sum(l.debit - l.credit), 0) FROM ledger_journalline l "
        " JOIN ledger_account a ON a.id = l.account_id WHERE a.role = 'receivable') AS ledger) s WHERE open <> ledger",
        Text(
            "Documents ouverts {open}, compte clients {ledger}",
            "Open documents {open}, receivable account {ledger}",
        ),
    )


@check("ledger.open_is_what_is_left", Text("Ouvert = montant − imputations", "Open = amount − allocations"))
def _open_is_left() -> list[Text]:
    return found(
        # Amounts less what is open less what was applied, added up once: nothing must be left of any item.
        "SELECT i.kind, i.number, i.amount, i.open, i.amount - i.open - x.rest AS applied FROM ("
        "SELECT item, sum(rest) AS rest FROM (SELECT id AS item, amount - open AS rest, open FROM ledger_openitem "
        "UNION ALL SELECT credit_id, -amount, NULL FROM ledger_allocation WHERE undone_on IS NULL "
        "UNION ALL SELECT debit_id, -amount, NULL FROM ledger_allocation WHERE undone_on IS NULL) s "
        "GROUP BY item HAVING sum(rest) <> 0 OR min(open) < 0) x JOIN ledger_openitem i ON i.id = x.item ORDER BY i.id",
        Text(
            "{kind} {number} : montant {amount}, imputé {applied}, ouvert {open}",
            "{kind} {number}: amount {amount}, applied {applied}, open {open}",
        ),
    )


@check("ledger.allocations_join", Text("Imputations d’un même client", "Allocations of one customer"))
def _allocations_join() -> list[Text]:
    return found(
        # Each side is looked up among the documents of its side only: who isn't there is on the wrong one.
        "SELECT a.id, (SELECT number FROM ledger_openitem WHERE id = a.credit_id) AS credit, "
        "(SELECT number FROM ledger_openitem WHERE id = a.debit_id) AS debit FROM ledger_allocation a "
        "LEFT JOIN (SELECT * FROM ledger_openitem WHERE side = 'credit') c ON c.id = a.credit_id "
        "LEFT JOIN (SELECT * FROM ledger_openitem WHERE side = 'debit') d ON d.id = a.debit_id "
        "WHERE c.id IS NULL OR d.id IS NULL OR c.customer_id <> d.customer_id OR a.date < greatest(c.date, d.date) "
        "ORDER BY a.id",
        Text("Imputation {id} : {credit} sur {debit}", "Allocation {id}: {credit} on {debit}"),
    )


@check("ledger.trial_balance", Text("Balance de vérification", "Trial balance"))
def _trial_balance() -> list[Text]:
    return found(
        "SELECT debit, credit FROM (SELECT coalesce(sum(debit), 0) AS debit, coalesce(sum(credit), 0) AS credit "
        "FROM ledger_journalline) s WHERE debit <> credit",
        Text("{debit} au débit, {credit} au crédit", "{debit} in debit, {credit} in credit"),
    )


@check("ledger.deferred_agrees", Text("Revenus reportés = grand livre", "Deferred revenue = ledger"))
def _deferred() -> list[Text]:
    return found(
        "SELECT * FROM (SELECT "
        "(SELECT coalesce(sum(amount), 0) FROM ledger_deferredpart WHERE recognised_on IS NULL) AS waiting, "
        "(SELECT coalesce(sum(l.credit - l.debit), 0) FROM ledger_journalline l "
        " JOIN ledger_account a ON a.id = l.account_id WHERE a.role = 'deferred_revenue') AS ledger) s "
        "WHERE waiting <> ledger",
        Text("{waiting} à constater, {ledger} au compte", "{waiting} to recognise, {ledger} in the account"),
    )
