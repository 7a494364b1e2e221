"""`gigafibre run` as a person meets it: it comes up, comes back, refuses a second copy and leaves cleanly."""

import contextlib
import functools
import json
import os
import re
import shutil
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from pathlib import Path
from urllib.error import URLError

import psutil
import pytest

from gigafibre.config.launch.children import Child, end_leftovers, remember
from gigafibre.config.launch.postgres import Postgres, socket_folder


def free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        return int(listener.getsockname()[1])


class Copy:
    """One running copy of the platform in a state folder of its own."""

    def __init__(self, home: Path) -> None:
        self.home, self.port = home, free_port()
        unwanted = {"DATABASE_URL", "DJANGO_SETTINGS_MODULE"}
        self.environment = {name: value for name, value in os.environ.items() if name not in unwanted}
        self.environment |= {"GIGAFIBRE_HOME": str(home), "PORT": str(self.port), "GIGAFIBRE_DEMO": "0"}
        self.log = (home.parent / "log").open("ab")
        self.process = self.start()

    def start(self) -> subprocess.Popen[bytes]:
        self.process = subprocess.Popen(
            [sys.executable, "-m", "gigafibre", "run"], env=self.environment, stdout=self.log, stderr=self.log
        )
        return self.process

    def status(self, path: str) -> int:
        try:
            with urllib.request.urlopen(f"http://127.0.0.1:{self.port}{path}", timeout=5) as answer:
                return int(answer.status)
        except URLError as failure:
            return int(getattr(failure, "code", 0))
        except OSError:
            return 0

    def children(self, pattern: str) -> list[psutil.Process]:
        found = []
        for child in psutil.Process(self.process.pid).children():
            with contextlib.suppress(psutil.Error):
                if re.search(pattern, " ".join(child.cmdline())):
                    found.append(child)
        return found

    def has_another(self, pattern: str, *, than: int) -> bool:
        return any(child.pid != than for child in self.children(pattern))

    def wait(self, what: Callable[[], bool], seconds: float = 180) -> None:
        deadline = time.monotonic() + seconds
        while not what():
            said = (self.home.parent / "log").read_text()
            assert time.monotonic() < deadline, f"not within {seconds} s; it said:\n{said}"
            assert self.process.poll() is None, f"it has ended; it said:\n{said}"
            time.sleep(0.1)

    def wait_until_ready(self) -> None:
        self.wait(lambda: self.status("/readyz") == 200)


@pytest.fixture
def copy(tmp_path: Path) -> Iterator[Copy]:
    running = Copy(tmp_path / "home")
    yield running
    if running.process.poll() is None:
        running.process.terminate()
        running.process.wait(30)
    Postgres(running.home / "postgres").stop()
    shutil.rmtree(socket_folder(running.home / "postgres"))
    running.log.close()


def test_it_comes_back_after_kill_9_of_any_process_and_leaves_cleanly(copy: Copy) -> None:
    copy.wait_until_ready()
    assert (copy.status("/healthz"), copy.status("/metrics"), copy.status("/api/v1/actions")) == (200, 200, 401)

    for pattern in (r"-m granian", r"gigafibre worker", r"bin/postgres -D"):
        victim = copy.children(pattern)[0]
        victim.kill()
        copy.wait(functools.partial(copy.has_another, pattern, than=victim.pid))
        copy.wait_until_ready()

    everyone = psutil.Process(copy.process.pid).children(recursive=True)
    copy.process.terminate()
    assert copy.process.wait(30) == 0
    assert [child for child in everyone if child.is_running() and child.status() != psutil.STATUS_ZOMBIE] == []
    assert not (copy.home / "running.json").exists()


def test_a_killed_supervisor_is_followed_by_one_that_finds_everything(copy: Copy) -> None:
    copy.wait_until_ready()
    with Postgres(copy.home / "postgres").connect("gigafibre", "gigafibre") as connection:
        connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
    copy.process.kill()
    copy.process.wait()
    copy.start()
    copy.wait_until_ready()
    with Postgres(copy.home / "postgres").connect("gigafibre", "gigafibre") as connection:
        assert connection.execute("SELECT n FROM kept").fetchone() == (7,)

    # Meanwhile a second copy is told what is in its way.
    command = [sys.executable, "-m", "gigafibre", "run"]
    same_home = subprocess.run(command, env=copy.environment, capture_output=True, text=True, check=False)
    elsewhere = {**copy.environment, "GIGAFIBRE_HOME": str(copy.home.parent / "other")}
    same_port = subprocess.run(command, env=elsewhere, capture_output=True, text=True, check=False)
    assert (same_home.returncode, same_port.returncode) == (1, 1)
    assert f"in use by another running copy (process {copy.process.pid}, port {copy.port})" in same_home.stderr
    assert f"Port {copy.port} on 127.0.0.1 can't be had" in same_port.stderr
    assert copy.status("/readyz") == 200

    check = [sys.executable, "-m", "gigafibre", "check", "--json"]
    told = json.loads(subprocess.run(check, env=copy.environment, capture_output=True, text=True, check=False).stdout)
    states = {finding["code"]: finding["state"] for finding in told["findings"]}
    assert {states[code] for code in ("database", "extensions", "migrations", "clock", "secrets", "typesetting")} == {
        "good"
    }


def test_leftovers_are_ended_only_if_they_are_the_very_same_processes(tmp_path: Path) -> None:
    note = tmp_path / "running.json"
    left = Child("left", [sys.executable, "-c", "import time; time.sleep(180)"])
    other = Child("other", left.command)
    left.start()
    other.start()
    assert left.process is not None
    assert other.process is not None
    remember(note, [left])
    remembered = json.loads(note.read_text())
    # A number that came to be another process's since is left alone.
    note.write_text(json.dumps({**remembered, str(other.process.pid): 1.0}))
    assert end_leftovers(note) == 1
    assert (left.process.wait(5), other.process.poll(), note.exists()) == (-signal.SIGTERM, None, False)
    assert end_leftovers(note) == 0
    other.ask_to_stop()
    other.wait(5)


def test_a_process_that_will_not_live_is_started_ever_more_slowly() -> None:
    child = Child("dies", ["true"])
    pauses = []
    for _ in range(8):
        child.started = time.monotonic()
        pauses.append(child.schedule())
    assert pauses == [1, 2, 4, 8, 16, 30, 30, 30]
    child.started = time.monotonic() - 61
    assert child.schedule() == 0.5
