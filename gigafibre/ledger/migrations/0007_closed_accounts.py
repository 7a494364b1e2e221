"""An account may be closed: nothing is booked on it from that day on, whoever posts; used ones keep their kind."""

from pathlib import Path

from django.db import migrations, models
from django.db.models import Q

SQL = (Path(__file__).parent / "sql" / "0007_closed_accounts.sql").read_text()
UNDO = """
DROP TRIGGER ledger_closed_accounts ON ledger_journalline;
DROP FUNCTION ledger_check_closed_accounts();
DROP TRIGGER ledger_account_kept ON ledger_account;
DROP FUNCTION ledger_keep_account();
"""


class Migration(migrations.Migration):
    dependencies = [("ledger", "0006_allocation_made_anew")]

    operations = [
        migrations.AddField("account", "closed_on", models.DateField(null=True)),
        migrations.AddConstraint(
            "account",
            models.CheckConstraint(
                name="account_in_use_stays_open", condition=Q(role__isnull=True) | Q(closed_on__isnull=True)
            ),
        ),
        migrations.RunSQL(SQL, UNDO),
    ]
