"""The tests that `docs/field-lessons.md` names are there."""

from __future__ import annotations

import re
from pathlib import Path

ROOT = Path(__file__).resolve().parent.parent.parent


def test_every_lesson_has_its_tests_and_proofs() -> None:
    lessons = re.findall(r"^\| (.+) \| (.*`test_.*`) \| (\w*) ?\|$", (ROOT / "docs/field-lessons.md").read_text(), re.M)
    assert len(lessons) == 23
    files = [*ROOT.glob("gigafibre/*/tests/test_*.py"), *ROOT.glob("tests/*/test_*.py")]
    known = {name for file in files for name in re.findall(r"^def (test_\w+)", file.read_text(), re.M)}
    named = {name for _, tests, _ in lessons for name in re.findall(r"`(\w+)`", tests)}
    assert named - known == set()
    assert {proof for _, _, proof in lessons if proof} <= {path.stem for path in ROOT.glob("bench/proofs/*.py")}
