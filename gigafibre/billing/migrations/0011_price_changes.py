"""Changes of price for many, with a notice to each customer."""

import django.db.models.deletion
import django.db.models.expressions
import gigafibre.billing.models.charges
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, never_emptied


def define_series(apps, schema_editor):
    numbers.define("price_change", prefix="PC-")


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0010_lines_name_their_child"),
        ("crm", "0003_parents"),
        ("kernel", "0003_references"),
        ("subscriptions", "0004_promotions"),
    ]

    operations = [
        migrations.CreateModel(
            name="PriceChange",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=16, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("planned", "Planned"), ("withdrawn", "Withdrawn")], default="planned", max_length=9
                    ),
                ),
                ("items", models.JSONField()),
                ("segment", models.CharField(blank=True, max_length=12)),
                ("new_price", gigafibre.kernel.money.UnitPriceField(decimal_places=4, max_digits=14, null=True)),
                ("percent", models.DecimalField(decimal_places=2, max_digits=6, null=True)),
                ("effective_on", models.DateField()),
                ("in_catalogue", models.BooleanField(default=True)),
                ("why_fr", models.CharField(blank=True, max_length=600)),
                ("why_en", models.CharField(blank=True, max_length=600)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("created_by", models.CharField(default=gigafibre.billing.models.charges.who_acts, max_length=160)),
                ("withdrawn_at", models.DateTimeField(null=True)),
                ("withdrawn_by", models.CharField(blank=True, max_length=160)),
                ("withdrawn_because", models.CharField(blank=True, max_length=500)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(("new_price__isnull", True), ("percent__isnull", True), _connector="XOR"),
                        name="price_change_one_way",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("state", "withdrawn"), _negated=True),
                            models.Q(
                                ("withdrawn_at__isnull", False), models.Q(("withdrawn_because", ""), _negated=True)
                            ),
                            _connector="OR",
                        ),
                        name="price_change_withdrawn_when",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceChangeLine",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "outcome",
                    models.CharField(choices=[("affected", "Affected"), ("excluded", "Excluded")], max_length=8),
                ),
                ("cause", models.CharField(blank=True, max_length=20)),
                ("quantity", models.DecimalField(decimal_places=3, max_digits=10)),
                ("old_price", gigafibre.kernel.money.UnitPriceField(decimal_places=4, max_digits=14, null=True)),
                ("new_price", gigafibre.kernel.money.UnitPriceField(decimal_places=4, max_digits=14, null=True)),
                ("on", models.DateField()),
                (
                    "change",
                    models.OneToOneField(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="subscriptions.subscriptionchange",
                    ),
                ),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "price_change",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="lines",
                        to="billing.pricechange",
                    ),
                ),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="subscriptions.subscription"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(
                        fields=("price_change", "subscription"), name="subscription_once_per_price_change"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "affected"), _negated=True),
                            models.Q(
                                ("change__isnull", False), ("new_price__isnull", False), ("old_price__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="affected_is_planned",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "excluded"), _negated=True),
                            models.Q(("cause", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="excluded_says_why",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("outcome", "affected"), _negated=True),
                            models.Q(("new_price", models.F("old_price")), _negated=True),
                            _connector="OR",
                        ),
                        name="affected_changes",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="PriceNotice",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("language", models.CharField(max_length=2)),
                ("bill_name", models.CharField(max_length=200)),
                ("bill_address", models.JSONField(default=list)),
                ("dated", models.DateField()),
                ("first_on", models.DateField()),
                ("sent_on", models.DateField(null=True)),
                (
                    "how",
                    models.CharField(
                        blank=True, choices=[("mail", "Mail"), ("email", "Email"), ("hand", "Hand")], max_length=5
                    ),
                ),
                ("sent_by", models.CharField(blank=True, max_length=160)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "file",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="kernel.file"
                    ),
                ),
                (
                    "price_change",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="notices",
                        to="billing.pricechange",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("price_change", "customer"), name="one_notice_per_price_change"),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_on__isnull", True),
                            (
                                "first_on__gte",
                                django.db.models.expressions.CombinedExpression(
                                    models.F("sent_on"), "+", models.Value(30)
                                ),
                            ),
                            _connector="OR",
                        ),
                        name="notice_thirty_days_before",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("sent_on__isnull", True), models.Q(("how", ""), _negated=True), _connector="OR"
                        ),
                        name="notice_sent_somehow",
                    ),
                ],
            },
        ),
        audited("billing_pricechange"),
        audited("billing_pricechangeline"),
        audited("billing_pricenotice"),
        never_emptied("billing_pricenotice"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
