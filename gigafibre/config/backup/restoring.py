"""Putting a backup back into an empty place: all of it, compared with what was saved, or nothing."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path

from django.conf import settings
from django.core.files.base import File as OpenFile
from django.core.files.storage import default_storage
from django.db import connection, connections
from django.db.migrations.loader import MigrationLoader

from gigafibre.config.backup import archive, tools
from gigafibre.config.backup.errors import BackupRefusedError
from gigafibre.config.backup.making import database_at_hand
from gigafibre.config.backup.tables import digests, tables
from gigafibre.config.launch.postgres import Postgres
from gigafibre.config.variables import text
from gigafibre.kernel import clock
from gigafibre.kernel.files import path_of

#: What a dump says of the role that made it, or what only the owner of an extension may say.
_LEFT_OUT = (" DEFAULT ACL ", " COMMENT - EXTENSION ")
_PRIVILEGES = (
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON TABLES TO gigafibre_importer",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT ALL ON SEQUENCES TO gigafibre_importer",
    "ALTER DEFAULT PRIVILEGES IN SCHEMA public GRANT SELECT, UPDATE, DELETE ON TABLES TO gigafibre_eraser",
)
#: The roles that a dump names but does not bring, for whoever restores one: made where they lack, and given to him.
ROLES = """
DO $$
DECLARE
  v_role text;
BEGIN
  FOREACH v_role IN ARRAY ARRAY['gigafibre_importer', 'gigafibre_eraser'] LOOP
    IF NOT EXISTS (SELECT FROM pg_roles WHERE rolname = v_role) THEN
      EXECUTE format('CREATE ROLE %I NOLOGIN', v_role);
    END IF;
    EXECUTE format('GRANT %I TO %I', v_role, current_user);
  END LOOP;
END $$
"""


@dataclass
class _Undo:
    """What was begun, to be taken back if the rest fails."""

    files: list[str] = field(default_factory=list)
    database: bool = False


def restore(folder: Path) -> archive.Manifest:
    """Put a backup back into this copy's empty database, files and keys; returns its manifest.

    Raises BackupRefusedError, having left the place as empty as it was: when something of the backup is damaged, the
    place is not empty or in use, the backup is of a newer version, or no key here opens what it keeps encrypted.
    """
    manifest = archive.read(folder)
    for problem in archive.wrong(folder, manifest):
        raise BackupRefusedError(f"{folder} is not whole: {problem}. Nothing was restored; take another backup.")
    _refuse_newer(manifest)
    keys = _refuse_wrong_keys(folder, manifest)
    _refuse_occupied_home()
    with _embedded_made_and_unmade(), database_at_hand():
        version = tools.server_version()
        if version < manifest.postgres:
            raise BackupRefusedError(
                f"The backup is of PostgreSQL {manifest.postgres}, this server is {version}: restore into one as new."
            )
        if found := tables():
            raise BackupRefusedError(
                f"The database is not empty ({len(found)} tables, such as {found[0]}). Restore into an empty one."
            )
        undo = _Undo()
        try:
            _restore_files(folder, manifest, undo)
            _restore_database(folder, version, undo)
            _compare(manifest)
            if keys:
                _put_keys(folder, manifest)
        except BaseException:
            _take_back(undo)
            raise
    return manifest


def _refuse_newer(manifest: archive.Manifest) -> None:
    known = {f"{app}.{name}" for app, name in MigrationLoader(None, ignore_no_migrations=True).disk_migrations}
    replaced = [name for name in manifest.migrations if name.startswith(_OURS) and name not in known]
    if replaced:
        raise BackupRefusedError(
            f"The backup is of a newer version: this one doesn't know {replaced[0]}"
            f"{f' and {len(replaced) - 1} more' if len(replaced) > 1 else ''}. Update before restoring it."
        )


_OURS = tuple(f"{app.removeprefix('gigafibre.')}." for app in settings.INSTALLED_APPS if app.startswith("gigafibre."))


def _refuse_wrong_keys(folder: Path, manifest: archive.Manifest) -> bool:
    """Return whether the backup's own keys are to be put in place; refuse when no key at hand will open its secrets."""
    if manifest.secrets and not text("GIGAFIBRE_FIELD_KEYS"):
        brought = (folder / "secrets" / "field_keys").read_text().split()
        if not archive.opens(brought, manifest):
            raise BackupRefusedError(f"{folder}/secrets/field_keys doesn't open what the backup keeps encrypted.")
        return True
    if not archive.opens(list(settings.FIELD_KEYS), manifest):
        ours = ", ".join(archive.fingerprint(key) for key in settings.FIELD_KEYS)
        raise BackupRefusedError(
            "No key here opens what the backup keeps encrypted: put the one it was made with into GIGAFIBRE_FIELD_KEYS"
            f" (its digest begins with {manifest.keys[0]}; here: {ours})."
        )
    return False


def _refuse_occupied_home() -> None:
    home = Path(settings.HOME)
    if text("DATABASE_URL") == "":
        if Postgres(home / "postgres").pid() is not None:
            raise BackupRefusedError(f"{home} is in use by a running copy. Stop it, or restore into another home.")
        if (home / "postgres").exists():
            raise BackupRefusedError(f"{home} has a database already. Restore into an empty GIGAFIBRE_HOME.")
    files = _local_files()
    if files is not None and files.exists() and any(files.iterdir()):
        raise BackupRefusedError(f"{files} is not empty. Restore into an empty GIGAFIBRE_HOME.")


@contextlib.contextmanager
def _embedded_made_and_unmade() -> Iterator[None]:
    """Where the database is ours, let a failed restore leave no cluster behind."""
    try:
        yield
    except BaseException:
        if not text("DATABASE_URL"):
            server = Postgres(Path(settings.HOME) / "postgres")
            server.stop()
            shutil.rmtree(server.folder, ignore_errors=True)
        raise


def _restore_files(folder: Path, manifest: archive.Manifest, undo: _Undo) -> None:
    for digest in manifest.files:
        path = path_of(digest)
        if default_storage.exists(path):
            continue
        undo.files.append(path)
        with (folder / "files" / path).open("rb") as opened:
            default_storage.save(path, OpenFile(opened))


def _restore_database(folder: Path, version: int, undo: _Undo) -> None:
    program, dump = tools.programs(version) / "pg_restore", folder / "database.dump"
    listed = tools.contents(program, dump)
    order = Path(settings.HOME) / f".restore-{os.getpid()}"
    order.write_text("".join(f"{line}\n" for line in listed if not any(w in line for w in _LEFT_OUT)))
    try:
        with connection.cursor() as cursor:
            cursor.execute(ROLES)
        undo.database = True
        words = ("--single-transaction", "--exit-on-error", "--no-owner", f"--use-list={order}", str(dump))
        tools.run(program, *words)
        with connection.cursor() as cursor:
            for statement in _PRIVILEGES:
                cursor.execute(statement)
            cursor.execute("ANALYZE")
    finally:
        order.unlink(missing_ok=True)


def _compare(manifest: archive.Manifest) -> None:
    found = digests()
    different = [name for name in {**manifest.tables, **found} if manifest.tables.get(name) != found.get(name)]
    if different:
        raise BackupRefusedError(f"What came back is not what was saved, in {', '.join(sorted(different)[:5])}.")


def _put_keys(folder: Path, manifest: archive.Manifest) -> None:
    kept = Path(settings.HOME) / "secrets"
    if kept.exists():
        kept.rename(kept.with_name(f"secrets.before-{clock.now():%Y%m%dT%H%M%SZ}"))
    kept.mkdir(mode=0o700)
    for name in manifest.secrets:
        path = kept / name
        path.touch(mode=0o600)
        path.write_bytes((folder / "secrets" / name).read_bytes())


def _take_back(undo: _Undo) -> None:
    for path in undo.files:
        default_storage.delete(path)
    files = _local_files()
    if files is not None and undo.files:
        shutil.rmtree(files, ignore_errors=True)
    if undo.database and text("DATABASE_URL"):
        # It was empty when we came: a restore that failed halfway wrote nothing, one that differs is taken away.
        connections["default"].close()
        with connection.cursor() as cursor:
            cursor.execute("DROP SCHEMA public CASCADE; CREATE SCHEMA public")


def _local_files() -> Path | None:
    location = getattr(default_storage, "base_location", None)
    return Path(location) if location else None
