"""What notes and files hang on: a record named `kind:number` (`customer:C-4217`), in the registry of tables.

An app says beside its table's words (`describe`) which right reads one of its records; by that the table is a kind:

    describe("crm_customer", Text("Client", "Customer"), number="number", reads="crm.read", …)
"""

from __future__ import annotations

from typing import Annotated

from django.db import connection
from psycopg import sql
from pydantic import Field

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.describe import Table, all_described
from gigafibre.kernel.errors import Forbidden, NotFound, Refusal
from gigafibre.kernel.text import Text

#: A record that something hangs on, as `customer:C-4217`; an article's SKU may have spaces inside, as former ones do.
Subject = Annotated[str, Field(pattern=r"^[a-z_]+:\S+( +\S+)*$", max_length=80)]


class UnknownSubject(Refusal):
    """Nothing hangs on records of that kind."""

    code, status = "unknown_subject", 422
    text = Text(
        "« {subject} » ne nomme pas une fiche. Écrivez son genre et son numéro, comme customer:C-4217 ; "
        "les genres sont {kinds}.",
        "“{subject}” names no record. Write its kind and its number, such as customer:C-4217; the kinds are {kinds}.",
    )


def subject_kinds() -> dict[str, Table]:
    """Return the tables whose records can be named, by kind: `customer` for `crm_customer`."""
    return {table.name.partition("_")[2]: table for table in all_described().values() if table.reads and table.number}


def refuse_unreadable(subject: str, actor: Actor, *, drafts: bool = False) -> None:
    """Refuse unless a record exists and an actor may read it.

    With `drafts` it may be one without a number yet, called by its key (`invoice:DRAFT-12`): what lasts longer than its
    draft must not hang on that name.

    Raises UnknownSubject for another kind, Forbidden without the right to read one, NotFound when there is none.
    """
    kind, _, number = subject.partition(":")
    kinds = subject_kinds()
    table = kinds.get(kind)
    if table is None or table.number is None or not number:
        raise UnknownSubject(subject=subject[:80], kinds=", ".join(sorted(kinds)))
    if not actor.may(table.reads):
        raise Forbidden(permission=table.reads)
    column: str = table.number
    asked: str | int = number
    key = number.removeprefix(table.draft)
    if drafts and key != number and key.isdecimal():
        column, asked = "id", int(key)
    query = sql.SQL("SELECT 1 FROM {} WHERE {} = %s").format(sql.Identifier(table.name), sql.Identifier(column))
    with connection.cursor() as cursor:
        cursor.execute(query, [asked])
        if cursor.fetchone() is None:
            raise NotFound(what=subject[:80])


def reads_of(subject: str) -> str | None:
    """Return the right that reads a record that something hangs on; None for a kind that nobody may read."""
    table = subject_kinds().get(subject.partition(":")[0])
    return table.reads if table else None
