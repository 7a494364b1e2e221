"""Days on which a subscription was neither served nor charged, kept when they are over."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
from django.db import migrations, models

from gigafibre.kernel.schema import audited, never_emptied


class Migration(migrations.Migration):
    dependencies = [
        ("subscriptions", "0005_commitments"),
    ]

    operations = [
        migrations.CreateModel(
            name="Rest",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                (
                    "subscription",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="rests",
                        to="subscriptions.subscription",
                    ),
                ),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("subscription", "="), ("days", "&&")], name="no_day_rests_twice"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("days__isempty", False), ("days__startswith__isnull", False)),
                        name="rest_has_days",
                    ),
                ],
            },
        ),
        audited("subscriptions_rest"),
        never_emptied("subscriptions_rest"),
    ]
