"""Paper for customers who want it: what of a run is to print, and the files for the printer."""

from __future__ import annotations

import datetime
from dataclasses import asdict
from typing import Any

from django.http import HttpRequest, StreamingHttpResponse
from ninja import Router

from gigafibre.billing.printing_schemas import PrintingOut
from gigafibre.billing.queries.printing import print_file, printing_of
from gigafibre.kernel import files
from gigafibre.kernel.http import Needs

router = Router(tags=["billing"])
READ = Needs("billing.read")
_PDF = {"responses": {200: {"content": {"application/pdf": {}}, "description": "The file, to be saved"}}}


@router.get("/billing-runs/{date}/printing", auth=READ, response=PrintingOut, operation_id="read_printing")
def read_printing(request: HttpRequest, date: datetime.date) -> dict[str, Any]:
    """Return what of a run is for customers who want paper, what of it waits, and its files for the printer."""
    return asdict(printing_of(date))


@router.get(
    "/print-files/{number}/document", auth=Needs("billing.run"), operation_id="read_print_file", openapi_extra=_PDF
)
def read_print_file(request: HttpRequest, number: str) -> StreamingHttpResponse:
    """Return a file for the printer while it is kept, piece by piece."""
    stored, name = print_file(number)
    answer = StreamingHttpResponse(files.pieces(stored), content_type="application/pdf")
    answer["Content-Disposition"] = f'attachment; filename="{name}"'
    answer["Content-Length"] = str(stored.size)
    answer["Cache-Control"] = "private, no-store"
    return answer
