"""Who had which address when, and how much each subscription used each day."""

import django.contrib.postgres.constraints
import django.contrib.postgres.fields.ranges
import django.contrib.postgres.indexes
import django.db.models.constraints
import django.db.models.deletion
import gigafibre.network.models.traffic
from django.db import migrations, models


class Migration(migrations.Migration):
    dependencies = [
        ("crm", "0003_parents"),
        ("network", "0003_addresses_faster"),
        ("subscriptions", "0009_subscriptions_of_a_contract"),
    ]

    operations = [
        migrations.CreateModel(
            name="IpAssignment",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("address", models.GenericIPAddressField(unpack_ipv4=True)),
                ("during", django.contrib.postgres.fields.ranges.DateTimeRangeField()),
                ("legacy_id", models.BigIntegerField(null=True, unique=True)),
                (
                    "customer",
                    models.ForeignKey(on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.customer"),
                ),
                (
                    "location",
                    models.ForeignKey(
                        null=True, on_delete=django.db.models.deletion.PROTECT, related_name="+", to="crm.location"
                    ),
                ),
                (
                    "subscription",
                    models.ForeignKey(
                        null=True,
                        on_delete=django.db.models.deletion.PROTECT,
                        related_name="+",
                        to="subscriptions.subscription",
                    ),
                ),
            ],
            options={
                "constraints": [
                    django.contrib.postgres.constraints.ExclusionConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        expressions=[
                            (django.contrib.postgres.indexes.OpClass("address", name="inet_ops"), "="),
                            ("during", "&&"),
                        ],
                        name="address_of_one_at_a_time",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("during__isempty", False),
                            ("during__lower_inc", True),
                            ("during__lower_inf", False),
                            ("during__upper_inc", False),
                        ),
                        name="assignment_begins_and_lasts",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("address", gigafibre.network.models.traffic.Host("address"))),
                        name="assignment_of_one_host",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(
                            ("subscription__isnull", True), ("location__isnull", False), _connector="OR"
                        ),
                        name="assignment_serves_where_it_is",
                    ),
                ],
            },
        ),
        migrations.CreateModel(
            name="UsageDay",
            fields=[
                ("id", models.BigAutoField(auto_created=True, primary_key=True, serialize=False, verbose_name="ID")),
                ("day", models.DateField()),
                ("bytes_day", models.BigIntegerField(default=0)),
                ("bytes_night", models.BigIntegerField(default=0)),
                ("legacy_id", models.BigIntegerField(null=True, unique=True)),
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
                    models.UniqueConstraint(
                        deferrable=django.db.models.constraints.Deferrable["DEFERRED"],
                        fields=("subscription", "day"),
                        name="one_usage_per_day",
                    ),
                    models.CheckConstraint(
                        condition=models.Q(("bytes_day__gte", 0), ("bytes_night__gte", 0)), name="usage_not_negative"
                    ),
                ],
            },
        ),
    ]
