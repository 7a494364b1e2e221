"""The audit trail of the catalogue."""

from django.db import migrations

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [("catalog", "0001_initial"), ("kernel", "0002_ground")]

    operations = [
        audited("catalog_itemgroup"),
        audited("catalog_item"),
        audited("catalog_itemprice"),
        audited("catalog_plan"),
        audited("catalog_planitem"),
    ]
