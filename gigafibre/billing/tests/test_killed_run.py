"""A run whose workers are killed by −9, repeated, late, at midnight: small here, full by `make proof billing_run`."""

import random
import subprocess
import sys

import pytest

pytestmark = pytest.mark.long

CASES = [
    "on every feature",
    "six schedulers",
    "across midnight",
    "six schedulers across midnight",
    "on the spring DST day",
    "on the autumn DST day",
    "three months late",
]


def proven(call: str) -> None:
    code = f"from bench.proofs import billing_run; print(billing_run.{call})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"{call}\n{done.stdout}\n{done.stderr}"


@pytest.mark.parametrize("case", CASES)
def test_a_disturbed_run_ends_as_an_undisturbed_one(case: str) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    proven(f"killed({seed}, {case!r}, name='small', kills=3, chunk=4)")


def test_a_run_repeated_on_the_same_day_adds_nothing() -> None:
    proven("repeated(name='small', times=6)")
