"""The leader of the database dies in the middle of a billing run: the same invoices, once, and the page says so.

`make proof database_leader`. Needs Debian's patroni, etcd-server, haproxy and postgresql-15, and root;
says what is missing otherwise.

A volume is billed twice: undisturbed, in one process; and by two web processes and two workers against the three nodes
of deploy/ha, confirmed over HTTP, while Patroni and PostgreSQL of the leader are killed by −9. *Identical* is what it
is in the proof of the run: per customer the same lines, periods, amounts, taxes, postings, receivables and days, and
the same set of numbers without a gap. A client that reads the run's page every half second sees the refusal that says
since when the database is away, and then the run go on.
"""

from __future__ import annotations

import json
import os
import subprocess
import sys
import tempfile
import time
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from functools import partial
from pathlib import Path
from typing import Any

from bench.proofs.cluster import BINARIES, HOST, Cluster, cluster, free_port, until, what_is_missing

# The same server as the cluster's: what is saved from it can be restored there.
os.environ["GIGAFIBRE_POSTGRES_BIN"] = str(BINARIES)

import httpx
import psycopg

from bench import harness
from bench.proofs.harness import prove

harness.start()

from bench import volume  # noqa: E402
from bench.proofs.month import Found, Month, check, fingerprint, same  # noqa: E402
from gigafibre.billing import run  # noqa: E402
from gigafibre.billing.models import BillingRun  # noqa: E402
from gigafibre.config.backup.restoring import ROLES  # noqa: E402
from gigafibre.kernel import clock  # noqa: E402
from gigafibre.kernel.actor import SYSTEM  # noqa: E402
from gigafibre.kernel.perform import perform  # noqa: E402

MONTH = Month()
#: What share of the customers is settled when the leader dies.
SHARE = 0.25


def reference(name: str, dump: Path) -> Found:
    """Save the volume as it is before its run, then bill it undisturbed in one process."""
    with volume.database(name, durable=False) as url:
        subprocess.run([BINARIES / "pg_dump", "-Fc", "--no-owner", f"--file={dump}", url], check=True)
        clock.freeze(MONTH.noon_before())
        try:
            perform("billing.confirm_run", {"date": MONTH.day.isoformat()}, actor=SYSTEM)
            run.issue(BillingRun.objects.get().pk)
        finally:
            clock.release()
        check(MONTH.day)
        return fingerprint()


@dataclass
class Watcher:
    """Somebody who looks at the run's page every half second, through whichever web process answers."""

    bases: list[str]
    client: httpx.Client = field(default_factory=lambda: httpx.Client(timeout=15))
    refused: list[str] = field(default_factory=list)
    codes: dict[str, int] = field(default_factory=dict)

    def enter(self, username: str, password: str) -> None:
        """Log in."""
        self.client.get(f"{self.bases[0]}/api/v1/session")
        given = {"username": username, "password": password}
        self.post("session", given).raise_for_status()

    def post(self, path: str, body: dict[str, Any]) -> httpx.Response:
        """Send, as a page does."""
        headers = {"X-CSRFToken": self.client.cookies["csrftoken"], "Origin": self.bases[0], "Referer": self.bases[0]}
        # On a busy machine, confirming a run of thousands takes its time: it is told, not judged.
        return self.client.post(f"{self.bases[0]}/api/v1/{path}", json=body, headers=headers, timeout=120)

    def look(self, path: str) -> Any:
        """Read a page's data; what is refused is noted, nothing returned."""
        for base in self.bases:
            try:
                answer = self.client.get(f"{base}/api/v1/{path}")
            except httpx.HTTPError as error:
                self._note(type(error).__name__)
                continue
            if answer.status_code == 200:
                return answer.json()
            told = answer.json()
            self._note(told["code"])
            if told["code"] == "database_unavailable":
                self.refused.append(told["message"])
        return None

    def _note(self, code: str) -> None:
        self.codes[code] = self.codes.get(code, 0) + 1


@contextmanager
def platform(servers: Cluster, home: Path) -> Iterator[Watcher]:
    """Run two web processes and two workers against the cluster; yields somebody logged in."""
    environment = {
        **os.environ, "DATABASE_URL": servers.url, "GIGAFIBRE_HOME": str(home), "GIGAFIBRE_DEMO": "0",
        "GIGAFIBRE_CLOCK": MONTH.noon_before() + "+", "GIGAFIBRE_LOG": "json",
    }  # fmt: skip
    made = subprocess.run(
        [sys.executable, "-m", "gigafibre", "createadmin", "agathe", "--json"],
        env=environment, check=True, capture_output=True, text=True,
    )  # fmt: skip
    ports = [free_port(), free_port()]
    commands = [["web", "--port", str(port)] for port in ports] + [["worker"], ["worker"]]
    with (home / "said").open("ab") as said:
        processes = [
            subprocess.Popen([sys.executable, "-m", "gigafibre", *words], env=environment, stdout=said, stderr=said)
            for words in commands
        ]
        try:
            watcher = Watcher([f"http://{HOST}:{port}" for port in ports])
            for base in watcher.bases:
                until(partial(_ready, base), 120, f"{base} was never ready")
            watcher.enter("agathe", json.loads(made.stdout)["password"])
            yield watcher
            died = [process.args for process in processes if process.poll() is not None]
            assert not died, f"a process of the platform died: {died}\n{(home / 'said').read_text()[-3000:]}"
        finally:
            for process in processes:
                process.terminate()
            for process in processes:
                try:
                    process.wait(30)
                except subprocess.TimeoutExpired:
                    process.kill()


def killed(name: str) -> dict[str, Any]:
    """Bill a volume on the cluster, kill its leader in the middle, compare with the undisturbed run."""
    with tempfile.TemporaryDirectory() as folder:
        home, dump = Path(folder) / "home", Path(folder) / "dump"
        home.mkdir()
        wanted = reference(name, dump)
        with cluster() as servers:
            restore = [str(BINARIES / "pg_restore"), "--no-owner", f"--dbname={servers.url}", str(dump)]
            with psycopg.connect(servers.url, autocommit=True) as connection:
                connection.execute(ROLES)
            subprocess.run(restore, check=True)
            servers.sql("ANALYZE", "gigafibre")
            with platform(servers, home) as watcher:
                figures = _bill(servers, watcher, len(wanted[1]))
            with harness.using(servers.url):
                found = check(MONTH.day)
                same(wanted, fingerprint())
        return {**found, **figures}


def _bill(servers: Cluster, watcher: Watcher, documents: int) -> dict[str, Any]:
    began = time.monotonic()
    started = watcher.post("actions/billing.confirm_run", {"date": MONTH.day.isoformat()})
    assert started.status_code == 200, started.text
    confirmed = time.monotonic() - began
    customers = int(started.json()["result"]["customers"])

    def settled() -> int | None:
        seen = watcher.look(f"billing-runs/{MONTH.day}")
        return None if seen is None else customers - int(seen["waiting"])

    until(lambda: (settled() or 0) >= customers * SHARE, 600, "the run never began")
    at_kill = settled()
    watcher.refused.clear()
    victim = servers.kill_leader()
    killed_at = time.monotonic()
    # One web process may wait for the new leader while the other has said already that there is none.
    until(lambda: settled() is None or bool(watcher.refused), 60, "nobody noticed that the leader is gone")
    noticed = time.monotonic() - killed_at
    until(lambda: settled() is not None, 180, "the page never came back")
    back = time.monotonic() - killed_at
    new = servers.leader()
    assert new not in {None, victim}, f"{victim} still leads"
    until(lambda: settled() == customers, 900, "the run did not go on")
    assert watcher.refused, f"no page said since when the database is away: {watcher.codes}"
    assert at_kill is None or at_kill < customers, "the run was over before the leader died"
    return {
        "customers": customers,
        "documents_wanted": documents,
        "settled_when_killed": at_kill,
        "killed": victim,
        "leads_now": new,
        "noticed_after_s": round(noticed, 1),
        "page_back_after_s": round(back, 1),
        "over_after_kill_s": round(time.monotonic() - killed_at, 1),
        "confirmed_in_s": round(confirmed, 1),
        "whole_run_s": round(time.monotonic() - began, 1),
        "said": watcher.refused[0],
        "refusals": watcher.codes,
    }


def _ready(base: str) -> bool:
    try:
        return httpx.get(f"{base}/readyz", timeout=5).status_code == 200
    except httpx.HTTPError:
        return False


def main() -> int:
    """Prove it at the size asked for."""
    given = harness.arguments(__doc__ or "", volume="cluster")
    if missing := what_is_missing():
        print(f"skipped: {missing}")
        return 0
    title = f"leader killed in a run, volume {given.volume}"
    return prove("database_leader", {title: partial(killed, given.volume)}, seed=0)


if __name__ == "__main__":
    sys.exit(main())
