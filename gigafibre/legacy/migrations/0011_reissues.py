"""Documents of the former system that are issued anew when their amounts changed there."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0019_charge_once_per_source"),
        ("legacy", "0010_products"),
    ]

    operations = [
        migrations.CreateModel(
            name="Reissue",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("legacy_id", models.BigIntegerField()),
                ("turn", models.PositiveSmallIntegerField()),
                ("role", models.CharField(choices=[("reversal", "Reversal"), ("document", "Document")], max_length=8)),
                (
                    "invoice",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.invoice"
                    ),
                ),
                (
                    "replaces",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="billing.invoice",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="reissues", to="legacy.importrun"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("legacy_id", "turn", "role"), name="reissued_once_a_turn"),
                    models.UniqueConstraint(fields=("replaces", "role"), name="replaced_once_by_each"),
                    models.CheckConstraint(
                        condition=models.Q(("role__in", ["reversal", "document"])), name="reissue_role_known"
                    ),
                    models.CheckConstraint(condition=models.Q(("turn__gte", 1)), name="reissue_turn_from_one"),
                ],
            },
        ),
    ]
