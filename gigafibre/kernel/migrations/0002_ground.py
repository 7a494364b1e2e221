"""Extensions, fold(), the importer's role, the audit trigger: what every later migration stands on."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import audited, immutable, seen_in_previews

SQL = (Path(__file__).parent / "sql" / "0002_ground.sql").read_text()


class Migration(migrations.Migration):
    dependencies = [("kernel", "0001_initial")]

    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        immutable("kernel_audit"),
        audited("kernel_series", pk="code"),
        audited("kernel_setting", pk="key"),
        audited("kernel_note"),
        audited("kernel_attachment"),
        # Bulk and fast-moving: their rows are their own trail, a preview still shows what becomes of them.
        seen_in_previews("kernel_delivery"),
        seen_in_previews("kernel_intent"),
    ]
