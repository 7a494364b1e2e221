, form (line, part, position, words_fr, words_en) AS (VALUES
  ('101', '', 1, 'Fournitures (ventes et autres revenus, sans les taxes)', 'Supplies (sales and other revenue, before taxes)'),
  ('untaxed', '', 2, 'dont sans TPS : détaxées, exonérées ou relevées', 'of which without GST: zero-rated, exempt or relieved'),
  ('103', 'gst', 3, 'TPS/TVH perçue ou percevable', 'GST/HST collected or collectible'),
  ('104', 'gst', 4, 'Redressements à ajouter : créances recouvrées', 'Adjustments to add: bad debts recovered'),
  ('105', 'gst', 5, 'TPS/TVH et redressements (103 + 104)', 'GST/HST and adjustments (103 + 104)'),
  ('106', 'gst', 6, 'CTI demandés', 'ITCs claimed'),
  ('107', 'gst', 7, 'Redressements à déduire : notes de crédit, créances radiées', 'Adjustments to deduct: credit notes, bad debts written off'),
  ('108', 'gst', 8, 'CTI et redressements (106 + 107)', 'ITCs and adjustments (106 + 107)'),
  ('109', 'gst', 9, 'TPS/TVH nette (105 − 108)', 'Net GST/HST (105 − 108)'),
  ('203', 'qst', 10, 'TVQ perçue ou percevable', 'QST collected or collectible'),
  ('204', 'qst', 11, 'Redressements à ajouter : créances recouvrées', 'Adjustments to add: bad debts recovered'),
  ('205', 'qst', 12, 'TVQ et redressements (203 + 204)', 'QST and adjustments (203 + 204)'),
  ('206', 'qst', 13, 'RTI demandés', 'ITRs claimed'),
  ('207', 'qst', 14, 'Redressements à déduire : notes de crédit, créances radiées', 'Adjustments to deduct: credit notes, bad debts written off'),
  ('208', 'qst', 15, 'RTI et redressements (206 + 207)', 'ITRs and adjustments (206 + 207)'),
  ('209', 'qst', 16, 'TVQ nette (205 − 208)', 'Net QST (205 − 208)'),
  ('net', '', 17, 'Solde à remettre (négatif : remboursement)', 'Amount payable (negative: refund)'),
  ('100', 'other', 18, 'Hors déclaration, comptes de TPS/TVH : remises et écritures', 'Outside the return, GST/HST accounts: remittances and entries'),
  ('200', 'other', 19, 'Hors déclaration, comptes de TVQ : remises et écritures', 'Outside the return, QST accounts: remittances and entries')
), adds (line, of, sign) AS (VALUES
  ('105', '103', 1), ('105', '104', 1), ('108', '106', 1), ('108', '107', 1),
  ('109', '103', 1), ('109', '104', 1), ('109', '106', -1), ('109', '107', -1),
  ('205', '203', 1), ('205', '204', 1), ('208', '206', 1), ('208', '207', 1),
  ('209', '203', 1), ('209', '204', 1), ('209', '206', -1), ('209', '207', -1),
  ('net', '103', 1), ('net', '104', 1), ('net', '106', -1), ('net', '107', -1),
  ('net', '203', 1), ('net', '204', 1), ('net', '206', -1), ('net', '207', -1)
), figure AS (
  SELECT line, sum(amount) AS amount, count(*) AS documents FROM movement GROUP BY line
), summed AS (
  SELECT line, amount, documents FROM figure
  UNION ALL
  SELECT a.line, sum(a.sign * f.amount), 0 FROM adds a JOIN figure f ON f.line = a.of GROUP BY a.line
)
SELECT f.position AS id, f.position, CASE WHEN f.line ~ '^[12]0[1-9]$' THEN f.line ELSE '' END AS line, f.line AS code, f.part,
       CASE WHEN %(english)s THEN f.words_en ELSE f.words_fr END AS name, coalesce(s.amount, 0) AS amount,
       coalesce(s.documents, 0) AS documents
FROM form f LEFT JOIN summed s ON s.line = f.line
