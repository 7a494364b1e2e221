"""The reconciliation: each sum in the source, here, and what the report lists as the difference; the rest must be 0.00."""

from __future__ import annotations

from typing import Any

from django.db import connection

FINAL = "FROM legacy_stage.invoice WHERE billing_status = 1"
_LISTED = (
    "(SELECT coalesce(sum({what}), 0) FROM legacy_importfinding WHERE run_id = %(run)s AND code = ANY(ARRAY[{codes}]))"
)


def _listed(*codes: str, what: str = "amount") -> str:
    return _LISTED.format(what=what, codes=", ".join(f"'{code}'" for code in codes))


#: name, in the source, here, listed. Everything numeric.
ROWS: tuple[tuple[str, str, str, str], ...] = (
    (
        "customers",
        "SELECT count(*) FROM legacy_stage.account",
        "SELECT count(*) FROM crm_customer WHERE legacy_id IS NOT NULL AND NOT placeholder",
        "0",
    ),
    (
        "locations",
        "SELECT count(*) FROM legacy_stage.delivery",
        "SELECT count(*) FROM crm_location WHERE legacy_id IS NOT NULL",
        "(SELECT count(*) FROM legacy_stage.delivery WHERE account_id = 0)",
    ),
    (
        "live_subscriptions",
        "SELECT count(*) FROM legacy_stage.service WHERE status = 1",
        "SELECT count(*) FROM subscriptions_subscription WHERE legacy_id IS NOT NULL AND state <> 'cancelled'",
        "(SELECT count(DISTINCT f.legacy_id) FROM legacy_importfinding f JOIN legacy_stage.service s ON s.id = f.legacy_id "
        "WHERE f.run_id = %(run)s AND s.status = 1 AND f.code IN ('service_without_location', 'service_without_product', "
        "'service_recurrence', 'service_ended'))",
    ),
    (
        "live_monthly_value",
        "SELECT round(coalesce(sum(CASE WHEN s.hijack = 1 THEN s.hijack_price ELSE p.price END / s.payment_recurrence), 0), 2) "
        "FROM legacy_stage.service s JOIN legacy_stage.product p ON p.id = s.product_id "
        "JOIN crm_location l ON l.legacy_id = s.delivery_id "
        "JOIN subscriptions_subscription u ON u.legacy_id = s.id AND u.state <> 'cancelled' WHERE s.payment_recurrence > 0",
        "SELECT round(coalesce(sum(coalesce(s.price_override, x.price) * s.quantity / s.interval_months), 0), 2) "
        "FROM subscriptions_subscription s JOIN catalog_itemprice x ON x.item_id = s.item_id AND x.days @> s.started_on "
        "WHERE s.legacy_id IS NOT NULL AND s.state <> 'cancelled'",
        "0",
    ),
    (
        "invoices",
        f"SELECT count(*) {FINAL}",
        "SELECT count(*) FROM billing_invoice WHERE legacy_id IS NOT NULL AND state = 'issued'",
        "(SELECT count(*) FROM legacy_stage.invoice WHERE billing_status = 1 AND account_id = 0)",
    ),
    (
        "invoiced",
        f"SELECT coalesce(sum(total_amt), 0) {FINAL}",
        "SELECT coalesce(sum(CASE kind WHEN 'invoice' THEN total ELSE -total END), 0) FROM billing_invoice "
        "WHERE legacy_id IS NOT NULL AND state = 'issued'",
        "(SELECT coalesce(sum(total_amt), 0) FROM legacy_stage.invoice WHERE billing_status = 1 AND account_id = 0)",
    ),
    (
        "invoice_lines",
        "SELECT coalesce(sum(round(x.quantity * x.unitary_price, 2)), 0) FROM legacy_stage.invoice_item x "
        "JOIN legacy_stage.invoice v ON v.id = x.invoice_id WHERE v.account_id > 0",
        "SELECT coalesce(sum(CASE v.kind WHEN 'invoice' THEN l.amount ELSE -l.amount END), 0) FROM billing_invoiceline l "
        "JOIN billing_invoice v ON v.id = l.invoice_id WHERE v.legacy_id IS NOT NULL AND l.legacy_id IS NOT NULL",
        "0",
    ),
    ("payments", "SELECT count(*) FROM legacy_stage.payment", "SELECT count(*) FROM payments_payment WHERE legacy_id IS NOT NULL",
     "(SELECT count(*) FROM legacy_stage.payment WHERE amount = 0 OR account_id = 0)"),
    ("paid", "SELECT coalesce(sum(amount), 0) FROM legacy_stage.payment",
     "SELECT coalesce(sum(amount), 0) FROM payments_payment WHERE legacy_id IS NOT NULL",
     "(SELECT coalesce(sum(amount), 0) FROM legacy_stage.payment WHERE account_id = 0)"),
    (
        "allocated",
        "SELECT coalesce(sum(amount), 0) FROM legacy_stage.payment_item",
        "SELECT coalesce(sum(a.amount), 0) FROM ledger_allocation a JOIN ledger_openitem d ON d.id = a.debit_id "
        "WHERE a.legacy_id IS NOT NULL AND d.kind = 'invoice'",
        _listed("allocation_cut", "allocation_strange", "allocation_without_payment", "allocation_without_invoice",
                "allocation_return_unmatched"),
    ),
    (
        "owed",
        f"SELECT (SELECT coalesce(sum(total_amt), 0) {FINAL} AND account_id > 0) "
        "- (SELECT coalesce(sum(amount), 0) FROM legacy_stage.payment WHERE account_id > 0)",
        "SELECT coalesce(sum(CASE side WHEN 'debit' THEN open ELSE -open END), 0) FROM ledger_openitem o "
        "WHERE customer_id IN (SELECT id FROM crm_customer WHERE legacy_id IS NOT NULL)",
        "0",
    ),
    (
        "customers_whose_balance_differs",
        "SELECT 0",
        "SELECT count(*) FROM crm_customer c "
        "LEFT JOIN (SELECT account_id, sum(total_amt) AS amount FROM legacy_stage.invoice WHERE billing_status = 1 GROUP BY 1) v "
        "ON v.account_id = c.legacy_id "
        "LEFT JOIN (SELECT account_id, sum(amount) AS amount FROM legacy_stage.payment GROUP BY 1) p ON p.account_id = c.legacy_id "
        "LEFT JOIN (SELECT customer_id, sum(CASE side WHEN 'debit' THEN open ELSE -open END) AS amount FROM ledger_openitem "
        "WHERE number ~ '^(PAY-L)?[0-9]+$' GROUP BY 1) o ON o.customer_id = c.id WHERE c.legacy_id IS NOT NULL "
        "AND coalesce(v.amount, 0) - coalesce(p.amount, 0) <> coalesce(o.amount, 0)",
        "0",
    ),
    (
        "receivable_account",
        "SELECT coalesce(sum(CASE side WHEN 'debit' THEN amount ELSE -amount END), 0) FROM ledger_openitem",
        "SELECT coalesce(sum(l.debit - l.credit), 0) FROM ledger_journalline l JOIN ledger_account a ON a.id = l.account_id "
        "WHERE a.role = 'receivable'",
        "0",
    ),
)  # fmt: skip

TAXES = """
WITH there AS (
  SELECT CASE WHEN x.name ILIKE 'TPS%%' AND x.rate > 0 THEN 'GST' WHEN x.name ILIKE 'TVQ%%' THEN 'QST' END AS tax,
         extract(year FROM coalesce(legacy_day(v.date_orig), DATE '2000-01-01'))::int AS year, sum(t.amount) AS amount
  FROM legacy_stage.invoice_tax t JOIN legacy_stage.tax x ON x.id = t.tax_id JOIN legacy_stage.invoice v ON v.id = t.invoice_id
  WHERE v.billing_status = 1 AND v.account_id > 0 GROUP BY 1, 2
), here AS (
  SELECT x.code AS tax, extract(year FROM v.date)::int AS year, sum(CASE v.kind WHEN 'invoice' THEN t.amount ELSE -t.amount END) AS amount
  FROM billing_invoicetax t JOIN billing_tax x ON x.id = t.tax_id JOIN billing_invoice v ON v.id = t.invoice_id
  WHERE v.legacy_id IS NOT NULL AND v.state = 'issued' GROUP BY 1, 2
)
SELECT coalesce(t.tax, h.tax) || ' ' || coalesce(t.year, h.year), coalesce(t.amount, 0), coalesce(h.amount, 0), 0
FROM there t FULL JOIN here h ON h.tax = t.tax AND h.year = t.year WHERE coalesce(t.tax, h.tax) IS NOT NULL ORDER BY 1
"""


def reconcile(run: int) -> list[dict[str, Any]]:
    """Return one row per sum: name, source, here, listed, and the rest that nothing explains."""
    found = []
    with connection.cursor() as cursor:
        for name, there, here, listed in ROWS:
            cursor.execute(f"SELECT ({there}), ({here}), {listed}", {"run": run})  # noqa: S608  texts of our own
            found.append(_row(name, *cursor.fetchone()))
        cursor.execute(TAXES, {"run": run})
        found += [_row(*row) for row in cursor.fetchall()]
    return found


def _row(name: str, there: Any, here: Any, listed: Any) -> dict[str, Any]:
    return {
        "name": name,
        "source": str(there),
        "here": str(here),
        "listed": str(listed),
        "rest": str(there - here - listed),
    }
