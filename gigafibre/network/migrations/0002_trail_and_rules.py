"""The trail of drops and devices, the rules of moves, how addresses are found, and the series of numbers."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, immutable, never_emptied, seen_in_previews

SQL = Path(__file__).parent / "sql"


def define_series(apps, schema_editor):
    numbers.define("drop", prefix="DROP-", digits=5)
    numbers.define("equipment", prefix="EQP-", digits=5)


class Migration(migrations.Migration):
    dependencies = [("network", "0001_initial"), ("crm", "0002_trail_and_search"), ("kernel", "0002_ground")]

    operations = [
        audited("network_olt"),
        audited("network_drop"),
        audited("network_interest", hidden=["email"]),
        audited("network_equipment", hidden=["username", "password"]),
        immutable("network_equipmentmove"),
        seen_in_previews("network_equipmentmove"),
        never_emptied("network_drop"),
        never_emptied("network_equipment"),
        migrations.RunSQL((SQL / "0002_equipment.sql").read_text(), migrations.RunSQL.noop),
        migrations.RunSQL((SQL / "0002_addresses.sql").read_text(), migrations.RunSQL.noop),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
