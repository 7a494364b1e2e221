"""Extensions, fold(), the importer's role, the audit trigger: what every later migration stands on."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import audited, immutable

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
    ]
