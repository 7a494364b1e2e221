-- What late interest comes to, segment by segment: the days [start, upto) on which an overdue invoice owed the same
-- principal at the same rate, not charged yet and not paused. Reads only. Parameters: until (a day, excluded), grace
-- (days after the due date that bear none), customer (key, or null for all), items (keys, or null).
--
-- Principal is what the invoice leaves to pay at the end of a day, less its own interest lines: never interest on
-- interest. A payment counts from the day it was received, whatever the day it was applied; one that was taken back
-- never paid. What a credit note gives back of its own invoice, or a write-off gives up, bears none from the start.
--
-- Given `items`, these are looked at anew, as if they never had been charged: pauses and unapplied credit count no
-- longer, and a write-off from its day only.
WITH item AS MATERIALIZED (
  SELECT o.id, o.customer_id, o.number, f.first, o.amount
  FROM ledger_openitem o
  CROSS JOIN LATERAL (
    SELECT greatest(o.due_date + 1 + %(grace)s::int, min(r.since)) AS first FROM billing_interestrate r) f
  WHERE o.side = 'debit' AND o.kind = 'invoice' AND o.due_date < %(until)s::date AND f.first < %(until)s::date
    AND (%(customer)s::bigint IS NULL OR o.customer_id = %(customer)s::bigint)
    AND (o.open > 0 OR %(items)s::bigint[] IS NOT NULL OR EXISTS (
      SELECT FROM ledger_allocation a JOIN ledger_openitem c ON c.id = a.credit_id
      WHERE a.debit_id = o.id AND a.undone_on IS NULL AND c.date > f.first))
    -- Who has credit that pays nothing yet waits until it does: it counts from the day it was received.
    AND CASE WHEN %(items)s::bigint[] IS NOT NULL THEN o.id = ANY (%(items)s::bigint[])
             ELSE NOT EXISTS (SELECT FROM ledger_openitem c
                              WHERE c.customer_id = o.customer_id AND c.side = 'credit' AND c.open > 0) END
), owed AS MATERIALIZED (
  SELECT i.id, i.customer_id, i.number, i.first, i.amount - greatest(s.interest, 0) AS amount
  FROM item i
  LEFT JOIN LATERAL (
    SELECT sum(l.amount - coalesce((SELECT sum(g.amount) FROM billing_invoiceline g
                                    JOIN billing_invoice n ON n.id = g.invoice_id AND n.state = 'issued'
                                    WHERE g.credits_id = l.id), 0)) AS interest
    FROM billing_invoice v
    JOIN billing_invoiceline l ON l.invoice_id = v.id
    WHERE v.number = i.number AND v.kind = 'invoice'
      AND (EXISTS (SELECT FROM catalog_item k WHERE k.id = l.item_id AND k.fee_class = 'interest')
           OR EXISTS (SELECT FROM billing_pendingcharge p JOIN billing_interestdays d ON d.charge_id = p.id
                      WHERE p.line_id = l.id)
           OR EXISTS (SELECT FROM billing_pendingcharge p JOIN billing_interestgivenback b ON b.credit_id = p.id
                      WHERE p.line_id = l.id))) s ON true
), paid AS MATERIALIZED (
  SELECT o.id AS item_id, a.amount,
         CASE WHEN c.kind = 'write_off' AND %(items)s::bigint[] IS NULL OR n.corrects_id = v.id THEN o.first
              ELSE greatest(c.date, o.first) END AS day
  FROM owed o
  JOIN ledger_allocation a ON a.debit_id = o.id AND a.undone_on IS NULL
  JOIN ledger_openitem c ON c.id = a.credit_id
  LEFT JOIN billing_invoice n ON c.kind = 'credit_note' AND n.number = c.number
  LEFT JOIN billing_invoice v ON v.number = o.number
), spared AS MATERIALIZED (
  SELECT o.id AS item_id, p.days FROM owed o JOIN billing_interestpause p ON p.customer_id = o.customer_id
  WHERE %(items)s::bigint[] IS NULL
  UNION ALL
  SELECT o.id, d.period FROM owed o JOIN billing_interestdays d ON d.item_id = o.id
  WHERE %(items)s::bigint[] IS NULL
), cut AS (
  SELECT id AS item_id, first AS day FROM owed
  UNION SELECT id, %(until)s::date FROM owed
  UNION SELECT item_id, day FROM paid
  UNION SELECT o.id, r.since FROM owed o CROSS JOIN billing_interestrate r
  UNION SELECT item_id, lower(days) FROM spared
  UNION SELECT item_id, upper(days) FROM spared
), segment AS (
  SELECT c.item_id, c.day AS start, lead(c.day) OVER together AS upto, o.customer_id, o.number, o.first,
         o.amount - coalesce(sum(p.amount) OVER together, 0) AS principal
  FROM cut c
  JOIN owed o ON o.id = c.item_id
  LEFT JOIN (SELECT item_id, day, sum(amount) AS amount FROM paid GROUP BY 1, 2) p ON p.item_id = c.item_id AND p.day = c.day
  WHERE c.day >= o.first AND c.day <= %(until)s::date
  WINDOW together AS (PARTITION BY c.item_id ORDER BY c.day)
)
SELECT s.customer_id, s.item_id, s.number, s.start, s.upto, s.principal, r.percent
FROM segment s
CROSS JOIN LATERAL (
  SELECT percent FROM billing_interestrate WHERE since <= s.start ORDER BY since DESC, id DESC LIMIT 1) r
WHERE s.upto > s.start AND s.principal > 0 AND r.percent > 0
  AND NOT EXISTS (SELECT FROM spared x WHERE x.item_id = s.item_id AND x.days @> s.start)
ORDER BY s.customer_id, s.first, s.item_id, s.start
