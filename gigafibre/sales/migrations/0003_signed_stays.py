"""What was decided stays as it was decided: answers, signatures, their moments."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import never_emptied

RULES = (Path(__file__).parent / "sql" / "0003_signed_stays.sql").read_text()
UNDO = """
DROP FUNCTION sales_decided_guard() CASCADE;
DROP FUNCTION sales_begins_guard() CASCADE;
"""


class Migration(migrations.Migration):
    dependencies = [("sales", "0002_rules")]

    operations = [
        migrations.RunSQL(RULES, UNDO),
        *(never_emptied(f"sales_{part}") for part in ("quotationline", "contractline", "contractclause")),
    ]
