"""Our catalogue beside the former one over HTTP: each product that differs, and how many do."""

from __future__ import annotations

from dataclasses import asdict
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.legacy.catalogue import CATALOGUE, compared

router = Router(tags=["legacy"])
serve(router, "/catalogue-differences", CATALOGUE)


class CatalogueComparedOut(Schema):
    read_at: str | None
    products: int
    counts: dict[str, int]


@router.get(
    "/catalogue-compared",
    auth=Needs("legacy.read"),
    response=CatalogueComparedOut,
    operation_id="read_catalogue_compared",
)
def read_catalogue_compared(request: HttpRequest) -> dict[str, Any]:
    """Say how our catalogue compares with the one that was read last."""
    return asdict(compared())
