"""The chart of accounts: accounts are added, named and closed; a number once used stays what it was."""

from __future__ import annotations

import datetime
from typing import Annotated, Literal

from django.db import connection
from pydantic import Field

from gigafibre.kernel.context import rule
from gigafibre.kernel.money import spoken
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.ledger.actions.posting import refuse_closed_month
from gigafibre.ledger.chart_errors import (
    AccountBalance,
    AccountClosed,
    AccountInUse,
    AccountMovesLater,
    AccountNotClosed,
    KindOfUsedAccount,
    NumberTaken,
)
from gigafibre.ledger.errors import UnknownAccount
from gigafibre.ledger.models import Account
from gigafibre.ledger.queries.chart import Moved, moved
from gigafibre.ledger.uses import role_in_words, used_by

AccountRef = Annotated[str, Field(pattern=r"^\d{3,16}$", json_schema_extra={"format": "ref:account"})]
NewNumber = Annotated[str, Field(pattern=r"^\d{3,16}$")]
Name = Annotated[str, Field(min_length=2, max_length=128)]
Kind = Literal["asset", "liability", "equity", "revenue", "expense"]
Gifi = Annotated[str, Field(pattern=r"^(\d{4})?$")]

#: What is carried on from year to year: closed at nothing.
_CARRIED = {"asset", "liability", "equity"}
# A posting on its way is let through first, and then seen.
_NO_POSTING_MEANWHILE = "LOCK TABLE ledger_journalline IN SHARE ROW EXCLUSIVE MODE"
_ACCOUNT = {"account": Text("Compte", "Account")}
_NAMED = {
    "name_fr": Text("Nom français", "French name"),
    "name_en": Text("Nom anglais", "English name"),
    "kind": Text("Genre", "Kind"),
    "gifi": Text("Code IGRF", "GIFI code"),
}


@action(
    permission="ledger.chart",
    label=Text("Ajouter un compte", "Add an account"),
    fields={"number": Text("Numéro", "Number")} | _NAMED,
)
def add_account(number: NewNumber, *, name_fr: Name, name_en: Name, kind: Kind, gifi: Gifi = "") -> str:
    """Add an account to the chart; returns its number. `gifi` is its code in the tax agency's index."""
    taken = Account.objects.filter(number=number).first()
    if taken is not None:
        raise NumberTaken(number=number, name=Text(taken.name_fr, taken.name_en))
    Account.objects.create(number=number, name_fr=name_fr, name_en=name_en, kind=kind, gifi=gifi)
    return number


@action(permission="ledger.chart", label=Text("Modifier un compte", "Change an account"), fields=_ACCOUNT | _NAMED)
def edit_account(account: AccountRef, *, name_fr: Name, name_en: Name, kind: Kind, gifi: Gifi = "") -> None:
    """Name an account otherwise, everywhere; its kind changes only before anything is booked on it."""
    found = _account(account)
    if kind != found.kind and (found.role or moved(found.pk).entries):
        raise KindOfUsedAccount(number=account)
    found.name_fr, found.name_en, found.kind, found.gifi = name_fr, name_en, kind, gifi
    found.save(update_fields=["name_fr", "name_en", "kind", "gifi"])


@action(
    permission="ledger.chart",
    label=Text("Fermer un compte", "Close an account"),
    harmful=True,
    undo="ledger.reopen_account",
    fields=_ACCOUNT | {"since": Text("À partir du", "From"), "reason": Text("Motif", "Reason")},
)
def close_account(account: AccountRef, *, since: datetime.date, reason: Reason) -> None:
    """Let nothing be booked on an account from a day of an open month on; what was booked stays."""
    refuse_closed_month(since)
    with connection.cursor() as cursor:
        cursor.execute(_NO_POSTING_MEANWHILE)
    found = _account(account)
    if found.closed_on is not None:
        raise AccountClosed(number=account, since=found.closed_on)
    seen = moved(found.pk)
    users = [role_in_words(found.role)] if found.role else [*used_by().get(account, [])]
    if seen.waiting:
        users.append(Text("{n} parts de revenus reportés", "{n} parts of deferred revenue").with_(n=seen.waiting))
    fact = Text("Rien ne s’inscrit plus au compte {number}", "Nothing is booked on account {number} any more")
    if not rule("ledger.account_not_used", "chart of accounts", fact.with_(number=account), passed=not users):
        raise AccountInUse(number=account, what=_all(users))
    _refuse_moving(found, seen, since)
    found.closed_on = since
    found.save(update_fields=["closed_on"])


@action(permission="ledger.chart", label=Text("Rouvrir un compte", "Reopen an account"), fields=_ACCOUNT)
def reopen_account(account: AccountRef) -> None:
    """Let entries be booked on a closed account again."""
    found = _account(account)
    if found.closed_on is None:
        raise AccountNotClosed(number=account)
    found.closed_on = None
    found.save(update_fields=["closed_on"])


def _refuse_moving(account: Account, seen: Moved, since: datetime.date) -> None:
    if seen.last is not None and seen.last >= since:
        raise AccountMovesLater(number=account.number, last=seen.last)
    if account.kind in _CARRIED and seen.balance:
        raise AccountBalance(number=account.number, balance=spoken(seen.balance))


def _all(words: list[Text]) -> Text:
    return Text(", ".join(one.fr for one in words), ", ".join(one.en for one in words))


def _account(number: str) -> Account:
    found = Account.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise UnknownAccount(number=number)
    return found
