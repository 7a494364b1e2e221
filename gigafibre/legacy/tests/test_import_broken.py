"""Broken sources and a target in trouble: a sentence that says what and where, nothing half-imported, then resumed."""

from __future__ import annotations

import shutil
import subprocess
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import replace
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import CommandError, call_command
from django.db import connection

from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.importing.choice import Choice
from gigafibre.legacy.importing.phases import PHASES, notes
from gigafibre.legacy.importing.run import execute, prepare
from gigafibre.legacy.importing.stage import stage
from gigafibre.legacy.models import ImportRun
from gigafibre.legacy.schema import table
from gigafibre.legacy.source import SourceError, open_source
from gigafibre.legacy.tests.mariadb import PrivateMariaDB
from gigafibre.legacy.tests.sums import checksums, counts
from gigafibre.legacy.tests.test_nightly import Dump


@pytest.fixture(scope="module")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A small dump."""
    folder = tmp_path_factory.mktemp("broken") / "dump"
    call_command("legacy_sample", to=str(folder), scale=0.002, seed=4, defects="real", json=True, stdout=StringIO())
    return folder


@pytest.fixture
def dump(sample: Path, tmp_path: Path) -> Dump:
    """A copy of it, to be broken."""
    return Dump(Path(shutil.copytree(sample, tmp_path / "dump")))


def brought(source: str, *only: str, dry_run: bool = False) -> ImportRun:
    return execute(prepare(source, by="test", dry_run=dry_run, choice=Choice.of(only, None)), source)


@contextmanager
def mended_after(path: Path) -> Iterator[None]:
    """Leave a file as it was."""
    whole = path.read_bytes()
    yield
    path.write_bytes(whole)


def spoil(path: Path, place: int, column: str, value: bytes) -> None:
    """Write a value into one row (from 1) of a table."""
    lines = path.read_bytes().split(b"\n")
    fields = lines[place - 1].split(b"\t")
    fields[table(path.stem).names.index(column)] = value
    lines[place - 1] = b"\t".join(fields)
    path.write_bytes(b"\n".join(lines))


REFUSED = [
    ("invoice", 7, "total_amt", b"12,50", "Row 7 of table invoice .* total_amt holds “12,50”; decimal.* was expected"),
    ("payment", 3, "account_id", b"abc", "Row 3 of table payment .* account_id holds “abc”; int.* was expected"),
    ("account", 2, "date_orig", b"9" * 20, "Row 2 of table account .* date_orig holds “9{20}”; bigint.* was expected"),
    ("account", 5, "city", b"Sainte-Th\xe9r\xe8se", "Row 5 of table account .* can't be read: invalid byte sequence"),
    ("staff", 4, "id", b"1", r"Table staff .*\(id\)=\(1\) is duplicated"),
    ("staff", 4, "id", b"\\N", "Table staff .*a row has no id"),
]


def test_a_value_that_is_none_of_its_column_is_named_and_nothing_comes_in(committed_db: Any, dump: Dump) -> None:
    before, first = counts(), None
    for name, row, column, value, words in REFUSED:
        path = dump.folder / f"{name}.txt"
        with mended_after(path):
            spoil(path, row, column, value)
            with pytest.raises(Refusal, match=words) as refused:
                brought(str(dump.folder))
        assert refused.value.code == "source_unreadable"
        run = ImportRun.objects.get()  # the same one, taken up each time
        assert (run.state, counts()) == ("failed", before), name
        first = first or run.pk
    done = brought(str(dump.folder))
    assert (done.pk, done.state) == (first, "done")
    assert [row for row in done.report["reconciliation"] if float(row["rest"]) != 0] == []


def test_a_row_too_short_or_a_folder_that_cannot_be_read_is_named(dump: Dump) -> None:
    path = dump.folder / "staff.txt"
    path.write_text("1\tx\n" + path.read_text())
    with pytest.raises(SourceError, match=r"Row 1 of staff\.txt has 2 fields; the table has"):
        list(open_source(str(dump.folder)).rows("staff", ["id"]))
    path.unlink()
    path.mkdir()
    with pytest.raises(SourceError, match=r"staff\.txt can't be read: Is a directory"):
        open_source(str(dump.folder)).count("staff")
    spoil(dump.folder / "payment.txt", 1, "amount", b"dix")
    with pytest.raises(SourceError, match=r"Row 1 of payment\.txt holds text where a number is"):
        list(open_source(str(dump.folder)).rows("payment", ["amount"]))


def test_a_column_more_than_known_and_a_folder_that_is_only_read(committed_db: Any, dump: Dump) -> None:
    described = dump.folder / "staff.sql"
    text = described.read_text()
    described.write_text(text.replace("  `first_name`", "  `nick` varchar(20) NOT NULL DEFAULT '',\n  `first_name`", 1))
    rows = (dump.folder / "staff.txt").read_text().split("\n")[:-1]
    place = table("staff").names.index("first_name")
    more = ["\t".join([*row.split("\t")[:place], "Ti-Jo", *row.split("\t")[place:]]) for row in rows]
    (dump.folder / "staff.txt").write_text("".join(f"{row}\n" for row in more))

    def look() -> list[tuple[str, int, int]]:
        return sorted((p.name, p.stat().st_size, p.stat().st_mtime_ns) for p in [dump.folder, *dump.folder.iterdir()])

    for path in dump.folder.iterdir():
        path.chmod(0o444)
    dump.folder.chmod(0o555)
    before = look()
    try:
        run = brought(str(dump.folder), "staff")
    finally:
        dump.folder.chmod(0o755)
    assert (run.state, look()) == ("done", before)
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*), count(*) FILTER (WHERE first_name = 'Ti-Jo') FROM identity_user "
                       "WHERE legacy_id IS NOT NULL")  # fmt: skip
        assert cursor.fetchone() == (len(rows), 0)


def test_a_report_that_cannot_be_written_is_told_before_anything_is_done(
    committed_db: Any, dump: Dump, tmp_path: Path
) -> None:
    with pytest.raises(CommandError, match=r"Le rapport ne peut pas être écrit dans .*Rien n’a été importé"):
        call_command("legacy_import", source=str(dump.folder), report=tmp_path / "nowhere" / "report.json")
    assert ImportRun.objects.count() == 0


def test_a_full_disk_and_a_held_table_are_told_and_the_run_goes_on(
    committed_db: Any, dump: Dump, monkeypatch: pytest.MonkeyPatch
) -> None:
    def full(ctx: Any) -> None:
        notes(ctx)
        ctx.cursor.execute("DO $$ BEGIN RAISE 'could not extend file' USING ERRCODE = 'disk_full'; END $$")

    phases = [replace(phase, run=full) if phase.name == "notes" else phase for phase in PHASES]
    monkeypatch.setattr("gigafibre.legacy.importing.choice.PHASES", phases)
    with pytest.raises(Refusal, match="could not extend file") as refused:
        brought(str(dump.folder), "notes")
    monkeypatch.undo()
    assert refused.value.code == "import_target_full"
    run = ImportRun.objects.get()
    assert (run.state, counts()["kernel_note"]) == ("failed", 0)
    assert counts()["crm_customer"] > 0, "the phases before it stand"
    monkeypatch.setattr("gigafibre.legacy.importing.run.LOCK_WAIT", 1)
    with psycopg.connect(committed_db.url) as other:
        other.execute("LOCK TABLE kernel_note IN ACCESS EXCLUSIVE MODE")
        with pytest.raises(Refusal, match=r"\b1 s\b") as held:
            brought(str(dump.folder), "notes")
    assert held.value.code == "import_target_busy"
    run.refresh_from_db()
    assert (run.state, counts()["kernel_note"]) == ("failed", 0)
    done = brought(str(dump.folder), "notes")
    assert (done.pk, done.state, counts()["kernel_note"] > 0) == (run.pk, "done", True)


def test_a_server_that_refuses_a_table_holds_it_or_goes_away_later(
    committed_db: Any, mariadb: PrivateMariaDB, monkeypatch: pytest.MonkeyPatch
) -> None:
    url = mariadb.url("trouble")
    call_command("legacy_sample", to=url, scale=0.002, seed=4, json=True, stdout=StringIO())
    before = counts()
    # A user who may read all tables but one.
    mariadb.sql("CREATE USER IF NOT EXISTS presque IDENTIFIED BY 'secret'")
    for name in mariadb.sql("SHOW TABLES", "trouble").split():
        if name != "payment":
            mariadb.sql(f"GRANT SELECT ON trouble.{name} TO presque")
    with pytest.raises(Refusal, match="no table payment, or presque may not read it"):
        brought(f"mysql://presque:secret@127.0.0.1:{mariadb.port}/trouble")
    # A table that somebody else holds.
    monkeypatch.setattr("gigafibre.legacy.source.server.LOCK_WAIT", 1)
    with holding(mariadb, "trouble.staff"), pytest.raises(Refusal, match="locked by somebody else"):
        brought(url, "staff")
    monkeypatch.undo()
    assert counts() == before
    # Gone in the middle of a trial, of the first import, and of the second.
    lost = cut(mariadb, "trouble")
    for dry_run in (True, False):
        monkeypatch.setattr("gigafibre.legacy.importing.run.stage", lost)
        with pytest.raises(Refusal, match="went away"):
            brought(url, dry_run=dry_run)
        monkeypatch.undo()
        run = ImportRun.objects.latest("pk")
        assert (run.state, run.dry_run, "went away" in run.error) == ("failed", dry_run, True)
    first = brought(url)
    assert (first.pk, first.state) == (run.pk, "done")
    sums = checksums()
    monkeypatch.setattr("gigafibre.legacy.importing.run.stage", lost)
    with pytest.raises(Refusal, match="went away"):
        brought(url)
    monkeypatch.undo()
    assert checksums() == sums
    second = brought(url)
    assert second.pk == ImportRun.objects.latest("pk").pk != first.pk
    assert checksums() == sums
    assert [row for row in second.report["reconciliation"] if float(row["rest"]) != 0] == []


def cut(mariadb: PrivateMariaDB, database: str) -> Callable[[Any, str], None]:
    """Stage until the lines of invoices, then cut the reader off."""

    def lost(ctx: Any, name: str) -> None:
        if name == "invoice_item":
            for number in mariadb.sql(f"SELECT id FROM information_schema.processlist WHERE db = '{database}'").split():
                mariadb.sql(f"KILL CONNECTION {number}")
        stage(ctx, name)

    return lost


@contextmanager
def holding(mariadb: PrivateMariaDB, name: str) -> Iterator[None]:
    """Hold a table of the server for writing, as another program would."""
    command = ["mariadb", "--no-defaults", f"--socket={mariadb.socket}", "--user=root", "--unbuffered", "-N"]
    client = subprocess.Popen(command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True)
    assert client.stdin is not None
    assert client.stdout is not None
    try:
        client.stdin.write(f"LOCK TABLES {name} WRITE;\nSELECT 'held';\n")
        client.stdin.flush()
        assert client.stdout.readline() == "held\n"
        yield
    finally:
        client.stdin.close()
        client.wait(10)
        client.stdout.close()
