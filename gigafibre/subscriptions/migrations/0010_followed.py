"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("subscriptions", "0009_subscriptions_of_a_contract"),
    ]

    operations = [
        follows("subscriptions_subscription"),
        follows("subscriptions_departure"),
    ]
