"""What the database refuses for billing documents, and what it writes in the audit trail."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel.schema import audited, never_emptied, seen_in_previews

SQL = (Path(__file__).parent / "sql" / "0003_rules.sql").read_text()

# Documents and the run's own rows are their own trail when inserted in bulk: a preview sees them, the audit trail
# keeps no second copy. Whatever changes or goes afterwards (drafts, trimmed periods) is audited.
OWN_TRAIL = ("billing_invoice", "billing_invoiceline", "billing_invoicetax", "billing_chargedperiod")
RUN_ROWS = ("billing_runitem", "billing_runsubscription")


def _trail(table: str) -> migrations.RunSQL:
    return migrations.RunSQL(
        f"""
        CREATE TRIGGER {table}_audit_i AFTER INSERT ON {table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
          WHEN (current_setting('gigafibre.preview', true) = 'on') EXECUTE FUNCTION kernel_audit_rows('', 'id');
        CREATE TRIGGER {table}_audit_u AFTER UPDATE ON {table} REFERENCING OLD TABLE AS old_rows NEW TABLE AS new_rows
          FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION kernel_audit_rows('', 'id');
        CREATE TRIGGER {table}_audit_d AFTER DELETE ON {table} REFERENCING OLD TABLE AS old_rows
          FOR EACH STATEMENT WHEN (current_user <> 'gigafibre_importer') EXECUTE FUNCTION kernel_audit_rows('', 'id');
        """,
        "".join(f"DROP TRIGGER {table}_audit_{op} ON {table};" for op in "iud"),
    )


class Migration(migrations.Migration):
    dependencies = [("billing", "0002_initial"), ("kernel", "0002_ground")]

    operations = [
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        *[_trail(table) for table in OWN_TRAIL],
        *[never_emptied(table) for table in OWN_TRAIL],
        *[seen_in_previews(table) for table in RUN_ROWS],
        audited("billing_tax"),
        audited("billing_taxrate"),
        audited("billing_taxcategory", pk="code"),
        audited("billing_categorytax"),
        audited("billing_billingrun"),
        audited("billing_pendingcharge"),
        seen_in_previews("billing_invoicedocument"),
    ]
