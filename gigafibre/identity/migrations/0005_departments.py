"""Departments are named by a code; those that a provider starts with."""

from django.db import migrations, models
from django.db.models import F, Value
from django.db.models.functions import Cast, Concat

DEPARTMENTS = [
    ("support", "Soutien", "Support"),
    ("billing", "Facturation", "Billing"),
    ("sales", "Ventes", "Sales"),
    ("dispatch", "Répartition", "Dispatch"),
    ("field", "Terrain", "Field"),
    ("network", "Réseau", "Network"),
]


def name_them(apps, schema_editor):
    department = apps.get_model("identity", "Department")
    department.objects.update(code=Concat(Value("department-"), Cast(F("pk"), models.CharField())))
    for code, fr, en in DEPARTMENTS:
        department.objects.get_or_create(code=code, defaults={"name_fr": fr, "name_en": en})


class Migration(migrations.Migration):
    dependencies = [("identity", "0004_saved_views"), ("kernel", "0003_references")]

    operations = [
        migrations.AddField("department", "code", models.SlugField(max_length=32, default="", db_index=False)),
        migrations.RunPython(name_them, migrations.RunPython.noop),
        migrations.AlterField("department", "code", models.SlugField(max_length=32, unique=True)),
    ]
