"""Who pays for a customer: one level of parent accounts."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

RULE = (Path(__file__).parent / "sql" / "0003_parents.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [
        ("crm", "0002_trail_and_search"),
    ]

    operations = [
        migrations.AddField(
            model_name="customer",
            name="parent",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="children", to="crm.customer"
            ),
        ),
        migrations.AddConstraint(
            model_name="customer",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("parent__isnull", True), models.Q(("parent", models.F("id")), _negated=True), _connector="OR"
                ),
                name="customer_not_own_parent",
            ),
        ),
        migrations.RunSQL(RULE, migrations.RunSQL.noop),
    ]
