-- The months that the source had closed, when the opening was just posted: later it is for people to open or close them.
CREATE TEMP TABLE closed_there ON COMMIT DROP AS
SELECT m::date AS month FROM cut, generate_series(
  (SELECT date_trunc('month', min(date)) FROM ledger_openitem), date_trunc('month', day + 1) - interval '1 month', interval '1 month') m
WHERE EXISTS (SELECT FROM ledger_journalentry WHERE kind = 'opening' AND document = 'OUVERTURE' AND posted_at = %(now)s)
  AND m::date NOT IN (SELECT month FROM ledger_closedmonth);
--;
INSERT INTO ledger_closedmonth (month, closed_at, closed_by) SELECT month, %(now)s, 'Importation' FROM closed_there ORDER BY month;
--;
INSERT INTO ledger_monthclosing (month, verb, at, by, reason, checklist)
SELECT month, 'closed', %(now)s, 'Importation', 'Mois fermé dans l’ancien système', '[]' FROM closed_there ORDER BY month;
