"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("ledger", "0007_closed_accounts"),
    ]

    operations = [
        follows("ledger_journalline"),
        follows("ledger_openitem"),
        follows("ledger_deferredpart", guards=["ledger_deferredpart_recognised"]),
    ]
