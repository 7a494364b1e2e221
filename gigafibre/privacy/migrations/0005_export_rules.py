"""Exports are audited, who took one stays written down; their numbers."""

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, follows, immutable, never_emptied


def define_series(apps, schema_editor):
    numbers.define("privacy_export", prefix="EXP-")


class Migration(migrations.Migration):
    dependencies = [("privacy", "0004_exports"), ("kernel", "0009_succession")]

    operations = [
        follows("privacy_personexport"),
        audited("privacy_personexport"),
        audited("privacy_exportdownload"),
        immutable("privacy_exportdownload"),
        never_emptied("privacy_personexport"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
