-- What is owed by days past due, and promises of payment.
SELECT o.*, a.*
FROM (
  SELECT coalesce(sum(open) FILTER (WHERE side = 'debit'), 0) AS receivable,
    coalesce(sum(open) FILTER (WHERE side = 'credit'), 0) AS credits,
    coalesce(sum(open) FILTER (WHERE late <= 0), 0) AS current,
    coalesce(sum(open) FILTER (WHERE late BETWEEN 1 AND 30), 0) AS days_1_30,
    coalesce(sum(open) FILTER (WHERE late BETWEEN 31 AND 60), 0) AS days_31_60,
    coalesce(sum(open) FILTER (WHERE late BETWEEN 61 AND 90), 0) AS days_61_90,
    coalesce(sum(open) FILTER (WHERE late > 90), 0) AS over_90,
    coalesce(sum(open) FILTER (WHERE late > 0), 0) AS overdue,
    count(DISTINCT customer_id) FILTER (WHERE late > 0) AS overdue_customers
  FROM (SELECT customer_id, side, open, CASE side WHEN 'debit' THEN greatest(%(today)s::date - coalesce(due_date, date), 0) END AS late
        FROM ledger_openitem WHERE open > 0) i) o
CROSS JOIN (
  SELECT count(*) AS arrangements, coalesce(sum(amount), 0) AS promised,
    count(*) FILTER (WHERE due_on < %(today)s) AS arrangements_late
  FROM collections_paymentarrangement WHERE status = 'open') a
