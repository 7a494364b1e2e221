"""A number is given once, whoever writes: no series goes back, and no two write numbers that could be the same."""

from pathlib import Path

from django.db import migrations, models

SQL = (Path(__file__).parent / "sql" / "0007_series_keep.sql").read_text()
UNDO = """
DROP TRIGGER series_never_go_back ON kernel_series;
DROP TRIGGER gapless_series_stay ON kernel_series;
DROP FUNCTION kernel_series_kept();
DROP INDEX series_prefix_once;
"""


class Migration(migrations.Migration):
    dependencies = [("kernel", "0006_event_kernel_event_xact")]

    operations = [
        migrations.RunSQL(SQL, UNDO),
        migrations.AddConstraint(
            "series",
            models.CheckConstraint(name="series_digits_at_most_twelve", condition=models.Q(digits__lte=12)),
        ),
        migrations.AddConstraint(
            "series",
            models.CheckConstraint(
                name="series_prefix_ends_apart", condition=~models.Q(prefix__regex=r"([0-9]|\{year\})$")
            ),
        ),
    ]
