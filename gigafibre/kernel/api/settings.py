"""The company's settings over HTTP; changed by the action `kernel.set_setting`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router, Schema

from gigafibre.kernel import settings
from gigafibre.kernel.http import Needs
from gigafibre.kernel.text import current_language

router = Router(tags=["kernel"])


class SettingOut(Schema):
    """One setting: what it is for, its value, what it is when nobody sets it, and the JSON schema of its value."""

    key: str
    label: str
    value: Any = None
    default: Any = None
    value_schema: dict[str, Any]


@router.get("/settings", auth=Needs("kernel.settings"), response=list[SettingOut], operation_id="list_settings")
def list_settings(request: HttpRequest) -> list[dict[str, Any]]:
    """List every declared setting, by key."""
    declared = settings.all_declared()
    values = settings.many(*declared)
    return [
        {
            "key": key,
            "label": declared[key].about.in_(current_language()),
            "value": settings.as_json(key, values[key]),
            "default": settings.as_json(key, declared[key].default),
            "value_schema": settings.schema(key),
        }
        for key in sorted(declared)
    ]
