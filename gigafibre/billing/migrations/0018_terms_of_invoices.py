"""The shortest and the longest term of any invoice are found at once: a range of dates is then a range of due dates."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("billing", "0017_interest_given_back")]

    operations = [
        migrations.RunSQL(
            "CREATE INDEX invoice_term ON billing_invoice ((due_date - date))", "DROP INDEX invoice_term"
        ),
    ]
