"""Where the drops say a place is: the one that serves it, the one its address means, the nearest of its street."""

from __future__ import annotations

from django.db import connection

from gigafibre.crm.addresses import civic_and_street
from gigafibre.crm.geocoding import NEAREST, Asked, Point, source
from gigafibre.network.eligibility import place_of

_OF_DROP = "SELECT latitude, longitude, number FROM network_drop WHERE number = %s AND latitude IS NOT NULL"
_NEAR = f"""
SELECT latitude, longitude, number FROM network_drop
WHERE street_key = crm_canonical(%(street)s) AND latitude IS NOT NULL AND civic_number IS NOT NULL
ORDER BY {NEAREST} LIMIT 1
"""  # noqa: S608  words of ours


@source("drops", order=1)
def _knows(asked: Asked) -> Point | None:
    drop = place_of(asked.location)
    with connection.cursor() as cursor:
        if drop is not None:
            cursor.execute(_OF_DROP, [drop.number])
            row = cursor.fetchone()
            if row is not None:
                return Point(row[0], row[1], "exact" if drop.exact else "street", row[2])
        parts = civic_and_street(asked.line1)
        if parts is None:
            return None
        cursor.execute(_NEAR, {"street": f"{parts[2]} {asked.city}", "number": parts[0]})
        row = cursor.fetchone()
        return Point(row[0], row[1], "street", row[2]) if row is not None else None
