"""The products of the former system as they were last read, beside ours."""

import django.db.models.deletion
import gigafibre.kernel.money
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("legacy", "0009_moments"),
    ]

    operations = [
        migrations.CreateModel(
            name="LegacyProduct",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("product", models.BigIntegerField(unique=True)),
                ("sku", models.CharField(blank=True, max_length=40)),
                ("name", models.CharField(blank=True, max_length=160)),
                ("price", gigafibre.kernel.money.UnitPriceField(decimal_places=4, max_digits=14)),
                ("download_kbps", models.PositiveIntegerField(default=0)),
                ("upload_kbps", models.PositiveIntegerField(default=0)),
                ("account", models.CharField(blank=True, max_length=16)),
                ("active", models.BooleanField(default=True)),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="+", to="legacy.importrun"
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(condition=models.Q(("product__gt", 0)), name="legacy_product_has_an_id")
                ],
            },
        ),
    ]
