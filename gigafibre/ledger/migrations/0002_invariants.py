"""What the database itself refuses in the ledger, its trail, and the chart a new provider starts with."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import audited, immutable, seen_in_previews
from gigafibre.kernel import numbers
from gigafibre.ledger.chart import CHART

SQL = (Path(__file__).parent / "sql" / "0002_invariants.sql").read_text()


def make_chart(apps, schema_editor):
    account = apps.get_model("ledger", "Account")
    account.objects.bulk_create(account(**row._asdict()) for row in CHART)


def make_series(apps, schema_editor):
    numbers.define("journal", prefix="JE-{year}-", digits=5)


class Migration(migrations.Migration):
    dependencies = [("ledger", "0001_initial")]

    operations = [
        migrations.RunPython(make_chart, migrations.RunPython.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        immutable("ledger_journalentry"),
        immutable("ledger_journalline"),
        seen_in_previews("ledger_journalentry"),
        seen_in_previews("ledger_journalline"),
        seen_in_previews("ledger_openitem"),
        seen_in_previews("ledger_allocation"),
        audited("ledger_account"),
        audited("ledger_closedmonth", pk="month"),
        migrations.RunPython(make_series, migrations.RunPython.noop),
    ]
