CREATE TEMP TABLE want_note ON COMMIT DROP AS
SELECT m.id AS legacy_id, ('customer:' || c.number)::varchar(80) AS subject, legacy_text(m.memo) AS text,
       left(coalesce(nullif(btrim(btrim(f.first_name) || ' ' || btrim(f.last_name)), ''), CASE WHEN m.staff_id > 0 THEN 'Ancien système, no ' || m.staff_id ELSE 'Ancien système' END), 160)::varchar(160) AS author,
       u.id AS author_id, coalesce(legacy_moment(m.last_updated), TIMESTAMPTZ '2000-01-01') AS at
FROM legacy_stage.account_memo m JOIN crm_customer c ON c.legacy_id = m.account_id
LEFT JOIN identity_user u ON u.legacy_id = m.staff_id AND m.staff_id > 0
LEFT JOIN legacy_stage.staff f ON f.id = m.staff_id AND m.staff_id > 0
WHERE legacy_text(m.memo) <> '';
--;
-- The old system's note on the customer itself, pinned; its id is the account's, negative.
INSERT INTO want_note
SELECT -a.id, 'customer:' || c.number, legacy_text(a.notes_client), 'Ancien système', NULL, coalesce(legacy_moment(a.date_orig), TIMESTAMPTZ '2000-01-01')
FROM legacy_stage.account a JOIN crm_customer c ON c.legacy_id = a.id WHERE legacy_text(a.notes_client) <> '';
--;
-- A suspension that is only a flag says nothing one could act on but what was written.
INSERT INTO want_note
SELECT -1000000000 - s.id, 'customer:' || c.number, coalesce(nullif(legacy_text(s.note), ''), 'Suspension sans date dans l’ancien système.'),
       'Ancien système', NULL, TIMESTAMPTZ '2000-01-01'
FROM legacy_stage.account_suspension s JOIN crm_customer c ON c.legacy_id = s.account_id WHERE legacy_day(s.date_start) IS NULL;
