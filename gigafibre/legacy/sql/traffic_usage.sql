-- What was used in which of Montréal's days; of several snapshots of a day the newest is the fullest.
CREATE TEMP TABLE usage_told ON COMMIT DROP AS
SELECT u.id, u.quota_day, u.quota_night, CASE WHEN legacy_day(u.date) <= %(today)s THEN legacy_day(u.date) END AS day,
       CASE WHEN u.date > 100000000000 THEN u.date / 1000.0 ELSE u.date END AS at, s.id AS subscription_id, m.legacy_id AS known
FROM legacy_stage.service_snapshot u
LEFT JOIN subscriptions_subscription s ON s.legacy_id = u.service_id
LEFT JOIN legacy_legacyrow m ON m.target = 'network_usageday' AND m.legacy_id = u.id;
--;
CREATE TEMP TABLE usage_read ON COMMIT DROP AS
SELECT g.*, row_number() OVER w AS place, count(*) OVER (PARTITION BY g.subscription_id, g.day, g.left_because) AS several,
       -- The row that was brought in first lends its number for good; the newest lends what it says.
       coalesce(min(g.known) OVER (PARTITION BY g.subscription_id, g.day, g.left_because), first_value(g.id) OVER w)::bigint AS same_as
FROM (SELECT t.*, CASE
        WHEN t.quota_day < 0 OR t.quota_night < 0 THEN 'usage_negative'
        -- More than ten gigabits a second carry in a day, both ways.
        WHEN greatest(t.quota_day, t.quota_night) > 216000000000000 THEN 'usage_absurd'
        WHEN t.day IS NULL THEN 'usage_without_day'
        WHEN t.subscription_id IS NULL THEN 'usage_without_service'
        WHEN t.day < %(first_day)s THEN 'usage_past_retention' ELSE '' END AS left_because FROM usage_told t) g
WINDOW w AS (PARTITION BY g.subscription_id, g.day, g.left_because ORDER BY g.at DESC, g.id DESC);
--;
CREATE TEMP TABLE want_usage ON COMMIT DROP AS
SELECT same_as AS legacy_id, subscription_id, day, quota_day::bigint AS bytes_day, quota_night::bigint AS bytes_night
FROM usage_read WHERE left_because = '' AND place = 1;
