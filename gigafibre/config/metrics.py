"""Figures for a monitoring system, in the text format of Prometheus."""

import hmac
import os
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from typing import Any

from django.db import DatabaseError
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector

from gigafibre.identity.forwarded import PASSED_ON
from gigafibre.kernel.parked import parked_count

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

REQUESTS = Histogram(
    "gigafibre_request_seconds",
    "Time from a request to the beginning of its answer.",
    ["method", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
OPEN_ANSWERS = Gauge("gigafibre_open_answers", "Answers being given now, live pages among them.")


def measured(application: Application) -> Application:
    """Wrap an ASGI application so that every request is timed and counted by method and kind of status (2xx, 4xx …)."""

    async def measure(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        started = time.perf_counter()

        async def watch(message: Mapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                kind = f"{message['status'] // 100}xx"
                REQUESTS.labels(scope["method"], kind).observe(time.perf_counter() - started)
            await send(message)

        with OPEN_ANSWERS.track_inprogress():
            await application(scope, receive, watch)

    return measure


class _Work(Collector):
    def collect(self) -> Iterable[Metric]:
        try:
            parked = parked_count()
        except DatabaseError:
            yield GaugeMetricFamily("gigafibre_database_up", "Whether the database answers.", 0)
            return
        yield GaugeMetricFamily("gigafibre_database_up", "Whether the database answers.", 1)
        yield GaugeMetricFamily("gigafibre_parked_work", "Deliveries and effects that wait for a person.", parked)

    def describe(self) -> Iterable[Metric]:
        # So that registering asks the database nothing.
        return []


REGISTRY.register(_Work())


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer a monitoring system on this machine, or one that brings GIGAFIBRE_METRICS_TOKEN; refuse all others."""
    if not _may_read(request):
        return HttpResponseForbidden("metrics: from this machine only, or with `Authorization: Bearer <token>`.")
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    if token := os.environ.get("GIGAFIBRE_METRICS_TOKEN"):
        return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
    # Behind a proxy on this machine everybody seems to come from here.
    return not request.META[PASSED_ON] and request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"}
