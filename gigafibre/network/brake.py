"""The brake of public endpoints: so many questions a minute from one place, counted in the database for all processes.

The place is kept as a keyed hash of the day, never as an address; counts are forgotten within the hour.
"""

from __future__ import annotations

import hashlib
import hmac
from datetime import timedelta
from ipaddress import ip_address, ip_network

from django.conf import settings as django_settings
from django.db import connection, transaction

from gigafibre.kernel import clock
from gigafibre.network.errors import TooManyQuestions

# A count lost in a crash is no loss: nobody waits for the disk.
_COUNT = """
INSERT INTO network_publicasking AS a (asker, minute, count) VALUES (%(asker)s, %(minute)s, 1)
ON CONFLICT (asker, minute) DO UPDATE SET count = a.count + 1
RETURNING a.count, set_config('synchronous_commit', 'off', true)
"""
_FORGET = "DELETE FROM network_publicasking WHERE minute < %(before)s"


def ask(address: str, most: int) -> None:
    """Count one question from an address, or refuse it beyond so many in this minute."""
    now = clock.now()
    minute = now.replace(second=0, microsecond=0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_COUNT, {"asker": _hash(address), "minute": minute})
        count = int(cursor.fetchone()[0])
        if count == 1:
            cursor.execute(_FORGET, {"before": minute - timedelta(hours=1)})
    if count > most:
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
