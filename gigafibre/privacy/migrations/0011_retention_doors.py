"""What was written to us, and what e-signature providers told us, let go through the door: their guards were made anew."""

from django.db import migrations

OPEN = "SELECT privacy_open_door('messaging_inboundmessage'), privacy_open_door('sales_webhookreceived');"


class Migration(migrations.Migration):
    dependencies = [
        ("privacy", "0010_retention_door"),
        ("messaging", "0006_inbound_kept"),
        ("sales", "0007_retention"),
    ]

    operations = [migrations.RunSQL(OPEN, migrations.RunSQL.noop)]
