"""Holds for a dispute, and that a customer was made nobody."""

import django.db.models.deletion
import gigafibre.kernel.clock
import gigafibre.kernel.transactions
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("crm", "0005_followed"),
        ("privacy", "0005_export_rules"),
    ]

    operations = [
        migrations.CreateModel(
            name="Erasure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("by", models.CharField(max_length=200)),
                ("at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("xact", models.BigIntegerField(db_default=gigafibre.kernel.transactions.CurrentTransaction())),
                (
                    "customer",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"
                    ),
                ),
                (
                    "request",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="privacy.request"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("reason", ""), _negated=True), name="erasure_has_a_reason"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="Hold",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("reason", models.TextField()),
                ("placed_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("placed_by", models.CharField(max_length=200)),
                ("lifted_at", models.DateTimeField(null=True)),
                ("lifted_by", models.CharField(blank=True, max_length=200)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("reason", ""), _negated=True), name="hold_has_a_reason"),
                    models.UniqueConstraint(
                        condition=models.Q(("lifted_at__isnull", True)), fields=("customer",), name="one_hold_at_a_time"
                    ),
                ],
            },
        ),
    ]
