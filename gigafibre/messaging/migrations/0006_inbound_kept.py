"""What somebody wrote to us by text message may be forgotten when it is a year old; not before."""

from django.db import migrations

from gigafibre.kernel.schema import kept_for


class Migration(migrations.Migration):
    dependencies = [("messaging", "0005_retention")]

    operations = [kept_for("messaging_inboundmessage", "at", 365)]
