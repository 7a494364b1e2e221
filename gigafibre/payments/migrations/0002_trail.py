"""Payments never change once posted; changes of methods are audited with their secrets as dots; the number series."""

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, immutable


def make_series(apps, schema_editor):
    numbers.define("payment", prefix="PAY-{year}-", digits=6)


class Migration(migrations.Migration):
    dependencies = [("payments", "0001_initial")]

    operations = [
        immutable("payments_payment"),
        audited("payments_payment"),
        audited("payments_paymentmethod", hidden=["token", "transit", "account", "account_print"]),
        migrations.RunPython(make_series, migrations.RunPython.noop),
    ]
