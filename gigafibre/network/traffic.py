"""What went over the network: whose an address was, what a subscription had and used; and forgetting it in time."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from django.db import connection, transaction

from gigafibre.kernel import clock, settings
from gigafibre.network.settings import ADDRESS_DAYS

#: Days of usage shown at once.
SHOWN = 31


@dataclass(frozen=True)
class Had:
    """An address from a moment until another; without an end, as far as is known still."""

    address: str
    since: datetime.datetime
    until: datetime.datetime | None


@dataclass(frozen=True)
class Used:
    """Bytes of a day, by day and by night tariff; None where nothing was read."""

    day: datetime.date
    by_day: int | None
    by_night: int | None


@dataclass(frozen=True)
class Usage:
    """The usage of 31 days up to `until`, their sum and that of `until`'s calendar month, in bytes.

    `earlier` and `later` are the last days of the spans before and after, where something is known of them.
    """

    since: datetime.date
    until: datetime.date
    days: list[Used]
    by_day: int
    by_night: int
    month_by_day: int
    month_by_night: int
    earlier: datetime.date | None
    later: datetime.date | None


@dataclass(frozen=True)
class Whose:
    """Who had an address at a moment: from when until when, where, and since when his service is over, if it was."""

    customer: str
    customer_name: str
    subscription: str
    location: str
    place: str
    since: datetime.datetime
    until: datetime.datetime | None
    over_on: datetime.date | None


@dataclass(frozen=True)
class Forgotten:
    """How many addresses and days of usage were erased."""

    addresses: int
    days: int


# Rows of one holder that follow each other without a gap are one span of time.
_HAD = """
SELECT host(address), lower(span), upper(span)
FROM (SELECT a.address, unnest(range_agg(a.during)) AS span FROM network_ipassignment a
      WHERE a.subscription_id = %s GROUP BY a.address) spans
ORDER BY upper_inf(span) DESC, lower(span) DESC, address LIMIT 100
"""


def addresses_of(subscription_id: int) -> list[Had]:
    """Return the addresses a subscription has and had, the newest first (100 at most)."""
    with connection.cursor() as cursor:
        cursor.execute(_HAD, [subscription_id])
        return [Had(*row) for row in cursor.fetchall()]


_KNOWN = "SELECT min(day), max(day) FROM network_usageday WHERE subscription_id = %s"
_USED = """
SELECT d::date, u.bytes_day, u.bytes_night
FROM generate_series(%(since)s::timestamp, %(until)s::timestamp, interval '1 day') d
LEFT JOIN network_usageday u ON u.subscription_id = %(id)s AND u.day = d::date ORDER BY d
"""
_SUM = """
SELECT coalesce(sum(bytes_day), 0)::bigint, coalesce(sum(bytes_night), 0)::bigint FROM network_usageday
WHERE subscription_id = %(id)s AND day BETWEEN %(since)s AND %(until)s
"""


def usage_of(subscription_id: int, until: datetime.date | None = None) -> Usage | None:
    """Return what a subscription used in 31 days: up to a day, else today, or the last day known when that is older.

    None when nothing was ever read.
    """
    with connection.cursor() as cursor:
        cursor.execute(_KNOWN, [subscription_id])
        first, last = cursor.fetchone()
        if first is None:
            return None
        span = datetime.timedelta(days=SHOWN - 1)
        until = until or (last if last < clock.today() - span else max(last, clock.today()))
        since = until - span
        cursor.execute(_USED, {"id": subscription_id, "since": since, "until": until})
        days = [Used(*row) for row in cursor.fetchall()]
        cursor.execute(_SUM, {"id": subscription_id, "since": since, "until": until})
        by_day, by_night = cursor.fetchone()
        month = until.replace(day=1)
        ends = (month + datetime.timedelta(days=31)).replace(day=1) - datetime.timedelta(days=1)
        cursor.execute(_SUM, {"id": subscription_id, "since": month, "until": ends})
        month_by_day, month_by_night = cursor.fetchone()
    earlier = since - datetime.timedelta(days=1) if first < since else None
    later = min(until + datetime.timedelta(days=SHOWN), max(last, clock.today())) if last > until else None
    return Usage(since, until, days, by_day, by_night, month_by_day, month_by_night, earlier, later)


# Whose service was over before the moment may not have had it any more: nobody writes down that one is given up.
_WHOSE = """
SELECT c.number, c.display_name, coalesce(s.number, ''), coalesce(l.number, ''),
       coalesce(concat_ws(', ', nullif(l.line1, ''), nullif(l.city, ''), nullif(l.postal_code, '')), ''),
       lower(h.span), upper(h.span), CASE WHEN o.on_day < %(day)s::date THEN o.on_day END
FROM network_ipassignment a
JOIN crm_customer c ON c.id = a.customer_id
LEFT JOIN crm_location l ON l.id = a.location_id
LEFT JOIN subscriptions_subscription s ON s.id = a.subscription_id
CROSS JOIN LATERAL (SELECT CASE WHEN s.id IS NULL THEN c.ended_on ELSE s.cancelled_on END AS on_day) o
CROSS JOIN LATERAL (
  SELECT span FROM (SELECT unnest(range_agg(b.during)) AS span FROM network_ipassignment b
                    WHERE b.address = a.address AND b.customer_id = a.customer_id
                      AND b.location_id IS NOT DISTINCT FROM a.location_id
                      AND b.subscription_id IS NOT DISTINCT FROM a.subscription_id) spans
  WHERE span @> %(moment)s::timestamptz) h
WHERE a.address = %(address)s::inet AND a.during @> %(moment)s::timestamptz
"""


def whose(address: str, moment: datetime.datetime) -> Whose | None:
    """Return who had an address at a moment, or None."""
    with connection.cursor() as cursor:
        cursor.execute(_WHOSE, {"address": address, "moment": moment, "day": clock.day_of(moment)})
        row = cursor.fetchone()
    return Whose(*row) if row else None


def ever_known(address: str) -> bool:
    """Say whether an address was anybody's at any time that is kept."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT EXISTS (SELECT FROM network_ipassignment WHERE address = %s::inet)", [address])
        return bool(cursor.fetchone()[0])


def kept_since() -> datetime.date | None:
    """Return the day since which traffic is kept, None when all of it is."""
    days = settings.get(ADDRESS_DAYS)
    return clock.today() - datetime.timedelta(days=days) if days else None


_FORGET_ADDRESSES = """
DELETE FROM network_ipassignment a USING crm_customer c
WHERE c.id = a.customer_id AND (upper(a.during) < %(moment)s OR (
  upper_inf(a.during) AND lower(a.during) < %(moment)s AND (
    SELECT CASE WHEN a.subscription_id IS NULL THEN c.ended_on ELSE s.cancelled_on END
    FROM (SELECT 1) one LEFT JOIN subscriptions_subscription s ON s.id = a.subscription_id) < %(day)s))
"""
_FORGET_USAGE = "DELETE FROM network_usageday WHERE day < %(day)s"


def forget() -> Forgotten:
    """Erase addresses lost, or left by a service that ended, and usage, before the day since which they are kept."""
    since = kept_since()
    if since is None:
        return Forgotten(0, 0)
    given = {"day": since, "moment": clock.start_of(since)}
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_FORGET_ADDRESSES, given)
        addresses = int(cursor.rowcount)
        cursor.execute(_FORGET_USAGE, given)
        return Forgotten(addresses, int(cursor.rowcount))
