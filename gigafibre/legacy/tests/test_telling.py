"""Who started an import is told how it ended."""

from __future__ import annotations

from pathlib import Path
from typing import Any

import pytest

from gigafibre.identity.queries import notices
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.perform import perform
from gigafibre.legacy.importing.run import execute
from gigafibre.legacy.importing.telling import tell
from gigafibre.legacy.models import ImportRun

pytestmark = pytest.mark.django_db


def bell(user: Any) -> list[tuple[str, str]]:
    return [(notice.text.fr, notice.url) for notice in notices(user.pk)[0]]


def started_by(user: Any, folder: Path, *, dry_run: bool = False) -> ImportRun:
    actor = Actor("staff", user.pk, user.display_name, frozenset({"*"}))
    done = perform("legacy.start_import", {"source": str(folder), "dry_run": dry_run}, actor=actor)
    return ImportRun.objects.get(pk=done.result)


def test_a_source_that_cannot_be_read_is_told_to_who_started_it(tmp_path: Path) -> None:
    boss, other = a_user("manager"), a_user("manager")
    run = started_by(boss, tmp_path)
    with pytest.raises(Refusal):
        execute(run, str(tmp_path))
    said = f"L’importation no {run.pk} a échoué. Sa page dit pourquoi ; relancée, elle reprend où elle en était."
    assert bell(boss) == [(said, f"/imports/{run.pk}")]
    assert bell(other) == []


@pytest.mark.parametrize(
    ("dry_run", "said"),
    [
        (False, "L’importation no {} est terminée."),
        (True, "L’essai d’importation no {} est terminé ; rien n’a été gardé."),
    ],
)
def test_the_end_is_told_to_who_started_it(tmp_path: Path, dry_run: bool, said: str) -> None:
    boss = a_user("manager")
    run = started_by(boss, tmp_path, dry_run=dry_run)
    tell(run, {}, failed=False)
    assert bell(boss) == [(said.format(run.pk), f"/imports/{run.pk}")]


def test_of_an_import_the_machine_started_only_a_failure_is_told() -> None:
    boss = a_user("manager")
    run = ImportRun.objects.create(source="nightly", started_by="system")
    tell(run, {}, failed=False)
    assert bell(boss) == []
    tell(run, {}, failed=True)
    assert len(bell(boss)) == 1
