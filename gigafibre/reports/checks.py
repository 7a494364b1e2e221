"""What must hold across apps, for `gigafibre ledger_check`: numbers without a gap, documents and their receivables."""

from __future__ import annotations

from gigafibre.kernel.text import Text
from gigafibre.ledger.checks import check, found

# A gapless series' numbers are its prefix, whatever the year in it, and a counter that never starts again.
_GAPS = """
WITH series AS (
  SELECT code, '^' || replace(regexp_replace(prefix, '([.+*?()|^$\\[\\]\\\\])', '\\\\\\1', 'g'), '{year}', '[0-9]{4}')
         || '([0-9]+)$' AS form, next FROM kernel_series WHERE gapless
), used AS (
  SELECT s.code, s.next, substring(i.number FROM s.form)::bigint AS n
  FROM series s JOIN billing_invoice i ON i.number ~ s.form
), known AS (
  SELECT code, next, min(n) AS first, max(n) AS last, count(DISTINCT n) AS numbers, count(*) AS documents
  FROM used GROUP BY code, next
)
SELECT code, first, last, next, last - first + 1 - numbers AS missing, documents - numbers AS doubled
FROM known WHERE last - first + 1 <> numbers OR documents <> numbers OR last <> next - 1 ORDER BY code
"""


@check("billing.numbers_without_gap", Text("Numéros sans trou", "Numbers without a gap"))
def numbers_without_gap() -> list[Text]:
    """Find the gaps and doubles of gapless series."""
    return found(
        _GAPS,
        Text(
            "Série {code} : de {first} à {last}, {missing} manquants, {doubled} en double, prochain {next}",
            "Series {code}: {first} to {last}, {missing} missing, {doubled} doubled, next {next}",
        ),
    )


@check("billing.documents_agree", Text("Factures = documents au compte", "Invoices = documents in accounts"))
def _documents() -> list[Text]:
    return found(
        "SELECT i.number, i.total, coalesce(o.amount, 0) AS amount FROM billing_invoice i "
        "LEFT JOIN ledger_openitem o ON o.number = i.number AND o.kind = i.kind AND o.customer_id = i.customer_id "
        "WHERE i.state = 'issued' AND abs(i.total) <> coalesce(o.amount, 0) ORDER BY i.id",
        Text(
            "{number} : {total} sur la facture, {amount} au compte du client",
            "{number}: {total} on the invoice, {amount} in the customer’s account",
        ),
    )


@check("payments.documents_agree", Text("Paiements = documents au compte", "Payments = documents in accounts"))
def _payments() -> list[Text]:
    return found(
        "SELECT p.number, p.amount, coalesce(o.amount, 0) AS open FROM payments_payment p "
        "LEFT JOIN ledger_openitem o ON o.number = p.number AND o.kind IN ('payment', 'reversal') "
        "AND o.customer_id = p.customer_id WHERE abs(p.amount) <> coalesce(o.amount, 0) ORDER BY p.id",
        Text(
            "{number} : {amount} reçus, {open} au compte du client",
            "{number}: {amount} received, {open} in the customer’s account",
        ),
    )
