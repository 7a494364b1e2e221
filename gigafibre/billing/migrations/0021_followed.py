"""What is a merged customer’s follows to the one he is."""

import django.db.models.deletion
import django.db.models.functions.comparison
from django.db import migrations, models

from gigafibre.kernel.schema import follows, refers


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("crm", "0005_followed"),
        ("billing", "0020_billed_rates_stay"),
    ]

    operations = [
        migrations.RemoveConstraint(model_name="invoice", name="one_invoice_per_customer_and_run"),
        migrations.AddField(
            model_name="invoice",
            name="issued_to",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="crm.customer",
            ),
        ),
        migrations.AddConstraint(
            model_name="invoice",
            constraint=models.UniqueConstraint(
                models.F("run"),
                django.db.models.functions.comparison.Coalesce("issued_to", "customer"),
                condition=models.Q(("run__isnull", False)),
                name="one_invoice_per_customer_and_run",
            ),
        ),
        refers("billing_invoice", issued_to_id="crm_customer"),
        follows("billing_invoice", also="issued_to_id", guards=["billing_invoice_guard_u", "billing_invoice_fees_u"]),
        follows("billing_pendingcharge", guards=["billing_pendingcharge_once"]),
        follows("billing_taxexemption"),
        follows("billing_interestpause"),
        follows("billing_pricechangeline"),
        follows("billing_pricenotice"),
    ]
