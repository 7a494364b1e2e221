"""What the platform says of itself on stderr: one line per thing, with the request, the action and who acts.

`GIGAFIBRE_LOG=json` writes objects for a log collector (journald, Loki, Elastic), `console` lines for people. Nothing
a customer said or owns, and no secret, goes in: values are cut out of refusals of the database and of what validation
saw, routes stand for addresses, people are numbers.
"""

from __future__ import annotations

import logging
import logging.config
import re
import sys
from collections.abc import MutableMapping
from http.client import responses
from typing import Any

import structlog
from structlog.typing import Processor

from gigafibre.kernel.actor import current_actor, someone_acts
from gigafibre.kernel.context import running

Said = MutableMapping[str, Any]

_SECRET = re.compile(r"password|passwd|secret|token|api_?key|authorization|cookie|credential", re.IGNORECASE)
#: What PostgreSQL, pydantic and libpq quote of the values they refuse; links whose last part opens something.
_QUOTED = (
    (re.compile(r"^(DETAIL|CONTEXT):.*$", re.MULTILINE), r"\1: …"),
    (re.compile(r"input_value=.*?, input_type="), "input_value=…, input_type="),
    (re.compile(r"(\w+://[^\s:/@]+):[^\s@]+@"), r"\1:…@"),
    (re.compile(r"/(sign|quote|unsubscribe)/[^\s/?\"']+"), r"/\1/…"),
    (re.compile(r"\bpassword=\S+"), "password=…"),
)


def wanted(shape: str, level: str) -> dict[str, Any]:
    """Return the logging settings for a shape (`console`, `json`) and the least that our own code says."""
    return {
        "version": 1,
        "disable_existing_loggers": False,
        "handlers": {"stderr": {"class": "logging.StreamHandler", "formatter": "said"}},
        "formatters": {"said": {"()": "gigafibre.config.logs.formatter", "shape": shape}},
        # What breaks inside is told to nobody outside, so it must be told here.
        "root": {"handlers": ["stderr"], "level": "WARNING"},
        "loggers": {
            "gigafibre": {"level": level.upper()},
            # Each request is a line where machines read; people at a console want what needs them.
            "gigafibre.requests": {"level": "INFO" if shape == "json" else "WARNING"},
            # While the database is away the pool says so for every try; whoever needed a connection says it once.
            "psycopg.pool": {"level": "ERROR"},
            # A refusal is the request's own line; what broke is told here.
            "django.request": {"level": "ERROR", "filters": ["not_merely_unready"]},
        },
        # A load balancer asks /readyz every second: "not yet" is an answer, not an error.
        "filters": {
            "not_merely_unready": {
                "()": "django.utils.log.CallbackFilter",
                "callback": lambda record: getattr(record, "status_code", 0) != 503,
            },
        },
    }


def configure(settings: dict[str, Any]) -> None:
    """Set up Python's logging and structlog's alike (Django calls this with `LOGGING`)."""
    logging.config.dictConfig(settings)
    structlog.configure(
        processors=[
            structlog.stdlib.filter_by_level,
            *shared(),
            structlog.stdlib.ProcessorFormatter.wrap_for_formatter,
        ],
        wrapper_class=structlog.stdlib.BoundLogger,
        logger_factory=structlog.stdlib.LoggerFactory(),
    )


def shared() -> list[Processor]:
    """Return what is done to every line, ours and those of libraries."""
    return [
        structlog.contextvars.merge_contextvars,
        structlog.stdlib.add_log_level,
        structlog.stdlib.add_logger_name,
        structlog.processors.TimeStamper(fmt="iso", utc=True),
        _route_for_address,
        _who_and_what,
        structlog.processors.format_exc_info,
        without_values,
    ]


def formatter(shape: str) -> logging.Formatter:
    """Return how a line is written: `json`, or `console` (in colours on a terminal)."""
    last: Processor = (
        structlog.processors.JSONRenderer(ensure_ascii=False, default=str)
        if shape == "json"
        else structlog.dev.ConsoleRenderer(colors=sys.stderr.isatty(), pad_event_to=0)
    )
    return structlog.stdlib.ProcessorFormatter(
        processors=[structlog.stdlib.ProcessorFormatter.remove_processors_meta, last],
        foreign_pre_chain=shared(),
    )


def without_values(logger: Any, method: str, said: Said) -> Said:
    """Cut secrets and quoted values out of a line."""
    for key, value in said.items():
        if _SECRET.search(key):
            said[key] = "…"
        elif isinstance(value, str) and not key.startswith("_"):
            for pattern, instead in _QUOTED:
                value = pattern.sub(instead, value)
            said[key] = value
    return said


def _who_and_what(logger: Any, method: str, said: Said) -> Said:
    """Add the action (or handler) that runs, its run's id, and who acts, by kind and number."""
    now = running()
    if now is not None:
        said.setdefault("action", now.name)
        if now.run:
            said.setdefault("run", str(now.run))
    actor = now.actor if now is not None else current_actor() if someone_acts() else None
    if actor is not None:
        said.setdefault("actor", f"{actor.kind}:{actor.id}" if actor.id is not None else actor.kind)
    return said


def _route_for_address(logger: Any, method: str, said: Said) -> Said:
    """Let Django's own lines name the route: an address may hold a link's secret, or what somebody searched for."""
    record = said.get("_record")
    request = getattr(record, "request", None)
    if record is not None and record.name == "django.request" and request is not None:
        from gigafibre.config.requests import route_of

        said["event"] = responses.get(getattr(record, "status_code", 0), "request")
        said["route"] = route_of(request)
        said["status"] = getattr(record, "status_code", None)
    return said
