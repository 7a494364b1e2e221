"""The customer a line is for, where a parent pays, is checked once per statement like the line's other keys."""

from django.db import migrations

from gigafibre.kernel.schema import refers


class Migration(migrations.Migration):
    dependencies = [("billing", "0009_credited_lines")]

    operations = [refers("billing_invoiceline", child_id="crm_customer")]
