"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("sales", "0005_provider_audit"),
    ]

    operations = [
        follows("sales_quotation", guards=["sales_quotation_guard_u", "sales_quotation_decided_u"]),
        follows("sales_contract", guards=["sales_contract_guard_u", "sales_contract_decided_u"]),
        follows("sales_referralcode"),
        follows("sales_referral", "referrer_id", "referee_id"),
    ]
