"""What staff reads of privacy: the two registers, and one entry of each with what was done about it."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, HttpResponse, StreamingHttpResponse
from ninja import Router

from gigafibre.billing.api.sending import sent
from gigafibre.kernel.api.audit import AuditOut
from gigafibre.kernel.http import Needs, actor_of
from gigafibre.kernel.listing import serve
from gigafibre.privacy import exporting, letters, queries
from gigafibre.privacy.listings import EXPORTS, INCIDENTS, PROPOSALS, REQUESTS
from gigafibre.privacy.pages import zip_of
from gigafibre.privacy.retention_listings import RULES

router = Router(tags=["privacy"])
READ = Needs("privacy.read")
PDF = {"responses": {200: {"content": {"application/pdf": {}}, "description": "The PDF, inline"}}}


class ChangeOut(AuditOut):
    """A change of the file, in words; `chosen`: it is a correction of the request."""

    chosen: bool


serve(router, "/privacy/requests", REQUESTS)
serve(router, "/privacy/incidents", INCIDENTS)
serve(router, "/privacy/exports", EXPORTS)
serve(router, "/privacy/proposals", PROPOSALS)
serve(router, "/privacy/retention-rules", RULES)


@router.get("/privacy/retention", auth=READ, response=queries.Retention, operation_id="read_privacy_retention")
def read_privacy_retention(request: HttpRequest) -> queries.Retention:
    """Return whether what names people goes by itself when it is past its time, and how many are proposed."""
    return queries.retention()


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
    "/privacy/requests/{number}/changes",
    auth=READ,
    response=list[ChangeOut],
    operation_id="list_privacy_request_changes",
)
def list_privacy_request_changes(request: HttpRequest, number: str) -> list[dict[str, Any]]:
    """List the changes of the file since a request of rectification came, and which of them are its corrections."""
    return [asdict(entry) | {"chosen": chosen} for entry, chosen in queries.changes(number)]


@router.get("/privacy/requests/{number}/letter", auth=READ, operation_id="read_privacy_letter", openapi_extra=PDF)
def read_privacy_letter(request: HttpRequest, number: str) -> HttpResponse:
    """Return the letter that answers a request, in the person's language: made once, always the same bytes."""
    paper = letters.letter_of(number)
    return sent(paper.content, paper.name)


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
