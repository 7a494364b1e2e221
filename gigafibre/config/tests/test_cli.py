"""The command line where something is missing: a sentence that says how to go on, never a traceback."""

import os
import subprocess
import sys
from pathlib import Path

import pytest
from django.conf import settings

from gigafibre.config.cli import missing_database


@pytest.fixture
def nobody(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> Path:
    """Return a state folder in which nothing runs."""
    monkeypatch.delenv("DATABASE_URL", raising=False)
    monkeypatch.setattr(settings, "HOME", tmp_path)
    return tmp_path


def test_a_command_that_reads_data_names_the_folder_where_nothing_runs(nobody: Path) -> None:
    for arguments in (["do", "crm.create_customer"], ["ledger_check"], ["billing_run", "--preview"]):
        said = missing_database(arguments)
        assert said.startswith(f"nothing runs in {nobody}. Start it in another terminal (make run)")


def test_what_needs_no_database_or_brings_its_own_is_let_through(nobody: Path) -> None:
    for arguments in (
        [],
        ["do"],
        ["do", "--help"],
        ["run"],
        ["openapi"],
        ["backup", "x"],
        ["legacy_sample"],
        ["shell"],
    ):
        assert missing_database(arguments) == ""


def test_another_database_is_not_ours_to_look_for(nobody: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("DATABASE_URL", "postgresql://fsm@db/fsm")
    assert missing_database(["ledger_check"]) == ""


def test_a_reader_that_leaves_early_sees_no_traceback() -> None:
    with subprocess.Popen(
        [sys.executable, "-m", "gigafibre", "do"], stdout=subprocess.PIPE, stderr=subprocess.PIPE, env=os.environ
    ) as command:
        assert command.stdout is not None
        assert command.stderr is not None
        command.stdout.close()
        assert command.stderr.read().decode() == ""
        assert command.wait(60) == 0
