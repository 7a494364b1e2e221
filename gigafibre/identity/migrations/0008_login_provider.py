"""The company's own login: the provider, its groups' roles, whom it knows."""

import django.db.models.deletion
from django.conf import settings
from django.db import migrations, models

import gigafibre.kernel.clock
import gigafibre.kernel.encrypted
from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [("identity", "0007_second_factors")]

    operations = [
        migrations.CreateModel(
            name="LoginProvider",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("only", models.BooleanField(default=True, unique=True)),
                ("name", models.CharField(max_length=60)),
                ("issuer", models.URLField(max_length=300)),
                ("client_id", models.CharField(max_length=200)),
                ("client_secret", gigafibre.kernel.encrypted.EncryptedField(blank=True)),
                ("scopes", models.CharField(default="openid profile email groups", max_length=200)),
                ("groups_claim", models.CharField(default="groups", max_length=60)),
                ("on", models.BooleanField(default=False)),
            ],
            options={
                "constraints": [
                    models.CheckConstraint(name="one_login_provider", condition=models.Q(only=True)),
                    models.CheckConstraint(
                        name="login_provider_named",
                        condition=~models.Q(name="") & ~models.Q(issuer="") & ~models.Q(client_id=""),
                    ),
                ]
            },
        ),
        migrations.CreateModel(
            name="GroupRole",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("group", models.CharField(max_length=120)),
                (
                    "role",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="groups", to="identity.role"
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(name="group_role_once", fields=["group", "role"])],
            },
        ),
        migrations.CreateModel(
            name="OutsideIdentity",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("issuer", models.CharField(max_length=300)),
                ("subject", models.CharField(max_length=255)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="outside",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
            options={
                "constraints": [models.UniqueConstraint(name="outside_identity_once", fields=["issuer", "subject"])],
            },
        ),
        audited("identity_loginprovider", hidden=["client_secret"]),
        audited("identity_grouprole"),
        audited("identity_outsideidentity"),
    ]
