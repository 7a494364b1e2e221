"""What was removed is found at once in a long trail."""

from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [("kernel", "0011_retention_rules")]

    operations = [
        migrations.AddIndex(
            "auditentry",
            models.Index(name="kernel_audit_removed", fields=["id"], condition=models.Q(op="D")),
        ),
    ]
