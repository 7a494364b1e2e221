"""A private MariaDB server for tests: its own folder, a Unix socket and a port of 127.0.0.1, gone with the test."""

import contextlib
import os
import shutil
import socket
import subprocess
import tempfile
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

_SEARCHED = os.pathsep.join([os.environ.get("PATH", ""), "/usr/sbin", "/usr/local/sbin", "/opt/homebrew/bin"])
_START_SECONDS = 30.0


class NoMariaDBError(Exception):
    """This machine cannot run a private MariaDB; the message says why."""


@dataclass(frozen=True, slots=True)
class PrivateMariaDB:
    """A running server that answers to `root` without a password, on this machine only."""

    folder: Path
    port: int

    @property
    def socket(self) -> Path:
        """Its Unix socket."""
        return self.folder / "s"

    def url(self, database: str = "gestionclient") -> str:
        """The address of one of its databases, by TCP."""
        return f"mysql://root@127.0.0.1:{self.port}/{database}"

    def client(self, *arguments: str, program: str = "mariadb") -> str:
        """Run one of MariaDB's own programs against the server and return what it prints."""
        binary = _find(program)
        command = [binary, "--no-defaults", f"--socket={self.socket}", "--user=root", *arguments]
        return subprocess.run(command, check=True, capture_output=True, text=True).stdout

    def sql(self, statement: str, database: str | None = None) -> str:
        """Run SQL and return the rows, tab-separated, without headings."""
        return self.client("--batch", "--skip-column-names", "-e", statement, *([database] if database else []))


def _find(program: str) -> str:
    found = shutil.which(program, path=_SEARCHED)
    if not found:
        raise NoMariaDBError(f"{program} is not installed (Debian: apt-get install mariadb-server)")
    return found


def _free_port() -> int:
    with socket.socket() as listener:
        listener.bind(("127.0.0.1", 0))
        port: int = listener.getsockname()[1]
        return port


@contextlib.contextmanager
def private_mariadb() -> Iterator[PrivateMariaDB]:
    """Start a server in a temporary folder and end it afterwards; NoMariaDBError when it cannot be had."""
    server_program, installer = _find("mariadbd"), _find("mariadb-install-db")
    folder = Path(tempfile.mkdtemp(prefix="gf-mdb-"))
    as_user = ["--user=root"] if os.geteuid() == 0 else []
    data = folder / "data"
    try:
        made = subprocess.run(
            [installer, "--no-defaults", f"--datadir={data}", "--auth-root-authentication-method=normal",
             "--skip-test-db", *as_user],
            capture_output=True, text=True, check=False,
        )  # fmt: skip
        if made.returncode:
            raise NoMariaDBError(f"mariadb-install-db failed: {(made.stderr or made.stdout).strip()[-300:]}")
        server = PrivateMariaDB(folder, _free_port())
        log = folder / "log"
        process = subprocess.Popen(
            [server_program, "--no-defaults", f"--datadir={data}", f"--socket={server.socket}",
             f"--port={server.port}", "--bind-address=127.0.0.1", f"--pid-file={folder / 'pid'}",
             f"--log-error={log}", "--local-infile=1", "--innodb-flush-log-at-trx-commit=0", "--skip-log-bin",
             "--innodb-buffer-pool-size=128M", "--performance-schema=OFF", "--character-set-server=utf8mb4",
             "--collation-server=utf8mb4_general_ci", f"--secure-file-priv={folder}", *as_user],
            stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL,
        )  # fmt: skip
        try:
            _wait(server, process, log)
            yield server
        finally:
            process.terminate()
            try:
                process.wait(20)
            except subprocess.TimeoutExpired:
                process.kill()
                process.wait()
    finally:
        shutil.rmtree(folder, ignore_errors=True)


def _wait(server: PrivateMariaDB, process: subprocess.Popen[bytes], log: Path) -> None:
    deadline = time.monotonic() + _START_SECONDS
    while time.monotonic() < deadline:
        if process.poll() is not None:
            break
        with contextlib.suppress(subprocess.CalledProcessError):
            server.sql("SELECT 1")
            return
        time.sleep(0.1)
    tail = log.read_text(errors="replace")[-400:] if log.exists() else ""
    raise NoMariaDBError(f"mariadbd did not start: {tail}")


@pytest.fixture(scope="session")
def mariadb() -> Iterator[PrivateMariaDB]:
    """A private server for the whole session; tests that ask for it are skipped, saying why, where there is none."""
    with contextlib.ExitStack() as stack:
        try:
            server = stack.enter_context(private_mariadb())
        except NoMariaDBError as reason:
            pytest.skip(str(reason))
        yield server
