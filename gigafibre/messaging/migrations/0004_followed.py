"""What is a merged customer’s follows to the one he is."""

from django.db import migrations

from gigafibre.kernel.schema import follows


class Migration(migrations.Migration):
    dependencies = [
        ("kernel", "0009_succession"),
        ("messaging", "0003_no_customer_yet"),
    ]

    operations = [
        follows("messaging_message", guards=["messaging_message_one_way"]),
        follows("messaging_inboundmessage"),
    ]
