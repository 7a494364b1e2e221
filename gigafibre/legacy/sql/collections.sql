CREATE TEMP TABLE want_arrangement ON COMMIT DROP AS
SELECT a.id AS legacy_id, c.id AS customer_id, legacy_day(a.date_accord) AS agreed_on, legacy_day(a.date_echeance) AS due_on,
       legacy_day(a.date_coupure) AS cutoff_on, greatest(a.montant, 0)::numeric(12, 2) AS amount,
       (CASE a.method WHEN 1 THEN 'portal' WHEN 2 THEN 'cheque' WHEN 3 THEN 'phone' WHEN 4 THEN 'pad' ELSE '' END)::varchar(12) AS method,
       (CASE WHEN a.status = -1 THEN 'pending' WHEN a.status = 1 THEN 'kept'
             WHEN legacy_day(a.date_coupure) < %(today)s::date - 30 THEN 'broken' ELSE 'open' END)::varchar(10) AS status,
       left(coalesce(btrim(btrim(u.first_name) || ' ' || btrim(u.last_name)), ''), 160)::varchar(160) AS agent,
       legacy_text(a.note) AS note, legacy_text(a.raison_changement) AS change_reason
FROM legacy_stage.accord_paiement a JOIN crm_customer c ON c.legacy_id = a.account_id
LEFT JOIN legacy_stage.staff u ON u.id = a.staff_id AND a.staff_id > 0;
--;
-- One suspension may run at a time: an earlier one without an end closed when the next began.
CREATE TEMP TABLE want_suspension ON COMMIT DROP AS
SELECT s.id AS legacy_id, c.id AS customer_id, s.start AS starts_on,
       CASE WHEN s.finish IS NOT NULL THEN greatest(s.finish, s.start)
            ELSE lead(s.start) OVER (PARTITION BY s.account_id ORDER BY s.start, s.id) END AS ends_on,
       legacy_text(s.note) AS reason
FROM (SELECT id, account_id, note, legacy_day(date_start) AS start, legacy_day(date_end) AS finish FROM legacy_stage.account_suspension) s
JOIN crm_customer c ON c.legacy_id = s.account_id WHERE s.start IS NOT NULL;
