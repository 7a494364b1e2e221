"""The brake of the public pages: so many requests a minute from one address, far fewer with a link that is not ours."""

from __future__ import annotations

from datetime import timedelta

from django.db import connection, transaction

from gigafibre.kernel import clock
from gigafibre.sales.errors import TooManyVisits
from gigafibre.sales.models import LinkBrake

#: Requests a minute and address: pages and papers; links that were forged or cut; papers to look at.
LIMITS = {"page": 60, "bad": 10, "look": 10}
KEPT = timedelta(days=1)
_COUNT = """
INSERT INTO sales_linkbrake AS b (address, kind, minute, asked) VALUES (%s, %s, %s, 1)
ON CONFLICT (address, kind, minute) DO UPDATE SET asked = b.asked + 1 RETURNING asked
"""


def count(address: str, kind: str = "page") -> None:
    """Count a request, in a transaction of its own; raises TooManyVisits beyond the minute's limit."""
    minute = clock.now().replace(second=0, microsecond=0)
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute(_COUNT, [address or "unknown", kind, minute])
        asked = cursor.fetchone()[0]
    if asked > LIMITS[kind]:
        raise TooManyVisits


def forget() -> int:
    """Forget the counts of yesterday."""
    return int(LinkBrake.objects.filter(minute__lt=clock.now() - KEPT).delete()[0])
