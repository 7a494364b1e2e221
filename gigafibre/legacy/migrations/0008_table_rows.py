"""Reports of earlier imports told of each table only how many rows were read, which its steps tell as well."""

from django.db import migrations


class Migration(migrations.Migration):
    dependencies = [("legacy", "0007_choices")]

    operations = [
        migrations.RunSQL(
            "UPDATE legacy_importrun SET report = report - 'tables' WHERE jsonb_typeof(report -> 'tables') = 'object'",
            migrations.RunSQL.noop,
        )
    ]
