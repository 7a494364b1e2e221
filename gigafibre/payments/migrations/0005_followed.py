"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("payments", "0004_references_in_small_letters"),
    ]

    operations = [
        follows("payments_payment"),
        follows("payments_paymentmethod"),
    ]
