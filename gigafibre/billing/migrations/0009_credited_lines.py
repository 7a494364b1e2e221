"""A credit note names the line it gives back, and the database refuses credits beyond their invoice."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

SQL = (Path(__file__).parent / "sql" / "0009_credits.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("billing", "0008_what_is_spared")]

    operations = [
        migrations.AddField(
            model_name="invoiceline",
            name="credits",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="billing.invoiceline",
            ),
        ),
        migrations.AddIndex(
            model_name="invoiceline",
            index=models.Index(
                name="line_gives_back", fields=["credits"], condition=models.Q(("credits__isnull", False))
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
