"""Whether all that the platform depends on is well, said in words (`gigafibre check`)."""

import os
import shutil
import stat
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Literal

import typst
from django.conf import settings
from django.core import checks
from django.core.files.base import ContentFile
from django.core.files.storage import default_storage
from django.db import DatabaseError, connection

from gigafibre.config.health import pending_migrations
from gigafibre.kernel.parked import parked_count
from gigafibre.kernel.text import Text
from gigafibre.kernel.work import living_workers

State = Literal["good", "doubtful", "bad"]
OLDEST_POSTGRES = 150000
EXTENSIONS = ("btree_gist", "pg_trgm", "unaccent")
MOST_CLOCK_DRIFT = timedelta(seconds=2)
LEAST_DISK = 1 << 30


@dataclass(frozen=True)
class Finding:
    """One thing that was looked at: a stable code, how it is, and what to say of it (with what to do, if not good)."""

    code: str
    state: State
    text: Text


def examine() -> Iterator[Finding]:
    """Look at everything in turn; what needs the database is left out while it doesn't answer."""
    yield from _settings()
    yield _proxies()
    database = _database()
    yield database
    looks: list[Callable[[], Finding]] = [_files, _secrets, _front_end, _typesetting]
    if database.state != "bad":
        looks = [_extensions, _migrations, _clock, _workers, _parked, *looks]
    for look in looks:
        yield look()


def _settings() -> Iterator[Finding]:
    messages = checks.run_checks()
    serious = [message for message in messages if message.is_serious() and not message.is_silenced()]
    if not serious:
        yield Finding("settings", "good", Text("Réglages et modèles : cohérents.", "Settings and models: coherent."))
    for message in serious:
        yield Finding("settings", "bad", Text(fr=f"{message.id} : {message.msg}", en=f"{message.id}: {message.msg}"))


def _proxies() -> Finding:
    if settings.HTTPS and not settings.TRUSTED_PROXIES:
        return _of("proxies", "doubtful",
                   "Mandataires : GIGAFIBRE_HTTPS=1, mais GIGAFIBRE_PROXIES est vide ; tout passe pour du http.",
                   "Proxies: GIGAFIBRE_HTTPS=1, but GIGAFIBRE_PROXIES is empty; all counts as http.")  # fmt: skip
    names = ", ".join(str(network) for network in settings.TRUSTED_PROXIES)
    if not names:
        return _of("proxies", "good", "Mandataires : aucun n'est cru.", "Proxies: none is believed.")
    return _of("proxies", "good", "Mandataires crus : {names}.", "Proxies believed: {names}.", names=names)


def _database() -> Finding:
    try:
        with connection.cursor() as cursor:
            cursor.execute("SELECT current_setting('server_version_num')::int, current_setting('server_version')")
            number, version = cursor.fetchone()
            cursor.execute("SELECT pg_encoding_to_char(encoding) FROM pg_database WHERE datname = current_database()")
            (encoding,) = cursor.fetchone()
    except DatabaseError as failure:
        return _of("database", "bad", "Base de données : aucune réponse ({why}).", "Database: no answer ({why}).",
                   why=str(failure).strip().splitlines()[0])  # fmt: skip
    if number < OLDEST_POSTGRES or encoding != "UTF8":
        return _of("database", "bad", "Base de données : PostgreSQL {v}, {e} ; il faut au moins 15, en UTF8.",
                   "Database: PostgreSQL {v}, {e}; at least 15 is needed, in UTF8.", v=version, e=encoding)  # fmt: skip
    return _of("database", "good", "Base de données : PostgreSQL {v}.", "Database: PostgreSQL {v}.", v=version)


def _extensions() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT extname FROM pg_extension")
        missing = sorted(set(EXTENSIONS) - {name for (name,) in cursor.fetchall()})
    if missing:
        return _of("extensions", "bad", "Extensions : il manque {names}. Lancez « gigafibre migrate ».",
                   "Extensions: {names} missing. Run `gigafibre migrate`.", names=", ".join(missing))  # fmt: skip
    return _of("extensions", "good", "Extensions : toutes là.", "Extensions: all there.")


def _migrations() -> Finding:
    pending = pending_migrations()
    if pending:
        return _of("migrations", "bad", "Migrations : {n} à appliquer, d'abord {first}. Lancez « gigafibre migrate ».",
                   "Migrations: {n} to apply, first {first}. Run `gigafibre migrate`.",
                   n=len(pending), first=pending[0])  # fmt: skip
    return _of("migrations", "good", "Migrations : toutes appliquées.", "Migrations: all applied.")


def _clock() -> Finding:
    with connection.cursor() as cursor:
        cursor.execute("SELECT clock_timestamp()")
        drift = abs(cursor.fetchone()[0] - datetime.now(UTC))
    if drift > MOST_CLOCK_DRIFT:
        return _of("clock", "bad", "Horloge : {s} s d'écart avec la base de données. Réglez NTP.",
                   "Clock: {s} s apart from the database's. Set up NTP.", s=round(drift.total_seconds()))  # fmt: skip
    return _of("clock", "good", "Horloge : celle de la base de données.", "Clock: the same as the database's.")


def _workers() -> Finding:
    count = living_workers()
    if not count:
        return _of("workers", "bad", "Exécutants : aucun en vie, rien n'avance. Lancez « gigafibre worker ».",
                   "Workers: none alive, nothing moves on. Start `gigafibre worker`.")  # fmt: skip
    return _of("workers", "good", "Exécutants : {n} en vie.", "Workers: {n} alive.", n=count)


def _parked() -> Finding:
    count = parked_count()
    if count:
        return _of("parked", "doubtful", "Travail parqué : {n} attendent une personne (page « Travail parqué »).",
                   "Parked work: {n} wait for a person (page “Parked work”).", n=count)  # fmt: skip
    return _of("parked", "good", "Travail parqué : aucun.", "Parked work: none.")


def _bucket() -> Finding:
    name = f".probe-{os.getpid()}"
    try:
        default_storage.delete(default_storage.save(name, ContentFile(b"x")))
    except Exception as failure:  # whatever the bucket's client raises
        return _of("files", "bad", "Fichiers : impossible d'écrire dans le seau ({why}). Voyez GIGAFIBRE_FILES_URL.",
                   "Files: the bucket can't be written to ({why}). See GIGAFIBRE_FILES_URL.",
                   why=type(failure).__name__)  # fmt: skip
    return _of("files", "good", "Fichiers : dans un seau S3, on y écrit.", "Files: in an S3 bucket, it can be written.")


def _files() -> Finding:
    if settings.FILES_URL:
        return _bucket()
    folder = Path(default_storage.path(""))
    try:
        folder.mkdir(parents=True, exist_ok=True)
        probe = folder / f".probe-{os.getpid()}"
        probe.write_bytes(b"x")
        probe.unlink()
        free = shutil.disk_usage(folder).free
    except OSError as failure:
        return _of("files", "bad", "Fichiers : impossible d'écrire dans {folder} ({why}).",
                   "Files: {folder} can't be written to ({why}).", folder=folder, why=failure.strerror)  # fmt: skip
    gib = f"{free / LEAST_DISK:.1f}"
    if free < LEAST_DISK:
        return _of("files", "doubtful", "Fichiers : il ne reste que {gib} Gio dans {folder}.",
                   "Files: only {gib} GiB are left in {folder}.", gib=gib, folder=folder)  # fmt: skip
    return _of("files", "good", "Fichiers : {folder}, {gib} Gio libres.", "Files: {folder}, {gib} GiB free.",
               folder=folder, gib=gib)  # fmt: skip


def _secrets() -> Finding:
    folder = Path(settings.HOME) / "secrets"
    kept = [folder, *folder.iterdir()] if folder.exists() else []
    loose = [path.name for path in kept if stat.S_IMODE(path.stat().st_mode) & 0o077]
    if loose:
        return _of("secrets", "bad", "Secrets : d'autres peuvent lire {names}. Lancez « chmod -R go= {folder} ».",
                   "Secrets: others can read {names}. Run `chmod -R go= {folder}`.",
                   names=", ".join(loose), folder=folder)  # fmt: skip
    return _of("secrets", "good", "Secrets : lisibles de nous seuls.", "Secrets: readable by us only.")


def _front_end() -> Finding:
    if not (settings.WEB_DIST / ".vite" / "manifest.json").exists():
        return _of("front_end", "bad", "Application : pas construite. Lancez « make setup ».",
                   "Front end: not built. Run `make setup`.")  # fmt: skip
    return _of("front_end", "good", "Application : construite.", "Front end: built.")


def _typesetting() -> Finding:
    try:
        made = typst.compile(b"ok")
    except Exception as failure:  # whatever goes wrong in there is what we report
        return _of("typesetting", "bad", "Mise en page des PDF : en panne ({why}).", "PDF typesetting: broken ({why}).",
                   why=failure)  # fmt: skip
    state: State = "good" if bytes(made).startswith(b"%PDF") else "bad"
    return _of("typesetting", state, "Mise en page des PDF : Typst répond.", "PDF typesetting: Typst answers.")


def _of(code: str, state: State, fr: str, en: str, **values: object) -> Finding:
    return Finding(code, state, Text(fr, en).with_(**values))
