"""What was agreed and given at the start, with its trail."""

import django.db.models.deletion
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [
        ("subscriptions", "0004_promotions"),
    ]

    operations = [
        migrations.CreateModel(
            name="Commitment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("starts_on", models.DateField()),
                ("term_months", models.PositiveSmallIntegerField(null=True)),
                ("inducement", gigafibre.kernel.money.MoneyField(decimal_places=2, default=0, max_digits=12)),
                ("goods", models.CharField(blank=True, max_length=160)),
                ("clause_limit", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12, null=True)),
                (
                    "waived",
                    models.CharField(
                        blank=True,
                        choices=[("provider_breach", "Provider Breach"), ("amendment_refused", "Amendment Refused")],
                        max_length=20,
                    ),
                ),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "subscription",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="commitment",
                        to="subscriptions.subscription",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(
                        condition=models.Q(
                            ("term_months__isnull", True),
                            models.Q(("term_months__gte", 1), ("term_months__lte", 120)),
                            _connector="OR",
                        ),
                        name="commitment_term",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("inducement__gte", 0),
                            models.Q(("clause_limit__isnull", True), ("clause_limit__gte", 0), _connector="OR"),
                        ),
                        name="commitment_amounts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("inducement", 0), models.Q(("goods", ""), _negated=True), _connector="OR"),
                        name="inducement_says_what",
                    ),
                ],
            },
        ),
        audited("subscriptions_commitment"),
    ]
