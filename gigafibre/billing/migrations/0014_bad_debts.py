"""Debts written off and recovered, with their taxes."""

from pathlib import Path

import django.db.models.deletion
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, immutable

SQL = (Path(__file__).parent / "sql" / "0014_bad_debts.sql").read_text()


def define_series(apps, schema_editor):
    numbers.define("bad_debt", prefix="WO-{year}-", digits=4)


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0013_invoices_are_listed"),
    ]

    operations = [
        migrations.CreateModel(
            name="BadDebt",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=32, unique=True)),
                (
                    "kind",
                    models.CharField(choices=[("write_off", "Write Off"), ("recovery", "Recovery")], max_length=9),
                ),
                ("date", models.DateField()),
                ("amount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("reason", models.CharField(max_length=500)),
                ("made_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "invoice",
                    models.ForeignKey(
                        on_delete=django.db.models.deletion.PROTECT, related_name="bad_debts", to="billing.invoice"
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="BadDebtTax",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("amount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                (
                    "bad_debt",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taxes",
                        to="billing.baddebt",
                    ),
                ),
                (
                    "tax",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.tax"
                    ),
                ),
            ],
        ),
        migrations.AddConstraint(
            model_name="baddebt",
            constraint=models.CheckConstraint(
                condition=models.Q(("kind__in", ["write_off", "recovery"])), name="bad_debt_kind_known"
            ),
        ),
        migrations.AddConstraint(
            model_name="baddebt",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="bad_debt_amount_positive"),
        ),
        migrations.AddConstraint(
            model_name="baddebttax",
            constraint=models.UniqueConstraint(fields=("bad_debt", "tax"), name="tax_once_per_bad_debt"),
        ),
        migrations.AddConstraint(
            model_name="baddebttax",
            constraint=models.CheckConstraint(condition=models.Q(("amount__gt", 0)), name="bad_debt_tax_positive"),
        ),
        migrations.RunPython(define_series, migrations.RunPython.noop),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        immutable("billing_baddebt"),
        immutable("billing_baddebttax"),
        audited("billing_baddebt"),
        audited("billing_baddebttax"),
    ]
