-- Payments. A negative `reversement` is a returned debit, a positive one a write-off, `credit` a gesture: neither is cash.
CREATE TEMP TABLE payment_type ON COMMIT DROP AS
SELECT said, CASE fold(said) WHEN 'cheque' THEN 'cheque' WHEN 'ppa' THEN 'pad' WHEN 'carte credit' THEN 'card' WHEN 'comptant' THEN 'cash'
  WHEN 'paiement direct' THEN 'transfer' WHEN 'credit' THEN 'credit' WHEN 'reversement' THEN 'reversal' ELSE 'adjustment' END AS mode
FROM (SELECT DISTINCT type AS said FROM legacy_stage.payment) t;
--;
CREATE TEMP TABLE want_payment ON COMMIT DROP AS
SELECT p.id AS legacy_id, ('PAY-L' || p.id)::varchar(32) AS number, c.id AS customer_id,
       coalesce(legacy_day(p.date_orig), DATE '2000-01-01') AS date, p.amount::numeric(12, 2) AS amount,
       (CASE WHEN k.mode = 'reversal' AND p.amount > 0 THEN 'adjustment' ELSE k.mode END)::varchar(12) AS mode,
       left(legacy_clean(p.reference), 128)::varchar(128) AS reference, legacy_text(p.memo) AS memo,
       left(btrim(p.type), 32)::varchar(32) AS legacy_type,
       -- A payment never changes: what a return takes back must be known before it is written, so new rows have their key.
       CASE WHEN m.legacy_id IS NULL THEN nextval(pg_get_serial_sequence('payments_payment', 'id')) END AS id,
       NULL::bigint AS reverses_id
FROM legacy_stage.payment p JOIN crm_customer c ON c.legacy_id = p.account_id JOIN payment_type k ON k.said = p.type
LEFT JOIN legacy_legacyrow m ON m.target = 'payments_payment' AND m.legacy_id = p.id
WHERE p.amount <> 0 ORDER BY p.id;
