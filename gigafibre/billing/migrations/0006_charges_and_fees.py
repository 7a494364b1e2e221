"""Who added and withdrew a waiting charge; fees that the law forbids get onto no invoice; a charge is billed once."""

from pathlib import Path

import django.db.models.deletion
from django.db import migrations, models

import gigafibre.billing.models.charges

SQL = (Path(__file__).parent / "sql" / "0006_fees.sql").read_text()
WHO = {"blank": True, "db_default": "", "max_length": 160}


class Migration(migrations.Migration):
    dependencies = [("billing", "0005_lines_copy_their_keys"), ("catalog", "0003_fees"), ("crm", "0001_initial")]

    operations = [
        migrations.AddField(
            model_name="pendingcharge",
            name="created_by",
            field=models.CharField(default=gigafibre.billing.models.charges.who_acts, **WHO),
        ),
        migrations.AddField(model_name="pendingcharge", name="withdrawn_by", field=models.CharField(**WHO)),
        migrations.AddField(
            model_name="pendingcharge",
            name="replaces",
            field=models.OneToOneField(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.pendingcharge"
            ),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
    ]
