"""Where plans are sold, and at which price there."""

import django.db.models.deletion
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0003_fees"),
    ]

    operations = [
        migrations.CreateModel(
            name="PlanOffer",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("zone", models.CharField(blank=True, max_length=40)),
                ("connection_type", models.CharField(blank=True, max_length=12)),
                ("price", gigafibre.kernel.money.UnitPriceField(decimal_places=4, max_digits=14, null=True)),
                (
                    "plan",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="offers", to="catalog.plan"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("plan", "zone", "connection_type"), name="plan_offered_once"),
                    models.CheckConstraint(
                        condition=models.Q(("price__isnull", True), ("price__gte", 0), _connector="OR"),
                        name="plan_offer_price",
                    ),
                ],
            },
        ),
        audited("catalog_planoffer"),
    ]
