"""How the addresses of the database are read: whole, or refused in a sentence that keeps the password."""

from __future__ import annotations

import os
import socket
import subprocess
import sys
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.exceptions import ImproperlyConfigured
from django.db import connections
from django.db.backends.postgresql.base import DatabaseWrapper

from conftest import CommittedDatabase, TestServer
from gigafibre.config.database_url import parts_of
from gigafibre.config.environment import database, pointed_at
from gigafibre.config.launch.postgres import PORT, ROLE, socket_folder
from gigafibre.kernel.direct import direct_parameters, go_direct

SECRET = "s3cr3t"


def parts(name: str, user: str, password: str, host: str, port: str, **options: str) -> dict[str, Any]:
    return {"NAME": name, "USER": user, "PASSWORD": password, "HOST": host, "PORT": port, "OPTIONS": options}


@pytest.mark.parametrize(
    ("url", "read"),
    [
        ("postgresql://u:p@h:6432/db", parts("db", "u", "p", "h", "6432")),
        (
            "postgres://u:p@h1:5432,h2:5433/db?target_session_attrs=read-write",
            parts("db", "u", "p", "h1,h2", "5432,5433", target_session_attrs="read-write"),
        ),
        (
            "postgresql://u@h/db?sslmode=verify-full&sslrootcert=/etc/ca.pem&connect_timeout=3&application_name=a%20b",
            parts("db", "u", "", "h", "", sslmode="verify-full", sslrootcert="/etc/ca.pem", connect_timeout="3",
                  application_name="a b"),
        ),
        ("postgres://u:a%40b%2Fc%3Ad%25%23@h/db", parts("db", "u", "a@b/c:d%#", "h", "")),
        ("postgres://u:p@[2001:db8::1]:5433/db", parts("db", "u", "p", "2001:db8::1", "5433")),
        ("postgres://u:p@[::1]:5432,[fe80::2]/db", parts("db", "u", "p", "::1,fe80::2", "5432,")),
        ("postgresql://u@/db?host=/run/postgresql&port=5433", parts("db", "u", "", "/run/postgresql", "5433")),
        ("postgresql://%2Frun%2Fpostgresql/db", parts("db", "", "", "/run/postgresql", "")),
        ("postgresql://h/", parts("gigafibre", "", "", "h", "")),
        ("postgresql:///?service=fsm", parts("", "", "", "", "", service="fsm")),
    ],
)  # fmt: skip
def test_an_address_is_read_whole(url: str, read: dict[str, Any]) -> None:
    assert parts_of("DATABASE_URL", url) == read


@pytest.mark.parametrize(
    ("url", "why"),
    [
        ("mysql://u:s3cr3t@h/db", "it must start with postgresql://"),
        ("host=h password=s3cr3t", "it must start with postgresql://"),
        ("s3cr3t", "it must start with postgresql://"),
        ("postgres://u:s3cr3t%zz@h/db", "a % in it is not followed by two hexadecimal digits"),
        ("postgres://u:s3cr3t%00@h/db", "a % in it is not followed by two hexadecimal digits"),
        ("postgres://u:p@s3cr3t@h/db", "an @ stands where none belongs"),
        ("postgres://u:p/s3cr3t@h/db", "an @ stands where none belongs"),
        ("postgres://u:s3cr3t", "the port is not a number"),
        ("postgres://u:s3cr3t@h:54x2/db", "the port is not a number"),
        ("postgres://u:s3cr3t@h1:5432,h2:x/db", "the port is not a number"),
        ("postgres://u:s3cr3t@h:99999/db", 'invalid port number: "99999"'),
        ("postgres://u:s3cr3t@[::1/db", "an IPv6 address stands in brackets"),
        ("postgres://u:s3cr3t@[::1]x/db", "an IPv6 address stands in brackets"),
        ("postgres://u:s3cr3t@h/db?sslmod=require", 'the parameter "sslmod" is none that libpq knows'),
        ("postgres://u:s3cr3t@h/db?sslmode", 'the parameter "sslmode" has no value'),
        ("postgres://u:s3cr3t@h/db?sslmode=a=b", 'the parameter "sslmode" has more than one ='),
        ("postgres://u:s3cr3t@h/db?sslmode=requires", 'invalid sslmode value: "requires"'),
        ("postgres://u:s3cr3t@h1,h2/db?target_session_attrs=rw", 'invalid target_session_attrs value: "rw"'),
        ("postgres://u:s3cr3t@h1,h2/db?port=1,2,3", "could not match 3 port numbers to 2 hosts"),
        ("postgres://u:s3cr3t@h/db?sslmode=s3cr3t", "libpq refuses a parameter"),
    ],
)
def test_one_that_cannot_be_used_is_refused_and_never_shown(url: str, why: str) -> None:
    with pytest.raises(ImproperlyConfigured) as refused:
        parts_of("DATABASE_DIRECT_URL", url)
    said = str(refused.value)
    assert said.startswith(f"DATABASE_DIRECT_URL can't be used: {why}")
    assert SECRET not in said
    assert refused.value.__context__ is None or refused.value.__suppress_context__


def test_djangos_settings_keep_the_parameters_beside_ours(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("DATABASE_DIRECT_URL", raising=False)
    monkeypatch.setenv("DATABASE_URL", "postgres://u@h/db?sslmode=require&options=-c%20work_mem%3D8MB")
    read = database(tmp_path)
    parameters = DatabaseWrapper({**connections.settings["default"], **read}).get_connection_params()
    kept = {name: parameters[name] for name in ("dbname", "user", "host", "sslmode", "options", "prepare_threshold")}
    assert kept == {
        "dbname": "db", "user": "u", "host": "h", "sslmode": "require",
        "options": "-c work_mem=8MB -c timezone=UTC", "prepare_threshold": 2,
    }  # fmt: skip
    assert read["DIRECT"] is None


def test_beside_a_pooler_stands_the_direct_address(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgres://u:p@pooler:6432/db")
    monkeypatch.setenv("DATABASE_DIRECT_URL", "postgres://u:p@h1,h2/db?target_session_attrs=read-write")
    read = database(tmp_path)
    past = read["DIRECT"]
    assert (read["HOST"], read["OPTIONS"]["prepare_threshold"]) == ("pooler", None)
    assert (past["HOST"], past["OPTIONS"]["target_session_attrs"]) == ("h1,h2", "read-write")
    assert past["OPTIONS"]["prepare_threshold"] == 2

    with pointed_at("postgres://u@h/test"):
        alone = database(tmp_path)
        assert (alone["HOST"], alone["DIRECT"]) == ("h", None)
    assert os.environ["DATABASE_DIRECT_URL"].startswith("postgres://u:p@h1")

    monkeypatch.delenv("DATABASE_URL")
    with pytest.raises(ImproperlyConfigured, match="DATABASE_DIRECT_URL is the way past a pooler"):
        database(tmp_path)


def test_sessions_are_held_past_the_pooler(committed_db: CommittedDatabase) -> None:
    used = connections.settings["default"]
    before = dict(used)
    direct = {**before, "DIRECT": None}
    used.update({**before, "HOST": "pooler.invalid", "DIRECT": direct})
    try:
        parameters = direct_parameters()
        assert parameters["host"] == before["HOST"]
        with psycopg.connect(**parameters, autocommit=True) as listening:
            listening.execute("LISTEN something")
        assert used["HOST"] == "pooler.invalid"

        go_direct()
        with connections["default"].cursor() as cursor:
            cursor.execute("SELECT current_database()")
            assert cursor.fetchone() == (before["NAME"],)
        assert (used["HOST"], used["DIRECT"]) == (before["HOST"], None)
    finally:
        connections["default"].close()
        used.update(before)


@pytest.mark.django_db
def test_the_second_host_answers_where_the_first_is_dead(test_server: TestServer, tmp_path: Path) -> None:
    folder = socket_folder(test_server.postgres.folder)
    with socket.socket() as taken:
        taken.bind(("127.0.0.1", 0))  # bound, and never listening: whoever comes is refused
        dead = taken.getsockname()[1]
        url = (
            f"postgresql://{ROLE}@/postgres?host=127.0.0.1,{folder}&port={dead},{PORT}"
            "&target_session_attrs=read-write&application_name=second%20host"
        )
        with pointed_at(url):
            read = database(tmp_path)
        wrapper = DatabaseWrapper({**connections.settings["default"], **read, "DIRECT": None})
        wrapper.settings_dict["OPTIONS"].pop("pool")
        try:
            with wrapper.cursor() as cursor:
                cursor.execute("SELECT current_setting('application_name'), current_setting('timezone')")
                assert cursor.fetchone() == ("second host", "UTC")
            assert wrapper.connection.info.host == str(folder)
        finally:
            wrapper.close()


@pytest.mark.parametrize(
    ("name", "value", "said"),
    [
        ("DATABASE_URL", "postgres://u:s3cr3t@h:x/db", "DATABASE_URL can't be used: the port is not a number"),
        ("GIGAFIBRE_PROXIES", "10.0.0.1/8", "GIGAFIBRE_PROXIES: '10.0.0.1/8' is no address and no network"),
    ],
)
def test_the_start_is_refused_in_one_sentence(name: str, value: str, said: str) -> None:
    started = subprocess.run(
        [sys.executable, "-m", "gigafibre", "run"],
        env={**os.environ, name: value},
        capture_output=True,
        text=True,
        check=False,
    )
    assert (started.returncode, started.stdout) == (1, "")
    assert started.stderr.startswith(f"gigafibre: {said}")
    assert len(started.stderr.strip().splitlines()) == 1
    assert SECRET not in started.stderr
