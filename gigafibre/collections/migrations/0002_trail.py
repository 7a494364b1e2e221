"""Arrangements and suspensions leave a trail of every change."""

from django.db import migrations

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [("collections", "0001_initial")]

    operations = [audited("collections_paymentarrangement"), audited("collections_suspension")]
