"""Senders of webhooks killed by −9: small here, at full size by `make proof NAME=webhooks`."""

import random
import subprocess
import sys

import pytest

pytestmark = pytest.mark.long


def test_each_endpoint_hears_each_fact_though_its_senders_are_killed() -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    code = f"from bench.proofs import webhooks; print(webhooks.killed({seed}, kills=3, facts=60))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"
    assert "'deliveries': 180, 'kills': 3" in done.stdout
