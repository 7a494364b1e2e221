"""A refused change says why in both languages."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0002_trail_and_series")]

    operations = [
        migrations.AddField(
            model_name="subscriptionchange",
            name="refused_because_en",
            field=models.CharField(blank=True, max_length=255),
        ),
    ]
