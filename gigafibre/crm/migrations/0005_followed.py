"""What is a merged customer’s follows to the one he is."""

import django.db.models.deletion
from django.db import migrations, models

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("crm", "0004_resembling"),
    ]

    operations = [
        migrations.AddField(
            model_name="customer",
            name="merged_into",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="merged", to="crm.customer"
            ),
        ),
        migrations.AddConstraint(
            model_name="customer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("merged_into__isnull", True),
                    models.Q(
                        ("parent__isnull", True),
                        ("status", "terminated"),
                        models.Q(("merged_into", models.F("id")), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="merged_customer_is_over",
            ),
        ),
        follows("crm_contact"),
        follows("crm_contactpoint"),
        follows("crm_consent"),
        follows("crm_location"),
        follows("crm_formeraddress"),
    ]
