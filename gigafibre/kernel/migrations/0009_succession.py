"""One record takes the place of another, and what hangs on it follows (`kernel.succession`)."""

from pathlib import Path

import django.db.models
from django.db import migrations, models

import gigafibre.kernel.clock
from gigafibre.kernel.schema import audited, never_emptied

SQL = Path(__file__).parent / "sql"
GROUND = (SQL / "0002_ground.sql").read_text()
REFUSE = GROUND[GROUND.index("CREATE FUNCTION kernel_refuse_change") :].replace(
    "CREATE FUNCTION", "CREATE OR REPLACE FUNCTION"
)
BACK = (
    "DROP FUNCTION kernel_stand_aside(text, regclass), kernel_check_following(), kernel_refuse_former(), "
    "kernel_name(text[]), kernel_refuse_succeeded(text, text);" + REFUSE + "DROP FUNCTION kernel_following();"
)


class Migration(migrations.Migration):
    dependencies = [("kernel", "0008_batches")]

    operations = [
        migrations.CreateModel(
            name="Succession",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("kind", models.CharField(max_length=20)),
                ("former", models.CharField(max_length=40)),
                ("former_id", models.BigIntegerField()),
                ("successor", models.CharField(max_length=40)),
                ("successor_id", models.BigIntegerField()),
                ("at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
            ],
            options={
                "indexes": [models.Index(fields=["kind", "successor"], name="kernel_succ_kind_93872a_idx")],
                "constraints": [
                    models.UniqueConstraint(name="succeeded_once", fields=["kind", "former"]),
                    models.UniqueConstraint(name="succeeded_once_by_key", fields=["kind", "former_id"]),
                    models.CheckConstraint(
                        name="nobody_succeeds_himself",
                        condition=~models.Q(former_id=django.db.models.F("successor_id")),
                    ),
                ],
            },
        ),
        migrations.RunSQL((SQL / "0009_succession.sql").read_text(), BACK),
        audited("kernel_succession"),
        never_emptied("kernel_succession"),
    ]
