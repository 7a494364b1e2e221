"""The list of ASVS is well formed: each point of level 2 once, in order, with a state, and the paths it names exist."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).parents[2]
LIST = (ROOT / "docs" / "asvs.md").read_text(encoding="utf-8")
ROW = re.compile(r"^\| (\d+\.\d+\.\d+) \| ([^|]+) \| ([^|]+) \| ([^|]+) \|$", re.MULTILINE)
NAMED = re.compile(r"`([\w./-]+)`")
#: Points of levels 1 and 2 by chapter in version 4.0.3, those struck out of it not counted.
POINTS = {1: 38, 2: 53, 3: 18, 4: 9, 5: 30, 6: 13, 7: 12, 8: 15, 9: 7, 10: 5, 11: 8, 12: 15, 13: 13, 14: 23}


def rows() -> list[tuple[str, str, str, str]]:
    return [(number, what, state, where) for number, what, state, where in ROW.findall(LIST)]


def paths(where: str) -> list[str]:
    """Return what a cell names that looks like a path: with a folder or an ending."""
    return [name for name in NAMED.findall(where) if "/" in name or re.search(r"\.(md|toml|lock|py)$", name)]


def test_every_point_stands_once_in_order_and_none_is_forgotten() -> None:
    numbers = [tuple(map(int, number.split("."))) for number, *_ in rows()]
    assert numbers == sorted(set(numbers))
    counted = {chapter: sum(number[0] == chapter for number in numbers) for chapter in POINTS}
    assert counted == POINTS
    assert len(re.findall(r"^\| \d", LIST, re.MULTILINE)) == len(numbers), "a row is not well formed"


def test_every_point_has_a_state_and_says_where_or_why() -> None:
    for number, what, state, where in rows():
        assert state in {"met", "open", "n/a"}, number
        assert len(what) > 3, number
        assert len(where) > 3, number


def test_the_paths_it_names_are_there() -> None:
    named = {name for *_, where in rows() for name in paths(where)}
    coming = {"deploy/"}  # named as what lacks
    missing = [
        name for name in sorted(named - coming) if not ((ROOT / name).exists() or (ROOT / "gigafibre" / name).exists())
    ]
    assert missing == []
    assert len(named) > 60
