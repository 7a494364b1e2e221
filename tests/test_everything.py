"""The closing line of `make test` is what decides whether a change lands: its counts are counted right."""

import sys
import time

import pytest

from tests.everything import Step, run

PYTEST = "SKIPPED [1] a.py:1: no server\\n===== 2 failed, 31 passed, 1 skipped, 3 warnings, 1 error in 9.1s ====="
VITEST = " Test Files  12 passed (12)\\n      Tests  1 failed | 48 passed (49)"
NODE = "ℹ tests 9\\nℹ pass 7\\nℹ fail 0\\nℹ cancelled 0\\nℹ skipped 2"


@pytest.mark.parametrize(
    ("printed", "code", "counts"),
    [
        (PYTEST, 1, (31, 1, 1)),
        (VITEST, 1, (48, 1, 0)),
        (NODE, 0, (7, 0, 2)),
        ("All checks passed!", 0, (1, 0, 0)),
        ("a.py:1: wrong", 1, (0, 1, 0)),
        ("7 passed in 1.0s", 2, (7, 1, 0)),
    ],
)
def test_each_runner_is_understood(printed: str, code: int, counts: tuple[int, int, int]) -> None:
    said: list[str] = []
    script = f"import sys; sys.stdout.reconfigure(encoding='utf-8'); print('{printed}'); sys.exit({code})"
    (step,) = run([Step("it", [sys.executable, "-c", script], "lint")], said.append)
    assert step.counts() == counts
    assert ("wrong" in "".join(said)) == (printed == "a.py:1: wrong")


def test_a_step_that_cannot_run_here_says_why_and_holds_nobody_up() -> None:
    said: list[str] = []
    lacking = Step("browser", ["false"], "browser", missing="no Chromium")
    waits = Step("after", [sys.executable, "-c", ""], "lint", after=("browser",))
    over = run([waits, lacking], said.append)
    assert [step.counts() for step in over] == [(0, 0, 1), (1, 0, 0)]
    assert "    skipped: no Chromium" in said


def test_what_keeps_every_core_busy_runs_alone() -> None:
    pause = [sys.executable, "-c", "import time; time.sleep(0.4)"]
    begun = time.monotonic()
    steps = run([Step("wide", pause, "python", cores=99), Step("narrow", pause, "lint")], lambda line: None)
    first, second = sorted(steps, key=lambda step: step.started)
    assert second.started - begun >= 0.4
    assert second.started >= first.started + 0.4
