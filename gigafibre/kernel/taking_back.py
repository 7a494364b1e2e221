"""How a deed is taken back: the verb that does it, with its input, offered for some seconds to who acted.

Three ways, from the most to the least that a verb has to say:

- the verb calls `taken_back_by("dispatch.add_time", job=…, …)` where it knows what was there before;
- its action names `undo=`, and what that verb requires was given under the same name, or is what the action
  returned (the one thing required that was not given); a required `reason` says that it was a slip;
- `undo=` with `asks=True`: taking it back takes more than what was said. It is named, not offered.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from typing import Any

from pydantic import ValidationError

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.context import Back
from gigafibre.kernel.registry import Action, ActionInput, get_action
from gigafibre.kernel.text import Text, current_language

AT_ONCE = Text("Annulé aussitôt", "Taken back at once")


@dataclass(frozen=True)
class TakenBack:
    """The action that takes a deed back, and its input as JSON data."""

    action: Action
    input: dict[str, Any]


def way_back(action: Action, given: ActionInput, result: Any, said: Back | None, actor: Actor) -> TakenBack | None:
    """Return how an actor takes back what he just did; nothing where it can't be, or he may not."""
    if said is not None:
        undoing, found = get_action(said.name), dict(said.input)
    elif action.undo and not action.undo_asks:
        undoing = get_action(action.undo)
        known = _known(undoing, given.model_dump(mode="json"), result)
        if known is None:
            return None
        found = known
    else:
        return None
    if not actor.may(undoing.permission) or undoing.proof:
        return None
    wanted = undoing.input.model_fields
    if "reason" in wanted and wanted["reason"].is_required():
        found.setdefault("reason", AT_ONCE.in_(current_language()))
    try:
        read = undoing.input.model_validate(found)
    except ValidationError:  # the deed is done: what reads otherwise now is only not offered
        return None
    return TakenBack(undoing, read.model_dump(mode="json", exclude_unset=True))


def _known(undoing: Action, given: Mapping[str, Any], result: Any) -> dict[str, Any] | None:
    """Return the undoing verb's input as far as the deed tells it; None where something required is missing."""
    wanted = undoing.input.model_fields
    # Why it was done is not why it is taken back.
    found = {name: given[name] for name in wanted if name in given and name != "reason"}
    missing = [name for name, field in wanted.items() if field.is_required() and name not in {*found, "reason"}]
    if len(missing) == 1 and isinstance(result, int | str) and not isinstance(result, bool):
        return found | {missing[0]: result}
    return None if missing else found
