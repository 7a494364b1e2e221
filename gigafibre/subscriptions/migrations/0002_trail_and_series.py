"""The audit trail of subscriptions, and the series of their numbers."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, never_emptied

CHARGED_UNTIL = (Path(__file__).parent / "sql" / "0002_charged_until.sql").read_text()


def define_series(apps, schema_editor):
    numbers.define("subscription", prefix="SUB-")


class Migration(migrations.Migration):
    dependencies = [("subscriptions", "0001_initial"), ("kernel", "0002_ground")]

    operations = [
        audited("subscriptions_subscription", hidden=["radius_password"]),
        migrations.RunSQL(CHARGED_UNTIL, migrations.RunSQL.noop),
        audited("subscriptions_subscriptionchange"),
        never_emptied("subscriptions_subscription"),
        never_emptied("subscriptions_subscriptionchange"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
