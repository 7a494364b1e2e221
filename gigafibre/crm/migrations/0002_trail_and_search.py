"""The audit trail of customers, the series of their numbers, and what they are found by."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, never_emptied

SEARCH = (Path(__file__).parent / "sql" / "0002_search.sql").read_text()
TABLES = ("customer", "contact", "contactpoint", "consent", "location", "formeraddress")


def define_series(apps, schema_editor):
    numbers.define("customer", prefix="C-")
    numbers.define("location", prefix="LOC-", digits=5)


class Migration(migrations.Migration):
    dependencies = [("crm", "0001_initial"), ("kernel", "0002_ground")]

    operations = [
        *[audited(f"crm_{table}") for table in TABLES],
        *[never_emptied(f"crm_{table}") for table in TABLES],
        migrations.RunSQL(SEARCH, migrations.RunSQL.noop),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
