"""The billing run, its customers, and its proof sheet."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class BillingRun(models.Model):
    """One run of one day: previewed, confirmed, issued customer by customer, signed off."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed"
        ISSUING = "issuing"
        DONE = "done"
        SIGNED = "signed"

    date = models.DateField(unique=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.CONFIRMED)
    expected = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    confirmed_by = models.CharField(max_length=160)
    confirmed_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=160, blank=True)
    signed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.date}"


class RunItem(models.Model):
    """One customer of a run: its own state is what workers lock and move."""

    class State(models.TextChoices):
        WAITING = "waiting"
        ISSUED = "issued"
        NOTHING = "nothing"
        PARKED = "parked"

    run = models.ForeignKey(BillingRun, on_delete=models.PROTECT, related_name="items", db_index=False)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    expected = MoneyField(default=0)  # before taxes, when confirmed
    invoice = models.ForeignKey(
        "billing.Invoice", on_delete=models.PROTECT, null=True, related_name="+", db_index=False
    )
    error = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="customer_once_per_run", fields=["run", "customer"])
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="run_item_waiting", fields=["run", "customer"], condition=Q(state="waiting"))
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.customer_id}"


class RunSubscription(models.Model):
    """The proof sheet's row: what a run did with one live subscription, and why."""

    class Outcome(models.TextChoices):
        BILLED = "billed"
        NOT_DUE = "not_due"
        PARKED = "parked"

    # Both are checked once per statement (`kernel.schema.refers`).
    run = models.ForeignKey(
        BillingRun, on_delete=models.PROTECT, related_name="proof", db_index=False, db_constraint=False
    )
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    cause = models.CharField(max_length=40, blank=True)
    amount = MoneyField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="subscription_once_per_run", fields=["subscription", "run"]),
            models.CheckConstraint(name="parked_with_a_cause", condition=~Q(outcome="parked") | ~Q(cause="")),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="run_not_billed", fields=["run", "outcome"], condition=~Q(outcome="billed"))
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.subscription_id} {self.outcome}"
