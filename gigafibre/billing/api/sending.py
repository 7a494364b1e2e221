"""How a file made here is answered."""

from __future__ import annotations

from django.http import HttpResponse


def sent(content: bytes, name: str, *, kind: str = "application/pdf", how: str = "inline") -> HttpResponse:
    """Answer a file: to be looked at (`inline`) or to be saved (`attachment`), kept by no shared cache."""
    answer = HttpResponse(content, content_type=kind)
    answer["Content-Disposition"] = f'{how}; filename="{name}"'
    answer["Cache-Control"] = "private, no-cache"
    return answer
