"""What a dialog offers to choose from is said in words: every value of every action, in both languages."""

from __future__ import annotations

import json
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from gigafibre.kernel.registry import all_actions

WORDS = Path(__file__).parents[3] / "web" / "src" / "shared" / "i18n"


def values(shape: Any) -> Iterator[str]:
    """Give every value that a part of a JSON schema lets one choose."""
    if isinstance(shape, dict):
        yield from map(str, [*shape.get("enum", []), *([shape["const"]] if "const" in shape else [])])
        for part in shape.values():
            yield from values(part)
    elif isinstance(shape, list):
        for part in shape:
            yield from values(part)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_choice_of_every_dialog_has_its_word(language: str) -> None:
    words = json.loads((WORDS / language / "base" / "choice.json").read_text())
    silent = {
        f"{action.name}.{field}: {value}"
        for action in all_actions()
        if ".tests." not in action.verb.__module__
        for field, shape in action.input.model_json_schema()["properties"].items()
        for value in values(shape)
        if value and f"{field}_{value}" not in words and value not in words
    }
    assert sorted(silent) == []
