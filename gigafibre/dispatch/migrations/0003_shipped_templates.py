"""What a fibre provider starts with: tags, checklists, and the chains of an installation, a repair and a removal."""

import json
from pathlib import Path

from django.db import migrations

SHIPPED = json.loads((Path(__file__).parent / "shipped_templates.json").read_text())


def ship(apps, schema_editor):
    for model, key in (("Tag", "tags"), ("ChecklistTemplate", "checklists"), ("ChainTemplate", "chains")):
        for row in SHIPPED[key]:
            apps.get_model("dispatch", model).objects.get_or_create(code=row["code"], defaults=row)


class Migration(migrations.Migration):
    dependencies = [("dispatch", "0002_rules")]

    operations = [migrations.RunPython(ship, migrations.RunPython.noop)]
