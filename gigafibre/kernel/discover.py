"""Loading what apps register: verbs, facts, words, gauges, intents, search, then the stories that join them."""

from __future__ import annotations

import pkgutil
from importlib import import_module
from importlib.util import find_spec

from django.apps import apps

MODULES = (
    *("actions", "events", "labels", "personal", "gauges", "intents", "search", "switches", "settings", "tasks"),
    *("geocoding", "holds", "merges", "services", "retention"),
)


def discover() -> None:
    """Import the registering modules of every app of ours, then every module of `processes`."""
    ours = [config.name for config in apps.get_app_configs() if config.name.startswith("gigafibre.")]
    for name in ours:
        for module in MODULES:
            if find_spec(f"{name}.{module}"):
                import_module(f"{name}.{module}")
    processes = import_module("gigafibre.processes")
    for found in pkgutil.iter_modules(processes.__path__):
        if found.name not in {"apps", "tests"}:
            import_module(f"gigafibre.processes.{found.name}")
