"""What every test may ask for: a database, a clock moved by hand, a database of its own where commits are real."""

import gc
import os
import random
from collections.abc import Iterator
from contextlib import contextmanager
from dataclasses import dataclass
from datetime import datetime
from pathlib import Path
from typing import Any

import pytest
from django.conf import settings
from django.contrib.auth.hashers import Argon2PasswordHasher
from django.core.management import call_command
from django.db import connections
from hypothesis import settings as hypothesis_settings

from gigafibre.config.environment import database, pointed_at
from gigafibre.config.launch import templates
from gigafibre.config.launch.postgres import Postgres

# How many examples a property is tried with; `make proof properties` asks for more. The seed is said, and can be given.
hypothesis_settings.register_profile(
    "house", max_examples=int(os.environ.get("GIGAFIBRE_EXAMPLES", "200")), deadline=None
)
hypothesis_settings.load_profile("house")
# A tenth of a second for each login is what makes guessing dear: here it would be a minute of every run.
Argon2PasswordHasher.time_cost, Argon2PasswordHasher.memory_cost, Argon2PasswordHasher.parallelism = 1, 8, 1
os.environ.setdefault("GIGAFIBRE_SEED", str(random.SystemRandom().randrange(10**6)))
# Thousands of modules come in while tests are collected, and stay: nothing of it is worth a look for garbage.
gc.disable()


def pytest_addoption(parser: pytest.Parser) -> None:
    """Let who tries another version of PostgreSQL leave out what never asks it."""
    parser.addoption("--database-only", action="store_true", help="only the tests that ask a database something")


@pytest.hookimpl(tryfirst=True)
def pytest_configure(config: pytest.Config) -> None:
    """Let random examples come from one seed, in every worker; let tests ask faster than any person."""
    config.addinivalue_line("markers", "long: takes many seconds, so it is begun before the others")
    if config.getoption("hypothesis_seed", None) is None:
        config.option.hypothesis_seed = os.environ["GIGAFIBRE_SEED"]
    os.environ["GIGAFIBRE_RATE_LIMITS"] = "off"
    settings.RATE_LIMITS = dict.fromkeys(settings.RATE_LIMITS, 0)


def pytest_report_header() -> str:
    """Say the seed."""
    return f"random examples: GIGAFIBRE_SEED={os.environ['GIGAFIBRE_SEED']}"


@dataclass(frozen=True)
class TestServer:
    """The throw-away PostgreSQL of the tests and the name of its migrated template."""

    __test__ = False
    postgres: Postgres
    template: str


@dataclass(frozen=True)
class CommittedDatabase:
    """A database of one test's own; `url` is its DATABASE_URL, also in the environment of processes it starts."""

    url: str


@pytest.hookimpl(trylast=True)
def pytest_collection_modifyitems(config: pytest.Config, items: list[pytest.Item]) -> None:
    """Refuse `django_db(transaction=True)`: it empties tables by TRUNCATE, which our triggers refuse."""
    for item in items:
        mark = item.get_closest_marker("django_db")
        fixtures: set[str] = set(getattr(item, "fixturenames", ()))
        if (mark and mark.kwargs.get("transaction")) or "transactional_db" in fixtures:
            raise pytest.UsageError(
                f"{item.nodeid}: use the fixture `committed_db` instead of a transactional database."
            )
        if "committed_db" in fixtures and (mark or "db" in fixtures):
            raise pytest.UsageError(f"{item.nodeid}: `committed_db` goes without `django_db`, whose test rolls back.")
    if config.getoption("database_only"):
        items[:] = [item for item in items if _asks_a_database(item)]
    # The long ones first, while others are there for the second core: last, one of them would be waited for alone.
    items.sort(key=lambda item: not _is_long(item))


@pytest.hookimpl(trylast=True)
def pytest_collection_finish() -> None:
    """Look for garbage again, but only among what the tests make."""
    gc.freeze()
    gc.enable()


@pytest.fixture(scope="session")
def test_server(django_db_blocker: Any) -> Iterator[TestServer]:
    """Start the throw-away server (shared by all workers) and bring its template up to date."""

    def migrate(url: str) -> None:
        with django_db_blocker.unblock(), _using(url):
            call_command("migrate", verbosity=0, interactive=False)

    with templates.shared_server(templates.throwaway_folder(Path(settings.HOME)), durable=False) as server:
        yield TestServer(server, templates.migrated(server, migrate))


@pytest.fixture(scope="session")
def django_db_setup(test_server: TestServer) -> Iterator[None]:
    """Point Django at a clone of the template for the whole session; each test rolls back."""
    with (
        templates.cloned(test_server.postgres, test_server.template, templates.clone_name("session")) as url,
        _using(url),
    ):
        yield


@pytest.fixture
def committed_db(test_server: TestServer, django_db_setup: None, django_db_blocker: Any) -> Iterator[CommittedDatabase]:
    """Give one test a fresh database for real commits, threads and processes; dropped afterwards.

    Ask for it instead of `django_db`, never beside it.
    """
    name = templates.clone_name("committed")
    with (
        templates.cloned(test_server.postgres, test_server.template, name) as url,
        django_db_blocker.unblock(),
        _using(url),
    ):
        yield CommittedDatabase(url)


@pytest.fixture
def another_db(test_server: TestServer) -> Iterator[CommittedDatabase]:
    """Give one more fresh database, for other processes only: to compare with what stands in `committed_db`."""
    with templates.cloned(test_server.postgres, test_server.template, templates.clone_name("another")) as url:
        yield CommittedDatabase(url)


@pytest.fixture(autouse=True)
def french() -> None:
    """Let every test begin in French: who was served before in this process leaves no language behind."""
    from gigafibre.kernel.text import speak

    speak("fr")


@pytest.fixture
def clock() -> Iterator[Any]:
    """Freeze the kernel's clock where it stands; the test moves it (`clock.freeze`, `clock.move`)."""
    from gigafibre.kernel import clock as kernel_clock

    kernel_clock.freeze(datetime.fromisoformat("2026-11-21T09:00:00-05:00"))
    yield kernel_clock
    kernel_clock.release()


def _is_long(item: pytest.Item) -> bool:
    return bool(item.get_closest_marker("long")) or "committed_db" in getattr(item, "fixturenames", ())


def _asks_a_database(item: pytest.Item) -> bool:
    # A long one starts processes that have a database of their own.
    fixtures = {"db", "test_server", "committed_db", "another_db"}
    return _is_long(item) or bool(item.get_closest_marker("django_db") or fixtures & set(item.fixturenames))  # type: ignore[attr-defined]


@contextmanager
def _using(url: str) -> Iterator[None]:
    """Point Django's default connection, and the processes that a test starts, at another database."""
    before = dict(connections.settings["default"])
    with pointed_at(url):
        _point(database(Path(settings.HOME)))
        try:
            yield
        finally:
            _point(before)


def _point(parts: dict[str, Any]) -> None:
    connections["default"].close()
    options = {name: value for name, value in parts["OPTIONS"].items() if name != "pool"}
    connections.settings["default"].update({**parts, "OPTIONS": options})
