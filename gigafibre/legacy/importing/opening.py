"""Opening balances: what each account of the source's journal held at the cut, and the months it had closed."""

from __future__ import annotations

from typing import Any

from gigafibre.legacy.errors import JournalTooLate
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.scripts import statements
from gigafibre.legacy.staged import SCHEMA

JOURNAL = "compta_journal_ecriture"


def replay(ctx: Ctx) -> None:
    """Post the journal's entries up to the cut, once; JournalTooLate when a month of theirs is closed here."""
    if not _stands(ctx.cursor):
        return
    if month := ctx.one(CLOSED_BEFORE):
        raise JournalTooLate(month=f"{month:%Y-%m}")
    ctx.script("history")
    ctx.count("replayed", ctx.cursor.rowcount)


def balances(ctx: Ctx) -> None:
    """Add up the journal to the cut, into `balance`; list its entries of accounts that are not there."""
    if _stands(ctx.cursor):
        ctx.script("opening")
        ctx.found("journal_account_missing", JOURNAL, MISSING)
    else:
        ctx.cursor.execute(NOTHING)


def close_months(ctx: Ctx) -> None:
    """Close the months of the source after the first opening; list what the opening lacks to balance."""
    ctx.script("closed_months")
    ctx.found("opening_difference", "compta_setup", DIFFERENCE)


def compared(cursor: Any) -> list[tuple[Any, ...]]:
    """Return each account's opening balance: place, name (`opening 1010`), in the source, here, listed."""
    if not _stands(cursor):
        return []
    for name in ("cut", "opening"):
        for statement in statements(name):
            cursor.execute(statement)
    cursor.execute(COMPARED)
    return list(cursor.fetchall())


def _stands(cursor: Any) -> bool:
    cursor.execute("SELECT to_regclass(%s) IS NOT NULL", [f"{SCHEMA}.{JOURNAL}"])
    return bool(cursor.fetchone()[0])


CLOSED_BEFORE = """
SELECT min(month) FROM ledger_closedmonth WHERE month <= (SELECT day FROM cut)
AND NOT EXISTS (SELECT FROM ledger_journalentry WHERE kind = 'history')
"""
NOTHING = """
DROP TABLE IF EXISTS balance;
CREATE TEMP TABLE balance (account_id bigint, amount numeric) ON COMMIT DROP
"""
MISSING = """
SELECT j.id, 'account ' || j.compta_id, j.debit - j.credit FROM legacy_stage.compta_journal_ecriture j
WHERE NOT EXISTS (SELECT FROM ledger_account a WHERE a.legacy_id = j.compta_id)
  AND j.date < (SELECT extract(epoch FROM (day + 1)::timestamp AT TIME ZONE 'America/Toronto') FROM cut)
"""
# Of what the source does not know as an account: what its journal lacks, or its documents say otherwise.
DIFFERENCE = """
SELECT NULL::bigint, max(l.date)::text, sum(l.debit - l.credit) FROM ledger_journalentry e
JOIN ledger_journalline l ON l.entry_id = e.id
WHERE e.kind IN ('opening', 'history') AND l.account_id = (SELECT opening FROM cut) HAVING sum(l.debit - l.credit) <> 0
"""
COMPARED = """
SELECT 19, 'opening ' || a.number, coalesce(j.amount, 0), coalesce(h.amount, 0), 0::numeric FROM journal_sum j
FULL JOIN (
  SELECT l.account_id, sum(l.debit - l.credit) AS amount FROM ledger_journalentry e
  JOIN ledger_journalline l ON l.entry_id = e.id
  WHERE e.kind IN ('opening', 'history') AND EXISTS (SELECT FROM journal_sum) GROUP BY 1
) h ON h.account_id = j.account_id
JOIN ledger_account a ON a.id = coalesce(j.account_id, h.account_id)
WHERE a.id NOT IN (SELECT unnest(ARRAY[receivable, opening]) FROM cut)
  AND (coalesce(j.amount, 0) <> 0 OR coalesce(h.amount, 0) <> 0) ORDER BY 2
"""
