"""Outside services over HTTP: how each is set up and stands; asked whether it works by `kernel.check_service`."""

from __future__ import annotations

from dataclasses import asdict
from datetime import datetime
from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel import services, settings
from gigafibre.kernel.http import Needs

router = Router(tags=["kernel"])


class ServiceCheckOut(Schema):
    """The last test: when it was asked for, whether it works (null: no answer yet), what was found, how to mend it."""

    at: datetime
    ok: bool | None
    said: str
    mend: str


class ServiceOut(Schema):
    """One outside service: set up by which settings and adapter, where to, how its effects stand if it `acts`."""

    code: str
    label: str
    about: str
    settings: list[str]
    adapter: str
    ready: bool
    address: str
    waiting: int
    parked: int
    acts: bool
    done_at: datetime | None
    failed_at: datetime | None
    error: str
    check: ServiceCheckOut | None


@router.get("/services", auth=Needs(settings.INTEGRATIONS), response=list[ServiceOut], operation_id="list_services")
def list_services(request: HttpRequest) -> list[dict[str, Any]]:
    """List the outside services by code."""
    return [_shaped(one) for one in services.services()]


def _shaped(one: services.Service) -> dict[str, Any]:
    check = services.last_check(one.code)
    return {
        "code": one.code,
        "label": one.label.in_(),
        "about": one.about.in_(),
        "settings": one.settings,
        **asdict(one.seen()),
        **asdict(services.work_of(one)),
        "acts": bool(one.kinds),
        "check": check and {"at": check.at, "ok": check.ok, "said": check.said.in_(), "mend": check.mend.in_()},
    }
