"""`gigafibre run`: the database, the web server and the worker as one thing that starts, stays up and stops."""

import contextlib
import fcntl
import functools
import json
import os
import signal
import socket
import subprocess
import sys
import time
import urllib.request
from collections.abc import Callable, Iterator
from hashlib import sha256
from pathlib import Path
from types import FrameType
from urllib.error import HTTPError, URLError

from django.conf import settings
from django.core.management import call_command, get_commands
from django.db import connections

from gigafibre.config.launch.children import Child, die_with_parent, end_leftovers, remember
from gigafibre.config.launch.demo import demo_loaded, demo_logins, demo_wanted, keep_demo_logins
from gigafibre.config.launch.postgres import Postgres, PostgresRefusedError, socket_folder
from gigafibre.config.launch.web import QUIET, web_command

EVERYWHERE = {"127.0.0.1", "0.0.0.0", "::"}  # noqa: S104 (recognised, not bound)

# How long (s) a web server that lives may take to answer for the first time, on a machine busy with other things.
LONGEST_START = 300.0


class CannotRunError(RuntimeError):
    """Another copy, or another program, has what this one needs; the message says what to change."""


class Stopped(BaseException):
    """Someone asked us to stop."""


class Supervisor:
    """Keeps one copy of the platform running in one state folder on one port."""

    def __init__(self, home: Path, port: int, address: str, say: Callable[[str], None]) -> None:
        self.home, self.port, self.address, self.say = home, port, address, say
        self.postgres = None if os.environ.get("DATABASE_URL") else Postgres(home / "postgres")
        self.children: list[Child] = []
        self.demo: subprocess.Popen[str] | None = None

    def run(self) -> None:
        """Start everything, keep it up until asked to stop, stop everything."""
        with self._alone():
            for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                signal.signal(signum, _stop)
            try:
                self._start()
                self._watch()
            except Stopped:
                self.say("Stopping: what is in hand is finished first, at most half a minute …")
            finally:
                for signum in (signal.SIGTERM, signal.SIGINT, signal.SIGHUP):
                    signal.signal(signum, signal.SIG_IGN)
                self._stop()

    def _start(self) -> None:
        if left := end_leftovers(self.home / "running.json"):
            self.say(f"Ended {left} processes that a killed copy had left.")
        _refuse_a_taken_port(self.address, self.port)
        self.say("  database …")
        if self.postgres:
            self._start_postgres()
        call_command("migrate", interactive=False, verbosity=0)
        connections.close_all()
        self.say("  web server …")
        self._collect_static_files()
        with_demo = demo_wanted() and "demo" in get_commands()
        self.children = [
            Child("web", web_command(self.address, self.port), {**QUIET, "GIGAFIBRE_DEMO": "1" if with_demo else "0"})
        ]
        if "worker" in get_commands():
            self.children.append(Child("worker", [sys.executable, "-m", "gigafibre", "worker"]))
        for child in self.children:
            child.start()
        self._remember()
        self._wait_for_web()
        if with_demo and not demo_loaded():
            self.say("  demo provider: 400 customers, about half a minute …")
            self._start_demo()
        else:
            self._greet()

    def _watch(self) -> None:
        while True:
            if self.postgres and self.postgres.pid() is None:
                self.say("The database server has died: starting it again.")
                self._start_postgres()
            for child in self.children:
                if child.process is None:
                    if time.monotonic() >= child.due:
                        child.start()
                        self._remember()
                elif (code := child.died()) is not None:
                    self.say(f"{child.name} ended ({_spoken(code)}); again in {child.schedule():g} s.")
            if self.demo and self.demo.poll() is not None:
                self._finish_demo(self.demo)
            time.sleep(0.25)

    def _stop(self) -> None:
        if self.demo:
            self.demo.terminate()
        # The web first: whoever is being answered may still need the worker and the database.
        for child in self.children:
            child.ask_to_stop()
            child.wait(15)
        if self.demo:
            self.demo.wait(15)
        if self.postgres:
            self.postgres.stop()
        (self.home / "running.json").unlink(missing_ok=True)

    def _start_postgres(self) -> None:
        assert self.postgres is not None  # noqa: S101 (only called where there is one)
        self.postgres.start(functools.partial(die_with_parent, signal.SIGINT))
        connections.settings["default"]["HOST"] = str(socket_folder(self.postgres.folder))

    def _collect_static_files(self) -> None:
        manifest = settings.WEB_DIST / ".vite" / "manifest.json"
        seen = manifest.read_bytes() if manifest.exists() else b""
        key = sha256(seen + (Path(settings.BASE_DIR) / "requirements.lock").read_bytes()).hexdigest()
        stamp = Path(settings.STATIC_ROOT) / ".collected"
        if not (stamp.exists() and stamp.read_text() == key):
            call_command("collectstatic", interactive=False, verbosity=0, clear=True)
            stamp.parent.mkdir(parents=True, exist_ok=True)
            stamp.write_text(key)

    def _wait_for_web(self) -> None:
        started = time.monotonic()
        deadline, patience = started + LONGEST_START, started + 60
        while time.monotonic() < deadline:
            try:
                with urllib.request.urlopen(f"{self._home_page()}/healthz", timeout=5):
                    return
            except HTTPError as failure:
                raise CannotRunError(f"The web server answers {failure.code} to /healthz.") from None
            except (URLError, OSError):
                if self.children[0].died() is not None:
                    raise CannotRunError("The web server ended while starting; what it said stands above.") from None
                if time.monotonic() > patience:
                    self.say("  web server: not yet; this machine is busy …")
                    patience += 60
                time.sleep(0.05)
        raise CannotRunError(f"The web server did not answer within {LONGEST_START:.0f} s: is the machine too busy?")

    def _start_demo(self) -> None:
        command = [sys.executable, "-m", "gigafibre", "demo", "--json"]
        self.demo = subprocess.Popen(
            command,
            # What an import says of each of its phases is for who imports his own.
            env={"GIGAFIBRE_LOG_LEVEL": "warning", **os.environ},
            stdout=subprocess.PIPE,
            text=True,
            start_new_session=True,
            preexec_fn=die_with_parent,
        )

    def _finish_demo(self, demo: subprocess.Popen[str]) -> None:
        printed, _ = demo.communicate()
        self.demo = None
        if demo.returncode:
            self.say(f"The demo provider is not in ({_spoken(demo.returncode)}); the next start tries again.")
            return
        keep_demo_logins(json.loads(printed.strip().splitlines()[-1]))
        self._greet()

    def _greet(self) -> None:
        self.say(f"\n  Gigafibre is ready:  {self._home_page()}/\n")
        for login in demo_logins() or []:
            self.say(f"    {login['role']:<14} {login['email']:<34} {login['password']}")
        self.say("\n  Ctrl-C stops everything.")

    def _home_page(self) -> str:
        return f"http://{'localhost' if self.address in EVERYWHERE else self.address}:{self.port}"

    def _remember(self) -> None:
        remember(self.home / "running.json", self.children)

    @contextlib.contextmanager
    def _alone(self) -> Iterator[None]:
        self.home.mkdir(parents=True, exist_ok=True)
        with (self.home / "run.lock").open("a+") as lock:
            try:
                fcntl.flock(lock, fcntl.LOCK_EX | fcntl.LOCK_NB)
            except BlockingIOError:
                lock.seek(0)
                raise CannotRunError(
                    f"{self.home} is in use by another running copy ({lock.read().strip()})."
                    " Stop it, or choose another folder: GIGAFIBRE_HOME=… PORT=… make run"
                ) from None
            lock.truncate(0)
            lock.write(f"process {os.getpid()}, port {self.port}")
            lock.flush()
            yield


def _refuse_a_taken_port(address: str, port: int) -> None:
    family = socket.AF_INET6 if ":" in address else socket.AF_INET
    with socket.socket(family) as listener:
        listener.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)
        try:
            listener.bind((address, port))
        except OSError as failure:
            raise CannotRunError(
                f"Port {port} on {address} can't be had ({failure.strerror}). Choose another: PORT=8001 make run"
            ) from None


def _stop(signum: int, frame: FrameType | None) -> None:
    raise Stopped


def _spoken(code: int) -> str:
    return f"killed by {signal.Signals(-code).name}" if code < 0 else f"exit code {code}"


__all__ = ["CannotRunError", "PostgresRefusedError", "Supervisor"]
