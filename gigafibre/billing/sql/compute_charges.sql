-- What waited for this invoice. Parameters: date, only (ids of subscriptions, or null for all), charges (ids of waiting
-- charges that are billed whatever their day, or null for all that are due).
INSERT INTO bill_line (customer_id, member_id, location_id, subscription_id, pending_id, promotion_id, item_id, group_id,
  kind, sku, description, quantity, unit_price, price, amount, taxable, account, period_start, period_end, whole_start,
  whole_end)
SELECT m.payer_id, p.customer_id, p.location_id, p.subscription_id, p.id, p.promotion_id, p.item_id, i.group_id, p.kind, coalesce(i.sku, ''),
       CASE c.language WHEN 'en' THEN p.description_en ELSE p.description_fr END, p.quantity, p.unit_price,
       round(p.unit_price * p.quantity, 2), p.amount, p.taxable, p.revenue_account, lower(p.period), upper(p.period), lower(p.whole), upper(p.whole)
FROM billing_pendingcharge p
JOIN bill_member m ON m.customer_id = p.customer_id AND m.cause IS NULL
JOIN bill_customer c ON c.customer_id = m.payer_id AND c.cause IS NULL
JOIN crm_customer who ON who.id = p.customer_id
JOIN crm_customer pays ON pays.id = m.payer_id
LEFT JOIN catalog_item i ON i.id = p.item_id
WHERE p.line_id IS NULL AND p.withdrawn_at IS NULL
  AND CASE WHEN %(charges)s::bigint[] IS NOT NULL THEN p.id = ANY (%(charges)s::bigint[])
           ELSE p.not_before <= %(date)s::date
                AND (%(only)s::bigint[] IS NULL OR p.subscription_id = ANY (%(only)s::bigint[]))
                -- What is paid once with a service waits until it is served.
                AND NOT EXISTS (SELECT FROM subscriptions_subscription n
                                WHERE n.id = p.subscription_id AND n.state = 'pending') END
  -- A fee that the law came to forbid keeps waiting for a person; a penalty when a consumer is served or pays.
  AND (p.kind = 'credit' OR coalesce(i.fee_class, '') NOT IN ('activation', 'modification')
       AND NOT (coalesce(i.fee_class, '') = 'penalty' AND 'individual' IN (who.kind, pays.kind)));
