"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("support", "0002_rules"),
    ]

    operations = [
        follows("support_issue", guards=["support_issue_rules"]),
    ]
