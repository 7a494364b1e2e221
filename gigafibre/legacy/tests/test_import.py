"""A small legacy database, imported: to the cent, twice, after a kill, from a broken source."""

from __future__ import annotations

import os
import random
import signal
import subprocess
import sys
import time
from io import StringIO
from pathlib import Path
from typing import Any

import psycopg
import pytest
from django.core.management import call_command
from django.db import connection

from gigafibre.crm.models import Customer
from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.importing.run import execute, opened, prepare
from gigafibre.legacy.models import ImportFinding, ImportPhase, ImportRun
from gigafibre.legacy.tests.sums import OF_RUNS, TABLES, checksums, counts, found, written
from gigafibre.legacy.verify import verify


@pytest.fixture(scope="session")
def sample(tmp_path_factory: pytest.TempPathFactory) -> Path:
    """A dump with every defect, about twenty thousand rows."""
    folder = tmp_path_factory.mktemp("sample") / "dump"
    call_command("legacy_sample", to=str(folder), scale=0.004, seed=11, defects="real", json=True, stdout=StringIO())
    return folder


def imported(source: Path, **options: Any) -> ImportRun:
    return execute(prepare(str(source), by="test", **options), str(source))


def test_every_sum_holds_and_a_second_import_changes_nothing(committed_db: Any, sample: Path) -> None:
    empty = written()
    run = imported(sample)
    assert run.state == "done"
    assert written() - empty - set(TABLES) - OF_RUNS == set()
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    # Each row of the source stands here, or was skipped by a rule that the report names.
    assert [row for row in run.report["tables"] if row["rest"] != 0] == []
    assert run.report["customers"] == []
    with opened(str(sample)) as source:
        assert [check for check in verify(source) if not check.holds] == []
    # An account with the French name of one of ours has its English name too; the others keep theirs.
    with connection.cursor() as cursor:
        cursor.execute("SELECT number, name_en FROM ledger_account WHERE number IN ('1060', '2310') ORDER BY 1")
        assert cursor.fetchall() == [("1060", "Accounts receivable"), ("2310", "TPS à remettre")]
    before, sums = counts(), checksums()
    assert before["crm_customer"] > 50
    again = imported(sample)
    assert again.pk != run.pk
    assert {name: figures.get("new", 0) for name, figures in again.report["phases"].items() if figures.get("new")} == {}
    assert (counts(), checksums()) == (before, sums)
    # What did not change is not read again, and what reading it found is told again.
    read = ImportPhase.objects.filter(run=again, name__startswith="read:")
    assert {phase.figures["unchanged"] for phase in read} == {1}
    assert again.report["findings"] == run.report["findings"]
    assert {row["code"] for row in run.report["findings"]} >= {"text_mended", "card_masked"}


def test_what_staff_changed_is_kept_and_reported(committed_db: Any, sample: Path, tmp_path: Path) -> None:
    imported(sample)
    touched, other = Customer.objects.filter(placeholder=False).order_by("legacy_id")[:2]
    Customer.objects.filter(pk=touched.pk).update(city="Ville du personnel")
    changed = tmp_path / "changed"
    changed.mkdir()
    for path in sample.iterdir():
        if path.suffix in {".sql", ".txt"}:
            (changed / path.name).write_bytes(path.read_bytes())
    lines = (changed / "account.txt").read_text().split("\n")
    for place, line in enumerate(lines):
        fields = line.split("\t")
        if fields[0] in {str(touched.legacy_id), str(other.legacy_id)}:
            fields[14] = "Ville de la source"
            lines[place] = "\t".join(fields)
    (changed / "account.txt").write_text("\n".join(lines))
    run = imported(changed)
    touched.refresh_from_db()
    other.refresh_from_db()
    assert (touched.city, other.city) == ("Ville du personnel", "Ville de la source")
    told = ImportFinding.objects.filter(run=run, code="conflict")
    assert list(told.values_list("table", "legacy_id", "detail", "field", "ours", "theirs")) == [
        ("account", touched.legacy_id, touched.number, "crm_customer.city", "Ville du personnel", "Ville de la source")
    ]


def test_a_trial_reports_and_keeps_nothing(committed_db: Any, sample: Path) -> None:
    before = counts()
    run = imported(sample, dry_run=True)
    assert counts() == before
    assert {row["table"]: row["imported"] for row in run.report["tables"]}["invoice"] > 1000
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    assert ImportFinding.objects.filter(run=run).exists()


def test_killed_at_random_moments_it_ends_as_an_undisturbed_import(
    committed_db: Any, another_db: Any, sample: Path
) -> None:
    seed = random.SystemRandom().randrange(10**6)
    print(f"seed {seed}")
    chance = random.Random(seed)
    command = [sys.executable, "-m", "gigafibre", "legacy_import", "--source", str(sample), "--json"]
    for _ in range(3):
        process = subprocess.Popen(command, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL)
        time.sleep(1.5 + chance.random() * 4)
        process.send_signal(signal.SIGKILL)
        process.wait()
    run = imported(sample)
    assert run.state == "done", f"seed {seed}"
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    undisturbed = {**os.environ, "DATABASE_URL": another_db.url}
    subprocess.run(command, env=undisturbed, check=True, stdout=subprocess.DEVNULL)
    with psycopg.connect(another_db.url) as other, other.cursor() as cursor:
        assert checksums() == checksums(cursor), f"seed {seed}"
        with connection.cursor() as own:
            assert found(own) == found(cursor), f"seed {seed}"


@pytest.mark.parametrize("broken", ["table", "column", "torn"])
def test_a_broken_source_is_told_in_a_sentence_and_nothing_is_half_imported(
    committed_db: Any, sample: Path, tmp_path: Path, broken: str
) -> None:
    copy = tmp_path / "broken"
    copy.mkdir()
    for path in sample.iterdir():
        if path.suffix in {".sql", ".txt"}:
            (copy / path.name).write_bytes(path.read_bytes())
    if broken == "table":
        (copy / "payment.sql").unlink()
    elif broken == "column":
        text = (copy / "payment.sql").read_text()
        (copy / "payment.sql").write_text(text.replace("`reference`", "`referrence`"))
    else:
        content = (copy / "payment.txt").read_bytes()
        (copy / "payment.txt").write_bytes(content[: len(content) // 2].rstrip(b"\n"))
    before = counts()
    with pytest.raises(Refusal, match="payment"):
        imported(copy)
    assert counts() == before
    assert ImportRun.objects.latest("pk").state == "failed"
