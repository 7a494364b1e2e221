"""Templates' texts: the places in them, what is wrong with them and where, and how they are filled."""

from __future__ import annotations

import re
from collections.abc import Iterable, Mapping
from difflib import get_close_matches

from gigafibre.kernel.errors import Detail
from gigafibre.kernel.text import Text

_PLACE = re.compile(r"\{([^{}\n]*)\}")
_BRACE = re.compile(r"[{}]")


def places(text: str) -> list[str]:
    """Return the variables a text names, each once, in order."""
    return list(dict.fromkeys(found.group(1).strip() for found in _PLACE.finditer(text)))


def faults(field: str, text: str, known: Iterable[str]) -> list[Detail]:
    """Return what is wrong in a text, each with its line and column: a variable nobody knows, a brace alone."""
    names = sorted(known)
    found: list[tuple[int, Detail]] = []
    for place in _PLACE.finditer(text):
        name = place.group(1).strip()
        if name not in names:
            near = next(iter(get_close_matches(name, names, 1)), "")
            said = Text(
                "Ligne {line}, colonne {column} : aucune variable ne s’appelle « {name} ».",
                "Line {line}, column {column}: no variable is called “{name}”.",
            )
            found.append((place.start(), _detail(field, "unknown_variable", said, text, place.start(), name, near)))
    bare = _PLACE.sub(lambda place: " " * len(place.group()), text)
    for brace in _BRACE.finditer(bare):
        said = Text(
            "Ligne {line}, colonne {column} : une accolade est seule.", "Line {line}, column {column}: a lone brace."
        )
        found.append((brace.start(), _detail(field, "lone_brace", said, text, brace.start(), "", "")))
    return [detail for _, detail in sorted(found, key=lambda one: one[0])]


def fill(text: str, values: Mapping[str, str]) -> str:
    """Fill the places of a checked text; a value is taken as it is, its own braces too. KeyError: one is missing."""
    return _PLACE.sub(lambda place: values[place.group(1).strip()], text)


def _detail(field: str, code: str, said: Text, text: str, at: int, name: str, near: str) -> Detail:
    before = text[:at]
    line, column = before.count("\n") + 1, at - (before.rfind("\n") + 1) + 1
    return Detail(field, code, said.with_(line=line, column=column, name=name), near)
