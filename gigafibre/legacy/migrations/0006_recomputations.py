"""History recomputed by our own engine: how it went, and what of it differs."""

import django.db.models.deletion
import django.db.models.expressions
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel.schema import refers, seen_in_previews


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0019_charge_once_per_source"),
        ("crm", "0003_parents"),
        ("legacy", "0005_shadow"),
    ]

    operations = [
        migrations.CreateModel(
            name="Recomputation",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("waiting", "Waiting"),
                            ("running", "Running"),
                            ("done", "Done"),
                            ("failed", "Failed"),
                        ],
                        default="waiting",
                        max_length=8,
                    ),
                ),
                ("error", models.TextField(blank=True)),
                ("since", models.DateField(null=True)),
                ("until", models.DateField(null=True)),
                ("started_by", models.CharField(max_length=160)),
                ("started_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("finished_at", models.DateTimeField(null=True)),
                ("seconds", models.DecimalField(decimal_places=1, default=0, max_digits=9)),
                ("total", models.PositiveIntegerField(default=0)),
                ("done", models.PositiveIntegerField(default=0)),
                ("equal", models.PositiveIntegerField(default=0)),
                ("equal_at_prices", models.PositiveIntegerField(default=0)),
                ("taxes_equal", models.PositiveIntegerField(default=0)),
                ("counts", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        condition=models.Q(("state", "running")), fields=("state",), name="one_recomputation_at_a_time"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("until__gte", models.F("since"))), name="recomputed_days_in_order"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("equal__lte", models.F("equal_at_prices")),
                            ("equal_at_prices__lte", models.F("done")),
                            ("done__lte", models.F("total")),
                            ("taxes_equal__lte", models.F("done")),
                        ),
                        name="recomputed_shares_of_the_whole",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "done"), _negated=True),
                            models.Q(("done", models.F("total")), ("finished_at__isnull", False)),
                            _connector="OR",
                        ),
                        name="recomputed_whole_when_done",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="RecomputedAmount",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("date", models.DateField()),
                ("what", models.CharField(max_length=16)),
                (
                    "cause",
                    models.CharField(
                        choices=[
                            ("rounding", "Rounding"),
                            ("rate", "Rate"),
                            ("price", "Price"),
                            ("proration", "Proration"),
                            ("unknown", "Unknown"),
                        ],
                        max_length=9,
                    ),
                ),
                ("explanation", models.CharField(max_length=16)),
                ("billed", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("ours", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("difference", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("detail", models.CharField(blank=True, max_length=255)),
                (
                    "customer",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="crm.customer",
                    ),
                ),
                (
                    "invoice",
                    models.ForeignKey(
                        db_constraint=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="billing.invoice",
                    ),
                ),
                (
                    "recomputation",
                    models.ForeignKey(
                        db_constraint=False,
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="amounts",
                        to="legacy.recomputation",
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(fields=["-date", "-id"], name="recomputed_by_day"),
                    models.Index(fields=["cause", "-date", "-id"], name="recomputed_by_cause"),
                    models.Index(fields=["difference", "id"], name="recomputed_by_size"),
                ],
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "difference",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("ours"), "-", models.F("billed")
                                ),
                            )
                        ),
                        name="recomputed_difference",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("cause__in", ["rounding", "rate", "price", "proration", "unknown"])),
                        name="recomputed_cause_known",
                    ),
                    models.UniqueConstraint(
                        fields=("recomputation", "invoice", "what", "cause", "explanation"),
                        name="recomputed_amount_once",
                    ),
                ],
            },
        ),
        seen_in_previews("legacy_recomputation"),
        refers(
            "legacy_recomputedamount",
            recomputation_id="legacy_recomputation",
            invoice_id="billing_invoice",
            customer_id="crm_customer",
        ),
    ]
