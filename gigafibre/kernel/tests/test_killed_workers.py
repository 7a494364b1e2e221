"""Workers killed by −9 while they deliver: small here, at full size by `make proof NAME=events`."""

import random
import subprocess
import sys
from pathlib import Path

import pytest

pytestmark = pytest.mark.long


def test_each_handler_hears_each_fact_once_under_kill_9(tmp_path: Path) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    code = f"from bench.proofs import events; print(events.killed({seed}, kills=3, facts=150))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"
