"""Which commit a proof holds for: results that are committed make none of them old."""

from __future__ import annotations

import subprocess
from pathlib import Path

import pytest

from bench.proofs import harness


@pytest.fixture
def tree(tmp_path: Path) -> Path:
    git(tmp_path, "init", "-q")
    git(tmp_path, "config", "user.email", "proof@example.com")
    git(tmp_path, "config", "user.name", "Proof")
    written(tmp_path, "rule.py", "one")
    git(tmp_path, "add", "-A")
    git(tmp_path, "commit", "-qm", "A rule")
    return tmp_path


def git(tree: Path, *words: str) -> str:
    return subprocess.check_output(["git", *words], cwd=tree, text=True).strip()


def written(tree: Path, name: str, text: str) -> None:
    path = tree / name
    path.parent.mkdir(parents=True, exist_ok=True)
    path.write_text(text)


def test_a_commit_that_only_adds_results_is_no_change(tree: Path) -> None:
    here = harness.commit(tree)
    assert here == git(tree, "rev-parse", "HEAD")
    written(tree, "docs/proofs/events.json", "{}")
    assert harness.commit(tree) == here
    git(tree, "add", "-A")
    git(tree, "commit", "-qm", "What was proven")
    assert harness.commit(tree) == here != git(tree, "rev-parse", "HEAD")
    assert harness.can_be_resumed(here)


def test_any_other_change_is_one_committed_or_not(tree: Path) -> None:
    here = harness.commit(tree)
    written(tree, "rule.py", "two")
    assert harness.commit(tree) == here + "+"
    assert not harness.can_be_resumed(here + "+")
    written(tree, "docs/proofs/events.json", "{}")
    git(tree, "add", "-A")
    git(tree, "commit", "-qm", "Another rule, and a result")
    assert harness.commit(tree) == git(tree, "rev-parse", "HEAD") != here


def test_rounds_that_held_are_not_run_again_for_the_same_tree(
    tree: Path, monkeypatch: pytest.MonkeyPatch, capsys: pytest.CaptureFixture[str]
) -> None:
    monkeypatch.setattr(harness, "RESULTS", tree / "docs" / "proofs")
    monkeypatch.setattr(harness, "commit", lambda: "abc")
    ran: list[str] = []

    def held() -> dict[str, int]:
        ran.append("held")
        return {"documents": 68}

    def fails() -> dict[str, int]:
        ran.append("fails")
        raise AssertionError("a number was given twice")

    assert harness.prove("month", {"one": held, "two": fails}, seed=1) == 1
    assert harness.standing() == 1
    assert "did not hold" in capsys.readouterr().out
    assert harness.prove("month", {"one": held, "two": held}, seed=1) == 0
    assert ran == ["held", "fails", "held"]
    assert harness.standing() == 0
    assert harness.prove("month", {"one": held, "two": held}, seed=2) == 0
    assert ran == ["held", "fails", "held", "held", "held"]
    monkeypatch.setattr(harness, "commit", lambda: "abd")
    assert harness.standing() == 1
