"""The company's settings over HTTP; changed by the action `kernel.set_setting`."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Query, Router, Schema

from gigafibre.kernel import colours, settings
from gigafibre.kernel.http import Needs, actor_of
from gigafibre.kernel.listing import serve
from gigafibre.kernel.series_listing import SERIES
from gigafibre.kernel.text import current_language

router = Router(tags=["kernel"])


class SettingOut(Schema):
    """One setting: what it is for, its value, what it is when nobody sets it, and the JSON schema of its value."""

    key: str
    label: str
    takes: str
    value: Any = None
    default: Any = None
    value_schema: dict[str, Any]


@router.get("/settings", auth=Needs("kernel.settings"), response=list[SettingOut], operation_id="list_settings")
def list_settings(request: HttpRequest) -> list[dict[str, Any]]:
    """List the settings that the reader may change, by key; `takes` is the right it needs beside `kernel.settings`."""
    actor = actor_of(request)
    declared = {key: one for key, one in settings.all_declared().items() if not one.takes or actor.may(one.takes)}
    values = settings.many(*declared)
    return [
        {
            "key": key,
            "label": declared[key].about.in_(current_language()),
            "takes": declared[key].takes,
            "value": settings.as_json(key, values[key]),
            "default": settings.as_json(key, declared[key].default),
            "value_schema": settings.schema(key),
        }
        for key in sorted(declared)
    ]


class ContrastOut(Schema):
    """One pair that must be legible: its theme, which it is, how far apart it is and must be."""

    theme: str
    pair: str
    label: str
    ratio: float
    needed: float
    enough: bool


class AccentOut(Schema):
    """What a colour would be as accent: whether it is legible, the nearest shade that is, what each theme wears."""

    colour: str
    legible: bool
    nearest: str
    shades: dict[str, dict[str, str]]
    contrasts: list[ContrastOut]


@router.get("/settings/accent", auth=Needs("kernel.settings"), response=AccentOut, operation_id="try_accent")
def try_accent(request: HttpRequest, colour: Annotated[str, Query(pattern=r"^#[0-9A-Fa-f]{6}$")]) -> dict[str, Any]:
    """Try a colour as accent: its contrasts in both themes, and the nearest shade that passes."""
    return {
        "colour": colour.lower(),
        "legible": colours.legible(colour),
        "nearest": colours.nearest(colour),
        "shades": colours.shades(colour),
        "contrasts": [
            {
                "theme": one.theme,
                "pair": one.pair,
                "label": one.words.in_(),
                "ratio": one.ratio,
                "needed": one.needed,
                "enough": one.enough,
            }
            for one in colours.contrasts(colour)
        ],
    }


serve(router, "/series", SERIES)
