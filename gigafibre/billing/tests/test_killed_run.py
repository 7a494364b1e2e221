"""A run whose workers are killed by −9: small here, at full size by `make proof billing_run`."""

import random
import subprocess
import sys


def test_a_killed_run_ends_as_an_undisturbed_one() -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    code = f"from bench.proofs import billing_run; print(billing_run.killed({seed}, name='small', kills=3, chunk=4))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=400, check=False)
    assert done.returncode == 0, f"seed {seed}\n{done.stdout}\n{done.stderr}"
