"""One record takes the place of another (two customers who are one): what names the former means its successor.

Who names a former record in an action is refused and told the successor. Rows follow under a setting of the
transaction, and the database lets nothing else of them change (`kernel.schema.follows`).
"""

from __future__ import annotations

from collections.abc import Iterator
from contextlib import contextmanager
from functools import cache
from typing import Any

from django.db import DatabaseError, connection
from django.db.models import Q

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.models import Attachment, Delivery, Note, Succession
from gigafibre.kernel.registry import Action, ActionInput
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

#: What the database says when a former record is named.
GONE = "GF001"
#: Holds what an action names until it is done, and refuses a former record.
NAMES = Prepared("SELECT kernel_name(%s::text[])")


class RecordSucceeded(Refusal):
    """Another record took the place of the one named."""

    code, status = "record_succeeded", 409
    text = Text(
        "{former} a été fusionné avec {successor} : agissez sur {successor}.",
        "{former} was merged into {successor}: act on {successor}.",
    )


@contextmanager
def told() -> Iterator[None]:
    """Tell whoever names a former record who took its place, where the database found it. Raises RecordSucceeded."""
    try:
        yield
    except DatabaseError as error:
        if getattr(error.__cause__, "sqlstate", None) != GONE:
            raise
        diagnostics: Any = getattr(error.__cause__, "diag", None)
        former, _, successor = str(getattr(diagnostics, "message_primary", "")).partition(" ")
        raise RecordSucceeded(former=former, successor=successor) from error


def named_by(action: Action, given: ActionInput) -> list[str]:
    """Return the records an input names, as subjects (`customer:C-4217`)."""
    named: list[str] = []
    for field, kind in _refs(action.input):
        value = getattr(given, field)
        values = value if isinstance(value, list | tuple | set) else [value]
        named += [f"{kind}:{one}" for one in values if isinstance(one, str) and one]
    return named


@cache
def _refs(shape: type[ActionInput]) -> tuple[tuple[str, str], ...]:
    """Return the fields of an input that name records, each with the kind it names."""
    found: list[tuple[str, str]] = []
    for name, said in shape.model_json_schema().get("properties", {}).items():
        formats = [str(one.get("format", "")) for one in (said, *said.get("anyOf", ()), said.get("items", {}))]
        found += [(name, form.removeprefix("ref:")) for form in formats if form.startswith("ref:")]
    return tuple(found)


def former_subjects(subject: str) -> list[str]:
    """Return the subjects that a record took the place of: what was written under their names is its past too."""
    kind, _, number = subject.partition(":")
    formers = Succession.objects.filter(kind=kind, successor=number).order_by("pk")
    return [f"{kind}:{former}" for former in formers.values_list("former", flat=True)]


def undone_of(kind: str, number: str) -> list[str]:
    """Return the types of the facts that name a record and are still on their way to somebody, at most ten."""
    waiting = Delivery.objects.filter(state__in=[Delivery.State.PENDING, Delivery.State.PARKED])
    named = Q(event__subject=f"{kind}:{number}") | Q(**{f"event__payload__{kind}": number})
    types = waiting.filter(named).order_by("event__type").values_list("event__type", flat=True).distinct()
    return list(types[:10])


def hold_alone(kind: str, *numbers: str) -> None:
    """Wait for every action that names these records, and let others wait until the transaction ends."""
    with connection.cursor() as cursor:
        for number in sorted(numbers):
            cursor.execute("SELECT pg_advisory_xact_lock(20260110, hashtext(%s))", [f"{kind}:{number}"])


def succeed(kind: str, former: tuple[str, int], successor: tuple[str, int]) -> None:
    """Write that a record (number, key) took the place of another; its notes and files follow at once."""
    Succession.objects.filter(kind=kind, successor_id=former[1]).update(
        successor=successor[0], successor_id=successor[1]
    )
    Succession.objects.create(
        kind=kind, former=former[0], former_id=former[1], successor=successor[0], successor_id=successor[1]
    )
    before, after = f"{kind}:{former[0]}", f"{kind}:{successor[0]}"
    Attachment.objects.filter(subject=before).update(subject=after)
    Note.objects.filter(subject=before).update(subject=after)


def pairs(kind: str) -> list[tuple[int, int]]:
    """Return every former record's key with its successor's."""
    return list(Succession.objects.filter(kind=kind).order_by("pk").values_list("former_id", "successor_id"))


@contextmanager
def following() -> Iterator[None]:
    """Let rows follow to a successor: under this, the database lets nothing else of them change."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT set_config('gigafibre.following', 'on', true)")
        yield
        cursor.execute("SELECT set_config('gigafibre.following', '', true)")
