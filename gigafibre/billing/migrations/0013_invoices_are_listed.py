"""Indexes by which the list of invoices is sorted, narrowed and searched at full volume."""

from django.db import migrations

INDEXES = {
    "invoice_listed_by_total": "((CASE kind WHEN 'credit_note' THEN -total ELSE total END), id)",
    "invoice_listed_by_due_date": "(due_date, id)",
    "invoice_found_by_tail": "(ltrim(substring(number from '[0-9]+$'), '0') text_pattern_ops)",
    "invoice_credit_notes": "(date, id) WHERE kind = 'credit_note'",
    "invoice_drafts": "(date, id) WHERE state = 'draft'",
}


class Migration(migrations.Migration):
    dependencies = [("billing", "0012_letterheads")]

    operations = [
        migrations.RunSQL(f"CREATE INDEX {name} ON billing_invoice {columns}", f"DROP INDEX {name}")
        for name, columns in INDEXES.items()
    ]
