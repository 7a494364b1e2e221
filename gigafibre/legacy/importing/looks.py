"""Queries of the phases: what is listed in the report (legacy id, detail, amount), and a few single writes."""

OTHER_GROUP = """
INSERT INTO catalog_itemgroup (code, name_fr, name_en, revenue_account, position)
SELECT 'OTHER', 'Frais et ajustements', 'Fees and adjustments', number, 999 FROM ledger_account WHERE role = 'revenue'
ON CONFLICT (code) DO NOTHING
"""
UNKNOWN_CATEGORY = """
SELECT id, category::text, NULL::numeric FROM legacy_stage.product p
WHERE NOT EXISTS (SELECT 1 FROM legacy_stage.product_cat c WHERE c.id = p.category)
"""
NO_ACCOUNT_OF_CATEGORY = """
SELECT id, num_compte::text, NULL::numeric FROM legacy_stage.product_cat c
WHERE NOT EXISTS (SELECT FROM ledger_account a WHERE a.number = c.num_compte::text)
"""
NAMELESS = """
SELECT id, company, NULL::numeric FROM legacy_stage.account WHERE legacy_clean(first_name || ' ' || last_name) = ''
"""
TWICE = """
SELECT id, customer_id, NULL::numeric FROM (
  SELECT id, customer_id, count(*) OVER (PARTITION BY lower(btrim(customer_id))) AS same FROM legacy_stage.account
  WHERE btrim(customer_id) <> '') a WHERE same > 1
"""
SEGMENTS = """
SELECT id, 'commercial=' || commercial || ' group_id=' || group_id, NULL::numeric FROM legacy_stage.account
WHERE (commercial = 1) <> (group_id = 8)
"""
NOTHING = "NULL::numeric"
# Rows of an account that neither stands nor left a history to carry.
NO_CUSTOMER = """
SELECT x.id, x.account_id::text, {1} FROM legacy_stage.{0} x
WHERE NOT EXISTS (SELECT FROM crm_customer c WHERE c.legacy_id = x.account_id)
"""
LINE_OF_NO_SERVICE = """
SELECT x.id, 'service ' || x.service_id, round(x.quantity * x.unitary_price, 2) FROM legacy_stage.invoice_item x
WHERE x.service_id > 0 AND NOT EXISTS (SELECT FROM legacy_stage.service s WHERE s.id = x.service_id)
"""
UNPLACED = "SELECT legacy_id, line1, NULL::numeric FROM want_former WHERE location_id IS NULL"
LOST_SERVICES = """
SELECT s.id, 'delivery ' || s.delivery_id || ', product ' || s.product_id || ', months ' || s.payment_recurrence,
       CASE WHEN s.hijack = 1 THEN s.hijack_price ELSE p.price END
FROM legacy_stage.service s LEFT JOIN legacy_stage.product p ON p.id = s.product_id WHERE {}
"""
NO_LOCATION = "NOT EXISTS (SELECT 1 FROM crm_location l WHERE l.legacy_id = s.delivery_id)"
NO_PRODUCT = "NOT EXISTS (SELECT 1 FROM catalog_item i WHERE i.legacy_id = s.product_id)"
ENDED_SERVICES = """
SELECT s.id, s.until::text, NULL::numeric FROM service_used s JOIN want_subscription w ON w.legacy_id = s.id
WHERE s.status = 1 AND w.state = 'cancelled'
"""
# What staff changed in a subscription or its article's price, where it is live in one system only, or costs otherwise.
OTHERWISE_HERE = """
SELECT w.legacy_id, t.state, there.monthly - here.monthly FROM want_subscription w
JOIN subscriptions_subscription t ON t.legacy_id = w.legacy_id
JOIN legacy_stage.service s ON s.id = w.legacy_id JOIN legacy_stage.product p ON p.id = s.product_id
LEFT JOIN catalog_itemprice x ON x.item_id = t.item_id AND x.days @> t.started_on
LEFT JOIN legacy_legacyrow m ON m.target = 'catalog_itemprice' AND m.legacy_id = s.product_id
CROSS JOIN LATERAL (SELECT w.state <> 'cancelled' AS live, CASE WHEN w.state <> 'cancelled'
  THEN coalesce(w.price_override, p.price) * w.quantity / w.interval_months ELSE 0 END AS monthly) there
CROSS JOIN LATERAL (SELECT t.state <> 'cancelled' AS live, CASE WHEN t.state <> 'cancelled'
  THEN coalesce(t.price_override, x.price) * t.quantity / t.interval_months ELSE 0 END AS monthly) here
WHERE (there.live, there.monthly) IS DISTINCT FROM (here.live, here.monthly)
  AND (w.legacy_id IN (SELECT legacy_id FROM touched_rows)
       OR m.print IS DISTINCT FROM md5(x.price::numeric(14, 4)::text)::uuid
       OR m.print IS DISTINCT FROM md5(p.price::numeric(14, 4)::text)::uuid)
"""
DOCUMENT_CHANGED = """
SELECT w.legacy_id, 'was ' || v.total || ', is ' || w.total,
       CASE w.kind WHEN 'invoice' THEN w.total ELSE -w.total END
       - CASE v.kind WHEN 'invoice' THEN v.total ELSE -v.total END
FROM want_invoice w JOIN standing s ON s.legacy_id = w.legacy_id JOIN billing_invoice v ON v.id = s.id
JOIN legacy_legacyrow m ON m.target = 'billing_invoice' AND m.legacy_id = w.legacy_id
WHERE m.print <> w.print
"""
# Which columns of the source say something else than its document here; the amounts do not.
DOCUMENT_DIFFERS = "SELECT legacy_id, columns, NULL::numeric FROM differs WHERE columns <> ''"
SENT_SINCE = "SELECT legacy_id, '', NULL::numeric FROM differs WHERE sent"
# A draft that was thrown away here, with its lines and taxes; and the lines of one that was written anew here.
DRAFT_DELETED = """
SELECT x.id, '', NULL::numeric FROM legacy_stage.{table} x JOIN doc d ON d.id = x.{column}
WHERE NOT d.final AND NOT EXISTS (SELECT FROM {ours} t WHERE t.legacy_id = x.{key})
"""
REISSUED = """
SELECT c.legacy_id, c.was_number || ': ' || v.total || ' → ' || n.number || ': ' || n.total,
       CASE n.kind WHEN 'invoice' THEN n.total ELSE -n.total END
       - CASE v.kind WHEN 'invoice' THEN v.total ELSE -v.total END
FROM changed_doc c JOIN billing_invoice v ON v.id = c.was
JOIN new_doc d ON d.legacy_id = c.legacy_id JOIN billing_invoice n ON n.id = d.id
"""
PAYMENT_CHANGED = """
SELECT w.legacy_id, concat_ws(', ', CASE WHEN w.amount <> p.amount THEN 'was ' || p.amount || ', is ' || w.amount END,
         CASE WHEN h.id <> p.customer_id THEN 'account_id' END,
         CASE WHEN w.date <> p.date THEN 'date_orig' END, CASE WHEN w.legacy_type <> p.legacy_type THEN 'type' END,
         CASE WHEN w.reference <> p.reference THEN 'reference' END, CASE WHEN w.memo <> p.memo THEN 'memo' END),
       w.amount - p.amount
FROM want_payment w JOIN payments_payment p ON p.legacy_id = w.legacy_id
JOIN crm_customer c ON c.id = w.customer_id CROSS JOIN LATERAL (
  SELECT CASE WHEN p.customer_id = c.merged_into_id THEN c.merged_into_id ELSE c.id END AS id) h -- followed, or not yet
WHERE (h.id, w.date, w.amount, w.legacy_type, w.reference, w.memo)
      IS DISTINCT FROM (p.customer_id, p.date, p.amount, p.legacy_type, p.reference, p.memo)
"""
UNLINKED_NOTE = """
SELECT v.legacy_id, coalesce(v.notes, ''), v.total FROM billing_invoice v
JOIN legacy_stage.invoice x ON x.id = v.legacy_id
WHERE v.kind = 'credit_note' AND v.state = 'issued' AND v.corrects_id IS NULL
"""
NOT_GEOCODED = """
SELECT legacy_id, line1 || ', ' || city, NULL::numeric FROM want_location WHERE geocode_quality = 'none'
"""
ACCOUNT_MISSING = """
SELECT x.id, x.account_id::text, {amount} FROM legacy_stage.{table} x JOIN gone g ON g.id = x.account_id
"""
POSTAL = """
SELECT id, zip, NULL::numeric FROM legacy_stage.{table} WHERE btrim(zip) <> '' AND legacy_postal(zip) <> zip
"""
# What no day can be made of although something stands there, and what was written in milliseconds.
IMPOSSIBLE_DATE = """
SELECT id, '{column} ' || {column}, NULL::numeric FROM legacy_stage.{table}
WHERE {column} <> 0
  -- Of most it is plain at once that they are days.
  AND ({column} < 631152000 OR {column} IN (943938000, 2147483647) OR {column} > extract(epoch FROM {limit}))
  AND (legacy_day({column}) IS NULL OR {column} > 100000000000 OR legacy_day({column}) > {limit})
"""
# One suspension may run: he was suspended here, so the former system's waits until that one is over.
SUSPENDED_HERE = """
DELETE FROM want_suspension w USING collections_suspension t
WHERE w.ends_on IS NULL AND t.ends_on IS NULL AND t.customer_id = w.customer_id
  AND t.legacy_id IS DISTINCT FROM w.legacy_id
  AND NOT EXISTS (SELECT FROM want_suspension o WHERE o.legacy_id = t.legacy_id AND o.ends_on IS NOT NULL
                  AND o.legacy_id NOT IN (SELECT legacy_id FROM touched_rows))
RETURNING w.legacy_id, w.starts_on::text
"""
# The taxes that are ours: a row named nil is none.
OUR_TAXES = "SELECT id FROM legacy_stage.tax WHERE legacy_tax(name, rate::numeric) IS NOT NULL"
TAX_ZERO = "SELECT id, '', amount FROM legacy_stage.invoice_tax WHERE amount = 0"
TAX_UNKNOWN = f"""
SELECT id, 'tax ' || tax_id, amount FROM legacy_stage.invoice_tax WHERE amount <> 0 AND tax_id NOT IN ({OUR_TAXES})
"""  # noqa: S608  a query of our own
CORRECTION_POSITIVE = """
SELECT id, coalesce(notes, ''), total_amt FROM legacy_stage.invoice WHERE correction = 1 AND total_amt >= 0
"""
# What came once and is no more there: the source lacks its amount, as it stands here and as far as a sum counts it.
INVOICE_GONE = """
SELECT v.legacy_id, coalesce(v.number, ''), CASE WHEN v.state = 'issued' THEN
         coalesce(s.amount, 0) - CASE v.kind WHEN 'invoice' THEN v.total ELSE -v.total END END
FROM billing_invoice v
LEFT JOIN (SELECT r.legacy_id, sum(CASE i.kind WHEN 'invoice' THEN -i.total ELSE i.total END) AS amount
           FROM legacy_reissue r JOIN billing_invoice i ON i.id = r.invoice_id GROUP BY 1) s USING (legacy_id)
WHERE v.legacy_id IS NOT NULL AND NOT EXISTS (SELECT FROM legacy_stage.invoice x WHERE x.id = v.legacy_id)
"""
PAYMENT_GONE = """
SELECT p.legacy_id, p.number, -p.amount FROM payments_payment p
WHERE p.legacy_id IS NOT NULL AND NOT EXISTS (SELECT FROM legacy_stage.payment x WHERE x.id = p.legacy_id)
"""
MEMO_EMPTY = "SELECT id, '', NULL::numeric FROM legacy_stage.account_memo WHERE legacy_text(memo) = ''"
# What the lines and the taxes of each invoice add up to, and a hash of what they say, in whatever order they stand.
INVOICE_SUM = f"""
SELECT coalesce(l.invoice_id, t.invoice_id) AS invoice_id, l.lines, l.parts, l.said, t.taxes, t.taxed
FROM (SELECT invoice_id, sum(round(quantity * unitary_price, 2)) AS lines, count(*) AS parts,
             bit_xor(hashtextextended(
               concat_ws('|', id, service_id, sku, product_name, quantity, unitary_price), 0)) AS said
      FROM legacy_stage.invoice_item GROUP BY 1) l
FULL JOIN (SELECT invoice_id, sum(amount) FILTER (WHERE tax_id IN ({OUR_TAXES})) AS taxes,
                  bit_xor(hashtextextended(concat_ws('|', id, tax_id, amount), 0)) AS taxed
           FROM legacy_stage.invoice_tax GROUP BY 1) t ON t.invoice_id = l.invoice_id
"""  # noqa: S608  a query of our own
# Documents of a month that was closed here before they came.
LATE = """
SELECT regexp_replace(number, '^PAY-L', '')::bigint, date || ' → ' || open_day, amount FROM late
WHERE kind {} ('invoice', 'credit_note')
"""
