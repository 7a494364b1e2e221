"""Every column that names a customer is told of: it follows when two customers are one, or stays for a reason."""

from __future__ import annotations

import pytest
from django.apps import apps
from django.db import connection, models

from gigafibre.crm.merging import treated


def columns() -> set[tuple[str, str]]:
    """Columns that refer to a customer, or carry his key by that name."""
    found = set()
    for model in apps.get_models(include_auto_created=True):
        for field in model._meta.get_fields():
            if not isinstance(field, models.Field) or not field.concrete:
                continue
            refers = isinstance(field, models.ForeignKey) and field.related_model._meta.label == "crm.Customer"
            if refers or field.attname == "customer_id":
                found.add((model._meta.db_table, field.attname))
    return found


def test_every_column_that_names_a_customer_is_told_of() -> None:
    told = set(treated())
    assert columns() - told == set(), "say in the app's merges.py whether it goes along (goes_along) or stays (stays)"
    assert told - columns() == set(), "told of, and not there"
    assert all(len(why) > 10 for why in treated().values() if why)


@pytest.mark.django_db
def test_the_database_guards_every_column_that_goes_along() -> None:
    along = {table for (table, _), why in treated().items() if not why} - {"crm_customer"}
    with connection.cursor() as cursor:
        cursor.execute("SELECT tgrelid::regclass::text, tgname FROM pg_trigger WHERE NOT tgisinternal")
        there = set(cursor.fetchall())
    missing = {(table, f"{table}_{name}") for table in along for name in ("follows", "current")} - there
    assert missing == set(), "kernel.schema.follows(table, …) in a migration of the app"
