"""Days that both systems bill: what ours would have billed, what theirs did, each difference and who looks at it."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q, Value
from django.db.models.functions import Coalesce

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class ShadowCycle(models.Model):
    """One day billed by both: computed here before the old system bills it, compared once the import has brought it.

    `figures` has, by kind of difference, `count` and `amount` (ours less theirs); `following` is what of
    all differences together is only the taxes of other lines.
    """

    class State(models.TextChoices):
        COMPUTED = "computed"
        COMPARED = "compared"

    day = models.DateField(unique=True)
    state = models.CharField(max_length=8, choices=State.choices, default=State.COMPUTED)
    computed_at = models.DateTimeField(default=clock.now)
    computed_by = models.CharField(max_length=160)
    documents = models.PositiveIntegerField(default=0)
    ours = MoneyField(default=0)
    parked = models.PositiveIntegerField(default=0)  # subscriptions that ours can't bill
    compared_at = models.DateTimeField(null=True)
    compared_by = models.CharField(max_length=160, blank=True)
    invoices = models.PositiveIntegerField(null=True)
    theirs = MoneyField(null=True)
    customers = models.PositiveIntegerField(null=True)  # whom either system bills
    equal = models.PositiveIntegerField(null=True)  # of whom so many to the cent
    following = MoneyField(null=True)
    figures = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="shadow_compared_with_figures",
                condition=Q(state="computed", compared_at__isnull=True, invoices__isnull=True)
                | Q(
                    state="compared",
                    compared_at__isnull=False,
                    invoices__isnull=False,
                    theirs__isnull=False,
                    customers__isnull=False,
                    equal__isnull=False,
                    following__isnull=False,
                ),
            ),
            models.CheckConstraint(name="shadow_equal_within_customers", condition=Q(equal__lte=F("customers"))),
        ]

    def __str__(self) -> str:
        return f"{self.day}"


class ShadowDocument(models.Model):
    """What ours would bill a customer on a day: lines, taxes and totals in dollars, a credit as less.

    Without lines it only says which of his subscriptions are parked. Once compared it names their invoices.
    """

    cycle = models.ForeignKey(ShadowCycle, on_delete=models.PROTECT, related_name="entries", db_index=False)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    subtotal = MoneyField()
    tax_total = MoneyField()
    total = MoneyField()
    lines = models.JSONField(default=list)
    taxes = models.JSONField(default=list)
    parked = models.JSONField(default=list)
    invoices = models.JSONField(default=list)
    theirs = MoneyField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="shadow_document_once", fields=["cycle", "customer"]),
            models.CheckConstraint(name="shadow_document_adds_up", condition=Q(total=F("subtotal") + F("tax_total"))),
        ]

    def __str__(self) -> str:
        return f"{self.cycle_id} {self.customer_id}"


class ShadowDifference(models.Model):
    """One thing that the two systems bill a customer differently; `key` tells which (a subscription, a code, a tax).

    Lines are before taxes; `only_ours` and `only_theirs` are whole documents, taxes included.
    """

    class Kind(models.TextChoices):
        ONLY_OURS = "only_ours"
        ONLY_THEIRS = "only_theirs"
        PRICE = "price"
        PERIOD = "period"
        TAX = "tax"
        LINE_MISSING = "line_missing"
        LINE_EXTRA = "line_extra"
        ROUNDING = "rounding"
        UNKNOWN = "unknown"

    class State(models.TextChoices):
        OPEN = "open"
        EXPLAINED = "explained"
        ACCEPTED = "accepted"
        MENDED = "mended"

    cycle = models.ForeignKey(ShadowCycle, on_delete=models.PROTECT, related_name="differences", db_index=False)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    kind = models.CharField(max_length=12, choices=Kind.choices)
    key = models.CharField(max_length=80, blank=True)
    ours = MoneyField(null=True)
    theirs = MoneyField(null=True)
    amount = MoneyField()
    detail = models.JSONField(default=dict)
    owner = models.ForeignKey("identity.User", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=9, choices=State.choices, default=State.OPEN)
    reason = models.TextField(blank=True)
    settled_at = models.DateTimeField(null=True)
    settled_by = models.CharField(max_length=160, blank=True)
    found_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="shadow_difference_once", fields=["cycle", "customer", "kind", "key"]),
            models.CheckConstraint(
                name="shadow_difference_is_amount",
                condition=~Q(amount=0)
                & Q(amount=Coalesce(F("ours"), Value(0, MoneyField())) - Coalesce(F("theirs"), Value(0, MoneyField()))),
            ),
            models.CheckConstraint(
                name="shadow_difference_has_sides",
                condition=Q(kind__in=["only_ours", "line_extra"], ours__isnull=False, theirs__isnull=True)
                | Q(kind__in=["only_theirs", "line_missing"], ours__isnull=True, theirs__isnull=False)
                | Q(kind="unknown")
                | Q(
                    kind__in=["price", "period", "tax", "rounding"],
                    ours__isnull=False,
                    theirs__isnull=False,
                ),
            ),
            models.CheckConstraint(
                name="shadow_rounding_is_a_cent",
                condition=~Q(kind="rounding") | Q(amount__gte="-0.01", amount__lte="0.01"),
            ),
            models.CheckConstraint(
                name="shadow_settled_with_reason",
                condition=Q(state="open", settled_at__isnull=True)
                | (~Q(state="open") & Q(settled_at__isnull=False, reason__regex=r"\S")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="shadow_open", fields=["cycle", "kind"], condition=Q(state="open")),
        ]

    def __str__(self) -> str:
        return f"{self.cycle_id} {self.customer_id} {self.kind} {self.key}"
