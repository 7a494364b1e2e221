"""Set-based posting for the billing run and others: whole batches from temp tables that the caller names.

Shapes (columns by name, more are welcome):

    entries    key bigint, date date, kind text, document text, description text
    lines      key bigint, account text (its number), debit numeric, credit numeric, customer_id bigint or null
    items      customer_id bigint, side text, kind text, number text, date date, due_date date, amount numeric
    customers  customer_id bigint

Call inside a transaction. A batch that breaks an invariant (`migrations/sql/0002_invariants.sql`) is refused whole by
the database. ANALYZE large temp tables first: the planner knows nothing of them otherwise.
"""

from __future__ import annotations

from datetime import date
from decimal import Decimal
from typing import Any

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.statements import on_tables
from gigafibre.ledger.errors import UnknownAccount

# One statement, so that the triggers of both tables see an entry and its lines together.
_POST = """
WITH numbered AS MATERIALIZED (
  SELECT e.*, nextval(pg_get_serial_sequence('ledger_journalentry', 'id')) AS id
  FROM (SELECT key, date, kind, document, description FROM {entries} ORDER BY key) e
), posted AS (
  INSERT INTO ledger_journalentry (id, date, kind, document, description, posted_at)
  SELECT id, date, kind, document, description, %(now)s FROM numbered
)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT n.id, a.id, l.debit, l.credit, n.date, l.customer_id
FROM {lines} l JOIN numbered n ON n.key = l.key JOIN ledger_account a ON a.number = l.account
ORDER BY l.key
"""

_STRANGE_ACCOUNTS = """
SELECT DISTINCT l.account FROM {lines} l
WHERE NOT EXISTS (SELECT FROM ledger_account a WHERE a.number = l.account) ORDER BY 1 LIMIT 1
"""

_OPEN = """
INSERT INTO ledger_openitem (customer_id, side, kind, number, date, due_date, amount, open)
SELECT customer_id, side, kind, number, date, due_date, amount, amount FROM {items}
"""

# Credits and debits of a customer are laid end to end, in the order in which they are used; where two pieces overlap,
# the one pays the other.
_LOCK = """
SELECT count(*) FROM (
  SELECT i.id FROM ledger_openitem i WHERE i.open > 0 AND i.customer_id IN (
    SELECT c.customer_id FROM {customers} c
    JOIN ledger_openitem k ON k.customer_id = c.customer_id AND k.side = 'credit' AND k.open > 0)
  ORDER BY i.id FOR NO KEY UPDATE) locked
"""
_APPLY = """
WITH items AS (
  SELECT id, customer_id, side, date, open,
         CASE side WHEN 'debit' THEN coalesce(due_date, date) ELSE date END AS turn
  FROM ledger_openitem WHERE open > 0 AND customer_id IN (SELECT customer_id FROM {customers})
), pieces AS (
  SELECT *, sum(open) OVER (PARTITION BY customer_id, side ORDER BY turn, date, id) AS upto FROM items
), made AS (
  INSERT INTO ledger_allocation (credit_id, debit_id, amount, date, at, undone_because)
  SELECT c.id, d.id, least(c.upto, d.upto) - greatest(c.upto - c.open, d.upto - d.open),
         greatest(%(date)s::date, c.date, d.date), %(now)s, ''
  FROM pieces c JOIN pieces d ON d.customer_id = c.customer_id AND d.side = 'debit'
                             AND d.upto > c.upto - c.open AND d.upto - d.open < c.upto
  WHERE c.side = 'credit'
  RETURNING amount
)
SELECT count(*), coalesce(sum(amount), 0) FROM made
"""


def post_entries(cursor: Any, entries: str, lines: str) -> int:
    """Post whole entries with their lines in one statement; returns how many lines.

    Raises UnknownAccount for an account number that isn't in the chart; unbalanced, late or lineless entries are
    refused by the database.
    """
    cursor.execute(_named(_STRANGE_ACCOUNTS, lines=lines))
    if strange := cursor.fetchone():
        raise UnknownAccount(number=strange[0])
    cursor.execute(_named(_POST, entries=entries, lines=lines), {"now": clock.now()})
    return int(cursor.rowcount)


def open_items(cursor: Any, items: str) -> int:
    """Open a receivable (or credit) per document, whole; returns how many."""
    cursor.execute(_named(_OPEN, items=items))
    return int(cursor.rowcount)


def apply_open_credit(cursor: Any, customers: str, on: date) -> tuple[int, Decimal]:
    """Let each customer's open credits pay his open debits, oldest due first; returns how many times, and the sum.

    Items are locked in key order; an allocation's day is `on`, or the later of its items' days.
    """
    cursor.execute(_named(_LOCK, customers=customers))
    cursor.execute(_named(_APPLY, customers=customers), {"date": on, "now": clock.now()})
    made, amount = cursor.fetchone()
    return int(made), amount


def _named(query: str, **tables: str) -> str:
    if not connection.in_atomic_block:
        raise RuntimeError("the ledger is written inside a transaction")
    return on_tables(query, **tables)
