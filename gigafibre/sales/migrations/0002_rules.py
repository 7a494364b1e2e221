"""The trail of sales, what was sent never changes, what was signed is kept for ever, the number series."""

from pathlib import Path

from django.db import migrations

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, immutable, never_emptied, seen_in_previews


def series(apps, schema_editor):
    numbers.define("quotation", prefix="QUO-")
    numbers.define("contract", prefix="CTR-")


RULES = (Path(__file__).parent / "sql" / "0002_rules.sql").read_text()
UNDO = """
DROP FUNCTION sales_sent_guard() CASCADE;
DROP FUNCTION sales_part_guard() CASCADE;
DROP FUNCTION sales_text_guard() CASCADE;
"""
TRAIL = (
    "sales_quotation",
    "sales_quotationline",
    "sales_quotationtemplate",
    "sales_templateline",
    "sales_contract",
    "sales_contractline",
    "sales_contractclause",
    "sales_legaltext",
    "sales_referral",
    "sales_referralcode",
)
FOR_EVER = ("sales_contractsignature", "sales_sealedcontract", "sales_contractreading", "sales_webhookreceived")


class Migration(migrations.Migration):
    dependencies = [("sales", "0001_initial"), ("kernel", "0002_ground")]

    operations = [
        migrations.RunPython(series, migrations.RunPython.noop),
        migrations.RunSQL(RULES, UNDO),
        *(audited(table) for table in TRAIL),
        audited("sales_sealkey", hidden=("private_key",)),
        *(seen_in_previews(table) for table in FOR_EVER),
        *(immutable(table) for table in (*FOR_EVER, "sales_referralcode")),
        *(never_emptied(table) for table in ("sales_quotation", "sales_contract", "sales_legaltext", "sales_sealkey")),
    ]
