"""What carriers told us lets go through the door too: its guards were made anew."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("privacy", "0009_correction_rules"), ("messaging", "0005_retention")]

    operations = [migrations.RunSQL("SELECT privacy_open_door('messaging_vendorevent');", migrations.RunSQL.noop)]
