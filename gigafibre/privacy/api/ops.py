"""What staff reads of privacy: the two registers, and one entry of each with what was done about it."""

from __future__ import annotations

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from gigafibre.kernel.http import Needs, actor_of
from gigafibre.kernel.listing import serve
from gigafibre.privacy import exporting, queries
from gigafibre.privacy.listings import EXPORTS, INCIDENTS, REQUESTS
from gigafibre.privacy.pages import zip_of

router = Router(tags=["privacy"])
READ = Needs("privacy.read")

serve(router, "/privacy/requests", REQUESTS)
serve(router, "/privacy/incidents", INCIDENTS)
serve(router, "/privacy/exports", EXPORTS)


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


@router.get(
    "/privacy/exports/{number}/document",
    auth=Needs("privacy.export"),
    operation_id="read_privacy_export",
    openapi_extra={"responses": {200: {"content": {"application/zip": {}}, "description": "The file, to be saved"}}},
)
def read_privacy_export(request: HttpRequest, number: str) -> StreamingHttpResponse:
    """Return an export while it is kept, piece by piece; that it was taken is written down."""
    return zip_of(exporting.handed_over(number, actor_of(request)))
