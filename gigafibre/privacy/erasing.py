"""Making a customer nobody: what hinders it, what goes and what the law keeps, and the act itself, for good."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any

from django.db import connection, models

from gigafibre.kernel import clock, files
from gigafibre.kernel.held import Held, all_held
from gigafibre.kernel.text import Text
from gigafibre.privacy.finding import (
    Person,
    fields_of,
    file_columns,
    files_of,
    is_personal,
    person,
    trail_condition,
    where,
)

#: After so long without an import the former system is no longer in use.
IMPORTS_GO_ON = timedelta(days=30)
#: What stands against it: its words, and how many of each there are.
_HINDRANCES: list[tuple[Text, str]] = [
    (
        Text("{n} service(s) en cours", "{n} running service(s)"),
        "SELECT count(*) FROM subscriptions_subscription WHERE customer_id = %(customer)s AND state <> 'cancelled'",
    ),
    (
        Text("{n} poste(s) ouvert(s) au compte", "{n} open item(s) in the account"),
        "SELECT count(*) FROM ledger_openitem WHERE customer_id = %(customer)s AND open <> 0",
    ),
    (
        Text("{n} facture(s) en brouillon", "{n} draft invoice(s)"),
        "SELECT count(*) FROM billing_invoice WHERE customer_id = %(customer)s AND state = 'draft'",
    ),
    (
        Text("{n} frais à facturer", "{n} charge(s) to bill"),
        "SELECT count(*) FROM billing_pendingcharge WHERE customer_id = %(customer)s AND line_id IS NULL "
        "AND withdrawn_at IS NULL",
    ),
    (
        Text("{n} billet(s) ou différend(s) ouvert(s)", "{n} open issue(s) or dispute(s)"),
        "SELECT count(*) FROM support_issue WHERE customer_id = %(customer)s AND status NOT IN ('resolved', 'closed')",
    ),
    (
        Text("{n} intervention(s) à faire", "{n} job(s) to do"),
        "SELECT count(*) FROM dispatch_job WHERE customer_id = %(customer)s "
        "AND status NOT IN ('completed', 'incomplete', 'cancelled')",
    ),
    (
        Text("{n} entente(s) en cours", "{n} running arrangement(s)"),
        "SELECT count(*) FROM collections_paymentarrangement WHERE customer_id = %(customer)s AND closed_at IS NULL",
    ),
    (
        Text("{n} contrat(s) ou soumission(s) à décider", "{n} contract(s) or quotation(s) to decide"),
        "SELECT (SELECT count(*) FROM sales_contract WHERE customer_id = %(customer)s AND status IN ('draft', 'sent'))"
        " + (SELECT count(*) FROM sales_quotation WHERE customer_id = %(customer)s AND status IN ('draft', 'sent'))",
    ),
    (
        Text("{n} client(s) facturé(s) à son compte", "{n} customer(s) billed to this account"),
        "SELECT count(*) FROM crm_customer WHERE parent_id = %(customer)s",
    ),
    (
        Text("{n} travail(aux) en attente d’une suite", "{n} piece(s) of work still under way"),
        "SELECT (SELECT count(*) FROM kernel_delivery WHERE subject = ANY(%(subjects)s) "
        "AND state IN ('pending', 'parked')) + (SELECT count(*) FROM kernel_intent WHERE subject = ANY(%(subjects)s) "
        "AND state NOT IN ('done', 'skipped'))",
    ),
    (
        Text("{n} message(s) à envoyer", "{n} message(s) to send"),
        "SELECT count(*) FROM messaging_message WHERE customer_id = %(customer)s AND state IN ('queued', 'sending')",
    ),
    (
        Text(
            "{n} importation(s) de l’ancien système depuis trente jours, dont la prochaine le ramènerait",
            "{n} import(s) of the former system within thirty days, the next of which would bring it back",
        ),
        "SELECT count(*) FROM legacy_importrun WHERE started_at > %(lately)s AND NOT dry_run AND EXISTS "
        "(SELECT 1 FROM crm_customer WHERE id = %(customer)s AND legacy_id IS NOT NULL)",
    ),
    (
        Text("{n} demande(s) de vie privée à répondre", "{n} privacy request(s) to answer"),
        "SELECT count(*) FROM privacy_request WHERE customer_id = %(customer)s AND status = 'open' "
        "AND id IS DISTINCT FROM %(asked)s",
    ),
    (
        Text("une conservation pour litige ({n})", "a hold for a dispute ({n})"),
        "SELECT count(*) FROM privacy_hold WHERE customer_id = %(customer)s AND lifted_at IS NULL",
    ),
]
#: The trail keeps who, what and when, and by these keys of whom; the values go.
_TRAIL = """
UPDATE kernel_audit t SET before = privacy_bare(t.before), after = privacy_bare(t.after) WHERE {condition}
"""
#: Idempotent answers and inputs of what was done to him alone.
_RUNS = """
UPDATE kernel_actionrun r SET input = '{{}}', result = NULL, reason = '' WHERE
  (jsonb_typeof(r.input) = 'object' AND EXISTS (
     SELECT 1 FROM jsonb_each_text(r.input) e WHERE e.value = ANY(%(numbers)s))
   OR jsonb_typeof(r.result) = 'string' AND r.result #>> '{{}}' = ANY(%(numbers)s)
   OR r.id IN (SELECT t.run FROM kernel_audit t WHERE t.run IS NOT NULL AND {condition}))
  AND NOT EXISTS (SELECT 1 FROM kernel_audit o WHERE o.run = r.id
    AND coalesce(o.after ->> 'customer_id', o.before ->> 'customer_id') <> %(customer)s::text)
  AND r.name <> 'privacy.anonymise_customer'
"""


@dataclass(frozen=True)
class Fate:
    """What becomes of one table's rows: how many, whether they go, which columns become empty, why the rest stays."""

    table: str
    label: Text
    rows: int
    goes: bool
    emptied: list[str]
    because: Text | None


def hindrances(who: Person, asked: int | None = None) -> list[Text]:
    """Return what stands against making a customer nobody; the request by which he asks for it (its key) does not."""
    found, more = [], {"lately": clock.now() - IMPORTS_GO_ON, "asked": asked}
    with connection.cursor() as cursor:
        for words, query in _HINDRANCES:
            cursor.execute(query, who.given | more)
            if count := cursor.fetchone()[0]:
                found.append(words.with_(n=count))
    return found


def fates(number: str) -> list[Fate]:
    """Return what would become of each table that holds something of a customer."""
    who = person(number)
    found = []
    with connection.cursor() as cursor:
        for held in all_held().values():
            cursor.execute(f'SELECT count(*) FROM "{held.table}" t WHERE {where(held)}', who.given)  # noqa: S608
            if rows := cursor.fetchone()[0]:
                columns = fields_of(held.table)
                emptied = [] if held.goes else [column for column in columns if is_personal(held, column)]
                found.append(Fate(held.table, held.label, rows, held.goes, emptied, held.because))
    return found


def erase(number: str) -> None:
    """Make a customer nobody, for good; in the transaction that has written its Erasure.

    Rows that go are removed last, since others are found through them. Bytes of files go after the commit.
    """
    who = person(number)
    papers = files_of(who)
    tables = list(all_held().values())
    with connection.cursor() as cursor:
        cursor.execute("SET LOCAL ROLE gigafibre_eraser")
        try:
            condition = trail_condition()
            cursor.execute(_RUNS.format(condition=condition), who.given)
            cursor.execute(_TRAIL.format(condition=condition), who.given)
            keys = {held.table: _keys(cursor, held, who) for held in tables}
            for held in tables:
                if not held.goes:
                    _empty(cursor, held, keys[held.table])
            for held in tables:
                if held.goes and keys[held.table]:
                    query = f'DELETE FROM "{held.table}" WHERE id = ANY(%s)'  # noqa: S608  names of ours
                    cursor.execute(query, [keys[held.table]])
            # What is deferred speaks here, behind the same door.
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")
        finally:
            if not connection.needs_rollback:
                cursor.execute("RESET ROLE; SET CONSTRAINTS ALL DEFERRED")
    _forget(papers)


def _keys(cursor: Any, held: Held, who: Person) -> list[Any]:
    cursor.execute(f'SELECT t.id FROM "{held.table}" t WHERE {where(held)}', who.given)  # noqa: S608  names of ours
    return [key for (key,) in cursor.fetchall()]


def _empty(cursor: Any, held: Held, keys: list[Any]) -> None:
    """Make every personal column of rows empty, and let them name no file."""
    values: dict[str, Any] = {
        column: _nothing(held, column) for column in fields_of(held.table) if is_personal(held, column)
    }
    values |= dict.fromkeys(file_columns(held.table))
    if not values or not keys:
        return
    into = ", ".join(_setting(held, column) for column in values)
    cursor.execute(
        f'UPDATE "{held.table}" SET {into} WHERE id = ANY(%s)',  # noqa: S608  names of ours
        [*values.values(), keys],
    )


def _setting(held: Held, column: str) -> str:
    """Words in place of others: what was empty stays so, as rules on several columns want it."""
    new = f"CASE WHEN \"{column}\" = '' THEN '' ELSE %s END" if column in held.instead else "%s"
    return f'"{column}" = {new}'


def _nothing(held: Held, column: str) -> Any:
    field = fields_of(held.table)[column]
    if column in held.instead:
        return held.instead[column]
    if field.null:
        return None
    if isinstance(field, models.JSONField):
        return "[]" if field.default is list else "{}"
    return [] if field.get_internal_type() == "ArrayField" else ""


def _forget(papers: set[Any]) -> None:
    """Drop stored files that nothing names any more."""
    for file in files.of_keys(papers):
        if not files.is_named(file):
            files.drop(file)
