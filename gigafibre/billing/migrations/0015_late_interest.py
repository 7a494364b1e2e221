"""Late interest: dated yearly rates, the days each overdue invoice is charged for, and pauses."""

from pathlib import Path

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import gigafibre.billing.models.charges
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel.schema import audited, immutable, never_emptied

SQL = (Path(__file__).parent / "sql" / "0015_late_interest.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0014_bad_debts"),
        ("crm", "0003_parents"),
        ("ledger", "0005_deferred_revenue"),
    ]

    operations = [
        migrations.CreateModel(
            name="InterestPause",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("reason", models.CharField(max_length=500)),
                ("ended_because", models.CharField(blank=True, max_length=500)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("created_by", models.CharField(default=gigafibre.billing.models.charges.who_acts, max_length=160)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
            ],
        ),
        migrations.CreateModel(
            name="InterestRate",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("percent", models.DecimalField(decimal_places=3, max_digits=6)),
                ("reason", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("created_by", models.CharField(default=gigafibre.billing.models.charges.who_acts, max_length=160)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("percent__gte", 0), ("percent__lte", 35)), name="interest_within_the_law"
                    )
                ],
            },
        ),
        migrations.CreateModel(
            name="InterestDays",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("principal", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("percent", models.DecimalField(decimal_places=3, max_digits=6)),
                (
                    "charge",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.pendingcharge"
                    ),
                ),
                (
                    "item",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="ledger.openitem",
                    ),
                ),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("item", "="), ("period", "&&")], name="no_day_of_interest_twice"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("period__endswith__isnull", False),
                            ("period__isempty", False),
                            ("period__startswith__isnull", False),
                        ),
                        name="interest_days_bounded",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("percent__gt", 0), ("percent__lte", 35), ("principal__gt", 0)),
                        name="interest_of_something_owed",
                    ),
                ],
            },
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        immutable("billing_interestrate"),
        immutable("billing_interestdays"),
        never_emptied("billing_interestpause"),
        audited("billing_interestrate"),
        audited("billing_interestdays"),
        audited("billing_interestpause"),
    ]
