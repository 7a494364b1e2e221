"""What checks foreign keys once per statement (`kernel.schema.refers`)."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0003_references.sql").read_text()
DROP = "DROP FUNCTION kernel_check_reference(), kernel_check_referred();"


class Migration(migrations.Migration):
    dependencies = [("kernel", "0002_ground")]

    operations = [migrations.RunSQL(SQL, DROP)]
