"""Promotions of subscriptions, with their trail."""

import django.db.models.deletion
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel.schema import audited, never_emptied


class Migration(migrations.Migration):
    dependencies = [
        ("subscriptions", "0003_refused_in_english"),
    ]

    operations = [
        migrations.CreateModel(
            name="Promotion",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("since", models.DateField()),
                ("until", models.DateField(null=True)),
                ("cycles", models.PositiveSmallIntegerField(null=True)),
                ("amount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                ("percent", models.DecimalField(decimal_places=2, max_digits=5, null=True)),
                ("words_fr", models.CharField(max_length=120)),
                ("words_en", models.CharField(max_length=120)),
                ("reason", models.CharField(max_length=255)),
                ("withdrawn_on", models.DateField(null=True)),
                ("withdrawn_because", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "subscription",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="promotions",
                        to="subscriptions.subscription",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("amount__gt", 0), ("amount__isnull", False), ("percent__isnull", True)),
                            models.Q(
                                ("amount__isnull", True),
                                ("percent__gt", 0),
                                ("percent__isnull", False),
                                ("percent__lte", 100),
                            ),
                            _connector="OR",
                        ),
                        name="promotion_amount_or_percent",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("cycles__gt", 0), ("cycles__isnull", False), ("until__isnull", True)),
                            models.Q(
                                ("cycles__isnull", True), ("until__gt", models.F("since")), ("until__isnull", False)
                            ),
                            _connector="OR",
                        ),
                        name="promotion_cycles_or_until",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            models.Q(("words_fr", ""), _negated=True), models.Q(("words_en", ""), _negated=True)
                        ),
                        name="promotion_in_words",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("withdrawn_on__isnull", True),
                            models.Q(("withdrawn_because", ""), _negated=True),
                            _connector="OR",
                        ),
                        name="withdrawn_promotion_says_why",
                    ),
                ],
            },
        ),
        audited("subscriptions_promotion"),
        never_emptied("subscriptions_promotion"),
    ]
