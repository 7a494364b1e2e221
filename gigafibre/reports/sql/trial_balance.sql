SELECT b.*, fold(b.name) AS name_key, fold(b.account || ' ' || b.name) AS search_key
FROM (
  SELECT a.id, a.number AS account, CASE WHEN %(english)s THEN a.name_en ELSE a.name_fr END AS name, a.kind,
         s.opening, s.debit, s.credit, s.opening + s.debit - s.credit AS closing
  FROM ledger_account a
  JOIN (SELECT account_id,
               coalesce(sum(debit - credit) FILTER (WHERE date < %(first)s), 0) AS opening,
               coalesce(sum(debit) FILTER (WHERE date >= %(first)s), 0) AS debit,
               coalesce(sum(credit) FILTER (WHERE date >= %(first)s), 0) AS credit
        FROM ledger_journalline WHERE date <= %(last)s GROUP BY account_id) s ON s.account_id = a.id) b
