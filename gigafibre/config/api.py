"""The three APIs: one object each, so that a client can't name what it may not call."""

from __future__ import annotations

from importlib import import_module
from importlib.util import find_spec

from django.apps import apps
from ninja import NinjaAPI

from gigafibre.kernel.http import answer_refusals


def _assemble(audience: str, title: str, prefix: str) -> NinjaAPI:
    api = NinjaAPI(title=title, version="1", urls_namespace=audience, docs_url=None, openapi_url=None)
    answer_refusals(api)
    for app in apps.get_app_configs():
        module = f"{app.name}.api.{audience}"
        ours = app.name.startswith("gigafibre.") and app.label != "config"
        if ours and find_spec(f"{app.name}.api") and find_spec(module):
            api.add_router(prefix, import_module(module).router)
    return api


#: Staff and integrations, at /api/v1.
ops = _assemble("ops", "Gigafibre FSM", "")
#: Anybody, without logging in, at /api/public: each route brakes by itself and names nobody.
public = _assemble("public", "Gigafibre FSM, public", "")

#: Technicians' phones, at /api/field.
field = _assemble("field", "Gigafibre FSM, field", "")
