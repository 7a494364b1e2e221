"""How a job is taken, with its chain, by one who changes it."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0004_take.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("dispatch", "0003_shipped_templates")]

    operations = [migrations.RunSQL(SQL, "DROP FUNCTION dispatch_take(text[]);")]
