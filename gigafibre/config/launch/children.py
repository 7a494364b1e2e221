"""The processes the supervisor starts: each leads a group of its own, and none outlives the supervisor."""

import contextlib
import ctypes
import json
import os
import signal
import subprocess
import sys
import time
from dataclasses import dataclass, field
from pathlib import Path

import psutil

# A process that dies at once again and again is started ever more slowly, up to this many seconds apart.
LONGEST_PAUSE = 30.0
# One that lived this long (s) is thought healthy again.
HEALTHY_AFTER = 60.0
PR_SET_PDEATHSIG = 1


@dataclass
class Child:
    """One process that is to run all the time."""

    name: str
    command: list[str]
    environment: dict[str, str] = field(default_factory=dict)
    process: subprocess.Popen[bytes] | None = None
    started: float = 0.0
    pause: float = 0.5
    due: float = 0.0

    def start(self) -> None:
        """Start it in a group of its own, so that Ctrl-C reaches the supervisor alone, who then stops all in order."""
        self.started = time.monotonic()
        self.process = subprocess.Popen(
            self.command,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def died(self) -> int | None:
        """Return the exit code if it has ended (its helpers ended too), None while it runs."""
        code = self.process.poll() if self.process else None
        if self.process and code is not None:
            # What a killed leader leaves behind would still hold the port.
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
        return code

    def schedule(self) -> float:
        """Plan the next start and return in how many seconds; longer each time it doesn't live."""
        self.pause = 0.5 if time.monotonic() - self.started > HEALTHY_AFTER else min(self.pause * 2, LONGEST_PAUSE)
        self.process = None
        self.due = time.monotonic() + self.pause
        return self.pause

    def ask_to_stop(self) -> None:
        """Send SIGTERM: finish what is in hand, then leave."""
        if self.process and self.process.poll() is None:
            self.process.terminate()

    def wait(self, seconds: float) -> None:
        """Wait until it has left; after `seconds` its whole group is cut off."""
        if self.process is None:
            return
        try:
            self.process.wait(max(seconds, 0.1))
        except subprocess.TimeoutExpired:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(self.process.pid, signal.SIGKILL)
            self.process.wait()


def die_with_parent(how: signal.Signals = signal.SIGTERM) -> None:
    """On Linux, have this process sent a signal when the supervisor dies; elsewhere the next start ends it."""
    if sys.platform == "linux":
        ctypes.CDLL(None).prctl(PR_SET_PDEATHSIG, how)


def remember(path: Path, children: list[Child]) -> None:
    """Write down which processes run, so that a supervisor after a hard death can end them."""
    running = [child.process.pid for child in children if child.process]
    path.write_text(json.dumps({pid: _birth(pid) for pid in running}))


def end_leftovers(path: Path, patience: float = 3) -> int:
    """End the processes that a killed supervisor left (the very same ones, by birth time); return how many."""
    try:
        remembered = json.loads(path.read_text())
    except (FileNotFoundError, ValueError):
        return 0
    left = [int(pid) for pid, birth in remembered.items() if birth and _birth(int(pid)) == birth]
    for kind, seconds in ((signal.SIGTERM, patience), (signal.SIGKILL, 5.0)):
        for pid in left:
            with contextlib.suppress(ProcessLookupError):
                os.killpg(pid, kind)
        deadline = time.monotonic() + seconds
        while any(_is_running(pid) for pid in left) and time.monotonic() < deadline:
            time.sleep(0.05)
    path.unlink()
    return len(left)


def _is_running(pid: int) -> bool:
    try:
        return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
    except psutil.Error:
        return False


def _birth(pid: int) -> float | None:
    try:
        return float(psutil.Process(pid).create_time())
    except psutil.Error:
        return None
