"""The floors where import-linter can't look: SQL, foreign keys, and whether every app is under every contract."""

import configparser
import re
from pathlib import Path

import pytest
from django.apps import apps
from django.core.management import call_command
from django.db import models

ROOT = Path(__file__).resolve().parent.parent.parent
PACKAGE = ROOT / "gigafibre"
CONTRACTS = configparser.ConfigParser()
CONTRACTS.read(ROOT / ".importlinter")
LAYERS = [
    [name.strip() for name in line.split("|")]
    for line in CONTRACTS["importlinter:contract:floors"]["layers"].strip().splitlines()
]
FLOOR = {app: height for height, layer in enumerate(reversed(LAYERS)) for app in layer}
# These two read (reports) or write (legacy) any table, by design.
ANY_TABLE = {"reports", "legacy"}
SQL_FILES = sorted(
    path
    for path in [*PACKAGE.rglob("*.sql"), *PACKAGE.rglob("queries.py"), *PACKAGE.glob("*/queries/*.py")]
    if path.relative_to(PACKAGE).parts[0] not in ANY_TABLE
)
OUR_APPS = [config for config in apps.get_app_configs() if config.name.startswith("gigafibre.")]
TABLES = {model._meta.db_table: config.label for config in OUR_APPS for model in config.get_models()}


@pytest.mark.parametrize("path", SQL_FILES, ids=lambda path: str(path.relative_to(PACKAGE)))
def test_sql_reads_tables_of_its_own_app_and_of_lower_floors(path: Path) -> None:
    app = path.relative_to(PACKAGE).parts[0]
    named = {table for table in TABLES if re.search(rf"\b{table}\b", path.read_text())}
    higher = {table for table in named if TABLES[table] != app and FLOOR[TABLES[table]] >= FLOOR[app]}
    assert higher == set()


def test_foreign_keys_go_down_and_keep_what_they_point_at() -> None:
    wrong = []
    for config in OUR_APPS:
        for model in config.get_models():
            for field in model._meta.get_fields():
                if not isinstance(field, models.ForeignKey) or field.model is not model:
                    continue
                target = field.related_model._meta.app_label
                if target == config.label or target not in FLOOR:
                    continue
                if FLOOR[target] >= FLOOR[config.label]:
                    wrong.append(f"{field} points up or aside to {target}")
                if field.remote_field.on_delete is not models.PROTECT or field.remote_field.related_name != "+":
                    wrong.append(f'{field} needs on_delete=PROTECT, related_name="+"')
    assert wrong == []


def test_every_app_is_on_a_floor() -> None:
    assert {config.name.removeprefix("gigafibre.") for config in OUR_APPS} == set(FLOOR)


def test_every_app_with_tables_has_them_protected() -> None:
    protected = {
        section.removeprefix("importlinter:contract:tables-of-")
        for section in CONTRACTS.sections()
        if section.startswith("importlinter:contract:tables-of-")
    }
    with_tables = {path.parent.name for path in PACKAGE.glob("*/models.py")}
    with_tables |= {path.parent.parent.name for path in PACKAGE.glob("*/models/__init__.py")}
    assert protected == with_tables


@pytest.mark.django_db
def test_the_models_and_the_migrations_agree() -> None:
    call_command("makemigrations", check=True, dry_run=True, verbosity=0)
