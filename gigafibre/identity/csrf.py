"""Cross-site request forgery: what a cookie login takes to write (a token login needs none)."""

from __future__ import annotations

from django.http import HttpRequest
from ninja.utils import check_csrf


def comes_from_our_page(request: HttpRequest) -> bool:
    """Say whether a request carries the CSRF token and comes from an origin of ours."""
    return check_csrf(request) is None
