"""Making a backup of a running platform: one moment of the database, and every file that moment names."""

from __future__ import annotations

import contextlib
import os
import shutil
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

from django.conf import settings
from django.core.files.storage import default_storage
from django.db import connection, connections, transaction

from gigafibre.config.backup import archive, tools
from gigafibre.config.backup.errors import BackupRefusedError
from gigafibre.config.backup.tables import digests
from gigafibre.config.launch.postgres import Postgres, socket_folder
from gigafibre.config.variables import text
from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import box
from gigafibre.kernel.files import PIECE, digests_kept, path_of


@dataclass(frozen=True)
class Made:
    """A backup that was made: where, and what it holds."""

    folder: Path
    manifest: archive.Manifest


def make(target: Path, *, secrets: bool | None = None) -> Made:
    """Make a backup in a new folder of `target` and return it; raises BackupRefusedError, leaving nothing half-made.

    `secrets`: whether the keys go with it; by default those that this copy made itself do, since they are nowhere else,
    and those that come from the environment don't.
    """
    keys_made_here = not text("GIGAFIBRE_FIELD_KEYS")
    target.mkdir(parents=True, exist_ok=True, mode=0o700)
    name = f"{archive.PREFIX}{clock.now():%Y%m%dT%H%M%SZ}"
    draft, final = target / f"{archive.DRAFT}{name}", target / name
    if draft.exists() or final.exists():
        raise BackupRefusedError(f"{final} is there already, or being made: wait a second.")
    draft.mkdir(mode=0o700)
    try:
        manifest = _fill(draft, target, with_secrets=keys_made_here if secrets is None else secrets)
        (draft / "manifest.json").write_text(manifest.written(), encoding="utf-8")
        for problem in archive.wrong(draft, manifest):
            raise BackupRefusedError(f"The backup is not whole: {problem}.")
        draft.rename(final)
    except BaseException:
        shutil.rmtree(draft, ignore_errors=True)
        raise
    return Made(final, manifest)


def _fill(draft: Path, target: Path, *, with_secrets: bool) -> archive.Manifest:
    before = next(reversed(archive.backups_in(target)), None)
    # Once before the database's moment too: what is dropped meanwhile is still named at that moment.
    _copy(digests_kept(), draft, before)
    version = tools.server_version()
    program = tools.programs(version) / "pg_dump"
    with transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("SET TRANSACTION ISOLATION LEVEL REPEATABLE READ, READ ONLY")
        cursor.execute("SELECT pg_export_snapshot()")
        (snapshot,) = cursor.fetchone()
        words = ("--format=custom", f"--snapshot={snapshot}", "--no-owner", f"--file={draft / 'database.dump'}")
        tools.run(program, *words)
        named, counted = digests_kept(), digests()
        cursor.execute("SELECT app || '.' || name FROM django_migrations ORDER BY 1")
        applied = [row[0] for row in cursor.fetchall()]
    missing = _copy(named, draft, before)
    return archive.Manifest(
        format=archive.FORMAT,
        made_at=clock.now().isoformat(),
        postgres=version,
        migrations=applied,
        dump=archive.digest_of(draft / "database.dump"),
        tables=counted,
        files=sorted(set(named) - set(missing)),
        missing=missing,
        keys=[archive.fingerprint(key) for key in settings.FIELD_KEYS],
        canary=box().encrypt(archive.CANARY).decode(),
        secrets=_copy_secrets(draft) if with_secrets else {},
    )


def _copy(named: list[str], draft: Path, before: Path | None) -> list[str]:
    """Copy stored files into the draft, by a link those of the backup before; return what isn't there."""
    missing = []
    for digest in named:
        path = draft / "files" / path_of(digest)
        if path.exists():
            continue
        path.parent.mkdir(parents=True, exist_ok=True)
        with contextlib.suppress(OSError):
            if before is not None:
                os.link(before / "files" / path_of(digest), path)
                continue
        try:
            with default_storage.open(path_of(digest)) as opened, path.open("wb") as copy:
                shutil.copyfileobj(opened, copy, PIECE)
        except FileNotFoundError:
            path.unlink(missing_ok=True)
            missing.append(digest)
    return missing


def _copy_secrets(draft: Path) -> dict[str, str]:
    folder = draft / "secrets"
    folder.mkdir(mode=0o700)
    given = {"field_keys": "\n".join(settings.FIELD_KEYS), "secret_key": str(settings.SECRET_KEY)}
    for name, value in given.items():
        path = folder / name
        path.touch(mode=0o600)
        path.write_text(value)
    return {name: archive.digest_of(folder / name) for name in given}


def thin_out(target: Path, *, keep: int, months: int) -> list[Path]:
    """Remove old backups: the newest `keep` stay, and of each of the last `months` months its first; returns the gone.

    What a killed backup left half-made goes too, after a day.
    """
    kept = archive.backups_in(target)
    firsts: dict[str, Path] = {}
    for path in kept:
        firsts.setdefault(path.name.removeprefix(archive.PREFIX)[:6], path)
    stays = {*kept[-keep:], *list(firsts.values())[len(firsts) - min(months, len(firsts)) :]}
    gone = [path for path in kept if path not in stays]
    old = clock.now().timestamp() - 24 * 3600
    gone += [path for path in target.glob(f"{archive.DRAFT}*") if path.stat().st_mtime < old]
    for path in gone:
        shutil.rmtree(path)
    return gone


@contextlib.contextmanager
def database_at_hand() -> Iterator[None]:
    """Have the embedded database answer for the length of a block; one that was not running is stopped afterwards."""
    if text("DATABASE_URL"):
        yield
        return
    server = Postgres(Path(settings.HOME) / "postgres")
    ran = server.pid() is not None
    server.start()
    connections["default"].close()
    connections.settings["default"]["HOST"] = str(socket_folder(server.folder))
    try:
        yield
    finally:
        if not ran:
            connections.close_all()
            server.stop()
