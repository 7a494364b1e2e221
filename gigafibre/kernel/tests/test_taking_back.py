"""What is offered to take a deed back: by what was given and came of it, by what the verb says, or not at all."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.perform import call_verb, perform
from gigafibre.kernel.registry import action, forget, get_action
from gigafibre.kernel.text import Text, speak

pytestmark = pytest.mark.django_db
WORDS = Text("Boîte", "Box")


def lend(box: str, *, shelf: str = "A", reason: str = "") -> int:
    """Lend a box; returns the loan's number."""
    return 7


def give_back(loan: int, *, shelf: str = "A", reason: str) -> None:
    """Bring a loan back."""


def paint(box: str, *, colour: str) -> None:
    """Paint a box: it says itself what it was."""
    taken_back_by("kernel.paint", box=box, colour="grey")


def burn(box: str) -> None:
    """Burn a box: what brings one back asks for more."""


def both(box: str) -> None:
    """Paint as a part of more: only the whole could be taken back."""
    taken_back_by("kernel.burn", box="first")
    call_verb(get_action("kernel.paint"), (), {"box": box, "colour": "red"})


@pytest.fixture(autouse=True)
def boxes() -> Iterator[None]:
    names = {
        lend: {"undo": "kernel.give_back"},
        give_back: {},
        paint: {"undo": "kernel.paint"},
        burn: {"undo": "kernel.lend", "undo_asks": True},
        both: {},
    }
    for verb, more in names.items():
        verb.__module__ = "gigafibre.kernel.boxes"
        right = "kernel.mend" if verb is give_back else "kernel.note"
        action(permission=right, label=WORDS, **more)(verb)  # type: ignore[arg-type]
    yield
    for verb in names:
        forget(f"kernel.{verb.__name__}")


def back(name: str, given: dict[str, Any], actor: Actor = SYSTEM) -> tuple[str, dict[str, Any]] | None:
    found = perform(f"kernel.{name}", given, actor=actor).back
    return (found.action.name, found.input) if found else None


def test_what_was_given_and_what_came_of_it_take_a_deed_back_in_the_readers_words() -> None:
    speak("en")
    lent = {"box": "B-1", "shelf": "C", "reason": "Asked"}
    assert back("lend", lent) == ("kernel.give_back", {"loan": 7, "shelf": "C", "reason": "Taken back at once"})
    speak("fr")
    again = {"loan": 7, "shelf": "C", "reason": "Annulé aussitôt"}
    assert back("lend", lent) == ("kernel.give_back", again)


def test_a_verb_says_itself_what_there_was_before_but_not_for_the_whole_it_is_part_of() -> None:
    assert back("paint", {"box": "B-1", "colour": "red"}) == ("kernel.paint", {"box": "B-1", "colour": "grey"})
    assert back("both", {"box": "B-1"}) == ("kernel.burn", {"box": "first"})


def test_nothing_is_offered_that_asks_for_more_or_that_one_may_not_do() -> None:
    assert back("burn", {"box": "B-1"}) is None
    assert back("give_back", {"loan": 7, "reason": "Fini"}) is None
    keeper = Actor("staff", 1, "Ève", frozenset({"kernel.note"}))
    assert back("lend", {"box": "B-1"}, keeper) is None
    assert back("lend", {"box": "B-1"}, Actor("staff", 1, "Ève", frozenset({"kernel.*"}))) is not None
