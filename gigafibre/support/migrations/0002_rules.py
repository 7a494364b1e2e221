"""What the database refuses of issues, their trail, the series of their numbers."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, immutable, never_emptied

RULES = (Path(__file__).parent / "sql" / "0002_rules.sql").read_text()


def define_series(apps, schema_editor):
    numbers.define("issue", prefix="ISS-")


class Migration(migrations.Migration):
    dependencies = [("support", "0001_initial"), ("kernel", "0003_references")]

    operations = [
        audited("support_issue"),
        audited("support_issuestep"),
        audited("support_issuecomment"),
        migrations.RunSQL(RULES, migrations.RunSQL.noop),
        immutable("support_issuestep"),
        immutable("support_issuecomment"),
        never_emptied("support_issue"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
