"""A change of prices for many at once: what it does to each subscription, and the notice each customer is owed."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gigafibre.billing.models.charges import who_acts
from gigafibre.kernel import clock
from gigafibre.kernel.money import UnitPriceField


class PriceChange(models.Model):
    """New prices of some items from a day on, told at least 30 days before; taken back as a whole until that day."""

    class State(models.TextChoices):
        PLANNED = "planned"
        WITHDRAWN = "withdrawn"

    number = models.CharField(max_length=16, unique=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    items = models.JSONField()
    segment = models.CharField(max_length=12, blank=True)
    new_price = UnitPriceField(null=True)
    percent = models.DecimalField(max_digits=6, decimal_places=2, null=True)
    effective_on = models.DateField()
    in_catalogue = models.BooleanField(default=True)
    why_fr = models.CharField(max_length=600, blank=True)
    why_en = models.CharField(max_length=600, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160, default=who_acts)
    withdrawn_at = models.DateTimeField(null=True)
    withdrawn_by = models.CharField(max_length=160, blank=True)
    withdrawn_because = models.CharField(max_length=500, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="price_change_one_way", condition=Q(new_price__isnull=True) ^ Q(percent__isnull=True)
            ),
            models.CheckConstraint(
                name="price_change_withdrawn_when",
                condition=~Q(state="withdrawn") | Q(withdrawn_at__isnull=False) & ~Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return self.number


class PriceChangeLine(models.Model):
    """What a change means for one subscription: its price before and after and from when, or why it is left out."""

    class Outcome(models.TextChoices):
        AFFECTED = "affected"
        EXCLUDED = "excluded"

    price_change = models.ForeignKey(PriceChange, on_delete=models.PROTECT, related_name="lines", db_index=False)
    subscription = models.ForeignKey("subscriptions.Subscription", on_delete=models.PROTECT, related_name="+")
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    cause = models.CharField(max_length=20, blank=True)
    quantity = models.DecimalField(max_digits=10, decimal_places=3)
    old_price = UnitPriceField(null=True)
    new_price = UnitPriceField(null=True)
    on = models.DateField()
    change = models.OneToOneField(
        "subscriptions.SubscriptionChange", on_delete=models.PROTECT, null=True, related_name="+"
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="subscription_once_per_price_change", fields=["price_change", "subscription"]),
            models.CheckConstraint(
                name="affected_is_planned",
                condition=~Q(outcome="affected")
                | Q(change__isnull=False, old_price__isnull=False, new_price__isnull=False),
            ),
            models.CheckConstraint(name="excluded_says_why", condition=~Q(outcome="excluded") | ~Q(cause="")),
            models.CheckConstraint(
                name="affected_changes", condition=~Q(outcome="affected") | ~Q(new_price=F("old_price"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.price_change_id} {self.subscription_id}"


class PriceNotice(models.Model):
    """The written notice a customer is owed of a price change: prepared, then sent on a day, by mail or otherwise."""

    class How(models.TextChoices):
        MAIL = "mail"
        EMAIL = "email"
        HAND = "hand"

    price_change = models.ForeignKey(PriceChange, on_delete=models.PROTECT, related_name="notices", db_index=False)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    language = models.CharField(max_length=2)
    bill_name = models.CharField(max_length=200)
    bill_address = models.JSONField(default=list)
    dated = models.DateField()
    first_on = models.DateField()
    sent_on = models.DateField(null=True)
    how = models.CharField(max_length=5, choices=How.choices, blank=True)
    sent_by = models.CharField(max_length=160, blank=True)
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_notice_per_price_change", fields=["price_change", "customer"]),
            models.CheckConstraint(
                name="notice_thirty_days_before",
                condition=Q(sent_on__isnull=True) | Q(first_on__gte=F("sent_on") + 30),
            ),
            models.CheckConstraint(name="notice_sent_somehow", condition=Q(sent_on__isnull=True) | ~Q(how="")),
        ]

    def __str__(self) -> str:
        return f"{self.price_change_id} {self.customer_id}"
