"""The states of a subscription, and what each may become."""

from __future__ import annotations

from gigafibre.kernel.text import Text

STATES: dict[str, Text] = {
    "pending": Text("en attente", "pending"),
    "active": Text("actif", "active"),
    "suspended": Text("suspendu", "suspended"),
    "paused": Text("en pause", "paused"),
    "cancelled": Text("résilié", "cancelled"),
}

#: The same where they stand alone: in a list's column, in its filter.
CHOICES = {code: Text(words.fr.capitalize(), words.en.capitalize()) for code, words in STATES.items()}
LIVE = ("active", "suspended", "paused")
#: pending → active → suspended | paused → cancelled, and back to active.
NEXT: dict[str, tuple[str, ...]] = {
    "pending": ("active", "cancelled"),
    "active": ("suspended", "paused", "cancelled"),
    "suspended": ("active", "cancelled"),
    "paused": ("active", "suspended", "cancelled"),
    "cancelled": (),
}


def may_become(state: str, wanted: str) -> bool:
    """Say whether a subscription in a state may become another."""
    return wanted in NEXT[state]


def before(wanted: str) -> Text:
    """Name in words the states from which one gets to another."""
    names = [STATES[state] for state, following in NEXT.items() if wanted in following]
    return Text(" ou ".join(name.fr for name in names), " or ".join(name.en for name in names))
