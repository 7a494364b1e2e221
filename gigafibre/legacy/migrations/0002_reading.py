"""What the import's SQL reads with, and the schema its staging tables live in."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0002_reading.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("legacy", "0001_initial"), ("kernel", "0002_ground")]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
