"""Databases cloned in a moment from a migrated template, for tests and benches: each has one of its own.

The server behind them is shared by every process that asks: the first starts it, the last stops it.
"""

import ast
import fcntl
import importlib.metadata
import os
import shutil
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from hashlib import sha256
from pathlib import Path

import psutil
import psycopg
from psycopg import sql

from gigafibre.config.launch.postgres import ROLE, Postgres, binaries, major_version

SOURCE = Path(__file__).resolve().parent.parent.parent
MEMORY = Path("/dev/shm")  # noqa: S108 (a folder of our own there, private)
# What the throw-away databases of a whole `make test` may need, several times over (bytes).
ROOM = 4 * 1024**3


def throwaway_folder(home: Path) -> Path:
    """Return where the server whose data need not last is kept for a state folder: in memory, where there is room.

    Tests make and drop tables and databases without end; a third of the server's work would be the disk's own notes.
    """
    folder = MEMORY / f"gigafibre-{os.geteuid()}-{sha256(os.fsencode(home.resolve())).hexdigest()[:12]}"
    if folder.exists():
        roomy = folder.lstat().st_uid == os.geteuid()
    else:
        roomy = MEMORY.is_dir() and min(shutil.disk_usage(MEMORY).free, psutil.virtual_memory().available) > ROOM
    return folder if roomy else home / "throwaway-postgres"


@contextmanager
def shared_server(folder: Path, *, durable: bool) -> Iterator[Postgres]:
    """Use the server in `folder` together with others; the first to come drops what killed processes left behind.

    Each version of PostgreSQL has a folder of its own there, so that one can try another (GIGAFIBRE_POSTGRES_BIN).
    """
    folder = folder / major_version(binaries())
    folder.mkdir(parents=True, exist_ok=True, mode=0o700)
    server = Postgres(folder, durable=durable)
    with (folder / "users.lock").open("w") as users:
        with _alone(folder / "starting.lock"):
            first = _try_lock(users)
            server.start()
            if first:
                _drop_leftovers(server)
            fcntl.flock(users, fcntl.LOCK_SH)
        try:
            yield server
        finally:
            with _alone(folder / "starting.lock"):
                if _try_lock(users):
                    server.stop()


@contextmanager
def cloned(server: Postgres, template: str, name: str) -> Iterator[str]:
    """Clone `template` as the database `name`, give its DATABASE_URL, drop it afterwards."""
    identifiers = {"name": sql.Identifier(name), "template": sql.Identifier(template), "owner": sql.Identifier(ROLE)}
    # Connections may still stand to a template that was just built or brought up to date: clones wait for each other.
    with _alone(server.folder / "cloning.lock"), server.connect() as connection:
        connection.execute(sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)").format(**identifiers))
        create = sql.SQL("CREATE DATABASE {name} TEMPLATE {template} OWNER {owner} STRATEGY file_copy")
        connection.execute(create.format(**identifiers))
    try:
        yield server.conninfo(name)
    finally:
        with server.connect() as connection:
            connection.execute(sql.SQL("DROP DATABASE IF EXISTS {name} WITH (FORCE)").format(**identifiers))


def migrated(server: Postgres, migrate: Callable[[str], None]) -> str:
    """Return the name of the template that `migrate`, called with a DATABASE_URL, brings up to date."""
    return template(server, "migrated", schema_key(), migrate, fresh=source_key())


def template(
    server: Postgres, kind: str, key: str, build: Callable[[str], None], *, fresh: str = "", base: str = "template1"
) -> str:
    """Return the name of the template of a `kind` made for `key`, building it first where it isn't there.

    `build` is called with the DATABASE_URL of a clone of `base` (else of an empty database), and again with the
    finished template's when `fresh` (a second key, of what it brings up to date in place) has changed.
    """
    name = f"template_{kind}_{key}"
    with _alone(server.folder / f"{kind}.lock"), server.connect() as connection:
        row = connection.execute(
            "SELECT shobj_description(oid, 'pg_database') FROM pg_database WHERE datname = %s", [name]
        ).fetchone()
        if row is None:
            _drop_databases(connection, f"template_{kind}_%")
            draft = f"building_{kind}"
            _drop_databases(connection, draft)  # a build that failed has left it
            create = sql.SQL("CREATE DATABASE {} TEMPLATE {} OWNER {}")
            with _alone(server.folder / "cloning.lock"):
                connection.execute(create.format(*(sql.Identifier(name) for name in (draft, base, ROLE))))
            build(server.conninfo(draft))
            connection.execute(
                sql.SQL("ALTER DATABASE {} RENAME TO {}").format(sql.Identifier(draft), sql.Identifier(name))
            )
        elif row[0] != fresh:
            build(server.conninfo(name))
        connection.execute(sql.SQL("COMMENT ON DATABASE {} IS {}").format(sql.Identifier(name), sql.Literal(fresh)))
    return name


def schema_key() -> str:
    """Return a key of all that makes a migrated database: migrations, SQL, the modules these import, versions."""
    seeds = [path for kind in ("py", "sql") for path in SOURCE.glob(f"*/migrations/**/*.{kind}")]
    versions = [importlib.metadata.version(name) for name in ("django", "procrastinate")]
    return _digest(_with_imports(seeds), [*versions, str(binaries())])


def source_key() -> str:
    """Return a key of all our Python, for what is written after a migration (permissions, roles)."""
    return _digest({path for path in SOURCE.rglob("*.py") if "tests" not in path.parts}, [])


def _with_imports(seeds: list[Path]) -> set[Path]:
    found: set[Path] = set()
    queue = list(seeds)
    while queue:
        path = queue.pop()
        if path in found:
            continue
        found.add(path)
        if path.suffix == ".py":
            queue.extend(_imports(path))
    return found


def _imports(path: Path) -> Iterator[Path]:
    for node in ast.walk(ast.parse(path.read_bytes())):
        if isinstance(node, ast.Import):
            names = [alias.name for alias in node.names]
        elif isinstance(node, ast.ImportFrom) and node.module:
            names = [node.module, *(f"{node.module}.{alias.name}" for alias in node.names)]
        else:
            continue
        for name in names:
            if name.startswith("gigafibre."):
                base = SOURCE.parent.joinpath(*name.split("."))
                yield from (file for file in (base.with_suffix(".py"), base / "__init__.py") if file.exists())


def _digest(paths: set[Path], extra: list[str]) -> str:
    digest = sha256("\n".join(extra).encode())
    for path in sorted(paths):
        digest.update(str(path.relative_to(SOURCE)).encode() + b"\0" + path.read_bytes())
    return digest.hexdigest()[:12]


def _drop_leftovers(server: Postgres) -> None:
    with server.connect() as connection:
        _drop_databases(connection, "building_%")
        _drop_databases(connection, "clone_%")


def _drop_databases(connection: psycopg.Connection, pattern: str) -> None:
    for (name,) in connection.execute("SELECT datname FROM pg_database WHERE datname LIKE %s", [pattern]).fetchall():
        connection.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def _try_lock(file: object) -> bool:
    try:
        fcntl.flock(file, fcntl.LOCK_EX | fcntl.LOCK_NB)  # type: ignore[arg-type]
    except BlockingIOError:
        return False
    return True


@contextmanager
def _alone(path: Path) -> Iterator[None]:
    with path.open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


def clone_name(label: str) -> str:
    """Return a name for a clone of this process, which leftovers are recognised by."""
    return f"clone_{os.getpid()}_{label}"
