"""The brake of public endpoints: so many questions a minute from one place, counted in the database for all processes.

The place is kept as a keyed hash of the day, never as an address; counts are forgotten within the hour.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings as django_settings
from django.db import connection

from gigafibre.kernel import clock
from gigafibre.network.errors import TooManyQuestions
from gigafibre.network.settings import ASKED_A_MINUTE, USUALLY_ASKED

# One statement, its own transaction: the count and how many are allowed. A count lost in a crash is no loss: nobody
# waits for the disk.
_COUNT = """
INSERT INTO network_publicasking AS a (asker, minute, count) VALUES (%(asker)s, %(minute)s, 1)
ON CONFLICT (asker, minute) DO UPDATE SET count = a.count + 1
RETURNING a.count, (SELECT (value #>> '{}')::integer FROM kernel_setting WHERE key = %(setting)s),
          set_config('synchronous_commit', 'off', true)
"""
_FORGET = "DELETE FROM network_publicasking WHERE minute < %(before)s"


def ask(address: str) -> None:
    """Count one question from an address, or refuse it beyond as many in this minute as the setting allows."""
    now = clock.now()
    minute = now.replace(second=0, microsecond=0)
    with connection.cursor() as cursor:
        cursor.execute(_COUNT, {"asker": _hash(address), "minute": minute, "setting": ASKED_A_MINUTE})
        count, allowed, _ = cursor.fetchone()
        if count == 1:
            cursor.execute(_FORGET, {"before": minute - timedelta(hours=1)})
    if count > (USUALLY_ASKED if allowed is None else allowed):
        raise TooManyQuestions(seconds=60 - now.second)


def _hash(address: str) -> str:
    """Return a place as it is counted: an IPv6 network of a household (/64) is one place."""
    try:
        found = ip_address(address)
        place = str(ip_network((found, 64), strict=False)) if found.version == 6 else str(found)
    except ValueError:
        place = "unknown"
    key = f"{django_settings.SECRET_KEY}:asking:{clock.today()}".encode()
    return hmac.new(key, place.encode(), hashlib.sha256).hexdigest()[:32]
