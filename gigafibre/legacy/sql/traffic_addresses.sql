-- What each row of the history says: an address (read in `ip_said`), from when, whose and where. Whose a service is, is
-- the source's word too: what changed hands here since is no news of theirs. Where the row and its service or delivery
-- name different accounts, the row's own word counts, and it hangs on nothing of the other's.
CREATE TEMP TABLE ip_told ON COMMIT DROP AS
SELECT h.id, h.ip, h.service_id, h.account_id, coalesce(nullif(h.delivery_id, 0), v.delivery_id, 0) AS delivery_id,
       i.address, CASE WHEN legacy_day(h.date) <= %(today)s THEN legacy_moment(h.date) END AS at,
       c.id AS customer_id, coalesce(there.id, home.id) AS location_id,
       CASE WHEN home.id IS NOT NULL THEN s.id END AS subscription_id, s.id IS NOT NULL AS served,
       coalesce(serves.account_id <> h.account_id, false) OR coalesce(named.account_id <> h.account_id, false) AS elsewhere
FROM legacy_stage.ip_history h
LEFT JOIN ip_said i ON i.ip = h.ip
LEFT JOIN crm_customer c ON c.legacy_id = h.account_id
LEFT JOIN legacy_stage.service v ON v.id = h.service_id
LEFT JOIN legacy_stage.delivery serves ON serves.id = v.delivery_id
LEFT JOIN legacy_stage.delivery named ON named.id = h.delivery_id
LEFT JOIN crm_location home ON home.legacy_id = serves.id AND serves.account_id = h.account_id
LEFT JOIN crm_location there ON there.legacy_id = named.id AND named.account_id = h.account_id
LEFT JOIN subscriptions_subscription s ON s.legacy_id = h.service_id;
--;
CREATE INDEX ON ip_told (service_id, at);
--;
CREATE INDEX ON ip_told (account_id, at);
--;
CREATE INDEX ON ip_told (address, at);
--;
ANALYZE ip_told;
--;
-- It was his until his service got another (also one that can't be read), or somebody else got it. A row that names no service ends with the next of its place: better nobody's than the wrong person's.
CREATE TEMP TABLE ip_read ON COMMIT DROP AS
SELECT t.*, u.until, CASE
    WHEN t.address IS NULL THEN 'ip_invalid'
    WHEN t.at IS NULL THEN 'ip_without_date'
    WHEN t.customer_id IS NULL THEN 'ip_without_account'
    WHEN u.until = t.at THEN 'ip_replaced_at_once'
    WHEN u.until < %(kept_from)s THEN 'ip_past_retention' ELSE '' END AS left_because
FROM ip_told t
CROSS JOIN LATERAL (SELECT least(
    (SELECT min(n.at) FROM ip_told n
     WHERE n.service_id = t.service_id AND t.service_id <> 0 AND (n.at, n.id) > (t.at, t.id)),
    (SELECT min(n.at) FROM ip_told n
     WHERE n.account_id = t.account_id AND t.service_id = 0 AND (n.at, n.id) > (t.at, t.id)
       AND (t.delivery_id = 0 OR n.delivery_id = t.delivery_id)),
    (SELECT min(n.at) FROM ip_told n WHERE n.address = t.address AND (n.at, n.id) > (t.at, t.id))) AS until) u;
--;
CREATE TEMP TABLE want_assignment ON COMMIT DROP AS
SELECT id::bigint AS legacy_id, customer_id, location_id, subscription_id, address, tstzrange(at, until) AS during
FROM ip_read WHERE left_because = '';
