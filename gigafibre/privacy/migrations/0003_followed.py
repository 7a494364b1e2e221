"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("privacy", "0002_rules"),
    ]

    operations = [
        follows("privacy_request", guards=["privacy_request_rules"]),
    ]
