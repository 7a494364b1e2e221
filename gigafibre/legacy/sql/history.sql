-- The journal of the source up to the cut, replayed once: an entry a day, a line a row. Rows have no key of their posting,
-- and those of one document lie hours apart: what a day lacks to balance stands on the opening account, and so does what is
-- booked on receivable, whose lines name a customer here (it comes from the documents).
CREATE TEMP TABLE history_line ON COMMIT DROP AS
SELECT legacy_day(j.date) AS day, j.id, CASE a.id WHEN c.receivable THEN c.opening ELSE a.id END AS account_id, j.debit - j.credit AS amount
FROM legacy_stage.compta_journal_ecriture j JOIN ledger_account a ON a.legacy_id = j.compta_id CROSS JOIN cut c
WHERE legacy_day(j.date) <= c.day AND j.debit <> j.credit AND NOT EXISTS (SELECT FROM ledger_journalentry WHERE kind = 'history');
--;
INSERT INTO history_line
SELECT h.day, NULL, c.opening, -sum(h.amount) FROM history_line h CROSS JOIN cut c GROUP BY h.day, c.opening HAVING sum(h.amount) <> 0;
--;
WITH numbered AS MATERIALIZED (
  SELECT d.day, nextval(pg_get_serial_sequence('ledger_journalentry', 'id')) AS id FROM (SELECT DISTINCT day FROM history_line ORDER BY day) d
), posted AS (
  INSERT INTO ledger_journalentry (id, date, kind, document, description, posted_at)
  SELECT id, day, 'history', 'JOURNAL-' || day, 'Journal de l’ancien système', %(now)s FROM numbered
)
INSERT INTO ledger_journalline (entry_id, account_id, debit, credit, date, customer_id)
SELECT n.id, h.account_id, greatest(h.amount, 0), greatest(-h.amount, 0), h.day, NULL
FROM history_line h JOIN numbered n ON n.day = h.day ORDER BY n.id, h.id;
