"""Corrections of a customer's file for his request of rectification: what the trail has since it came, and what is his.

They are made in place, by the verbs of crm; which of them answer the request is said afterwards, by the trail's keys.
"""

from __future__ import annotations

from django.db import connection

from gigafibre.kernel import clock
from gigafibre.kernel.audit import Entry, entries
from gigafibre.privacy.finding import is_audited, person, trail_condition
from gigafibre.privacy.models import Correction, Request

#: Changes offered at most: the newest ones.
OFFERED = 200
_SINCE = """
SELECT t.id FROM kernel_audit t
WHERE t.at >= %(since)s AND t."table" LIKE 'crm\\_%%' AND {condition} ORDER BY t.id DESC LIMIT %(most)s
"""


def made_for(request: Request, language: str) -> list[Entry]:
    """Return the corrections that a request has, in the order in which they were made."""
    return entries(sorted(request.corrections.values_list("change", flat=True)), language)


def offered(request: Request, language: str) -> list[Entry]:
    """Return the changes of its maker's file since an open request of rectification came, the oldest first."""
    if request.kind != "rectification" or request.customer is None or request.status != "open":
        return []
    given = person(request.customer.number).given | {"since": clock.start_of(request.received_on), "most": OFFERED}
    with connection.cursor() as cursor:
        cursor.execute(_SINCE.format(condition=trail_condition()), given)
        keys = sorted(key for (key,) in cursor.fetchall())
    # A change that people have no words for (words of the search) corrects nothing.
    return [one for one in entries(keys, language) if is_audited(one.change["table"]) and one.change["fields"]]


def choose(request: Request, changes: list[int], by: str) -> None:
    """Let a request have these corrections and no others."""
    request.corrections.exclude(change__in=changes).delete()
    known = set(request.corrections.values_list("change", flat=True))
    Correction.objects.bulk_create(
        Correction(request=request, change=change, by=by, at=clock.now()) for change in changes if change not in known
    )
