"""What the database refuses of the two registers, their trail, the series of their numbers."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, immutable, never_emptied

RULES = (Path(__file__).parent / "sql" / "0002_rules.sql").read_text()


def define_series(apps, schema_editor):
    numbers.define("privacy_request", prefix="PRV-")
    numbers.define("privacy_incident", prefix="INC-")


class Migration(migrations.Migration):
    dependencies = [("privacy", "0001_initial"), ("kernel", "0003_references")]

    operations = [
        audited("privacy_request"),
        audited("privacy_requeststep"),
        audited("privacy_incident"),
        audited("privacy_incidentstep"),
        migrations.RunSQL(RULES, migrations.RunSQL.noop),
        immutable("privacy_requeststep"),
        immutable("privacy_incidentstep"),
        never_emptied("privacy_request"),
        never_emptied("privacy_requestreminder"),
        never_emptied("privacy_incident"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
