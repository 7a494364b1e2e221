"""What a proxy says of the request it passes on, taken from a trusted one and from nobody else."""

from __future__ import annotations

from collections.abc import Callable

from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase

from gigafibre.identity.address import from_trusted_proxy

#: In a request's META: a proxy passed it on, whether we believe it or not. No header can write here.
PASSED_ON = "gigafibre.passed_on"
_SCHEME = "HTTP_X_FORWARDED_PROTO"


class ForwardedHeaders:
    """Take every forwarded header away that no trusted proxy sent; first of all, since scheme and origin hang on them.

    Of several schemes the last counts: what the nearest proxy added, not what the browser had sent it.
    """

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request that is left."""
        said = [name for name in request.META if _is_of_proxies(name)]
        request.META[PASSED_ON] = bool(said)
        if not from_trusted_proxy(request):
            for name in said:
                del request.META[name]
        elif _SCHEME in request.META:
            request.META[_SCHEME] = request.META[_SCHEME].rpartition(",")[2].strip().lower()
        return self.get_response(request)


def named_by_proxy(request: HttpRequest) -> str:
    """Return whom a proxy of ours says that it let through, by email; "" where it says nothing, or nobody asks it."""
    name = _login_header()
    return str(request.META.get(name, "")).strip() if name and from_trusted_proxy(request) else ""


def _login_header() -> str:
    return "HTTP_" + settings.LOGIN_HEADER.upper().replace("-", "_") if settings.LOGIN_HEADER else ""


def _is_of_proxies(name: str) -> bool:
    return (
        name == _login_header() or name.startswith("HTTP_X_FORWARDED_") or name in {"HTTP_FORWARDED", "HTTP_X_REAL_IP"}
    )
