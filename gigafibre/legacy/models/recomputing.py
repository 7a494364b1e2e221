"""History computed again by our own engine: how much of it comes to the cent, and what does not, and why."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class Recomputation(models.Model):
    """One look at all imported documents (or those of some days); the latest that is done is the one shown.

    `counts` tells documents and the sum of differences by cause, and by year and cause; `done` of `total` documents.
    """

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    error = models.TextField(blank=True)
    since = models.DateField(null=True)
    until = models.DateField(null=True)  # the last day
    started_by = models.CharField(max_length=160)
    started_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True)
    seconds = models.DecimalField(max_digits=9, decimal_places=1, default=0)
    total = models.PositiveIntegerField(default=0)
    done = models.PositiveIntegerField(default=0)
    equal = models.PositiveIntegerField(default=0)
    equal_at_prices = models.PositiveIntegerField(default=0)  # equal when the prices of billed lines are taken as given
    taxes_equal = models.PositiveIntegerField(default=0)  # taxes equal on the lines as billed
    counts = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_recomputation_at_a_time", fields=["state"], condition=Q(state="running")),
            models.CheckConstraint(name="recomputed_days_in_order", condition=Q(until__gte=F("since"))),
            models.CheckConstraint(
                name="recomputed_shares_of_the_whole",
                condition=Q(equal__lte=F("equal_at_prices"), equal_at_prices__lte=F("done"))
                & Q(taxes_equal__lte=F("done"), done__lte=F("total")),
            ),
            models.CheckConstraint(
                name="recomputed_whole_when_done",
                condition=~Q(state="done") | Q(done=F("total"), finished_at__isnull=False),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class RecomputedAmount(models.Model):
    """What of a document our engine computes otherwise: its lines of one cause together, one tax, or its total."""

    class Cause(models.TextChoices):
        ROUNDING = "rounding"
        RATE = "rate"
        PRICE = "price"
        PRORATION = "proration"
        UNKNOWN = "unknown"

    # Written by the hundred thousand: checked once per statement (`kernel.schema.refers`).
    recomputation = models.ForeignKey(
        Recomputation, on_delete=models.PROTECT, related_name="amounts", db_index=False, db_constraint=False
    )
    invoice = models.ForeignKey("billing.Invoice", on_delete=models.PROTECT, related_name="+", db_constraint=False)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+", db_constraint=False)
    date = models.DateField()  # the document's
    what = models.CharField(max_length=16)  # lines, total, or the code of a tax
    cause = models.CharField(max_length=9, choices=Cause.choices)
    explanation = models.CharField(max_length=16)
    billed = MoneyField()
    ours = MoneyField()
    difference = MoneyField()
    detail = models.CharField(max_length=255, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="recomputed_difference", condition=Q(difference=F("ours") - F("billed"))),
            models.CheckConstraint(
                name="recomputed_cause_known",
                condition=Q(cause__in=["rounding", "rate", "price", "proration", "unknown"]),
            ),
            models.UniqueConstraint(
                name="recomputed_amount_once", fields=["recomputation", "invoice", "what", "cause", "explanation"]
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="recomputed_by_day", fields=["-date", "-id"]),
            models.Index(name="recomputed_by_cause", fields=["cause", "-date", "-id"]),
            models.Index(name="recomputed_by_size", fields=["difference", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.what} {self.cause}"
