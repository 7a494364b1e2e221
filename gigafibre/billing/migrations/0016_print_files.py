"""Files for the printer, and which document is in which."""

import django.db.models.deletion
import gigafibre.kernel.clock
from django.db import migrations, models

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, never_emptied, seen_in_previews


def define_series(apps, schema_editor):
    numbers.define("print_file", prefix="PRN-", digits=4)


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0015_late_interest"),
        ("kernel", "0003_references"),
    ]

    operations = [
        migrations.CreateModel(
            name="PrintFile",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=32, unique=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("making", "Making"), ("ready", "Ready"), ("expired", "Expired")],
                        default="making",
                        max_length=7,
                    ),
                ),
                ("duplex", models.BooleanField()),
                ("again", models.BooleanField()),
                ("documents", models.PositiveIntegerField()),
                ("done", models.PositiveIntegerField(default=0)),
                ("pages", models.PositiveIntegerField(null=True)),
                ("left_out", models.JSONField(default=list)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                ("created_by", models.CharField(max_length=160)),
                ("seen_at", models.DateTimeField(null=True)),
                ("ready_at", models.DateTimeField(null=True)),
                ("expires_on", models.DateField(null=True)),
                (
                    "file",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.file",
                    ),
                ),
                (
                    "run",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="print_files", to="billing.billingrun"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="PrintedDocument",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("position", models.PositiveIntegerField()),
                ("again", models.BooleanField()),
                (
                    "invoice",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed",
                        to="billing.invoice",
                    ),
                ),
                (
                    "print_file",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="printed",
                        to="billing.printfile",
                    ),
                ),
            ],
        ),
        migrations.AddIndex(
            model_name="printfile",
            index=models.Index(condition=models.Q(("state", "making")), fields=["id"], name="print_file_waits"),
        ),
        migrations.AddConstraint(
            model_name="printfile",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "ready"), _negated=True),
                    models.Q(
                        ("expires_on__isnull", False),
                        ("file__isnull", False),
                        ("pages__isnull", False),
                        ("ready_at__isnull", False),
                    ),
                    _connector="OR",
                ),
                name="print_file_ready_is_there",
            ),
        ),
        migrations.AddConstraint(
            model_name="printfile",
            constraint=models.CheckConstraint(
                condition=models.Q(models.Q(("state", "expired"), _negated=True), ("file", None), _connector="OR"),
                name="print_file_expired_is_gone",
            ),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=models.UniqueConstraint(
                condition=models.Q(("again", False)), fields=("invoice",), name="printed_once"
            ),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=models.UniqueConstraint(fields=("invoice", "print_file"), name="printed_once_per_file"),
        ),
        migrations.AddConstraint(
            model_name="printeddocument",
            constraint=models.UniqueConstraint(fields=("print_file", "position"), name="print_position_once"),
        ),
        migrations.RunPython(define_series, migrations.RunPython.noop),
        audited("billing_printfile"),
        seen_in_previews("billing_printeddocument"),
        never_emptied("billing_printfile"),
        never_emptied("billing_printeddocument"),
    ]
