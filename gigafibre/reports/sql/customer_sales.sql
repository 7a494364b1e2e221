-- What was offered to a customer and what he agreed to (what waits first, then the latest), his code, and who came by it.
WITH offers AS (
  (SELECT 'quotation' AS kind, q.id, q.number, q.status, q.monthly_total, q.once_total, q.made_on, q.sent_at, q.decided_at AS answered_at,
     q.valid_until AS until, NULL::int AS months, NULL::date AS appointment_on, NULL::text AS came_of, q.title AS title, q.location_id, q.address,
     (SELECT n.description FROM sales_quotationline n WHERE n.quotation_id = q.id ORDER BY n.cycle <> 'monthly', n.position LIMIT 1) AS first_line
   FROM sales_quotation q WHERE q.customer_id = %(id)s ORDER BY q.status IN ('draft', 'sent') DESC, q.id DESC LIMIT %(limit)s)
  UNION ALL
  (SELECT 'contract', k.id, k.number, k.status, k.monthly_total, k.once_total, k.made_on, k.sent_at,
     CASE k.status WHEN 'signed' THEN k.signed_at ELSE k.ended_at END, k.link_until::date, k.commitment_months, k.appointment_on, q.number,
     CASE %(language)s WHEN 'en' THEN p.name_en ELSE p.name_fr END, k.location_id, '',
     (SELECT CASE WHEN %(language)s = 'en' AND n.description_en <> '' THEN n.description_en ELSE n.description END
      FROM sales_contractline n WHERE n.contract_id = k.id ORDER BY n.cycle <> 'monthly', n.position LIMIT 1)
   FROM sales_contract k LEFT JOIN sales_quotation q ON q.id = k.quotation_id LEFT JOIN catalog_plan p ON p.id = k.plan_id
   WHERE k.customer_id = %(id)s ORDER BY k.status IN ('draft', 'sent') DESC, k.id DESC LIMIT %(limit)s)
), shown AS (
  SELECT o.*, coalesce(nullif(concat_ws(', ', nullif(l.line1, ''), nullif(l.city, '')), ''), o.address) AS place
  FROM offers o LEFT JOIN crm_location l ON l.id = o.location_id
  ORDER BY o.status IN ('draft', 'sent') DESC, o.made_on DESC, o.kind, o.id DESC LIMIT %(limit)s
)
SELECT
  (SELECT coalesce(jsonb_agg(jsonb_build_object('kind', s.kind, 'number', s.number, 'status', s.status,
     'what', coalesce(nullif(s.title, ''), s.first_line, ''), 'place', s.place, 'monthly', s.monthly_total::text, 'once', s.once_total::text,
     'made_on', s.made_on, 'sent_at', s.sent_at, 'answered_at', s.answered_at, 'until', s.until, 'commitment_months', s.months,
     'appointment_on', s.appointment_on, 'quotation', s.came_of)
     ORDER BY s.status IN ('draft', 'sent') DESC, s.made_on DESC, s.kind, s.id DESC), '[]') FROM shown s) AS items,
  (SELECT count(*) FROM sales_quotation WHERE customer_id = %(id)s)
    + (SELECT count(*) FROM sales_contract WHERE customer_id = %(id)s) AS count,
  (SELECT code FROM sales_referralcode WHERE customer_id = %(id)s) AS code,
  (SELECT jsonb_build_object('customer', c.number, 'name', c.display_name, 'on', r.recorded_at, 'credited_at', r.credited_at, 'amount', r.amount::text)
   FROM sales_referral r JOIN crm_customer c ON c.id = r.referrer_id WHERE r.referee_id = %(id)s) AS came_by,
  (SELECT coalesce(jsonb_agg(jsonb_build_object('customer', b.number, 'name', b.display_name, 'on', b.recorded_at, 'credited_at', b.credited_at,
     'amount', b.amount::text) ORDER BY b.id DESC), '[]')
   FROM (SELECT r.id, c.number, c.display_name, r.recorded_at, r.credited_at, r.amount FROM sales_referral r
         JOIN crm_customer c ON c.id = r.referee_id WHERE r.referrer_id = %(id)s ORDER BY r.id DESC LIMIT %(limit)s) b) AS brought,
  (SELECT count(*) FROM sales_referral WHERE referrer_id = %(id)s) AS brought_count
