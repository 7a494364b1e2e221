"""Our own launcher of PostgreSQL: it survives what may happen to it and lets nobody else in."""

import os
import pwd
import shutil
import signal
import stat
import threading
import time
from pathlib import Path

import psutil
import psycopg
import pytest

from gigafibre.config.launch import postgres, privilege
from gigafibre.config.launch.postgres import Postgres, PostgresRefusedError, socket_folder


def test_what_was_committed_survives_kill_9_and_a_stale_pid_file(tmp_path: Path) -> None:
    server = Postgres(tmp_path / "p")
    server.start()
    try:
        with server.connect("gigafibre", "gigafibre") as connection:
            connection.execute("CREATE TABLE kept AS SELECT 7 AS n")
        pid = server.pid()
        assert pid is not None
        os.kill(pid, signal.SIGKILL)
        assert server.process is not None
        server.process.wait(30)
        # The number in the pid file is another process by now: this one.
        stale = tmp_path / "p" / "data" / "postmaster.pid"
        stale.write_text(f"{os.getpid()}\n" + stale.read_text().split("\n", 1)[1])
        assert server.pid() is None
        Postgres(tmp_path / "p").start()
        with server.connect("gigafibre", "gigafibre") as connection:
            assert connection.execute("SELECT n FROM kept").fetchone() == (7,)
    finally:
        Postgres(tmp_path / "p").stop()
    assert server.pid() is None


def test_starting_a_running_server_and_stopping_a_stopped_one_do_nothing(tmp_path: Path) -> None:
    first, second = Postgres(tmp_path / "p", durable=False), Postgres(tmp_path / "p", durable=False)
    first.start()
    try:
        second.start()
        assert (second.pid(), second.process) == (first.pid(), None)
    finally:
        second.stop()
    first.stop()
    assert first.pid() is None


def test_only_its_owner_reaches_it_and_never_by_network(tmp_path: Path) -> None:
    server = Postgres(tmp_path / "p", durable=False)
    server.start()
    try:
        assert stat.S_IMODE(socket_folder(tmp_path / "p").stat().st_mode) == 0o700
        with server.connect("gigafibre", "gigafibre") as connection:
            row = connection.execute(
                "SELECT current_setting('listen_addresses'), rolsuper, rolcreatedb, rolcreaterole, datcollate,"
                " pg_encoding_to_char(encoding) FROM pg_roles, pg_database"
                " WHERE rolname = current_user AND datname = current_database()"
            ).fetchone()
            assert row == ("", False, True, True, "C.UTF-8", "UTF8")
            for extension in ("btree_gist", "pg_trgm", "unaccent"):
                connection.execute(f"CREATE EXTENSION {extension}")
    finally:
        server.stop()


def test_a_long_home_gets_a_short_private_socket_folder_that_is_kept(tmp_path: Path) -> None:
    folder = tmp_path / ("x" * 80)
    first = socket_folder(folder)
    try:
        assert len(os.fsencode(first / ".s.PGSQL.5432")) <= 103
        assert stat.S_IMODE(first.stat().st_mode) == 0o700
        assert socket_folder(folder) == first
        # Gone (a cleaner of short-lived files) or opened to others: a new one is made.
        first.chmod(0o755)
        second = socket_folder(folder)
        assert second != first
        shutil.rmtree(second)
        third = socket_folder(folder)
        assert third.is_dir()
        third.rmdir()
    finally:
        shutil.rmtree(first)


def test_data_of_another_version_is_refused_in_words_and_left_alone(tmp_path: Path) -> None:
    server = Postgres(tmp_path / "p", durable=False)
    server.start()
    server.stop()
    version = tmp_path / "p" / "data" / "PG_VERSION"
    version.write_text("9\n")
    with pytest.raises(PostgresRefusedError, match="was made by PostgreSQL 9,"):
        server.start()
    assert (server.pid(), version.read_text()) == (None, "9\n")


def test_missing_binaries_are_told_with_what_to_do(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("GIGAFIBRE_POSTGRES_BIN", str(tmp_path))
    with pytest.raises(PostgresRefusedError, match="make setup"):
        postgres.binaries()


@pytest.mark.skipif(os.geteuid() != 0, reason="only root may choose who a process runs as")
def test_where_namespaces_are_forbidden_a_system_user_runs_it(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(shutil, "which", lambda name: None)
    monkeypatch.setattr(privilege, "SYSTEM_FOLDER", tmp_path.parent / "system")
    monkeypatch.setattr(postgres, "SYSTEM_FOLDER", tmp_path.parent / "system")
    for folder in [tmp_path.parent, *tmp_path.parent.parents]:
        if folder.is_relative_to("/tmp") and folder != Path("/tmp"):
            folder.chmod(folder.stat().st_mode | 0o011)
    private = tmp_path / "private"
    private.mkdir(mode=0o700)
    server = Postgres(private / "p", durable=False)
    server.start()
    try:
        pid = server.pid()
        assert pid is not None
        owner = pwd.getpwuid(Path(f"/proc/{pid}").stat().st_uid).pw_name
        assert owner == privilege.SYSTEM_USER
        with psycopg.connect(server.conninfo()) as connection:
            assert connection.execute("SELECT current_user::text").fetchone() == ("gigafibre",)
    finally:
        server.stop()
    assert server.pid() is None


def test_a_killed_server_is_followed_even_while_one_of_its_processes_lingers(tmp_path: Path) -> None:
    server = Postgres(tmp_path / "p", durable=False)
    server.start()
    pid = server.pid()
    assert pid is not None
    lingers = psutil.Process(pid).children()[0]
    lingers.suspend()
    os.kill(pid, signal.SIGKILL)
    assert server.process is not None
    server.process.wait(30)
    threading.Timer(1.5, lingers.resume).start()
    follower = Postgres(tmp_path / "p", durable=False)
    begun = time.monotonic()
    follower.start()
    follower.stop()
    assert time.monotonic() - begun >= 1
    assert "still in use" in (tmp_path / "p" / "server.log").read_text()
