"""Who started which import is in the audit trail."""

from django.db import migrations

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [("legacy", "0002_reading")]

    operations = [audited("legacy_importrun")]
