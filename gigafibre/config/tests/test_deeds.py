"""What is done outside of actions has a name, so that the trail tells it in words."""

from __future__ import annotations

import re
from pathlib import Path

from django.conf import settings

from gigafibre.kernel.describe import all_deeds
from gigafibre.kernel.intents import all_kinds
from gigafibre.kernel.registry import all_actions

OURS = Path(settings.BASE_DIR) / "gigafibre"
DOING = re.compile(r"\bdoing\(\s*\"([a-z_.]+)\"")
HANDLER = re.compile(r"^@on\(\w+\)\ndef (\w+)\(.*\) -> None:$", re.MULTILINE)


def handlers() -> set[str]:
    ours = [path for path in OURS.rglob("*.py") if "tests" not in path.parts]
    return {
        ".".join([*path.relative_to(OURS).with_suffix("").parts, name])
        for path in ours
        for name in HANDLER.findall(path.read_text())
    }


def test_each_deed_outside_of_actions_has_a_name_and_each_name_a_deed() -> None:
    written = {
        name for path in OURS.rglob("*.py") if "tests" not in path.parts for name in DOING.findall(path.read_text())
    }
    assert len(written) > 10
    assert len(handlers()) > 40
    assert len(all_kinds()) > 5
    assert written | handlers() | all_kinds() == set(all_deeds())
    assert not written & {action.name for action in all_actions()}
