"""Who sends a document is frozen with it: what the settings said, kept once per content, named by the invoice."""

import django.db.models.deletion
import gigafibre.kernel.clock
from django.db import migrations, models

from gigafibre.kernel.schema import immutable, refers


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0011_price_changes"),
    ]

    operations = [
        migrations.CreateModel(
            name="Letterhead",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("sha256", models.CharField(max_length=64, unique=True)),
                ("content", models.JSONField()),
                ("made_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
            ],
        ),
        migrations.AddField(
            model_name="invoice",
            name="letterhead",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="billing.letterhead",
            ),
        ),
        immutable("billing_letterhead"),
        refers("billing_invoice", letterhead_id="billing_letterhead"),
    ]
