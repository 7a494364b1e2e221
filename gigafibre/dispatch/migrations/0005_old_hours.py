"""Hours of the old system may lack a technician or a length."""

import django.db.models.deletion
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("dispatch", "0004_take"),
    ]

    operations = [
        migrations.AddField(
            model_name="timeentry",
            name="length_known",
            field=models.BooleanField(default=True),
        ),
        migrations.AlterField(
            model_name="timeentry",
            name="technician",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="dispatch.technician"
            ),
        ),
        migrations.AddConstraint(
            model_name="timeentry",
            constraint=models.CheckConstraint(
                condition=models.Q(("technician__isnull", False), ("legacy_id__isnull", False), _connector="OR"),
                name="time_is_somebodys",
            ),
        ),
        migrations.AddConstraint(
            model_name="timeentry",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("length_known", True),
                    models.Q(
                        ("ended_at", models.F("started_at")), ("ended_at__isnull", False), ("legacy_id__isnull", False)
                    ),
                    _connector="OR",
                ),
                name="time_without_length_is_old",
            ),
        ),
    ]
