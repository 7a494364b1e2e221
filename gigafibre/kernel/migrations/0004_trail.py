"""The audit trail written in one pass over a row, and a fact stored in one call."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent / "sql"
BEFORE = (HERE / "0002_ground.sql").read_text()
DIFFERENCE = BEFORE[BEFORE.index("CREATE FUNCTION kernel_difference") : BEFORE.index("-- Writes the audit trail")]
TRAIL = BEFORE[BEFORE.index("CREATE FUNCTION kernel_audit_rows") : BEFORE.index("-- Topic and id only")]


class Migration(migrations.Migration):
    dependencies = [("kernel", "0003_references")]

    operations = [
        migrations.RunSQL(
            (HERE / "0004_trail.sql").read_text(),
            "DROP FUNCTION kernel_publish;"
            + DIFFERENCE
            + TRAIL.replace("CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"),
        )
    ]
