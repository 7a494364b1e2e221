"""What staff reads of privacy: the two registers, and one entry of each with what was done about it."""

from __future__ import annotations

from django.http import HttpRequest
from ninja import Router

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.privacy import queries
from gigafibre.privacy.listings import INCIDENTS, REQUESTS

router = Router(tags=["privacy"])
READ = Needs("privacy.read")

serve(router, "/privacy/requests", REQUESTS)
serve(router, "/privacy/incidents", INCIDENTS)


@router.get("/privacy/officer", auth=READ, response=queries.Officer, operation_id="read_privacy_officer")
def read_privacy_officer(request: HttpRequest) -> queries.Officer:
    """Return who answers for personal information, as published."""
    return queries.officer()


@router.get(
    "/privacy/requests/{number}", auth=READ, response=queries.PrivacyRequest, operation_id="read_privacy_request"
)
def read_privacy_request(request: HttpRequest, number: str) -> queries.PrivacyRequest:
    """Return a request with what was done about it, the oldest first."""
    return queries.request(number)


@router.get(
    "/privacy/incidents/{number}", auth=READ, response=queries.PrivacyIncident, operation_id="read_privacy_incident"
)
def read_privacy_incident(request: HttpRequest, number: str) -> queries.PrivacyIncident:
    """Return an incident with what was written about it, the oldest first."""
    return queries.incident(number)
