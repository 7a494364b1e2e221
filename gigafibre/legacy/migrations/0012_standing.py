"""One place for what a tax of the source is, and for what stands of history."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0012_standing.sql").read_text()
BACK = "DROP VIEW legacy_standing; DROP FUNCTION legacy_tax(text, numeric)"


class Migration(migrations.Migration):
    dependencies = [("legacy", "0011_reissues")]

    operations = [migrations.RunSQL(SQL, BACK)]
