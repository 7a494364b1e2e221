"""Lines of the journal: their keys are checked once per statement, and an index that a longer one holds goes."""

import django.db.models.deletion
from django.db import migrations, models

from gigafibre.kernel.schema import refers


class Migration(migrations.Migration):
    dependencies = [
        ("ledger", "0002_invariants"),
        ("kernel", "0003_references"),
    ]

    operations = [
        migrations.AlterField(
            model_name="journalline",
            name="account",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="ledger.account",
            ),
        ),
        migrations.AlterField(
            model_name="journalline",
            name="entry",
            field=models.ForeignKey(
                db_constraint=False,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="lines",
                to="ledger.journalentry",
            ),
        ),
        refers("ledger_journalline", entry_id="ledger_journalentry", account_id="ledger_account"),
    ]
