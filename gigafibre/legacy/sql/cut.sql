-- The day up to which the books of the source are taken as a whole, and the first day that a closed month leaves open.
DROP TABLE IF EXISTS cut;
--;
CREATE TEMP TABLE cut ON COMMIT DROP AS
SELECT coalesce((SELECT min(date) FROM ledger_journalentry WHERE kind = 'opening'),
                (SELECT max(legacy_day(month_closed)) FROM legacy_stage.compta_setup WHERE month_closed > 0), DATE '1990-01-01') AS day,
       (SELECT (max(month) + interval '1 month')::date FROM ledger_closedmonth) AS open_day,
       (SELECT id FROM ledger_account WHERE role = 'receivable') AS receivable,
       (SELECT id FROM ledger_account WHERE role = 'opening') AS opening;
