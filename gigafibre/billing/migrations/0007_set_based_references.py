"""Keys of what a run writes by the thousand are checked once per statement; those of lines to items and places too."""

import django.db.models.deletion
from django.db import migrations, models

from gigafibre.kernel.schema import refers


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0003_references"),
        ("billing", "0006_charges_and_fees"),
        ("crm", "0002_trail_and_search"),
        ("subscriptions", "0002_trail_and_series"),
    ]

    operations = [
        migrations.AlterField(
            model_name="chargedperiod",
            name="line",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="billing.invoiceline",
            ),
        ),
        migrations.AlterField(
            model_name="chargedperiod",
            name="subscription",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="subscriptions.subscription",
            ),
        ),
        migrations.AlterField(
            model_name="invoice",
            name="customer",
            field=models.ForeignKey(
                db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"
            ),
        ),
        migrations.AlterField(
            model_name="invoice",
            name="run",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="invoices",
                to="billing.billingrun",
            ),
        ),
        migrations.AlterField(
            model_name="invoiceline",
            name="subscription",
            field=models.ForeignKey(
                db_constraint=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="subscriptions.subscription",
            ),
        ),
        migrations.AlterField(
            model_name="invoicetax",
            name="tax",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="billing.tax",
            ),
        ),
        migrations.AlterField(
            model_name="runsubscription",
            name="run",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="proof",
                to="billing.billingrun",
            ),
        ),
        migrations.AlterField(
            model_name="runsubscription",
            name="subscription",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="subscriptions.subscription",
            ),
        ),
        refers(
            "billing_invoiceline",
            subscription_id="subscriptions_subscription",
            location_id="crm_location",
            item_id="catalog_item",
        ),
        refers("billing_invoicetax", tax_id="billing_tax"),
        refers("billing_invoice", run_id="billing_billingrun"),
        refers("billing_chargedperiod", subscription_id="subscriptions_subscription", line_id="billing_invoiceline"),
        refers("billing_runsubscription", run_id="billing_billingrun", subscription_id="subscriptions_subscription"),
    ]
