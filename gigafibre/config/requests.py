"""Each request has an id and a route, by which its lines in the log and its figures are found."""

from __future__ import annotations

import re
import time
import uuid
from collections.abc import Callable

import structlog
from django.conf import settings
from django.http import HttpRequest
from django.http.response import HttpResponseBase
from structlog.contextvars import bound_contextvars

from gigafibre.identity.address import from_trusted_proxy

log = structlog.get_logger("gigafibre.requests")

#: What a trusted proxy may call a request; anything else gets an id of ours.
_GIVEN = re.compile(r"[A-Za-z0-9._:-]{8,64}")
#: Where the middleware leaves the route for whoever measures the whole answer.
ROUTE = "gigafibre.route"
#: Asked every few seconds by machines: counted, not written down.
QUIET = frozenset({"healthz", "readyz", "metrics", "static"})


class RequestId:
    """Give each request an id (a trusted proxy's, else ours), say it in `X-Request-ID`, write down how it ended."""

    sync_capable, async_capable = True, False

    def __init__(self, get_response: Callable[[HttpRequest], HttpResponseBase]) -> None:
        self.get_response = get_response

    def __call__(self, request: HttpRequest) -> HttpResponseBase:
        """Answer the request."""
        began = time.perf_counter()
        name = id_of(request)
        with bound_contextvars(request=name):
            response = self.get_response(request)
            response["X-Request-ID"] = name
            route = route_of(request)
            getattr(request, "scope", {})[ROUTE] = route
            if route not in QUIET:
                _write_down(request, response.status_code, route, time.perf_counter() - began)
        return response


def id_of(request: HttpRequest) -> str:
    """Return the id that a trusted proxy gave a request, else a new one (32 hexadecimal digits)."""
    given: str = request.META.get("HTTP_X_REQUEST_ID", "")
    if given and from_trusted_proxy(request) and _GIVEN.fullmatch(given):
        return given
    return uuid.uuid4().hex


def route_of(request: HttpRequest) -> str:
    """Return the route that answers a request, without its values: `api/v1/customers/{number}`, `page`, `static`."""
    match = request.resolver_match
    if match is None:
        return "static" if request.path.startswith(settings.STATIC_URL) else "none"
    if match.route.startswith("^"):
        return "page"
    return re.sub(r"<(?:[^:>]+:)?([^>]+)>", r"{\1}", match.route) or "page"


def _write_down(request: HttpRequest, status: int, route: str, took: float) -> None:
    actor = getattr(request, "actor", None)
    who = {} if actor is None else {"actor": f"{actor.kind}:{actor.id}"}
    say = log.warning if status >= 500 and status != 503 else log.info
    say("request", method=request.method, route=route, status=status, ms=round(took * 1000, 1), **who)
