"""Departures: who leaves a location, with what, and the changes planned for it; a change may be a move elsewhere."""

import django.db.models.deletion
import gigafibre.kernel.clock
from django.db import migrations, models

from gigafibre.kernel import numbers
from gigafibre.kernel.schema import audited, never_emptied


def define_series(apps, schema_editor):
    numbers.define("departure", prefix="DEP-")


class Migration(migrations.Migration):
    dependencies = [
        ("catalog", "0004_offers"),
        ("crm", "0003_parents"),
        ("subscriptions", "0006_rests"),
    ]

    operations = [
        migrations.AddField(
            model_name="subscriptionchange",
            name="location",
            field=models.ForeignKey(
                null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.location"
            ),
        ),
        migrations.AlterField(
            model_name="subscriptionchange",
            name="kind",
            field=models.CharField(
                choices=[
                    ("price", "Price"),
                    ("item", "Item"),
                    ("pause", "Pause"),
                    ("resume", "Resume"),
                    ("suspend", "Suspend"),
                    ("end", "End"),
                    ("move", "Move"),
                ],
                max_length=8,
            ),
        ),
        migrations.CreateModel(
            name="Departure",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("number", models.CharField(max_length=16, unique=True)),
                ("last_day", models.DateField()),
                ("removal_on", models.DateField(null=True)),
                (
                    "state",
                    models.CharField(
                        choices=[("announced", "Announced"), ("withdrawn", "Withdrawn"), ("over", "Over")],
                        default="announced",
                        max_length=9,
                    ),
                ),
                ("reason", models.CharField(max_length=255)),
                ("asked_by", models.CharField(blank=True, max_length=120)),
                ("claims_early_end", models.BooleanField(default=False)),
                ("withdrawn_because", models.CharField(blank=True, max_length=255)),
                ("over_on", models.DateField(null=True)),
                ("reminded_on", models.DateField(null=True)),
                ("created_at", models.DateTimeField(default=gigafibre.kernel.clock.now)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "location",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.location"),
                ),
                (
                    "moves_to",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.location"
                    ),
                ),
            ],
        ),
        migrations.AddField(
            model_name="subscriptionchange",
            name="departure",
            field=models.ForeignKey(
                null=True,
                on_delete=django.db.models.deletion.PROTECT,
                related_name="changes",
                to="subscriptions.departure",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscriptionchange",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("kind", "move"), ("location__isnull", False)),
                    models.Q(models.Q(("kind", "move"), _negated=True), ("location__isnull", True)),
                    _connector="OR",
                ),
                name="only_a_move_goes_somewhere",
            ),
        ),
        migrations.AddConstraint(
            model_name="subscriptionchange",
            constraint=models.UniqueConstraint(
                condition=models.Q(("departure__isnull", False), ("kind__in", ["end", "move"]), ("state", "planned")),
                fields=("subscription",),
                name="leaves_once_at_a_time",
            ),
        ),
        migrations.AddIndex(
            model_name="departure",
            index=models.Index(fields=["customer", "-id"], name="departures_of_customer"),
        ),
        migrations.AddIndex(
            model_name="departure",
            index=models.Index(
                condition=models.Q(("reminded_on", None), ("state", "over")),
                fields=["over_on"],
                name="departure_unreminded",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(("number__regex", "^DEP-[0-9]+$")), name="departure_number_form"
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(("reason", ""), _negated=True), name="departure_says_why"
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("state", "withdrawn"), _negated=True),
                    models.Q(("withdrawn_because", ""), _negated=True),
                    _connector="OR",
                ),
                name="withdrawn_departure_says_why",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    models.Q(("over_on__isnull", False), ("state", "over")),
                    models.Q(models.Q(("state", "over"), _negated=True), ("over_on__isnull", True)),
                    _connector="OR",
                ),
                name="departure_over_on_a_day",
            ),
        ),
        migrations.AddConstraint(
            model_name="departure",
            constraint=models.CheckConstraint(
                condition=models.Q(
                    ("moves_to__isnull", True),
                    models.Q(("moves_to", models.F("location")), _negated=True),
                    _connector="OR",
                ),
                name="departure_goes_elsewhere",
            ),
        ),
        audited("subscriptions_departure"),
        never_emptied("subscriptions_departure"),
        migrations.RunPython(define_series, migrations.RunPython.noop),
    ]
