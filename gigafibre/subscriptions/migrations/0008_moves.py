"""A move: what serves the new location, and what becomes of the devices."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("crm", "0003_parents"),
        ("subscriptions", "0007_departures"),
    ]

    operations = [
        migrations.AddField(
            model_name="departure",
            name="devices",
            field=models.CharField(blank=True, max_length=10),
        ),
        migrations.AddField(
            model_name="departure",
            name="drop",
            field=models.CharField(blank=True, max_length=16),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("devices", ""), ("drop", ""), ("moves_to__isnull", True)),
                    models.Q(
                        ("devices__in", ["come_along", "exchanged"]),
                        ("moves_to__isnull", False),
                        models.Q(("drop", ""), _negated=True),
                    ),
                    _connector="OR",
                ),
                name="move_says_what_of_the_devices",
            ),
        ),
    ]
