"""An imported allocation that changed in the source is undone and made anew: its id is given once to what stands."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("ledger", "0005_deferred_revenue")]

    operations = [
        migrations.AlterField(
            model_name="allocation",
            name="legacy_id",
            field=models.BigIntegerField(null=True),
        ),
        migrations.AddConstraint(
            model_name="allocation",
            constraint=models.UniqueConstraint(
                name="allocation_imported_once",
                fields=["legacy_id"],
                condition=models.Q(("legacy_id__isnull", False), ("undone_on__isnull", True)),
            ),
        ),
    ]
