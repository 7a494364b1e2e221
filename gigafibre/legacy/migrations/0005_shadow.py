"""Days that both systems bill, and how they differ."""

import django.db.models.deletion
import django.db.models.expressions
import django.db.models.functions.comparison
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.conf import settings
from django.db import migrations, models

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [
        ("crm", "0003_parents"),
        ("legacy", "0004_conflicts"),
        migrations.swappable_dependency(settings.AUTH_USER_MODEL),
    ]

    operations = [
        migrations.CreateModel(
            name="ShadowCycle",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField(unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("computed", "Computed"), ("compared", "Compared")], default="computed", max_length=8
                    ),
                ),
                ("computed_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("computed_by", models.CharField(max_length=160)),
                ("documents", models.PositiveIntegerField(default=0)),
                ("ours", gigafibre.kernel.money.MoneyField(decimal_places=2, default=0, max_digits=12)),
                ("parked", models.PositiveIntegerField(default=0)),
                ("compared_at", models.DateTimeField(null=True)),
                ("compared_by", models.CharField(blank=True, max_length=160)),
                ("invoices", models.PositiveIntegerField(null=True)),
                ("theirs", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                ("customers", models.PositiveIntegerField(null=True)),
                ("equal", models.PositiveIntegerField(null=True)),
                ("following", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                ("figures", models.JSONField(default=dict)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("compared_at__isnull", True), ("invoices__isnull", True), ("state", "computed")),
                            models.Q(
                                ("compared_at__isnull", False),
                                ("customers__isnull", False),
                                ("equal__isnull", False),
                                ("following__isnull", False),
                                ("invoices__isnull", False),
                                ("state", "compared"),
                                ("theirs__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="shadow_compared_with_figures",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("equal__lte", models.F("customers"))), name="shadow_equal_within_customers"
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShadowDifference",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("only_ours", "Only Ours"),
                            ("only_theirs", "Only Theirs"),
                            ("price", "Price"),
                            ("period", "Period"),
                            ("tax", "Tax"),
                            ("line_missing", "Line Missing"),
                            ("line_extra", "Line Extra"),
                            ("rounding", "Rounding"),
                            ("unknown", "Unknown"),
                        ],
                        max_length=12,
                    ),
                ),
                ("key", models.CharField(blank=True, max_length=80)),
                ("ours", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                ("theirs", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                ("amount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("detail", models.JSONField(default=dict)),
                (
                    "state",
                    models.CharField(
                        choices=[
                            ("open", "Open"),
                            ("explained", "Explained"),
                            ("accepted", "Accepted"),
                            ("mended", "Mended"),
                        ],
                        default="open",
                        max_length=9,
                    ),
                ),
                ("reason", models.TextField(blank=True)),
                ("settled_at", models.DateTimeField(null=True)),
                ("settled_by", models.CharField(blank=True, max_length=160)),
                ("found_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="differences",
                        to="legacy.shadowcycle",
                    ),
                ),
                (
                    "owner",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "indexes": [
                    models.Index(condition=models.Q(("state", "open")), fields=["cycle", "kind"], name="shadow_open")
                ],
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "customer", "kind", "key"), name="shadow_difference_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount", 0), _negated=True),
                            (
                                "amount",
                                django.db.models.expressions.CombinedExpression(
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("ours"),
                                        models.Value(
                                            0, gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)
                                        ),
                                    ),
                                    "-",
                                    django.db.models.functions.comparison.Coalesce(
                                        models.F("theirs"),
                                        models.Value(
                                            0, gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)
                                        ),
                                    ),
                                ),
                            ),
                        ),
                        name="shadow_difference_is_amount",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(
                                ("kind__in", ["only_ours", "line_extra"]),
                                ("ours__isnull", False),
                                ("theirs__isnull", True),
                            ),
                            models.Q(
                                ("kind__in", ["only_theirs", "line_missing"]),
                                ("ours__isnull", True),
                                ("theirs__isnull", False),
                            ),
                            ("kind", "unknown"),
                            models.Q(
                                ("kind__in", ["price", "period", "tax", "rounding"]),
                                ("ours__isnull", False),
                                ("theirs__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="shadow_difference_has_sides",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("kind", "rounding"), _negated=True),
                            models.Q(("amount__gte", "-0.01"), ("amount__lte", "0.01")),
                            _connector="OR",
                        ),
                        name="shadow_rounding_is_a_cent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("settled_at__isnull", True), ("state", "open")),
                            models.Q(
                                models.Q(("state", "open"), _negated=True),
                                ("reason__regex", "\\S"),
                                ("settled_at__isnull", False),
                            ),
                            _connector="OR",
                        ),
                        name="shadow_settled_with_reason",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="ShadowDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("subtotal", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("tax_total", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("total", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("lines", models.JSONField(default=list)),
                ("taxes", models.JSONField(default=list)),
                ("parked", models.JSONField(default=list)),
                ("invoices", models.JSONField(default=list)),
                ("theirs", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "cycle",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="entries",
                        to="legacy.shadowcycle",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("cycle", "customer"), name="shadow_document_once"),
                    models.CheckConstraint(
                        condition=models.Q(
                            (
                                "total",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("subtotal"), "+", models.F("tax_total")
                                ),
                            )
                        ),
                        name="shadow_document_adds_up",
                    ),
                ],
            },
        ),
        audited("legacy_shadowcycle"),
        audited("legacy_shadowdifference"),
    ]
