"""Promotions as charged, months of 9-1-1 tax, exemptions with their certificates, lines of children."""

from pathlib import Path

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.db.models.deletion
import gigafibre.kernel.clock
import gigafibre.kernel.money
from django.db import migrations, models

from gigafibre.kernel.schema import audited, immutable, never_emptied, seen_in_previews

SQL = (Path(__file__).parent / "sql" / "0008_what_is_spared.sql").read_text()
# As for the days charged: inserted by a run they are their own trail, what changes or goes afterwards is audited.
OWN_TRAIL = ("billing_promotedperiod", "billing_leviedmonth")


def _trail(table):
    insert = f"""
        DROP TRIGGER {table}_audit_i ON {table};
        CREATE TRIGGER {table}_audit_i AFTER INSERT ON {table} REFERENCING NEW TABLE AS new_rows FOR EACH STATEMENT
          WHEN (current_setting('gigafibre.preview', true) = 'on') EXECUTE FUNCTION kernel_audit_rows('', 'id');
        """
    return [audited(table), migrations.RunSQL(insert, migrations.RunSQL.noop), never_emptied(table)]


def add_municipal_tax(apps, schema_editor):
    # It has no rate: it is an amount per telephone number and month, a line of its own that is taxed itself.
    apps.get_model("billing", "Tax").objects.create(
        code="911",
        name_fr="Taxe municipale 9-1-1",
        name_en="Municipal 9-1-1 tax",
        account_role="tax_911",
        position=90,
    )


class Migration(migrations.Migration):
    dependencies = [
        ("billing", "0007_set_based_references"),
        ("crm", "0003_parents"),
        ("kernel", "0002_ground"),
        ("subscriptions", "0004_promotions"),
    ]

    operations = [
        migrations.AddField(
            model_name="invoiceline",
            name="child",
            field=models.ForeignKey(
                db_constraint=False,
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="crm.customer",
            ),
        ),
        migrations.AddField(
            model_name="pendingcharge",
            name="promotion",
            field=models.ForeignKey(
                db_index=False,
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="+",
                to="subscriptions.promotion",
            ),
        ),
        migrations.AlterField(
            model_name="invoiceline",
            name="kind",
            field=models.CharField(
                choices=[
                    ("recurring", "Recurring"),
                    ("one_time", "One Time"),
                    ("credit", "Credit"),
                    ("adjustment", "Adjustment"),
                    ("promotion", "Promotion"),
                    ("levy", "Levy"),
                ],
                max_length=10,
            ),
        ),
        migrations.AlterField(
            model_name="pendingcharge",
            name="kind",
            field=models.CharField(
                choices=[
                    ("recurring", "Recurring"),
                    ("one_time", "One Time"),
                    ("credit", "Credit"),
                    ("adjustment", "Adjustment"),
                    ("promotion", "Promotion"),
                    ("levy", "Levy"),
                ],
                max_length=10,
            ),
        ),
        migrations.CreateModel(
            name="TaxExemption",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "kind",
                    models.CharField(
                        choices=[
                            ("status_indian", "Status Indian"),
                            ("band", "Band"),
                            ("other_gov", "Other Gov"),
                            ("diplomat", "Diplomat"),
                            ("reseller", "Reseller"),
                            ("other", "Other"),
                        ],
                        max_length=16,
                    ),
                ),
                (
                    "treatment",
                    models.CharField(
                        choices=[("zero_rated", "Zero Rated"), ("exempt", "Exempt"), ("relieved", "Relieved")],
                        max_length=10,
                    ),
                ),
                ("certificate", models.CharField(max_length=64)),
                ("band", models.CharField(blank=True, max_length=120)),
                ("days", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("reason", models.CharField(blank=True, max_length=255)),
                ("ended_because", models.CharField(blank=True, max_length=255)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "document",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="kernel.file",
                    ),
                ),
                (
                    "location",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="crm.location",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LineRelief",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "treatment",
                    models.CharField(
                        choices=[("zero_rated", "Zero Rated"), ("exempt", "Exempt"), ("relieved", "Relieved")],
                        max_length=10,
                    ),
                ),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="billing.invoiceline",
                    ),
                ),
                (
                    "tax",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.tax"
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="billing.taxexemption",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="ExemptedTax",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                (
                    "tax",
                    models.ForeignKey(
                        db_index=False, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="billing.tax"
                    ),
                ),
                (
                    "exemption",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="taxes",
                        to="billing.taxexemption",
                    ),
                ),
            ],
        ),
        migrations.CreateModel(
            name="LeviedMonth",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("month", models.DateField()),
                ("amount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="billing.invoiceline",
                    ),
                ),
                (
                    "subscription",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="subscriptions.subscription",
                    ),
                ),
            ],
            options={
                "constraints": [
                    models.UniqueConstraint(fields=("subscription", "month"), name="no_month_levied_twice"),
                    models.CheckConstraint(condition=models.Q(("month__day", 1)), name="levied_from_the_first"),
                ],
            },
        ),
        migrations.CreateModel(
            name="PromotedPeriod",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("period", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("whole", django.contrib.postgres.fields.ranges.DateRangeField()),
                ("discount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                ("amount", gigafibre.kernel.money.MoneyField(decimal_places=2, max_digits=12)),
                (
                    "line",
                    models.ForeignKey(
                        db_index=False,
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="billing.invoiceline",
                    ),
                ),
                (
                    "promotion",
                    models.ForeignKey(
                        db_index=False,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="subscriptions.promotion",
                    ),
                ),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        expressions=[("promotion", "="), ("period", "&&")], name="no_day_promoted_twice"
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("period__isempty", False), ("whole__contains", models.F("period"))),
                        name="promoted_within_its_whole",
                    ),
                ],
            },
        ),
        migrations.AddConstraint(
            model_name="taxexemption",
            constraint=models.CheckConstraint(
                condition=models.Q(("certificate", ""), _negated=True), name="exemption_has_a_certificate"
            ),
        ),
        migrations.AddConstraint(
            model_name="taxexemption",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "status_indian"), _negated=True), ("location__isnull", False), _connector="OR"
                ),
                name="status_indian_at_a_location",
            ),
        ),
        migrations.AddConstraint(
            model_name="linerelief",
            constraint=models.UniqueConstraint(fields=("line", "tax"), name="relieved_once_per_line"),
        ),
        migrations.AddConstraint(
            model_name="exemptedtax",
            constraint=models.UniqueConstraint(fields=("exemption", "tax"), name="tax_once_in_exemption"),
        ),
        migrations.RunSQL(SQL, migrations.RunSQL.noop),
        *[step for table in OWN_TRAIL for step in _trail(table)],
        audited("billing_taxexemption"),
        audited("billing_exemptedtax"),
        seen_in_previews("billing_linerelief"),
        immutable("billing_linerelief"),
        migrations.RunPython(add_municipal_tax, migrations.RunPython.noop),
    ]
