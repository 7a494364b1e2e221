"""The public page of privacy: a person takes what we hold of him, by his link."""

from __future__ import annotations

from uuid import UUID

from django.http import HttpRequest, StreamingHttpResponse
from django.urls import path
from django.views.decorators.http import require_GET

from gigafibre.identity.address import address_of, agent_of
from gigafibre.kernel import files
from gigafibre.kernel.context import doing
from gigafibre.privacy import links
from gigafibre.sales.pages.frame import public


@require_GET
@public
def personal(request: HttpRequest, token: str) -> StreamingHttpResponse:
    """Answer the ZIP, piece by piece, to whoever holds its link; each time is written down."""
    with doing("privacy.take_export"):
        key = links.taken(token, address=address_of(request), agent=agent_of(request))
    return zip_of(key)


def zip_of(key: UUID) -> StreamingHttpResponse:
    """Answer a stored ZIP, to be saved, kept by nobody on the way."""
    stored = files.of_keys([key])[0]
    answer = StreamingHttpResponse(files.pieces(stored), content_type="application/zip")
    answer["Content-Disposition"] = f'attachment; filename="{stored.name}"'
    answer["Content-Length"] = str(stored.size)
    answer["Cache-Control"] = "no-store"
    answer["Referrer-Policy"] = "no-referrer"
    answer["X-Robots-Tag"] = "noindex"
    return answer


urlpatterns = [path("personal/<str:token>", personal, name="privacy_personal")]
