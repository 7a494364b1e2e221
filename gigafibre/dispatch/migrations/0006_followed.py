"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("dispatch", "0005_old_hours"),
    ]

    operations = [
        follows("dispatch_job", guards=["dispatch_job_rules"]),
        follows("dispatch_jobchain"),
    ]
