-- A subscription whose line can't be billed is parked with all its lines; one without a line has nothing due.
ANALYZE bill_line;

UPDATE bill_subscription s SET outcome = 'parked', cause = b.cause
FROM (SELECT subscription_id, CASE WHEN bool_or(price IS NULL) THEN 'no_price' ELSE 'no_account' END AS cause
      FROM bill_line WHERE price IS NULL OR account IS NULL GROUP BY 1) b
WHERE s.id = b.subscription_id;

DELETE FROM bill_line l USING bill_subscription s WHERE s.id = l.subscription_id AND s.outcome = 'parked';

UPDATE bill_subscription s SET outcome = 'not_due', cause = 'paused'
WHERE s.outcome = 'billed' AND NOT EXISTS (SELECT FROM bill_line l WHERE l.subscription_id = s.id);
