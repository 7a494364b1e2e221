"""The registry of actions: one typed verb, from which API, command line, dialogs and documentation come.

    @action(permission="collections.suspend", label=Text("Suspendre un client", "Suspend a customer"))
    def suspend_customer(customer: CustomerRef, *, reason: str, on: date) -> str:
        '''Suspend every active subscription of a customer from a day on.'''

Called from outside, the verb checks input and permission, opens the transaction and leaves its trail (`perform.py`);
called inside another action, it joins that one: same transaction, same actor, no second check.
"""

from __future__ import annotations

import functools
import inspect
from collections.abc import Callable, Mapping
from dataclasses import dataclass, field
from typing import Any, ParamSpec, TypeVar, get_type_hints

from pydantic import BaseModel, ConfigDict, TypeAdapter, create_model

from gigafibre.kernel.errors import UnknownAction
from gigafibre.kernel.text import Text

P = ParamSpec("P")
R = TypeVar("R")


class ActionInput(BaseModel):
    """Base of every action's input: unknown fields are refused, text is trimmed."""

    model_config = ConfigDict(extra="forbid", str_strip_whitespace=True, frozen=True)


@dataclass(frozen=True)
class Action:
    """One verb: its name (`app.verb`), permission, words, and the shapes of what goes in and comes out."""

    name: str
    permission: str
    label: Text
    about: str
    verb: Callable[..., Any]
    input: type[ActionInput]
    output: TypeAdapter[Any]
    harmful: bool = False
    undo: str = ""
    undo_asks: bool = False
    proof: bool = False
    fields: Mapping[str, Text] = field(default_factory=dict)

    @property
    def app(self) -> str:
        """The app it belongs to."""
        return self.name.split(".")[0]


_actions: dict[str, Action] = {}


def action(
    *,
    permission: str,
    label: Text,
    harmful: bool = False,
    undo: str = "",
    undo_asks: bool = False,
    proof: bool = False,
    fields: Mapping[str, Text] | None = None,
) -> Callable[[Callable[P, R]], Callable[P, R]]:
    """Register a verb. `fields` names its inputs for people; `harmful` makes its button red; `undo` names the
    action that takes it back, and `undo_asks` that this takes more than what was said (see `taking_back.py`); `proof`
    asks a person to prove again who he is, unless he just did.
    """

    def register(verb: Callable[P, R]) -> Callable[P, R]:
        made = _make(verb, permission, label, harmful, undo, undo_asks, proof, fields or {})
        if made.name in _actions:
            raise ValueError(f"action {made.name} is registered twice")
        _actions[made.name] = made

        @functools.wraps(verb)
        def call(*args: P.args, **kwargs: P.kwargs) -> R:
            from gigafibre.kernel.perform import call_verb

            result: R = call_verb(made, args, kwargs)
            return result

        return call

    return register


def _make(
    verb: Callable[..., Any],
    permission: str,
    label: Text,
    harmful: bool,
    undo: str,
    undo_asks: bool,
    proof: bool,
    fields: Mapping[str, Text],
) -> Action:
    app = verb.__module__.split(".")[1]
    hints = get_type_hints(verb, include_extras=True)
    shape: dict[str, Any] = {}
    for parameter in inspect.signature(verb).parameters.values():
        if parameter.kind not in {parameter.POSITIONAL_OR_KEYWORD, parameter.KEYWORD_ONLY}:
            raise TypeError(f"{verb.__name__}: an action takes named parameters only")
        default = ... if parameter.default is parameter.empty else parameter.default
        shape[parameter.name] = (hints[parameter.name], default)
    if unknown := set(fields) - set(shape):
        raise TypeError(f"{verb.__name__}: no such inputs {sorted(unknown)}")
    title = "".join(part.capitalize() for part in f"{app}_{verb.__name__}".split("_"))
    return Action(
        name=f"{app}.{verb.__name__}",
        permission=permission,
        label=label,
        about=inspect.cleandoc(verb.__doc__ or ""),
        verb=verb,
        input=create_model(f"{title}Input", __base__=ActionInput, **shape),
        output=TypeAdapter(hints.get("return", type(None))),
        harmful=harmful,
        undo=undo,
        undo_asks=undo_asks,
        proof=proof,
        fields=fields,
    )


def get_action(name: str) -> Action:
    """Return an action by name, or refuse."""
    try:
        return _actions[name]
    except KeyError:
        raise UnknownAction(name=name) from None


def all_actions() -> list[Action]:
    """Return every action, by name."""
    return [_actions[name] for name in sorted(_actions)]


def forget(name: str) -> None:
    """Take an action out again (tests that make their own)."""
    _actions.pop(name, None)
