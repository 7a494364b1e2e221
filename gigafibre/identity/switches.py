"""What may act on customers by itself, each behind a switch that a named person turns; all are off after an import.

The app that acts declares its switch in its `switches.py`, with a forecast of what turning it on would do:

    declare("billing.run", label=Text(...), about=Text(...), forecast=what_the_next_run_would_bill)
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from gigafibre.identity.queries import switch_is_on
from gigafibre.kernel.intents import set_gate
from gigafibre.kernel.text import Text

Forecast = Callable[[], Sequence[Text]]


@dataclass(frozen=True)
class Declared:
    """One switch: its words, and the figures of what turning it on would do."""

    code: str
    label: Text
    about: Text
    forecast: Forecast


_declared: dict[str, Declared] = {}


def declare(code: str, *, label: Text, about: Text, forecast: Forecast) -> None:
    """Declare a switch, once, at import; `forecast` says in a few sentences what turning it on would do."""
    if code in _declared:
        raise ValueError(f"switch {code} is declared twice")
    _declared[code] = Declared(code, label, about, forecast)


def declared(code: str) -> Declared | None:
    """Return a switch by code."""
    return _declared.get(code)


def all_declared() -> list[Declared]:
    """Return every switch, by code."""
    return [_declared[code] for code in sorted(_declared)]


def forget(code: str) -> None:
    """Take a switch out again (tests that make their own)."""
    _declared.pop(code, None)


set_gate(switch_is_on)
