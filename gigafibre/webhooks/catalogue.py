"""What one may be told of: every fact that apps publish, under its public name, with an example."""

from __future__ import annotations

import inspect
import re
from dataclasses import dataclass
from datetime import date, datetime, time
from decimal import Decimal
from enum import Enum
from functools import cache
from types import UnionType
from typing import Annotated, Any, Literal, Union, get_args, get_origin
from uuid import UUID

from pydantic import BaseModel

from gigafibre.kernel.events import all_event_types
from gigafibre.webhooks.names import NAMES

TEST = "webhooks.test"
#: When the examples happened.
EXAMPLE_TIME = "2026-11-21T15:00:00Z"
_NUMBERS = {
    "customer": "C-4217", "invoice": "F-2026-10423", "payment": "PAY-8812", "subscription": "SUB-3301",
    "contract": "CT-1180", "quotation": "Q-2044", "job": "J-5120", "issue": "T-902", "location": "LOC-77",
}  # fmt: skip

_PLAIN: dict[Any, Any] = {
    Decimal: Decimal("60.00"), date: "2026-11-21", datetime: EXAMPLE_TIME, time: "09:00:00", bool: True, int: 1,
    float: 1.0, UUID: "4f1c9a52-0d5e-4b7e-9c1b-6a2f3e8d7c10",
}  # fmt: skip


@dataclass(frozen=True)
class Kind:
    """One kind of fact: its public name (`payments.payment_received`), what it says, and an example of its data."""

    name: str
    stored: str
    version: int
    about: str
    example: dict[str, Any]

    @property
    def label(self) -> str:
        """Return what people call it, in the reader's language."""
        return NAMES[self.name].in_()


def public_name(stored: str) -> str:
    """Return the public name of a stored type: `payments.PaymentReceived` is `payments.payment_received`."""
    app, _, name = stored.partition(".")
    return f"{app}." + re.sub(r"(?<!^)(?=[A-Z])", "_", name).lower()


@cache
def kinds() -> tuple[Kind, ...]:
    """Return every kind of fact, by name."""
    found = [
        Kind(public_name(stored), stored, cls.version, (inspect.getdoc(cls) or "").split("\n")[0], example_of(cls))
        for stored, cls in all_event_types().items()
        if not cls.__name__.startswith("_")  # What several facts share is none itself.
    ]
    return tuple(sorted(found, key=lambda kind: kind.name))


def named(name: str) -> Kind | None:
    """Return a kind by its public name."""
    return next((kind for kind in kinds() if kind.name == name), None)


def example_of(cls: type[BaseModel]) -> dict[str, Any]:
    """Return plausible data of a fact as it is posted, always the same."""
    made = {name: _value(name, known.annotation) for name, known in cls.model_fields.items()}
    return cls.model_validate(made).model_dump(mode="json")


def _value(name: str, kind: Any) -> Any:
    origin, inner = get_origin(kind), [one for one in get_args(kind) if one is not type(None)]
    if origin is Annotated or origin in {Union, UnionType}:
        return _value(name, inner[0])
    if origin is Literal:
        return inner[0]
    if origin in {list, tuple, set, frozenset}:
        return [_value(name.removesuffix("s"), inner[0])]
    if origin is dict:
        return {_value(name, inner[0]): _value(name, inner[1])}
    if isinstance(kind, type) and issubclass(kind, BaseModel):
        return example_of(kind)
    if isinstance(kind, type) and issubclass(kind, Enum):
        return next(iter(kind)).value
    return _PLAIN[kind] if kind in _PLAIN else _NUMBERS.get(name, f"{name}-1")
