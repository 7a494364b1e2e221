"""The databases that tests are given: one that rolls back, one of their own."""

import os
import subprocess
import sys
import threading

import pytest
from django.contrib.contenttypes.models import ContentType
from django.db import connection

from conftest import CommittedDatabase
from gigafibre.config.launch.templates import clone_name


@pytest.mark.django_db
def test_a_test_runs_on_a_migrated_clone_with_its_extensions_at_hand() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT current_database(), current_user, current_setting('timezone')")
        name, user, zone = cursor.fetchone()
        cursor.execute(
            "SELECT count(*) FROM pg_available_extensions WHERE name IN ('btree_gist', 'pg_trgm', 'unaccent')"
        )
        extensions = cursor.fetchone()[0]
    assert (name.startswith("clone_"), user, zone, extensions) == (True, "gigafibre", "UTC", 3)


@pytest.mark.django_db
@pytest.mark.parametrize("turn", [1, 2])
def test_what_a_test_writes_is_gone_after_it(turn: int) -> None:
    assert not ContentType.objects.filter(app_label="gone").exists()
    ContentType.objects.create(app_label="gone", model=f"turn{turn}")


def test_a_committed_database_is_seen_by_threads_and_processes(committed_db: CommittedDatabase) -> None:
    ContentType.objects.create(app_label="kept", model="thing")
    seen: list[bool] = []

    def look() -> None:
        seen.append(ContentType.objects.filter(app_label="kept").exists())
        connection.close()

    thread = threading.Thread(target=look)
    thread.start()
    thread.join()
    query = "SELECT count(*) FROM django_content_type WHERE app_label = 'kept'"
    script = f'import os, psycopg; print(psycopg.connect(os.environ["DATABASE_URL"]).execute("{query}").fetchone()[0])'
    printed = subprocess.run([sys.executable, "-c", script], capture_output=True, text=True, check=True, env=os.environ)
    assert (seen, printed.stdout.strip()) == ([True], "1")


@pytest.mark.django_db
def test_a_committed_database_leaves_nothing_behind() -> None:
    with connection.cursor() as cursor:
        cursor.execute("SELECT count(*) FROM pg_database WHERE datname = %s", [clone_name("committed")])
        assert cursor.fetchone()[0] == 0
    assert not ContentType.objects.filter(app_label="kept").exists()
