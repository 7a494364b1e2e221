"""What went over the network: who had which address when, and how much each subscription used each day."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.contrib.postgres.indexes import OpClass
from django.db import models


class Host(models.Func):
    """SQL `set_masklen(address, -1)`: the one host of an address that may have been written with its network."""

    template = "set_masklen(%(expressions)s, -1)"
    output_field = models.GenericIPAddressField()


class IpAssignment(models.Model):
    """An address a customer had, `during` [from, until); without an end while nothing says that he lost it.

    Known to the subscription where the source tells it, else to the location, else to the customer alone.
    """

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    address = models.GenericIPAddressField(unpack_ipv4=True)
    during = DateTimeRangeField()
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            # Deferred: what an import gives from one to another passes through both at once. The class is PostgreSQL's
            # own: that of btree_gist rounds addresses.
            ExclusionConstraint(
                name="address_of_one_at_a_time",
                expressions=[
                    (OpClass("address", name="inet_ops"), RangeOperators.EQUAL),
                    ("during", RangeOperators.OVERLAPS),
                ],
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.CheckConstraint(
                name="assignment_begins_and_lasts",
                condition=models.Q(
                    during__isempty=False, during__lower_inf=False, during__lower_inc=True, during__upper_inc=False
                ),
            ),
            models.CheckConstraint(
                name="assignment_of_one_host",
                condition=models.Q(address=Host("address")),
            ),
            models.CheckConstraint(
                name="assignment_serves_where_it_is",
                condition=models.Q(subscription__isnull=True) | models.Q(location__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.during}"


class UsageDay(models.Model):
    """Bytes a subscription used in a day of the company's zone, by day and by night tariff."""

    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, related_name="+", db_index=False
    )  # found by `one_usage_per_day`
    day = models.DateField()
    bytes_day = models.BigIntegerField(default=0)
    bytes_night = models.BigIntegerField(default=0)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="one_usage_per_day", fields=["subscription", "day"], deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                name="usage_not_negative", condition=models.Q(bytes_day__gte=0) & models.Q(bytes_night__gte=0)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.day}"
