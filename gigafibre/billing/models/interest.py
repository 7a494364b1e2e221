"""Late interest: its dated yearly rates, the days each overdue invoice was charged for, and who is spared when."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import Q

from gigafibre.billing.models.charges import PendingCharge, who_acts
from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class InterestRate(models.Model):
    """A yearly rate from a day on, in percent; 0 charges nothing. Never changed: of one day the latest said counts."""

    since = models.DateField()
    percent = models.DecimalField(max_digits=6, decimal_places=3)
    reason = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160, default=who_acts)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            # Criminal Code, s. 347: more than 35 % a year is a crime.
            models.CheckConstraint(name="interest_within_the_law", condition=Q(percent__gte=0, percent__lte=35))
        ]

    def __str__(self) -> str:
        return f"{self.percent} % {self.since}"


class InterestDays(models.Model):
    """Days for which an overdue invoice was charged interest on `principal`; never changed, no day twice.

    A charge that is withdrawn leaves its days here: they were waived, and are never charged again.
    """

    item = models.ForeignKey("ledger.OpenItem", on_delete=models.PROTECT, related_name="+", db_index=False)
    period = DateRangeField()
    principal = MoneyField()
    percent = models.DecimalField(max_digits=6, decimal_places=3)
    charge = models.ForeignKey(PendingCharge, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="no_day_of_interest_twice",
                expressions=[("item", RangeOperators.EQUAL), ("period", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                name="interest_days_bounded",
                condition=Q(period__isempty=False, period__startswith__isnull=False, period__endswith__isnull=False),
            ),
            models.CheckConstraint(
                name="interest_of_something_owed", condition=Q(principal__gt=0, percent__gt=0, percent__lte=35)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.period}"


class InterestGivenBack(models.Model):
    """What of an invoice's interest was credited because less had been overdue; never changed, and nothing twice.

    `exact` is principal × percent × days (÷ 36,500 for CAD): the next look takes it off before it rounds.
    """

    item = models.ForeignKey("ledger.OpenItem", on_delete=models.PROTECT, related_name="+")
    exact = models.DecimalField(max_digits=20, decimal_places=5)
    credit = models.OneToOneField(PendingCharge, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="interest_given_back_is_something", condition=Q(exact__gt=0))
        ]

    def __str__(self) -> str:
        return f"{self.item_id} {self.exact}"


class InterestPause(models.Model):
    """Days on which a customer's invoices bear no interest: an agreement, a dispute, an error of ours."""

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    days = DateRangeField()
    reason = models.CharField(max_length=500)
    ended_because = models.CharField(max_length=500, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160, default=who_acts)

    def __str__(self) -> str:
        return f"{self.customer_id} {self.days}"
