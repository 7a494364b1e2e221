"""The import from a real MariaDB: as from a folder; a server that goes away, refuses, or holds another shape."""

from __future__ import annotations

import threading
import time
from pathlib import Path
from typing import Any

import pytest
from django.core.management import call_command
from django.db import connection

from gigafibre.kernel.errors import Refusal
from gigafibre.legacy.importing.run import execute, opened, prepare
from gigafibre.legacy.importing.stage import stage
from gigafibre.legacy.models import ImportPhase, ImportRun
from gigafibre.legacy.tests.mariadb import NoMariaDBError, PrivateMariaDB, private_mariadb
from gigafibre.legacy.tests.sums import checksums, counts
from gigafibre.legacy.verify import verify


def sample_into(target: str, *more: str) -> None:
    call_command("legacy_sample", f"--to={target}", "--scale=0.004", "--seed=11", "--json", *more)


def imported(source: str) -> ImportRun:
    return execute(prepare(source, by="test"), source)


def test_a_server_gives_what_its_folder_gives_and_a_second_import_nothing(
    committed_db: Any, mariadb: PrivateMariaDB, tmp_path: Path
) -> None:
    sample_into(mariadb.url("nightly"))
    sample_into(str(tmp_path))
    run = imported(mariadb.url("nightly"))
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []
    with opened(mariadb.url("nightly")) as source:
        assert [check for check in verify(source) if not check.holds] == []
    before = (counts(), checksums())
    for source_name in (mariadb.url("nightly"), str(tmp_path)):
        again = imported(source_name)
        assert {n: f for n, f in again.report["phases"].items() if f.get("new") or f.get("changed")} == {}
        assert (counts(), checksums()) == before
    assert "root@127.0.0.1" in run.source


def test_a_server_that_goes_away_is_told_and_the_import_goes_on_later(
    committed_db: Any, monkeypatch: pytest.MonkeyPatch, tmp_path: Path
) -> None:
    try:
        with private_mariadb() as server:
            sample_into(server.url())
            before = counts()
            run = prepare(server.url(), by="test")

            def stage_then_lose(ctx: Any, name: str) -> None:
                if name == "invoice_item":
                    server.client("shutdown", program="mariadb-admin")
                    time.sleep(1)
                stage(ctx, name)

            monkeypatch.setattr("gigafibre.legacy.importing.run.stage", stage_then_lose)
            with pytest.raises(Refusal, match="went away"):
                execute(run, server.url())
            monkeypatch.undo()
    except NoMariaDBError as reason:
        pytest.skip(str(reason))
    assert counts() == before
    run.refresh_from_db()
    assert (run.state, "went away" in run.error) == ("failed", True)
    assert ImportPhase.objects.get(run=run, name="read:invoice").state == "done"
    assert not ImportPhase.objects.filter(run=run, name="customers", state="done").exists()
    # The same run is taken up when the server is back, wherever the port: here the source of its name is a folder.
    sample_into(str(tmp_path))
    execute(run, str(tmp_path))
    run.refresh_from_db()
    assert run.state == "done"
    assert [row for row in run.report["reconciliation"] if float(row["rest"]) != 0] == []


def test_wrong_credentials_are_told_without_the_password(committed_db: Any, mariadb: PrivateMariaDB) -> None:
    mariadb.sql("CREATE DATABASE IF NOT EXISTS locked; CREATE USER IF NOT EXISTS lecteur IDENTIFIED BY 'juste'")
    address = f"mysql://lecteur:faux-secret@127.0.0.1:{mariadb.port}/locked"
    with pytest.raises(Refusal, match="refuses the user lecteur") as refused:
        prepare(address, by="test")
    assert "faux-secret" not in str(refused.value)
    assert ImportRun.objects.count() == 0


@pytest.mark.parametrize(
    ("change", "words"),
    [
        ("ALTER TABLE payment MODIFY amount VARCHAR(20)", "payment.amount .* is varchar"),
        ("ALTER TABLE payment DROP COLUMN reference", "payment .* no column reference"),
        ("DROP TABLE payment", "no table payment"),
    ],
)
def test_another_shape_is_told_and_nothing_is_imported(
    committed_db: Any, mariadb: PrivateMariaDB, change: str, words: str
) -> None:
    sample_into(mariadb.url("shape"), "--replace")
    mariadb.sql(change, "shape")
    before = counts()
    with pytest.raises(Refusal, match=words):
        imported(mariadb.url("shape"))
    assert counts() == before


def test_an_import_alone_refuses_a_second(committed_db: Any, mariadb: PrivateMariaDB) -> None:
    sample_into(mariadb.url("alone"))
    started, go_on = threading.Event(), threading.Event()
    refused: list[str] = []

    def second() -> None:
        started.wait(30)
        try:
            prepare(mariadb.url("alone"), by="second")
        except Refusal as refusal:
            refused.append(refusal.code)
        finally:
            connection.close()
            go_on.set()

    other = threading.Thread(target=second)
    other.start()

    def watch(phase: str, _done: int, _total: int | None) -> None:
        if phase == "read:account":
            started.set()
            go_on.wait(30)

    execute(prepare(mariadb.url("alone"), by="first"), mariadb.url("alone"), watch)
    other.join()
    assert refused == ["import_running"]
