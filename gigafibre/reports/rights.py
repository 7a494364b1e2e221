"""Whose each part of a joined page is: every key says the right that shows it; what says none is not given out."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Any

from gigafibre.kernel.actor import Actor
from gigafibre.reports.reading import rows

#: Keys of a part by the right that it takes to be shown them.
Rights = Mapping[str, Sequence[str]]


def only(rights: Rights, found: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    """Return what a reader may see of a part: keys of another right are absent, not empty."""
    return {key: found[key] for takes, keys in rights.items() if actor.may(takes) for key in keys}


def _first(found: list[dict[str, Any]]) -> dict[str, Any]:
    return found[0]


@dataclass(frozen=True)
class Block:
    """What one script gives to a page, key by key; `made` builds the keys from its rows (default: its only row)."""

    script: str
    rights: Rights
    made: Callable[[list[dict[str, Any]]], Mapping[str, Any]] = _first


def blocks(declared: Iterable[Block], given: Mapping[str, Any], actor: Actor) -> dict[str, Any]:
    """Return the keys of blocks that a reader may see; a script of which he may see nothing is not run."""
    page: dict[str, Any] = {}
    for block in declared:
        if any(actor.may(takes) for takes in block.rights):
            page |= only(block.rights, block.made(rows(block.script, given)), actor)
    return page
