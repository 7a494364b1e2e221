"""What of late interest was given back because less had been overdue."""

import django.db.models.deletion
from django.db import migrations, models

from gigafibre.kernel.schema import audited, immutable


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0016_print_files"),
        ("ledger", "0005_deferred_revenue"),
    ]

    operations = [
        migrations.CreateModel(
            name="InterestGivenBack",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("exact", models.DecimalField(decimal_places=5, max_digits=20)),
                (
                    "credit",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.pendingcharge"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="ledger.openitem"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("exact__gt", 0)), name="interest_given_back_is_something"
                    )
                ],
            },
        ),
        immutable("billing_interestgivenback"),
        audited("billing_interestgivenback"),
    ]
