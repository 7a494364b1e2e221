"""The proof sheet: what became of every live subscription, and that four ways of adding up agree to the cent."""

from __future__ import annotations

from dataclasses import asdict, dataclass
from decimal import Decimal
from typing import Any

from django.db import connection, transaction

ZERO = Decimal("0.00")


@dataclass(frozen=True)
class Outcome:
    """How many live subscriptions had one outcome for one cause, and what they come to before taxes."""

    outcome: str
    cause: str
    count: int
    amount: Decimal


@dataclass(frozen=True)
class TaxProof:
    """A tax as on the documents, as recomputed from their taxable lines, and as in the ledger."""

    tax: str
    name_fr: str
    name_en: str
    rate: Decimal
    amount: Decimal
    recomputed: Decimal
    ledger: Decimal


@dataclass(frozen=True)
class ProofSheet:
    """Amounts in CAD, credit notes counted as less. `expected`: what subscriptions and waiting charges come to."""

    live: int
    outcomes: list[Outcome]
    documents: int
    lines: int
    first_number: str
    last_number: str
    missing_numbers: int
    expected: Decimal
    issued: Decimal
    ledger: Decimal
    taxes: list[TaxProof]
    total: Decimal
    receivable: Decimal

    def count(self, outcome: str) -> int:
        """How many subscriptions had an outcome."""
        return sum(o.count for o in self.outcomes if o.outcome == outcome)

    @property
    def parked(self) -> int:
        """How many wait for a person."""
        return self.count("parked")

    @property
    def unexplained(self) -> int:
        """How many live subscriptions nothing is said about: none, or something is wrong."""
        return max(self.live - sum(o.count for o in self.outcomes), 0)

    def disagreements(self) -> list[str]:
        """Name what does not agree; empty when the sheet may be signed."""
        found = []
        if self.unexplained:
            found.append("unexplained")
        if self.missing_numbers:
            found.append("missing_numbers")
        if not self.expected == self.issued == self.ledger:
            found.append("expected_issued_ledger")
        if any(not t.amount == t.recomputed == t.ledger for t in self.taxes):
            found.append("taxes")
        if self.total != self.receivable:
            found.append("receivable")
        return found

    def as_json(self) -> dict[str, Any]:
        """Return it as it is kept with the run."""
        return {**asdict(self), "parked": self.parked, "unexplained": self.unexplained}


_OUTCOMES = """
SELECT outcome, cause, count(*), sum(amount) FROM billing_runsubscription WHERE run_id = %s
GROUP BY 1, 2 ORDER BY 1, 2
"""
_LIVE = """
SELECT count(*) FROM subscriptions_subscription s WHERE s.state IN ('active', 'suspended', 'paused')
"""
_EXPECTED = """
SELECT coalesce((SELECT sum(amount) FROM billing_runsubscription WHERE run_id = %(run)s), 0.00)
     + coalesce((SELECT sum(c.amount) FROM billing_pendingcharge c JOIN billing_invoiceline l ON l.id = c.line_id
                 JOIN bill_proof p ON p.invoice_id = l.invoice_id), 0.00)
"""
# The run's documents, with the planner told how many they are: a run was just written, and statistics know none of it.
_SCRATCH = """
CREATE TEMP TABLE IF NOT EXISTS bill_proof (
  invoice_id bigint PRIMARY KEY, number text, kind text, sign int, date date, total numeric, lines bigint,
  amount numeric, taxable numeric
) ON COMMIT DELETE ROWS;
DELETE FROM bill_proof;
INSERT INTO bill_proof
SELECT i.id, i.number, i.kind, CASE i.kind WHEN 'credit_note' THEN -1 ELSE 1 END, i.date, i.total
FROM billing_invoice i WHERE i.run_id = %(run)s;
ANALYZE bill_proof;
UPDATE bill_proof p SET lines = l.lines, amount = l.amount, taxable = l.taxable
FROM (SELECT l.invoice_id, count(*) AS lines, sum(l.amount) AS amount,
             coalesce(sum(l.amount) FILTER (WHERE l.taxable), 0) AS taxable
      FROM bill_proof p JOIN billing_invoiceline l ON l.invoice_id = p.invoice_id GROUP BY 1) l
WHERE l.invoice_id = p.invoice_id;
"""
_DOCUMENTS = """
SELECT count(*), coalesce(sum(lines), 0)::bigint, coalesce(sum(sign * amount), 0.00), coalesce(sum(sign * total), 0.00),
       coalesce(min(number) FILTER (WHERE kind = 'invoice'), ''),
       coalesce(max(number) FILTER (WHERE kind = 'invoice'), '')
FROM bill_proof
"""
# Numbers of one prefix and length sort as they count. Between a run's first and last there may be documents issued one
# by one meanwhile; none may be missing.
_GAPS = """
WITH ends AS (
  SELECT kind, left(number, -6) AS prefix, length(number) AS digits, min(number) AS first, max(number) AS last
  FROM billing_invoice WHERE run_id = %(run)s GROUP BY 1, 2, 3)
SELECT coalesce(sum(right(e.last, 6)::bigint - right(e.first, 6)::bigint + 1 - (
  SELECT count(*) FROM billing_invoice i
  WHERE i.number BETWEEN e.first AND e.last AND length(i.number) = e.digits AND i.kind = e.kind)), 0)
FROM ends e
"""
_LEDGER = """
SELECT a.number, coalesce(a.role, ''), a.kind, sum(l.credit - l.debit)
FROM bill_proof p
JOIN ledger_journalentry e ON e.document = p.number AND e.kind = p.kind
JOIN ledger_journalline l ON l.entry_id = e.id
JOIN ledger_account a ON a.id = l.account_id
GROUP BY 1, 2, 3
"""
_TAXES = """
SELECT t.code, t.name_fr, t.name_en, t.account_role, x.rate, sum(p.sign * x.amount),
       sum(p.sign * round((CASE WHEN c.compound THEN x.base ELSE p.taxable - coalesce(f.amount, 0) END) * x.rate, 2))
FROM bill_proof p
JOIN billing_invoicetax x ON x.invoice_id = p.invoice_id
LEFT JOIN (
  SELECT l.invoice_id, r.tax_id, sum(l.amount) AS amount
  FROM bill_proof p JOIN billing_invoiceline l ON l.invoice_id = p.invoice_id
  JOIN billing_linerelief r ON r.line_id = l.id
  GROUP BY 1, 2) f ON f.invoice_id = x.invoice_id AND f.tax_id = x.tax_id
JOIN billing_tax t ON t.id = x.tax_id
LEFT JOIN billing_taxrate c ON c.tax_id = t.id AND c.days @> p.date
GROUP BY 1, 2, 3, 4, 5, t.position ORDER BY t.position
"""


def proof_of_run(run_id: int) -> ProofSheet:
    """Return a run's proof sheet from what is written: items, documents, journal; none of it from the computation."""
    values = {"run": run_id}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_SCRATCH, values)
        cursor.execute(_OUTCOMES, [run_id])
        outcomes = [Outcome(*row) for row in cursor.fetchall()]
        cursor.execute(_LIVE)
        live = cursor.fetchone()[0]
        cursor.execute(_EXPECTED, values)
        expected = cursor.fetchone()[0]
        cursor.execute(_DOCUMENTS)
        documents, lines, issued, total, first, last = cursor.fetchone()
        cursor.execute(_GAPS, values)
        missing = cursor.fetchone()[0]
        cursor.execute(_LEDGER)
        ledger = cursor.fetchall()
        cursor.execute(_TAXES)
        taxes = cursor.fetchall()
    roles = {role for _, _, _, role, *_ in taxes}
    by_role = {role: sum((amount for _, r, _, amount in ledger if r == role), ZERO) for role in roles}
    shared = {role: sum((amount for _, _, _, r, _, amount, _ in taxes if r == role), ZERO) for role in roles}
    return ProofSheet(
        live=live,
        outcomes=outcomes,
        documents=documents,
        lines=lines,
        first_number=first,
        last_number=last,
        missing_numbers=int(missing),
        expected=expected,
        issued=issued,
        ledger=sum((amount for _, role, _, amount in ledger if role not in roles | {"receivable"}), ZERO),
        # Several taxes may share an account (HST of two provinces): its difference then shows on each of them.
        taxes=[
            TaxProof(code, fr, en, rate, amount, again, amount + by_role[role] - shared[role])
            for code, fr, en, role, rate, amount, again in taxes
        ],
        total=total,
        receivable=-sum((amount for _, role, _, amount in ledger if role == "receivable"), ZERO),
    )
