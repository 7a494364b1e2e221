"""The role of whoever answers for personal information."""

from django.db import migrations


def make_role(apps, schema_editor):
    apps.get_model("identity", "Role").objects.get_or_create(
        code="privacy-officer",
        defaults={"name_fr": "Responsable de la vie privée", "name_en": "Privacy officer", "permissions": None},
    )


class Migration(migrations.Migration):
    dependencies = [("identity", "0005_departments")]

    operations = [migrations.RunPython(make_role, migrations.RunPython.noop)]
