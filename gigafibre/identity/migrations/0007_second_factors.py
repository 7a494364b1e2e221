"""Second factors: codes of a phone, recovery codes, passkeys; roles that demand one; passwords to change."""

import django.db.models.deletion
import gigafibre.kernel.clock
import gigafibre.kernel.encrypted
from django.conf import settings
from django.db import migrations, models

from gigafibre.kernel.schema import audited


class Migration(migrations.Migration):
    dependencies = [
        ("identity", "0006_privacy_officer"),
    ]

    operations = [
        migrations.CreateModel(
            name="Passkey",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("credential", models.CharField(max_length=1400, unique=True)),
                ("public_key", models.BinaryField()),
                ("name", models.CharField(max_length=60)),
                ("transports", models.JSONField(default=list)),
                ("synced", models.BooleanField(default=False)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
            ],
        ),
        migrations.AddField(
            model_name="loginattempt",
            name="way",
            field=models.CharField(
                choices=[
                    ("password", "Password"),
                    ("totp", "Totp"),
                    ("recovery", "Recovery"),
                    ("passkey", "Passkey"),
                    ("openid", "Openid"),
                    ("proxy", "Proxy"),
                    ("link", "Link"),
                ],
                db_default="password",
                default="password",
                max_length=8,
            ),
        ),
        migrations.AddField(
            model_name="role",
            name="second_factor",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AddField(
            model_name="user",
            name="password_to_change",
            field=models.BooleanField(db_default=False, default=False),
        ),
        migrations.AlterField(
            model_name="loginattempt",
            name="outcome",
            field=models.CharField(
                choices=[
                    ("in", "In"),
                    ("refused", "Refused"),
                    ("braked", "Braked"),
                    ("locked", "Locked"),
                    ("half", "Half"),
                    ("out", "Out"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="PasskeyUse",
            fields=[
                (
                    "passkey",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE,
                        primary_key=True,
                        related_name="use",
                        serialize=False,
                        to="identity.passkey",
                    ),
                ),
                ("sign_count", models.BigIntegerField(default=0)),
                ("at", models.DateTimeField(null=True)),
            ],
        ),
        migrations.AddField(
            model_name="passkey",
            name="user",
            field=models.ForeignKey(
                on_delete=django.db.models.deletion.CASCADE, related_name="passkeys", to=settings.AUTH_USER_MODEL
            ),
        ),
        migrations.CreateModel(
            name="RecoveryCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("digest", models.CharField(max_length=64)),
                ("used_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE,
                        related_name="recovery_codes",
                        to=settings.AUTH_USER_MODEL,
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="Totp",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("secret", gigafibre.kernel.encrypted.EncryptedField()),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("confirmed_at", models.DateTimeField(null=True)),
                (
                    "user",
                    models.OneToOneField(
                        on_delete=django.db.models.deletion.CASCADE, related_name="totp", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="UsedCode",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("step", models.BigIntegerField()),
                (
                    "user",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.CASCADE, related_name="+", to=settings.AUTH_USER_MODEL
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="passkey",
            constraint=models.CheckConstraint(
                condition=models.Q(("name", ""), _negated=True), name="passkey_has_a_name"
            ),
        ),
        migrations.AddConstraint(
            model_name="recoverycode",
            constraint=models.UniqueConstraint(fields=("user", "digest"), name="recovery_code_once"),
        ),
        migrations.AddConstraint(
            model_name="usedcode",
            constraint=models.UniqueConstraint(fields=("user", "step"), name="code_used_once"),
        ),
        audited("identity_totp", hidden=["secret"]),
        audited("identity_recoverycode", hidden=["digest"]),
        audited("identity_passkey", hidden=["credential", "public_key"]),
    ]
