"""The drill: what is saved comes back whole into an empty place; whatever is wrong is refused and leaves it empty."""

import contextlib
import json
import os
import shutil
import subprocess
import sys
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import pytest
from cryptography.fernet import Fernet
from django.conf import settings as live_settings
from psycopg import sql

from conftest import CommittedDatabase, TestServer
from gigafibre.config.backup import archive
from gigafibre.config.backup.making import make, thin_out
from gigafibre.config.backup.tables import digests
from gigafibre.config.launch.postgres import Postgres, socket_folder
from gigafibre.config.launch.templates import clone_name
from gigafibre.crm.tests.factories import a_customer
from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM, acting_as

PDF = b"%PDF-1.7\n1 0 obj <<>> endobj\ntrailer <<>>\n%%EOF\n"


@pytest.fixture
def saved(committed_db: CommittedDatabase, tmp_path: Path, settings: Any) -> Iterator[archive.Manifest]:
    """A backup, in `tmp_path/backups`, of a customer and two stored files."""
    kept = {"BACKEND": "django.core.files.storage.FileSystemStorage", "OPTIONS": {"location": tmp_path / "stored"}}
    settings.STORAGES = {**live_settings.STORAGES, "default": kept}
    with acting_as(SYSTEM):
        a_customer()
        files.store(PDF, "contrat.pdf")
        files.store(b"relev\xc3\xa9", "note.txt")
    yield make(tmp_path / "backups").manifest
    place = Postgres(tmp_path / "new" / "postgres")
    place.stop()
    if place.folder.exists():
        shutil.rmtree(socket_folder(place.folder), ignore_errors=True)


def the_backup(tmp_path: Path) -> Path:
    (found,) = archive.backups_in(tmp_path / "backups")
    return found


def environment_of(home: Path, **more: str) -> dict[str, str]:
    unwanted = {"DATABASE_URL", "DATABASE_DIRECT_URL", "DJANGO_SETTINGS_MODULE", "GIGAFIBRE_FIELD_KEYS"}
    environment = {name: value for name, value in os.environ.items() if name not in unwanted}
    return environment | {"GIGAFIBRE_HOME": str(home), "GIGAFIBRE_DEMO": "0", **more}


def gigafibre(home: Path, *words: str, **more: str) -> subprocess.CompletedProcess[str]:
    command = [sys.executable, "-m", "gigafibre", *words]
    return subprocess.run(command, env=environment_of(home, **more), capture_output=True, text=True, check=False)


#: Loads the platform once, then runs each command given on a line in a process of its own: what it said, how it ended.
ONE_START = """
import json, os, subprocess, sys, tempfile
from gigafibre.config.cli import main

os.environ["DJANGO_SETTINGS_MODULE"] = "gigafibre.config.settings"
import django

django.setup()
for line in sys.stdin:
    with tempfile.TemporaryFile() as said:
        pid = os.fork()
        if not pid:
            os.dup2(os.open(os.devnull, os.O_RDONLY), 0)
            os.dup2(said.fileno(), 1)
            os.dup2(said.fileno(), 2)
            sys.argv = ["gigafibre", *json.loads(line)]
            main()
            sys.exit(0)
        status = os.waitstatus_to_exitcode(os.waitpid(pid, 0)[1])
        said.seek(0)
        print(json.dumps([status, said.read().decode()]), flush=True)
"""


@contextlib.contextmanager
def gigafibre_again_and_again(home: Path) -> Iterator[Callable[..., tuple[int, str]]]:
    """Give what runs a command in that home as `gigafibre` does, without loading the platform for each anew."""
    command = [sys.executable, "-c", ONE_START]
    with subprocess.Popen(
        command, env=environment_of(home), stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    ) as process:
        assert process.stdin is not None
        assert process.stdout is not None
        asked, answers = process.stdin, process.stdout

        def run(*words: str) -> tuple[int, str]:
            asked.write(json.dumps(words) + "\n")
            asked.flush()
            status, said = json.loads(answers.readline())
            return status, said

        yield run


def is_empty(home: Path) -> bool:
    """Whether nothing is left but what every command makes when it starts: the keys of a new home."""
    files_left = [path for path in (home / "files").rglob("*") if path.is_file()]
    return not (home / "postgres").exists() and not files_left and not list(home.glob(".restore*"))


def test_what_is_saved_comes_back_whole_into_an_empty_home(saved: archive.Manifest, tmp_path: Path) -> None:
    home, backup = tmp_path / "new", the_backup(tmp_path)
    assert saved.tables["crm_customer"][0] == 1
    assert (len(saved.files), saved.missing) == (2, [])
    assert gigafibre(home, "restore", str(backup), "--verify").stdout.startswith("whole: ")

    done = gigafibre(home, "restore", str(backup))
    assert done.returncode == 0, done.stderr
    assert done.stdout.startswith("restored: ")

    # The place it came back to is saved again: every table and every file is the same, and the keys are the first's.
    again = gigafibre(home, "backup", str(tmp_path / "again"), "--json")
    assert again.returncode == 0, again.stderr
    second = archive.read(Path(json.loads(again.stdout)["backup"]))
    assert second.tables == saved.tables
    assert len(second.tables) > 100
    assert (second.files, second.keys, second.secrets) == (saved.files, saved.keys, saved.secrets)
    for digest in saved.files:
        assert archive.digest_of(home / "files" / files.path_of(digest)) == digest
    assert archive.opens((home / "secrets" / "field_keys").read_text().split(), saved)

    # And it works: what is privileged, computed or checked by the database is there too.
    check = gigafibre(home, "restore", str(backup))
    assert check.returncode == 1
    assert "has a database already" in check.stderr


def test_it_comes_back_into_a_given_empty_database_and_refuses_a_full_one(
    saved: archive.Manifest, tmp_path: Path, test_server: TestServer, committed_db: CommittedDatabase
) -> None:
    before = digests()
    full = gigafibre(tmp_path / "new", "restore", str(the_backup(tmp_path)), DATABASE_URL=committed_db.url)
    assert full.returncode == 1
    assert "The database is not empty" in full.stderr
    assert digests() == before
    assert is_empty(tmp_path / "new")

    name = clone_name("restored")
    with test_server.postgres.connect() as server:
        server.execute(sql.SQL("CREATE DATABASE {} OWNER gigafibre").format(sql.Identifier(name)))
    try:
        url = test_server.postgres.conninfo(name)
        done = gigafibre(tmp_path / "new", "restore", str(the_backup(tmp_path)), DATABASE_URL=url)
        assert done.returncode == 0, done.stderr
        with test_server.postgres.connect(name, "gigafibre") as restored:
            for table in ("crm_customer", "kernel_file", "kernel_audit"):
                query = sql.SQL("SELECT count(*) FROM {}").format(sql.Identifier(table))
                assert restored.execute(query).fetchone() == (saved.tables[table][0],)
            with pytest.raises(Exception, match=r"(?i)audit"):
                restored.execute("DELETE FROM kernel_audit")
    finally:
        with test_server.postgres.connect() as server:
            server.execute(sql.SQL("DROP DATABASE {} WITH (FORCE)").format(sql.Identifier(name)))


def rewrite(backup: Path, harm: str) -> None:
    """Make a backup that is whole by its digests, and yet can't be used here."""
    told = json.loads((backup / "manifest.json").read_text())
    told.pop("seal")
    if harm == "newer":
        told["migrations"].append("crm.9999_tomorrow")
    elif harm == "newer format":
        told["format"] = archive.FORMAT + 1
    elif harm == "server":
        told["postgres"] = 99
    elif harm == "key":
        (backup / "secrets" / "field_keys").write_text(Fernet.generate_key().decode())
        told["secrets"]["field_keys"] = archive.digest_of(backup / "secrets" / "field_keys")
    elif harm == "broken dump":
        data = (backup / "database.dump").read_bytes()
        (backup / "database.dump").write_bytes(data[: len(data) * 3 // 4])
        told["dump"] = archive.digest_of(backup / "database.dump")
    elif harm == "other rows":
        told["tables"]["crm_customer"] = [2, told["tables"]["crm_customer"][1]]
    (backup / "manifest.json").write_text(json.dumps({**told, "seal": archive.seal_of(told)}))


#: What can be wrong with a backup or with the place, and what is said of it.
HARMS = {
    "dump": "database.dump is damaged",
    "file": "is damaged",
    "no file": "is missing",
    "manifest": "was changed since it was made",
    "newer": "doesn't know crm.9999_tomorrow",
    "newer format": "made by a newer version",
    "server": "The backup is of PostgreSQL 99",
    "key": "doesn't open what the backup keeps encrypted",
    "other key": "No key here opens",
    "broken dump": "pg_restore ended with 1",
    "other rows": "What came back is not what was saved, in crm_customer",
}


def harm_it(backup: Path, harm: str, stored: Path) -> None:
    """Damage a backup in one way."""
    if harm == "dump":
        with (backup / "database.dump").open("ab") as opened:
            opened.write(b"x")
    elif harm == "file":
        stored.write_bytes(b"other")
    elif harm == "no file":
        stored.unlink()
    elif harm == "manifest":
        text = (backup / "manifest.json").read_text()
        (backup / "manifest.json").write_text(text.replace('"made_at": "2', '"made_at": "1'))
    elif harm != "other key":
        rewrite(backup, harm)


def test_what_is_wrong_is_refused_and_leaves_the_place_empty(saved: archive.Manifest, tmp_path: Path) -> None:
    home, other = tmp_path / "new", {"GIGAFIBRE_FIELD_KEYS": Fernet.generate_key().decode()}
    with gigafibre_again_and_again(home) as run:
        for harm, said in HARMS.items():
            backup = tmp_path / harm.replace(" ", "-")
            shutil.copytree(the_backup(tmp_path), backup)
            harm_it(backup, harm, backup / "files" / files.path_of(saved.files[0]))
            if harm == "other key":
                started = gigafibre(home, "restore", str(backup), **other)
                status, told = started.returncode, started.stderr
            else:
                status, told = run("restore", str(backup))
            assert (harm, status) == (harm, 1)
            assert said in told, harm
            assert "Traceback" not in told
            assert is_empty(home), harm


def test_a_backup_without_keys_says_so_and_is_opened_by_those_of_the_environment(
    committed_db: CommittedDatabase, tmp_path: Path, settings: Any, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGAFIBRE_FIELD_KEYS", ",".join(settings.FIELD_KEYS))
    made = make(tmp_path)
    assert (made.manifest.secrets, (made.folder / "secrets").exists()) == ({}, False)
    assert archive.opens(settings.FIELD_KEYS, made.manifest)
    assert not archive.opens([Fernet.generate_key().decode()], made.manifest)
    assert settings.FIELD_KEYS[0] not in (made.folder / "manifest.json").read_text()


def test_a_backup_that_fails_leaves_nothing_that_looks_like_one(
    committed_db: CommittedDatabase, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setenv("GIGAFIBRE_POSTGRES_BIN", str(tmp_path / "nowhere"))
    with pytest.raises(Exception, match="no pg_dump of that version is here"):
        make(tmp_path / "backups")
    assert list((tmp_path / "backups").iterdir()) == []


def test_a_file_that_is_gone_is_told_and_one_saved_before_is_linked(
    saved: archive.Manifest, tmp_path: Path, clock: Any
) -> None:
    first, (gone, stays) = the_backup(tmp_path), saved.files
    (tmp_path / "stored" / files.path_of(gone)).unlink()
    alone = make(tmp_path / "elsewhere")
    assert (alone.manifest.missing, alone.manifest.files) == ([gone], [stays])
    clock.move(minutes=1)
    beside = make(tmp_path / "elsewhere")
    name = Path("files") / files.path_of(stays)
    assert (alone.folder / name).samefile(beside.folder / name)
    assert (first / name).stat().st_nlink == 1


def test_old_backups_go_the_newest_and_the_first_of_each_month_stay(tmp_path: Path) -> None:
    days = ["20260901", "20260902", "20261001", "20261015", "20261101", "20261120", "20261121", "20261122"]
    for day in days:
        folder = tmp_path / f"{archive.PREFIX}{day}T031500Z"
        folder.mkdir()
        (folder / "manifest.json").write_text("{}")
    (tmp_path / f"{archive.DRAFT}x").mkdir()
    os.utime(tmp_path / f"{archive.DRAFT}x", (0, 0))
    gone = thin_out(tmp_path, keep=2, months=2)
    left = [path.name.removeprefix(archive.PREFIX)[:8] for path in archive.backups_in(tmp_path)]
    assert left == ["20261001", "20261101", "20261121", "20261122"]
    assert len(gone) == 5
    assert not (tmp_path / f"{archive.DRAFT}x").exists()
