"""A payment is found by its reference in small letters: folding accents of each candidate cost more than finding it."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("payments", "0003_payments_are_listed")]

    operations = [
        migrations.RunSQL(
            "DROP INDEX payment_found_by_reference;"
            "CREATE INDEX payment_found_by_reference ON payments_payment (lower(reference) text_pattern_ops)",
            "DROP INDEX payment_found_by_reference;"
            "CREATE INDEX payment_found_by_reference ON payments_payment (fold(reference) text_pattern_ops)",
        ),
    ]
