"""Who had which address when, and what each service used each day."""

from __future__ import annotations

from datetime import timedelta

from gigafibre.kernel import clock, settings
from gigafibre.legacy.importing.context import Ctx
from gigafibre.legacy.importing.merge import Kind, merge, touched
from gigafibre.network.notations import read_host
from gigafibre.network.settings import ADDRESS_DAYS

ASSIGNMENT = ("customer_id", "location_id", "subscription_id", "address", "during")
USAGE = ("subscription_id", "day", "bytes_day", "bytes_night")
PASSING = Kind(passing=True)
#: When two rows can't both stand: one address of two at once, two sums of one day.
SAME_ADDRESS = "w.address = s.address AND w.during && s.during"
SAME_DAY = "w.subscription_id = s.subscription_id AND w.day = s.day"
# What stays whatever the source says: rows made here, changed here, and those that the source no longer has.
STAYS = """
CREATE TEMP TABLE stays ON COMMIT DROP AS
SELECT t.* FROM {target} t WHERE t.legacy_id IS NULL OR t.legacy_id IN (SELECT legacy_id FROM touched_rows)
  OR NOT EXISTS (SELECT FROM {want} w WHERE w.legacy_id = t.legacy_id)
"""
# Somebody else has the address since: a row that the source dropped while it was open ends there too.
ENDED_SINCE = """
UPDATE network_ipassignment t SET during = tstzrange(lower(t.during), n.at)
FROM (SELECT s.id, min(lower(w.during)) AS at FROM stays s
      JOIN want_assignment w ON w.address = s.address AND lower(w.during) > lower(s.during)
      WHERE s.legacy_id IS NOT NULL AND upper_inf(s.during)
        AND NOT EXISTS (SELECT FROM want_assignment o WHERE o.legacy_id = s.legacy_id) GROUP BY s.id) n
WHERE t.id = n.id
"""
AS_IT_STANDS = "UPDATE stays s SET during = t.during FROM network_ipassignment t WHERE t.id = s.id"
YIELDS = """
DELETE FROM {want} w USING stays s WHERE {same} AND w.legacy_id IS DISTINCT FROM s.legacy_id RETURNING w.legacy_id
"""
STAYS_TOO = "INSERT INTO stays SELECT t.* FROM {target} t WHERE t.legacy_id = ANY (%s)"
FORGOTTEN = """
SELECT w.legacy_id, '', NULL::numeric FROM {want} w
JOIN legacy_legacyrow m ON m.target = '{target}' AND m.legacy_id = w.legacy_id
WHERE NOT EXISTS (SELECT FROM {target} t WHERE t.legacy_id = w.legacy_id)
"""
LEFT_ADDRESSES = "SELECT id, concat_ws(', ', nullif(ip, ''), at), NULL::numeric FROM ip_read WHERE left_because = '{}'"
PLACED = "SELECT id, concat_ws(', ', {}), NULL::numeric FROM ip_read WHERE left_because = '' AND {}"
BY_PLACE = "ip, CASE WHEN location_id IS NULL THEN 'account ' || account_id ELSE 'delivery ' || delivery_id END"
LEFT_USAGE = """
SELECT id, concat_ws(', ', day, quota_day || ' + ' || quota_night), NULL::numeric FROM usage_read WHERE {}
"""
KEPT_OF_SEVERAL = "left_because = '' AND place = 1 AND several > 1"
OUT_OF_ORDER = """
SELECT t.id, concat_ws(', ', t.ip, t.at), NULL::numeric FROM ip_told t
WHERE t.at IS NOT NULL AND t.service_id <> 0
  AND EXISTS (SELECT FROM ip_told n WHERE n.service_id = t.service_id AND n.id < t.id AND n.at > t.at)
"""
# An address of two at once: whose it was ends when the other gets it; both are told.
OF_TWO = """
SELECT DISTINCT one.id, one.ip || ', ' || one.other, NULL::numeric FROM ip_read t
JOIN ip_told n ON n.address = t.address AND n.at = t.until AND n.service_id <> t.service_id
CROSS JOIN LATERAL (VALUES (t.id, t.ip, n.id), (n.id, n.ip, t.id)) one (id, ip, other)
WHERE t.service_id <> 0 AND t.left_because IN ('', 'ip_past_retention') AND NOT EXISTS (
  SELECT FROM ip_told m WHERE m.service_id = t.service_id AND m.at = t.until)
"""


def import_traffic(ctx: Ctx) -> None:
    """Bring addresses with from and until, and one usage per service and day; list what can't be placed or believed."""
    days = settings.get(ADDRESS_DAYS)
    kept_from = ctx.now - timedelta(days=days) if days else None
    _addresses(ctx, kept_from=kept_from)
    _usage(ctx, first_day=clock.day_of(kept_from) if kept_from else None)


def _addresses(ctx: Ctx, **since: object) -> None:
    _read_addresses(ctx)
    ctx.script("traffic_addresses", **since)
    _what_stays(ctx, "network_ipassignment", "want_assignment", ASSIGNMENT)
    ctx.cursor.execute(ENDED_SINCE)
    ctx.cursor.execute(AS_IT_STANDS)
    _give_way(ctx, "network_ipassignment", "want_assignment", SAME_ADDRESS, "ip_history")
    merge(ctx, "network_ipassignment", "want_assignment", ASSIGNMENT, "ip_history", PASSING)
    for code in ("ip_invalid", "ip_without_date", "ip_without_account", "ip_replaced_at_once", "ip_past_retention"):
        ctx.found(code, "ip_history", LEFT_ADDRESSES.format(code))
    ctx.found("forgotten_here", "ip_history", FORGOTTEN.format(want="want_assignment", target="network_ipassignment"))
    ctx.found("ip_without_service", "ip_history", PLACED.format(BY_PLACE, "service_id = 0"))
    gone = PLACED.format(f"'service ' || service_id, {BY_PLACE}", "service_id <> 0 AND NOT served")
    ctx.found("ip_service_missing", "ip_history", gone)
    ctx.found("ip_out_of_order", "ip_history", OUT_OF_ORDER)
    ctx.found("ip_of_two_services", "ip_history", OF_TWO)
    ctx.found("ip_account_disagrees", "ip_history", PLACED.format(f"'service ' || service_id, {BY_PLACE}", "elsewhere"))


def _read_addresses(ctx: Ctx) -> None:
    """Read each spelling once: what PostgreSQL takes for an address isn't always one that somebody can have."""
    cursor = ctx.cursor
    cursor.execute("SELECT DISTINCT ip FROM legacy_stage.ip_history")
    read = [(said, found) for (said,) in cursor.fetchall() if (found := read_host(said))]
    cursor.execute("CREATE TEMP TABLE ip_said (ip text PRIMARY KEY, address inet NOT NULL) ON COMMIT DROP")
    with cursor.copy("COPY ip_said FROM STDIN") as target:
        for row in read:
            target.write_row(row)


def _usage(ctx: Ctx, **since: object) -> None:
    ctx.script("traffic_usage", **since)
    _what_stays(ctx, "network_usageday", "want_usage", USAGE)
    _give_way(ctx, "network_usageday", "want_usage", SAME_DAY, "service_snapshot")
    merge(ctx, "network_usageday", "want_usage", USAGE, "service_snapshot", PASSING)
    for code in (
        "usage_negative",
        "usage_absurd",
        "usage_without_day",
        "usage_without_service",
        "usage_past_retention",
    ):
        ctx.found(code, "service_snapshot", LEFT_USAGE.format(f"left_because = '{code}'"))
    ctx.found("usage_twice", "service_snapshot", LEFT_USAGE.format("left_because = '' AND place > 1"))
    ctx.found("usage_of_several", "service_snapshot", LEFT_USAGE.format(KEPT_OF_SEVERAL))
    ctx.found("forgotten_here", "service_snapshot", FORGOTTEN.format(want="want_usage", target="network_usageday"))


def _what_stays(ctx: Ctx, target: str, want: str, columns: tuple[str, ...]) -> None:
    touched(ctx, target, columns)
    ctx.cursor.execute("DROP TABLE IF EXISTS stays")
    ctx.cursor.execute(STAYS.format(target=target, want=want))


def _give_way(ctx: Ctx, target: str, want: str, same: str, table: str) -> None:
    """Take from what should be what can't stand beside what stays, and list it; a row that yields stays as it is."""
    while True:
        ctx.cursor.execute(YIELDS.format(want=want, same=same))
        yielded = [key for (key,) in ctx.cursor.fetchall()]
        if not yielded:
            return
        ctx.list_rows("traffic_taken_here", table, [(key, "") for key in yielded])
        ctx.cursor.execute(STAYS_TOO.format(target=target), [yielded])
