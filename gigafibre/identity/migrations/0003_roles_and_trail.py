"""The roles that come with the platform, and the trail of what is changed about people."""

from django.db import migrations

from gigafibre.kernel.schema import audited, immutable, never_emptied

# What each may do is in roles.py: a role here without permissions of its own is as shipped.
ROLES = [
    ("administrator", "Administrateur", "Administrator"),
    ("manager", "Gestionnaire", "Manager"),
    ("support", "Soutien", "Support"),
    ("sales", "Ventes", "Sales"),
    ("dispatcher", "Répartiteur", "Dispatcher"),
    ("technician", "Technicien", "Technician"),
    ("billing", "Facturation", "Billing"),
    ("network", "Réseau", "Network"),
    ("read-only", "Lecture seule", "Read-only"),
]


def make_roles(apps, schema_editor):
    role = apps.get_model("identity", "Role")
    for code, fr, en in ROLES:
        role.objects.get_or_create(code=code, defaults={"name_fr": fr, "name_en": en, "permissions": None})


class Migration(migrations.Migration):
    dependencies = [("identity", "0002_entering"), ("kernel", "0002_ground")]

    operations = [
        migrations.RunPython(make_roles, migrations.RunPython.noop),
        audited("identity_user", hidden=["password"]),
        audited("identity_user_roles"),
        audited("identity_user_departments"),
        audited("identity_role"),
        audited("identity_department"),
        audited("identity_servicetoken", hidden=["digest", "start"]),
        audited("identity_switch", pk="code"),
        immutable("identity_loginattempt"),
        never_emptied("identity_servicetoken"),
    ]
