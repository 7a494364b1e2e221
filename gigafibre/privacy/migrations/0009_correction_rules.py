"""What the database refuses of corrections and letters, their trail, and their part of the door."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import audited, immutable, never_emptied

RULES = (Path(__file__).parent / "sql" / "0009_correction_rules.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("privacy", "0008_corrections")]

    operations = [
        audited("privacy_correction"),
        audited("privacy_requestletter"),
        migrations.RunSQL(RULES, migrations.RunSQL.noop),
        immutable("privacy_requestletter"),
        never_emptied("privacy_correction"),
        migrations.RunSQL(
            "SELECT privacy_open_door('privacy_correction'); SELECT privacy_open_door('privacy_requestletter');",
            migrations.RunSQL.noop,
        ),
    ]
