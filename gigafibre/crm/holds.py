"""What keeps a place with its customer: apps above say what is under way there, and it moves only when nothing is.

@holds_location(Text("abonnement en cours", "running subscription"))
def running(location_id: int) -> list[str]: ...
"""

from __future__ import annotations

from collections.abc import Callable

from gigafibre.kernel.text import Text

Holding = Callable[[int], list[str]]
_holding: dict[str, tuple[Text, Holding]] = {}


def holds_location(what: Text) -> Callable[[Holding], Holding]:
    """Register what may keep a place: the function takes the location's key and returns numbers (or words) of it."""

    def register(find: Holding) -> Holding:
        _holding[f"{find.__module__}.{find.__name__}"] = (what, find)
        return find

    return register


def held_by(location_id: int) -> list[tuple[Text, list[str]]]:
    """Return what keeps a place, each kind with its numbers; empty when nothing does."""
    found = [(what, find(location_id)) for _, (what, find) in sorted(_holding.items())]
    return [(what, numbers) for what, numbers in found if numbers]
