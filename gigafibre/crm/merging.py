"""What follows a customer who turns out to be another one: each app says it of its own tables, in its `merges.py`.

goes_along("subscriptions_subscription", what=Text("abonnements", "subscriptions"))
stays("billing_runitem", because="it is what a run of then did with the customer of then")

@merge_waits_for(Text("facturation en cours", "billing run under way"))
def billed_now(former: int, survivor: int) -> list[str]: ...

@before_merge
def one_autopay(former: int, survivor: int) -> None: ...

A column that names a customer and is told of nowhere breaks a test of `config`.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from django.db import connection
from psycopg import sql

from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.succession import following
from gigafibre.kernel.text import Text

#: What others write meanwhile is looked for again; more than this and they are too many.
PASSES = 4

Holding = Callable[[int, int], list[str]]
Doing = Callable[[int, int], None]


@dataclass(frozen=True)
class Along:
    """Rows of a table that follow; `unless` says of which (`t`) they don’t, `also` what is set beside the column."""

    table: str
    column: str
    what: Text | None
    unless: str
    also: str


_along: dict[tuple[str, str], Along] = {}
_stays: dict[tuple[str, str], str] = {}
_waits: dict[str, tuple[Text, Holding]] = {}
_before: dict[str, Doing] = {}


def goes_along(
    table: str, column: str = "customer_id", *, what: Text | None = None, unless: str = "", also: str = ""
) -> None:
    """Let a table’s rows follow. `what` counts them for people; SQL in `unless` and `also` has `t` and %(survivor)s."""
    _along[table, column] = Along(table, column, what, unless, also)


def stays(table: str, column: str = "customer_id", *, because: str) -> None:
    """Say that a table’s rows stay with the former customer, and why."""
    _stays[table, column] = because


def merge_waits_for(what: Text) -> Callable[[Holding], Holding]:
    """Register what keeps two customers (keys: former, survivor) apart: numbers or words of it, or none."""

    def register(find: Holding) -> Holding:
        _waits[f"{find.__module__}.{find.__name__}"] = (what, find)
        return find

    return register


def before_merge(make_ready: Doing) -> Doing:
    """Register what an app settles of two customers (keys: former, survivor) before the one’s rows follow."""
    _before[f"{make_ready.__module__}.{make_ready.__name__}"] = make_ready
    return make_ready


def treated() -> dict[tuple[str, str], str]:
    """Return every column that is told of, with why it stays; the empty text where it goes along."""
    return dict.fromkeys(_along, "") | _stays


def held_apart(former: int, survivor: int) -> list[tuple[Text, list[str]]]:
    """Return what keeps two customers apart, each kind with its numbers."""
    found = [(what, find(former, survivor)) for _, (what, find) in sorted(_waits.items())]
    return [(what, numbers) for what, numbers in found if numbers]


def make_ready(former: int, survivor: int) -> None:
    """Let every app settle what two customers can’t both have."""
    for _, settle in sorted(_before.items()):
        settle(former, survivor)


def follow(former: int, survivor: int) -> list[tuple[Text, int]]:
    """Let all that is a former customer’s follow, table by table, until nothing is left; returns what, and how many.

    Whoever held a row is waited for; what he wrote meanwhile is found by the next pass.
    """
    counts: dict[tuple[str, str], int] = dict.fromkeys(_along, 0)
    with following(), connection.cursor() as cursor:
        for _ in range(PASSES):
            moved = 0
            for key, along in sorted(_along.items()):
                cursor.execute(_statement(along), {"former": former, "survivor": survivor})
                counts[key] += cursor.rowcount
                moved += cursor.rowcount
            if not moved:
                break
    said = [(_along[key].what, count) for key, count in counts.items() if count]
    return [(what, count) for what, count in said if what is not None]


def _statement(along: Along) -> Prepared:
    made = sql.SQL("UPDATE {table} t SET {column} = %(survivor)s{also} WHERE t.{column} = %(former)s{unless}").format(
        table=sql.Identifier(along.table),
        column=sql.Identifier(along.column),
        also=sql.SQL(along.also and ", ") + sql.SQL(along.also),
        unless=sql.SQL(f" AND NOT ({along.unless})" if along.unless else ""),
    )
    return Prepared(made.as_string())
