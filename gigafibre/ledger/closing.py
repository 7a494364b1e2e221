"""What is looked at before a month is closed: the ledger's own items, and a place where apps above register theirs.

    @closing_item("billing.drafts", Text("Brouillons", "Drafts"), position=40)
    def no_drafts(month: Month) -> Found: ...

An item is ok, asks for attention (closing needs a reason then) or blocks. Apps above keep theirs in `closing.py`.
"""

from __future__ import annotations

import datetime
from collections.abc import Callable, Sequence
from dataclasses import dataclass
from decimal import Decimal
from importlib import import_module
from importlib.util import find_spec
from typing import Any, Literal

from django.apps import apps
from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.money import format_money, spoken
from gigafibre.kernel.periods import add_months
from gigafibre.kernel.text import Text
from gigafibre.ledger.queries import account_of, aging, closings_of, is_closed

State = Literal["ok", "attention", "blocked"]
MOST_SAID = 5


@dataclass(frozen=True)
class Month:
    """The days of a month, first and last included."""

    first: datetime.date

    @property
    def last(self) -> datetime.date:
        """The last day."""
        return add_months(self.first, 1) - datetime.timedelta(days=1)

    @property
    def days(self) -> dict[str, datetime.date]:
        """Its days as parameters of a query."""
        return {"first": self.first, "last": self.last}

    def __str__(self) -> str:
        return f"{self.first:%Y-%m}"


@dataclass(frozen=True)
class Found:
    """What an item found: its state, in words, and where to look or to mend it."""

    state: State
    said: Text
    url: str = ""


@dataclass(frozen=True)
class Item:
    """One item of the checklist."""

    code: str
    label: Text
    position: int
    find: Callable[[Month], Found]


@dataclass(frozen=True)
class Checked:
    """An item with what it found in a month."""

    code: str
    label: Text
    found: Found


_items: dict[str, Item] = {}


def closing_item(
    code: str, label: Text, *, position: int
) -> Callable[[Callable[[Month], Found]], Callable[[Month], Found]]:
    """Register something to look at before a month is closed."""

    def register(find: Callable[[Month], Found]) -> Callable[[Month], Found]:
        _items[code] = Item(code, label, position, find)
        return find

    return register


def checklist(month: Month) -> list[Checked]:
    """Compute every item for a month, in their order."""
    for config in apps.get_app_configs():
        if config.name.startswith("gigafibre.") and find_spec(f"{config.name}.closing"):
            import_module(f"{config.name}.closing")
    ordered = sorted(_items.values(), key=lambda item: (item.position, item.code))
    return [Checked(item.code, item.label, item.find(month)) for item in ordered]


def verdict(checked: list[Checked]) -> State:
    """Return the worst of some items' states."""
    states = {one.found.state for one in checked}
    return "blocked" if "blocked" in states else "attention" if "attention" in states else "ok"


def told(month: Month, language: str) -> dict[str, Any]:
    """Return a month with its checklist and its log, in one language."""
    checked = checklist(month)
    running = month.last >= clock.today()
    return {
        "month": str(month),
        "state": "closed" if is_closed(month.first) else "current" if running else "open",
        "verdict": verdict(checked),
        "items": [
            {
                "code": one.code,
                "label": one.label.in_(language),
                "state": one.found.state,
                "said": one.found.said.in_(language),
                "url": one.found.url,
            }
            for one in checked
        ],
        "log": [
            {
                "verb": done.verb,
                "at": done.at,
                "by": done.by,
                "reason": done.reason,
                "items": [
                    {"code": item["code"], "state": item["state"], "said": item[language]}
                    for item in done.checklist
                    if item["state"] != "ok"
                ],
            }
            for done in closings_of(month.first)
        ],
    }


def ok(fr: str, en: str, url: str = "", **values: object) -> Found:
    """Say that all is well."""
    return Found("ok", Text(fr, en).with_(**values), url)


def attention(fr: str, en: str, url: str = "", **values: object) -> Found:
    """Say what a person may close over, with a reason."""
    return Found("attention", Text(fr, en).with_(**values), url)


def blocked(fr: str, en: str, url: str = "", **values: object) -> Found:
    """Say what must be mended first."""
    return Found("blocked", Text(fr, en).with_(**values), url)


@closing_item("ledger.over", Text("Le mois est terminé", "The month is over"), position=10)
def _over(month: Month) -> Found:
    if month.last < clock.today():
        return ok("Terminé le {day}", "Over on {day}", day=month.last)
    return blocked("Il se termine le {day}", "It ends on {day}", day=month.last)


@closing_item("ledger.earlier", Text("Les mois d’avant sont fermés", "Earlier months are closed"), position=11)
def _earlier(month: Month) -> Found:
    rows = read(
        "SELECT DISTINCT date_trunc('month', date)::date AS open FROM ledger_journalentry WHERE date < %(first)s "
        "EXCEPT SELECT month FROM ledger_closedmonth ORDER BY 1",
        month,
    )
    if not rows:
        return ok("Aucun mois ouvert avant", "No open month before")
    return attention(
        "{n} mois encore ouverts, depuis {day}",
        "{n} months still open, since {day}",
        n=len(rows),
        day=f"{rows[0][0]:%Y-%m}",
    )


@closing_item("ledger.balanced", Text("La balance est équilibrée", "The trial balance balances"), position=20)
def _balanced(month: Month) -> Found:
    ((debit, credit),) = read(
        "SELECT coalesce(sum(debit), 0), coalesce(sum(credit), 0) FROM ledger_journalline "
        "WHERE date >= %(first)s AND date <= %(last)s",
        month,
    )
    url = f"/accounting?from={month.first}&to={month.last}"
    said = {"debit": spoken(debit), "credit": spoken(credit)}
    if debit == credit:
        return ok("{debit} au débit et au crédit", "{debit} in debit and in credit", url, **said)
    return blocked("{debit} au débit, {credit} au crédit", "{debit} in debit, {credit} in credit", url, **said)


@closing_item(
    "ledger.customers",
    Text("Comptes des clients = compte clients", "Customers’ accounts = receivable account"),
    position=21,
)
def _customers(month: Month) -> Found:
    customers = aging(month.last).totals.balance
    account = balance_on(account_of("receivable"), month)
    url = f"/accounting/aging?on={month.last}"
    said = {"customers": spoken(customers), "account": spoken(account)}
    if customers == account:
        return ok("{account} des deux côtés", "{account} on both sides", url, **said)
    return blocked(
        "{customers} aux comptes des clients, {account} au grand livre",
        "{customers} in customers’ accounts, {account} in the ledger",
        url,
        **said,
    )


@closing_item("ledger.deferred", Text("Revenus reportés = grand livre", "Deferred revenue = ledger"), position=22)
def _deferred(month: Month) -> Found:
    ((waiting,),) = read(
        "SELECT coalesce(sum(amount), 0) FROM ledger_deferredpart "
        "WHERE deferred_on <= %(last)s AND (recognised_on IS NULL OR recognised_on > %(last)s)",
        month,
    )
    account = -balance_on(account_of("deferred_revenue"), month)
    url = f"/accounting/deferred?on={month.last}"
    said = {"waiting": spoken(waiting), "account": spoken(account)}
    if waiting == account:
        return ok("{account} des deux côtés", "{account} on both sides", url, **said)
    return blocked(
        "{waiting} à constater, {account} au grand livre",
        "{waiting} to recognise, {account} in the ledger",
        url,
        **said,
    )


@closing_item(
    "ledger.recognised", Text("Le revenu du mois est constaté", "The month’s revenue is recognised"), position=23
)
def _recognised(month: Month) -> Found:
    ((waiting,),) = read(
        "SELECT coalesce(sum(amount), 0) FROM ledger_deferredpart WHERE month <= %(first)s AND deferred_on <= %(last)s "
        "AND (recognised_on IS NULL OR recognised_on > %(last)s)",
        month,
    )
    url = f"/accounting/deferred?on={month.last}"
    if not waiting:
        return ok("Rien n’attend", "Nothing waits", url)
    return attention("{amount} à constater", "{amount} to recognise", url, amount=spoken(waiting))


@closing_item("ledger.suspense", Text("Le compte d’attente est à zéro", "The suspense account is empty"), position=30)
def _suspense(month: Month) -> Found:
    return _empty(month, ["suspense"])


@closing_item(
    "ledger.clearing",
    Text("Les encaissements sont rapprochés de la banque", "Money received is reconciled with the bank"),
    position=31,
)
def _clearing(month: Month) -> Found:
    return _empty(month, ["clearing.cash", "clearing.card", "clearing.pad", "clearing.cheque", "clearing.transfer"])


def _empty(month: Month, roles: list[str]) -> Found:
    """Accounts that hold nothing at the end of a month; the first that does is where to look."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT a.number, sum(l.debit - l.credit) AS amount FROM ledger_account a "
            "JOIN ledger_journalline l ON l.account_id = a.id AND l.date <= %s "
            "WHERE a.role = ANY(%s) GROUP BY a.number HAVING sum(l.debit - l.credit) <> 0 ORDER BY 1",
            [month.last, roles],
        )
        rows = cursor.fetchall()
    if not rows:
        return ok("Solde nul", "Balance of nothing")
    said = balances(rows[:MOST_SAID])
    url = f"/accounting/general-ledger?account={rows[0][0]}&from={month.first}&to={month.last}"
    return attention("Soldes : {what}", "Balances: {what}", url, what=said)


def balances(rows: Sequence[tuple[str, Decimal]]) -> Text:
    """Say several accounts with what stands on each."""
    french = ", ".join(f"{number} : {format_money(amount, 'fr')}" for number, amount in rows)
    return Text(french, ", ".join(f"{number}: {format_money(amount, 'en')}" for number, amount in rows))


def balance_on(account: str, month: Month) -> Decimal:
    """Return an account's balance at the end of a month, debit less credit."""
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT coalesce(sum(l.debit - l.credit), 0) FROM ledger_journalline l "
            "JOIN ledger_account a ON a.id = l.account_id WHERE a.number = %s AND l.date <= %s",
            [account, month.last],
        )
        amount: Decimal = cursor.fetchone()[0]
        return amount


def read(query: str, month: Month) -> list[tuple[Any, ...]]:
    """Run a query with the month's `first` and `last` day; return its rows."""
    with connection.cursor() as cursor:
        cursor.execute(query, month.days)
        return list(cursor.fetchall())
