"""A rate that a document was issued at stays as it was, whoever writes."""

from pathlib import Path

from django.db import migrations

SQL = (Path(__file__).parent / "sql" / "0020_billed_rates_stay.sql").read_text()
UNDO = """
DROP TRIGGER billed_rate_stays ON billing_taxrate;
DROP FUNCTION billing_keep_billed_rate();
"""


class Migration(migrations.Migration):
    dependencies = [("billing", "0019_charge_once_per_source")]

    operations = [migrations.RunSQL(SQL, UNDO)]
