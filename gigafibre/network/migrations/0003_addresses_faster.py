"""A misspelt street is measured once, not once for each of its drops."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0003_addresses_faster.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("network", "0002_trail_and_rules")]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
