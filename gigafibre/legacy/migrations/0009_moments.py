"""The moments that the source's numbers mean, beside its days."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0009_moments.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("legacy", "0008_table_rows")]

    operations = [migrations.RunSQL(SQL, migrations.RunSQL.noop)]
