"""Random customers with random pasts: by hand = previewed = issued. Small here, full by `make proof properties`."""

import random
import subprocess
import sys

import pytest

pytestmark = pytest.mark.long


def proven(call: str) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    code = f"from bench.proofs import properties; print(properties.{call.format(seed=seed)})"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"


def test_what_is_computed_by_hand_is_previewed_and_issued() -> None:
    proven("customers({seed}, count=200)")


def test_a_split_period_costs_what_it_costs_whole_with_its_taxes() -> None:
    proven("split({seed}, count=200)")
