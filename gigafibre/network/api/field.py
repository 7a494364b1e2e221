"""What a technician's phone asks of the network: which device it is that was scanned."""

from __future__ import annotations

from typing import Annotated

from django.http import HttpRequest
from ninja import Query, Router

from gigafibre.kernel.http import Needs
from gigafibre.network.scanning import Scanned, scanned

router = Router(tags=["network"])


@router.get("/scan", auth=Needs("dispatch.work"), response=Scanned, operation_id="field_scan")
def field_scan(
    request: HttpRequest,
    text: Annotated[str, Query(min_length=1, max_length=200)],
    location: Annotated[str, Query(pattern=r"^(LOC-\d{1,12})?$")] = "",
) -> Scanned:
    """Understand a serial or a MAC in any notation; say at once: in stock, here, installed elsewhere, unknown."""
    return scanned(text, location=location)
