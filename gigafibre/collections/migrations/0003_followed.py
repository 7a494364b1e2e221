"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("collections", "0002_trail"),
    ]

    operations = [
        follows("collections_paymentarrangement"),
        follows("collections_suspension"),
    ]
