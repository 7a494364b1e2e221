"""Examples of every action: each builds the state the verb needs and returns valid input.

    @example("crm.create_customer")
    def _() -> dict[str, object]: ...

They live in `<app>/tests/examples.py`; `test_every_action.py` walks the registry with them.
"""

from __future__ import annotations

from collections.abc import Callable
from importlib import import_module
from importlib.util import find_spec
from typing import Any

from django.apps import apps

from gigafibre.kernel.models import Attachment, File, Note

Build = Callable[[], dict[str, Any]]
_examples: dict[str, Build] = {}


def example(action: str) -> Callable[[Build], Build]:
    """Register how to build the state of an action and its input."""

    def register(build: Build) -> Build:
        if action in _examples:
            raise ValueError(f"{action} has two examples")
        _examples[action] = build
        return build

    return register


def load_examples() -> dict[str, Build]:
    """Return every example by action name."""
    for config in apps.get_app_configs():
        module = f"{config.name}.tests.examples"
        if config.name.startswith("gigafibre.") and find_spec(f"{config.name}.tests") and find_spec(module):
            import_module(module)
    return dict(_examples)


def a_subject() -> str:
    """Name a record to write about: the kernel has none of its own, so a customer's row is made by its table."""
    customers = apps.get_model("crm", "Customer")._default_manager
    customers.get_or_create(number="C-4217", defaults={"display_name": "Sylvie Tremblay", "last_name": "Tremblay"})
    return "customer:C-4217"


@example("kernel.add_note")
def _note() -> dict[str, Any]:
    return {"subject": a_subject(), "text": "Appeler après 17 h."}


def a_note() -> int:
    """Write a note of the system's on a record; returns its id."""
    return int(Note.objects.create(subject=a_subject(), text="Appeler après 17 h.", author="system").pk)


@example("kernel.pin_note")
def _pin() -> dict[str, Any]:
    return {"note": a_note()}


@example("kernel.update_note")
def _correct() -> dict[str, Any]:
    return {"note": a_note(), "text": "Appeler après 18 h."}


@example("kernel.remove_note")
def _unwrite() -> dict[str, Any]:
    return {"note": a_note()}


def a_file() -> str:
    """Hang a file on a record; returns its key."""
    file = File.objects.create(sha256="0" * 64, size=3, content_type="text/plain", name="plan.txt", created_by="system")
    Attachment.objects.create(file=file, subject=a_subject(), permission="kernel.read_files")
    return str(file.pk)


@example("kernel.remove_file")
def _take_off() -> dict[str, Any]:
    return {"file": a_file(), "subject": a_subject()}


@example("kernel.set_setting")
def _setting() -> dict[str, Any]:
    return {"key": "company.name", "value": "Fibre du Suroît"}


@example("kernel.set_settings")
def _settings() -> dict[str, Any]:
    return {"values": {"company.name": "Fibre du Suroît", "company.accent": "#0f766e"}}


@example("kernel.set_series")
def _series() -> dict[str, Any]:
    return {"series": "payment", "prefix": "RECU-{year}-", "digits": 5, "following": 5000}


@example("kernel.retry_job")
def _failed_job() -> dict[str, Any]:
    from django.db import connection

    with connection.cursor() as cursor:
        cursor.execute(
            "INSERT INTO procrastinate_jobs (queue_name, task_name, queueing_lock, args, status) "
            "VALUES ('default', 'kernel.forget', 'kernel.forget', '{\"timestamp\": 5}', 'failed') RETURNING id"
        )
        return {"job": cursor.fetchone()[0]}


def _parked_delivery() -> int:
    from gigafibre.kernel.models import Delivery, Event

    event = Event.objects.create(type="kernel.Gone", subject="x:1", payload={}, actor="system")
    return Delivery.objects.create(event=event, handler="processes.gone.handle", subject="x:1", state="parked").pk


@example("kernel.retry_parked")
def _retry() -> dict[str, Any]:
    return {"work": f"delivery:{_parked_delivery()}"}


@example("kernel.skip_parked")
def _skip() -> dict[str, Any]:
    return {"work": f"delivery:{_parked_delivery()}", "reason": "Fait à la main."}
