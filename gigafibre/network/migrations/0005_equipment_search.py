"""Devices are found by the beginning of a serial or MAC, and by what the former system printed, from an index."""

import django.db.models.functions.text
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("crm", "0004_resembling"),
        ("network", "0004_traffic"),
        ("subscriptions", "0009_subscriptions_of_a_contract"),
    ]

    operations = [
        migrations.AddIndex(
            model_name="equipment",
            index=models.Index(fields=["serial"], name="equipment_serial_begins", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="equipment",
            index=models.Index(fields=["mac"], name="equipment_mac_begins", opclasses=["varchar_pattern_ops"]),
        ),
        migrations.AddIndex(
            model_name="equipment",
            index=models.Index(
                django.db.models.functions.text.Upper("printed_serial"),
                condition=models.Q(("printed_serial", ""), _negated=True),
                name="equipment_printed_serial",
            ),
        ),
    ]
