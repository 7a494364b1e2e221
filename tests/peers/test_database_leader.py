"""The leader of a three-node Patroni cluster dies in the middle of a billing run: nothing lost, nothing doubled.

The proof at its full size is `make proof database_leader`; this is the same walk over some 3,000 customers.
"""

from __future__ import annotations

import subprocess
import sys

import pytest

from bench.proofs.cluster import what_is_missing


@pytest.mark.long
@pytest.mark.skipif(bool(what_is_missing()), reason=what_is_missing())
def test_the_leader_dies_in_a_run_and_the_same_invoices_come_once() -> None:
    code = "from bench.proofs import database_leader; print(database_leader.killed('peers'))"
    done = subprocess.run([sys.executable, "-c", code], capture_output=True, text=True, timeout=900, check=False)
    assert done.returncode == 0, done.stdout[-2000:] + done.stderr[-4000:]
    assert "'refusals': {'database_unavailable':" in done.stdout
