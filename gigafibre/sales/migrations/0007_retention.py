"""What an e-signature provider told us raw may be forgotten when it is a year old; what was signed and sealed stays."""

from django.db import migrations

from gigafibre.kernel.schema import kept_for


class Migration(migrations.Migration):
    dependencies = [("sales", "0006_followed"), ("kernel", "0011_retention_rules")]

    operations = [kept_for("sales_webhookreceived", "received_at", 365)]
