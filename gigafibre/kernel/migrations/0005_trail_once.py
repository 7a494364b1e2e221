"""The audit trail turns each row into JSON once."""

from pathlib import Path

from django.db import migrations

HERE = Path(__file__).parent / "sql"
GROUND = (HERE / "0002_ground.sql").read_text()
BEFORE = (HERE / "0004_trail.sql").read_text()
TELL = GROUND[GROUND.index("CREATE FUNCTION kernel_tell") : GROUND.index("CREATE FUNCTION kernel_refuse_change")]


class Migration(migrations.Migration):
    dependencies = [("kernel", "0004_trail")]

    operations = [
        migrations.RunSQL(
            (HERE / "0005_trail_once.sql").read_text(), TELL + BEFORE[: BEFORE.index("DROP FUNCTION kernel_difference")]
        )
    ]
