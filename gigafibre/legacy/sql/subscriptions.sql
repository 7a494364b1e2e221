-- A service row is a subscription; one that lacks product or delivery is listed for a person to place.
CREATE TEMP TABLE service_used ON COMMIT DROP AS
SELECT s.id, s.status, s.payment_recurrence, s.hijack, s.hijack_price, s.hijack_desc, s.hijack_quota_day, s.hijack_quota_night,
       s.radius_user, s.comment, s.device_id, l.id AS location_id, l.customer_id, i.id AS item_id, i.service_kind,
       c.ended_on, legacy_day(s.date_orig) AS started, legacy_day(s.date_next_invoice) AS next_invoice,
       legacy_day(s.date_suspended) AS suspended, legacy_day(s.actif_until) AS until, legacy_day(s.date_end_contract) AS committed
FROM legacy_stage.service s
JOIN crm_location l ON l.legacy_id = s.delivery_id
JOIN crm_customer c ON c.id = l.customer_id
JOIN catalog_item i ON i.legacy_id = s.product_id
WHERE s.payment_recurrence IN (1, 3, 6, 12);
--;
-- Up to where an old service was billed: its last recurring line, for those the source itself does not tell.
CREATE TEMP TABLE last_billed ON COMMIT DROP AS
SELECT x.service_id AS id, max(legacy_day(v.date_orig)) AS on_day
FROM legacy_stage.invoice_item x JOIN legacy_stage.invoice v ON v.id = x.invoice_id
WHERE x.service_id > 0 AND x.unitary_price > 0 AND v.total_amt > 0
  AND x.service_id IN (SELECT id FROM service_used WHERE next_invoice IS NULL OR status = 0)
GROUP BY 1;
--;
-- `no_…` marks what the source does not say: supposed from the day of the import, once.
CREATE TEMP TABLE want_subscription ON COMMIT DROP AS
SELECT s.id AS legacy_id, ('SUB-' || s.id)::varchar(16) AS number, s.customer_id, s.location_id, s.item_id,
       st.state::varchar(12) AS state, 1::numeric(10, 3) AS quantity,
       (CASE WHEN s.hijack = 1 THEN s.hijack_price END)::numeric(14, 4) AS price_override,
       (CASE WHEN s.hijack = 1 THEN left(coalesce(nullif(legacy_clean(s.hijack_desc), ''), 'Prix spécial'), 255) ELSE '' END)::varchar(255) AS price_reason,
       s.payment_recurrence::smallint AS interval_months,
       coalesce(s.next_invoice, date_trunc('month', coalesce(s.started, %(today)s))::date) AS anchor,
       coalesce(s.started, s.next_invoice, %(today)s) AS started_on,
       CASE WHEN st.state <> 'cancelled' THEN
         coalesce(s.next_invoice, (date_trunc('month', b.on_day) + make_interval(months => s.payment_recurrence::int))::date,
                  date_trunc('month', %(today)s::date + interval '1 month')::date)
         ELSE s.next_invoice END AS charged_until,
       CASE WHEN st.state = 'suspended' THEN s.suspended END AS suspended_on,
       CASE WHEN s.status = 1 AND s.until >= %(today)s THEN s.until END AS ends_on,
       CASE WHEN st.state = 'cancelled' THEN least(st.over, %(today)s) END AS cancelled_on,
       st.state = 'cancelled' AND coalesce(st.over > %(today)s, true) AS no_end,
       st.state <> 'cancelled' AND s.next_invoice IS NULL AND b.on_day IS NULL AS no_charge,
       s.next_invoice IS NULL AND s.started IS NULL AS no_start,
       s.committed AS committed_until,
       nullif(s.hijack_quota_day, 0) AS quota_day_bytes, nullif(s.hijack_quota_night, 0) AS quota_night_bytes,
       left(btrim(s.radius_user), 64)::varchar(64) AS radius_user, legacy_text(s.comment) AS comment,
       nullif(s.device_id, 0) AS legacy_device_id
FROM service_used s
LEFT JOIN last_billed b ON b.id = s.id
CROSS JOIN LATERAL (SELECT greatest(coalesce(s.until, s.suspended, s.ended_on, b.on_day, s.next_invoice, s.started), s.started) AS over,
                           CASE WHEN s.status <> 1 OR s.until < %(today)s THEN 'cancelled'
                                WHEN s.suspended IS NOT NULL THEN 'suspended' ELSE 'active' END AS state) st;
