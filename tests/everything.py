"""`make test`: everything that must hold, side by side on the cores there are, ending in one line of counts."""

import argparse
import os
import re
import shutil
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass, field
from pathlib import Path
from typing import IO

from gigafibre.config.launch.install import WEB, node_environment, npm_command

ROOT = Path(__file__).resolve().parent.parent
PYTHON = sys.executable
CORES = max(os.cpu_count() or 1, 2)
# Whoever computes waits now and then, for a file or the database: one more at once than there are cores.
AT_ONCE = CORES + 1
# The Debian package of each program that tests ask for, and skip without.
DEBIAN_PACKAGES = {
    "mariadbd": "mariadb-server",
    "chromium": "chromium",
    "pdfsig": "poppler-utils",
    "nginx": "nginx-light",
    "caddy": "caddy",
    "systemd-analyze": "systemd",
}
PYTEST = [PYTHON, "-m", "pytest"]
OLDEST_POSTGRES = Path("/usr/lib/postgresql/15/bin")
# Checks of what a tool can write by itself.
REPAIRED_BY_FIX = {"format", "ruff", "openapi", "web format", "web client"}
# How each test runner says its counts; the last word counts. Node's: `ℹ pass 12`; the others': `12 passed`.
COUNTS = {
    "passed": r"(\d+) passed\b|^\S pass (\d+)$",
    "failed": r"(\d+) (?:failed|errors?)\b|^\S fail (\d+)$",
    "skipped": r"(\d+) skipped\b|^\S skipped (\d+)$",
}


@dataclass
class Step:
    """One command; `cores` is how many it keeps busy, `after` names steps that must have ended before it.

    `missing` says why it can't run here.
    """

    name: str
    command: list[str]
    kind: str
    cores: int = 1
    after: tuple[str, ...] = ()
    folder: Path = ROOT
    environment: dict[str, str] = field(default_factory=dict)
    missing: str = ""
    process: subprocess.Popen[bytes] | None = None
    output: IO[bytes] | None = None
    started: float = 0.0
    seconds: float = 0.0
    printed: str = ""

    def start(self) -> None:
        """Start the command, its output kept aside."""
        self.started = time.monotonic()
        if self.missing:
            return
        self.output = tempfile.TemporaryFile()  # noqa: SIM115 (lives as long as the step)
        self.process = subprocess.Popen(
            self.command,
            cwd=self.folder,
            env={**os.environ, **self.environment},
            stdin=subprocess.DEVNULL,
            stdout=self.output,
            stderr=subprocess.STDOUT,
        )

    def ended(self) -> bool:
        """Return whether it is over, keeping what it printed and how long it took."""
        if self.missing:
            return True
        if self.process is None or self.process.poll() is None:
            return False
        if self.output is not None:
            self.seconds = time.monotonic() - self.started
            self.output.seek(0)
            self.printed = self.output.read().decode(errors="replace")
            self.output.close()
            self.output = None
        return True

    def counts(self) -> tuple[int, int, int]:
        """Return how many passed, failed and were skipped: of the tests in it where it says so, else of itself."""
        if self.missing:
            return 0, 0, 1
        text = re.sub(r"\x1b\[[0-9;]*m", "", self.printed)
        passed, failed, skipped = (_last_count(text, said) for said in COUNTS.values())
        if self.process is None or self.process.returncode:
            failed = max(failed, 1)
        elif not passed and not skipped:
            passed = 1
        return passed, failed, skipped


def python_steps() -> list[Step]:
    """Return the checks of the Python side."""
    return [
        # The longest first: what is short fits in beside it.
        Step("python", [*PYTEST, "-n2", "--dist=worksteal"], "python", cores=2, after=("debian",)),
        Step("types", [PYTHON, "-m", "mypy"], "lint"),
        Step("format", [PYTHON, "-m", "ruff", "format", "--check", "--quiet", "."], "lint"),
        Step("ruff", [PYTHON, "-m", "ruff", "check", "--quiet", "."], "lint"),
        Step("floors", [str(Path(PYTHON).with_name("lint-imports")), "--no-logo"], "lint"),
        Step("audit", [PYTHON, "-m", "tests.audit", "python"], "audit"),
        Step("openapi", [PYTHON, "-W", "ignore", "-m", "gigafibre", "openapi", "--check"], "lint"),
        # Another version answers an example of a property as it answers the next one: a few are enough here.
        Step(
            "postgres 15",
            [*PYTEST, "--database-only", "gigafibre/kernel", "gigafibre/ledger"],
            "python",
            after=("debian", "python"),
            environment={"GIGAFIBRE_POSTGRES_BIN": str(OLDEST_POSTGRES), "GIGAFIBRE_EXAMPLES": "25"},
            missing="" if OLDEST_POSTGRES.exists() else f"no {OLDEST_POSTGRES} (Debian 12: postgresql-15)",
        ),
    ]


def web_steps() -> list[Step]:
    """Return the checks of the front ends, where there are any."""
    if not (WEB / "package.json").exists():
        return []

    def npm(name: str, script: str, kind: str, *more: str, cores: int = 1, after: tuple[str, ...] = ()) -> Step:
        command = npm_command("run", script, "--silent", *more)
        return Step(name, command, kind, cores=cores, after=after, folder=WEB, environment=node_environment())

    return [
        npm("web types", "typecheck", "lint"),
        Step("web audit", [PYTHON, "-m", "tests.audit", "web"], "audit"),
        npm("web format", "format:check", "lint"),
        npm("web lint", "lint", "lint"),
        npm("web words", "check-i18n", "lint"),
        npm("web client", "api", "lint", "--", "--check"),
        npm("web size", "size", "lint"),
        npm("web units", "test", "web"),
        npm("browser", "e2e", "browser", cores=2, after=("debian", "python", "web units")),
    ]


def debian_step() -> Step | None:
    """Return the installation of the servers and the browser that tests talk to, where we may and they lack."""
    search = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin"])
    missing = [package for program, package in DEBIAN_PACKAGES.items() if not shutil.which(program, path=search)]
    if not missing or os.geteuid() != 0 or not shutil.which("apt-get"):
        return None
    install = f"apt-get update -qq && apt-get install -y -qq --no-install-recommends {' '.join(missing)}"
    return Step("debian", ["sh", "-c", install], "setup", environment={"DEBIAN_FRONTEND": "noninteractive"})


def run(steps: list[Step], say: Callable[[str], None]) -> list[Step]:
    """Run the steps, in their order where they can, saying how each ended; return them in the order they ended."""
    waiting = list(steps)
    running: list[Step] = []
    over: list[Step] = []
    names = {step.name for step in steps}
    while waiting or running:
        for step in [step for step in running if step.ended()]:
            running.remove(step)
            over.append(step)
            _report(step, say)
        done = {step.name for step in over}
        for step in list(waiting):
            blocked = any(name in names and name not in done for name in step.after)
            if blocked:
                continue
            if sum(other.cores for other in running) + step.cores > max(AT_ONCE, step.cores):
                break  # a wide one would wait for ever, were narrow ones let past it
            waiting.remove(step)
            step.start()
            running.append(step)
        time.sleep(0.05)
    return over


def main() -> int:
    """Run what was asked for; return 0 only if all of it held."""
    parser = argparse.ArgumentParser(prog="make test", description=main.__doc__)
    parser.add_argument("--only", choices=["lint", "audit", "python", "web", "browser"], help="one kind of checks")
    kind = parser.parse_args().only
    steps = [step for step in [debian_step(), *python_steps(), *web_steps()] if step]
    started = time.monotonic()
    over = run([step for step in steps if kind in {None, step.kind} or step.kind == "setup"], _say)
    passed, failed, skipped = (sum(column) for column in zip(*(step.counts() for step in over), strict=True))
    _say(f"\n{time.monotonic() - started:.0f} s on {CORES} cores")
    _say(f"{passed} passed, {failed} failed, {skipped} skipped")
    if any(step.name in REPAIRED_BY_FIX and step.counts()[1] for step in over):
        _say("`make fix` may repair this by itself.")
    return 1 if failed else 0


def _report(step: Step, say: Callable[[str], None]) -> None:
    passed, failed, skipped = step.counts()
    sign = "✗" if failed else "✓"
    say(f"{sign} {step.name:<12} {step.seconds:6.1f} s  {passed} passed, {failed} failed, {skipped} skipped")
    lines = step.printed.splitlines()
    if step.missing:
        say(f"    skipped: {step.missing}")
    elif failed:
        say("\n".join(f"    {line}" for line in lines[-400:]))
    elif skipped:
        say("\n".join(f"    {line}" for line in lines if re.match(r"\s*(SKIPPED|skipped:)", line, re.IGNORECASE)))


def _last_count(text: str, said: str) -> int:
    found = [number for groups in re.findall(said, text, re.MULTILINE) for number in groups if number]
    return int(found[-1]) if found else 0


def _say(line: str) -> None:
    sys.stdout.write(line + "\n")
    sys.stdout.flush()


if __name__ == "__main__":
    sys.exit(main())
