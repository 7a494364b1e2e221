-- What each account held at the cut by the journal of the source, less what an earlier opening, or the journal replayed, says of it. Receivable comes
-- from the documents; where nothing of the journal was read, nothing is said of it.
DROP TABLE IF EXISTS journal_sum, balance;
--;
CREATE TEMP TABLE journal_sum ON COMMIT DROP AS
SELECT a.id AS account_id, a.number, sum(j.debit - j.credit) AS amount FROM legacy_stage.compta_journal_ecriture j
JOIN ledger_account a ON a.legacy_id = j.compta_id
WHERE j.date < (SELECT extract(epoch FROM (day + 1)::timestamp AT TIME ZONE 'America/Toronto') FROM cut) GROUP BY 1, 2;
--;
CREATE TEMP TABLE balance ON COMMIT DROP AS
SELECT account_id, sum(amount) AS amount FROM (
  SELECT account_id, amount FROM journal_sum
  UNION ALL
  SELECT l.account_id, l.credit - l.debit FROM ledger_journalentry e JOIN ledger_journalline l ON l.entry_id = e.id
  WHERE e.kind IN ('opening', 'history') AND EXISTS (SELECT FROM journal_sum)) s
WHERE account_id NOT IN (SELECT unnest(ARRAY[receivable, opening]) FROM cut) GROUP BY 1 HAVING sum(amount) <> 0;
