"""Figures for a monitoring system, in the text format of Prometheus."""

import hmac
import time
from collections.abc import Awaitable, Callable, Iterable, Mapping
from contextlib import ExitStack
from typing import Any

from django.conf import settings
from django.db import DatabaseError, connections
from django.http import HttpRequest, HttpResponse, HttpResponseForbidden
from prometheus_client import CONTENT_TYPE_LATEST, REGISTRY, Gauge, Histogram, generate_latest
from prometheus_client.core import GaugeMetricFamily, Metric
from prometheus_client.registry import Collector
from psycopg_pool import PoolTimeout

from gigafibre.billing.queries.runs import runs
from gigafibre.config.requests import ROUTE
from gigafibre.identity.forwarded import PASSED_ON
from gigafibre.kernel.parked import parked_count
from gigafibre.kernel.queues import jobs_by_state, queues
from gigafibre.kernel.work import living_workers

Scope = dict[str, Any]
Receive = Callable[[], Awaitable[Mapping[str, Any]]]
Send = Callable[[Mapping[str, Any]], Awaitable[None]]
Application = Callable[[Scope, Receive, Send], Awaitable[None]]

REQUESTS = Histogram(
    "gigafibre_request_seconds",
    "Time from a request to the beginning of its answer.",
    ["method", "route", "status"],
    buckets=(0.005, 0.01, 0.025, 0.05, 0.1, 0.25, 0.5, 1, 2.5, 5, 10),
)
OPEN_ANSWERS = Gauge("gigafibre_open_answers", "Answers being given now, live pages among them.")
LIVE_STREAMS = Gauge("gigafibre_live_streams", "Pages that hear of changes as they happen, at this process.")
LIVE = "/api/v1/live"
METHODS = frozenset({"GET", "HEAD", "OPTIONS", "POST", "PUT", "PATCH", "DELETE"})


def measured(application: Application) -> Application:
    """Wrap an ASGI application so that every request is timed and counted by method, route and status."""

    async def measure(scope: Scope, receive: Receive, send: Send) -> None:
        if scope["type"] != "http":
            await application(scope, receive, send)
            return
        started = time.perf_counter()
        # Anybody may invent methods: each would be a series of figures for ever.
        method = scope["method"] if scope["method"] in METHODS else "other"

        async def watch(message: Mapping[str, Any]) -> None:
            if message["type"] == "http.response.start":
                route = scope.get(ROUTE, "none")
                REQUESTS.labels(method, route, message["status"]).observe(time.perf_counter() - started)
            await send(message)

        with ExitStack() as counted:
            counted.enter_context(OPEN_ANSWERS.track_inprogress())
            if scope["path"] == LIVE:
                counted.enter_context(LIVE_STREAMS.track_inprogress())
            await application(scope, receive, watch)

    return measure


class _Work(Collector):
    def collect(self) -> Iterable[Metric]:
        up = GaugeMetricFamily("gigafibre_database_up", "Whether the database answers.", 1)
        try:
            found = list(_figures())
        except (DatabaseError, PoolTimeout):
            up = GaugeMetricFamily("gigafibre_database_up", "Whether the database answers.", 0)
            found = []
        yield up
        yield from found
        yield from _pool()

    def describe(self) -> Iterable[Metric]:
        # So that registering asks the database nothing.
        return []


def _figures() -> Iterable[Metric]:
    yield _one("gigafibre_parked_work", "Deliveries and effects that wait for a person.", parked_count())
    yield _one("gigafibre_workers", "Work processes that gave a sign of life within a minute.", living_workers())
    depth = GaugeMetricFamily("gigafibre_queue_depth", "What waits to be done, by queue.", labels=["queue"])
    age = GaugeMetricFamily("gigafibre_queue_age_seconds", "How long the oldest due waits, by queue.", labels=["queue"])
    for queue in queues():
        depth.add_metric([queue.name], queue.waiting)
        age.add_metric([queue.name], queue.oldest_s)
    yield from (depth, age)
    jobs = GaugeMetricFamily("gigafibre_jobs", "Background jobs by state.", labels=["state"])
    for state, count in jobs_by_state().items():
        jobs.add_metric([state], count)
    yield jobs
    for run in runs(1):
        items = GaugeMetricFamily("gigafibre_run_customers", "Customers of the latest billing run.", labels=["state"])
        for state in ("waiting", "issued", "parked", "nothing"):
            items.add_metric([state], getattr(run, state))
        yield items
        yield _one("gigafibre_run_done", "Whether the latest billing run is done.", run.finished_at is not None)


def _pool() -> Iterable[Metric]:
    pool = getattr(connections["default"], "pool", None)
    if pool is None:
        return
    stats = pool.get_stats()
    yield _one("gigafibre_pool_connections", "Connections of this process's pool.", stats.get("pool_size", 0))
    yield _one("gigafibre_pool_idle", "Connections of the pool that wait for use.", stats.get("pool_available", 0))
    yield _one("gigafibre_pool_waiting", "Requests that wait for a connection.", stats.get("requests_waiting", 0))


def _one(name: str, about: str, value: float) -> Metric:
    return GaugeMetricFamily(name, about, value)


REGISTRY.register(_Work())


def metrics(request: HttpRequest) -> HttpResponse:
    """Answer a monitoring system on this machine, or one that brings GIGAFIBRE_METRICS_TOKEN; refuse all others."""
    if not _may_read(request):
        return HttpResponseForbidden("metrics: from this machine only, or with `Authorization: Bearer <token>`.")
    return HttpResponse(generate_latest(), content_type=CONTENT_TYPE_LATEST)


def _may_read(request: HttpRequest) -> bool:
    if token := settings.METRICS_TOKEN:
        return hmac.compare_digest(request.headers.get("Authorization", "").encode(), f"Bearer {token}".encode())
    # Behind a proxy on this machine everybody seems to come from here.
    return not request.META[PASSED_ON] and request.META.get("REMOTE_ADDR") in {"127.0.0.1", "::1"}
