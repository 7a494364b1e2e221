"""Indexes by which the list of payments is sorted and searched at full volume."""

from django.db import migrations

INDEXES = {
    "payment_listed_by_amount": "(amount, id)",
    "payment_found_by_reference": "(fold(reference) text_pattern_ops)",
    "payment_found_by_tail": "(ltrim(substring(number from '[0-9]+$'), '0') text_pattern_ops)",
}


class Migration(migrations.Migration):
    dependencies = [("payments", "0002_trail"), ("kernel", "0001_initial")]

    operations = [
        migrations.RunSQL(f"CREATE INDEX {name} ON payments_payment {columns}", f"DROP INDEX {name}")
        for name, columns in INDEXES.items()
    ]
