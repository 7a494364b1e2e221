"""What a customer has at a location: states, dated changes, and up to where it is charged."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models

from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField
from gigafibre.kernel.money import MoneyField, UnitPriceField


class Subscription(models.Model):
    """One item (or plan part) a customer has; `charged_until` is the first day not charged yet."""

    class State(models.TextChoices):
        PENDING = "pending"
        ACTIVE = "active"
        SUSPENDED = "suspended"
        PAUSED = "paused"
        CANCELLED = "cancelled"

    number = models.CharField(max_length=16, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey("catalog.Item", on_delete=models.PROTECT, related_name="+")
    plan = models.ForeignKey("catalog.Plan", on_delete=models.PROTECT, null=True, related_name="+")
    state = models.CharField(max_length=12, choices=State.choices, default=State.PENDING)
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)
    price_override = UnitPriceField(null=True)
    price_reason = models.CharField(max_length=255, blank=True)
    interval_months = models.PositiveSmallIntegerField(default=1)
    anchor = models.DateField()
    started_on = models.DateField(null=True)
    charged_until = models.DateField(null=True)
    suspended_on = models.DateField(null=True)
    charged_while_suspended = models.BooleanField(default=False)
    paused_until = models.DateField(null=True)
    ends_on = models.DateField(null=True)
    cancelled_on = models.DateField(null=True)
    cancel_reason = models.CharField(max_length=255, blank=True)
    committed_until = models.DateField(null=True)
    contract = models.CharField(max_length=32, blank=True)
    quota_day_bytes = models.BigIntegerField(null=True)
    quota_night_bytes = models.BigIntegerField(null=True)
    radius_user = models.CharField(max_length=64, blank=True)
    radius_password = EncryptedField(blank=True)
    comment = models.TextField(blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    legacy_device_id = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="subscription_number_form", condition=models.Q(number__regex=r"^SUB-[0-9]+$")),
            models.CheckConstraint(name="subscription_interval", condition=models.Q(interval_months__in=[1, 3, 6, 12])),
            models.CheckConstraint(name="subscription_quantity", condition=models.Q(quantity__gt=0)),
            models.CheckConstraint(
                name="cancelled_has_a_day",
                condition=~models.Q(state="cancelled") | models.Q(cancelled_on__isnull=False),
            ),
            models.CheckConstraint(
                name="override_says_why", condition=models.Q(price_override__isnull=True) | ~models.Q(price_reason="")
            ),
            models.CheckConstraint(
                name="suspended_since_a_day",
                condition=~models.Q(state="suspended") | models.Q(suspended_on__isnull=False),
            ),
            models.CheckConstraint(
                name="live_is_charged_from_some_day",
                condition=~models.Q(state__in=["active", "suspended", "paused"])
                | models.Q(charged_until__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="subscription_of_contract", fields=["contract"], condition=~models.Q(contract=""))
        ]
        # No index on charged_until: the run moves it on every row, and without one that stays in place (HOT).

    def __str__(self) -> str:
        return self.number


class Departure(models.Model):
    """A customer leaves a location, with some or all of what he has there: what ends is its planned changes.

    With `moves_to` he takes his services to another location of his.
    """

    class State(models.TextChoices):
        ANNOUNCED = "announced"
        WITHDRAWN = "withdrawn"
        OVER = "over"

    number = models.CharField(max_length=16, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, related_name="+")
    moves_to = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    drop = models.CharField(max_length=16, blank=True)  # what serves the new location, by number
    devices = models.CharField(max_length=10, blank=True)  # of a move: come_along or exchanged
    last_day = models.DateField()
    removal_on = models.DateField(null=True)  # none: nobody goes, the customer brings the devices back
    state = models.CharField(max_length=9, choices=State.choices, default=State.ANNOUNCED)
    reason = models.CharField(max_length=255)
    asked_by = models.CharField(max_length=120, blank=True)
    claims_early_end = models.BooleanField(default=False)
    withdrawn_because = models.CharField(max_length=255, blank=True)
    over_on = models.DateField(null=True)
    reminded_on = models.DateField(null=True)  # when a person was told that devices did not come back
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="departure_number_form", condition=models.Q(number__regex=r"^DEP-[0-9]+$")),
            models.CheckConstraint(name="departure_says_why", condition=~models.Q(reason="")),
            models.CheckConstraint(
                name="withdrawn_departure_says_why",
                condition=~models.Q(state="withdrawn") | ~models.Q(withdrawn_because=""),
            ),
            models.CheckConstraint(
                name="departure_over_on_a_day",
                condition=models.Q(state="over", over_on__isnull=False)
                | ~models.Q(state="over") & models.Q(over_on__isnull=True),
            ),
            models.CheckConstraint(
                name="move_says_what_of_the_devices",
                condition=models.Q(moves_to__isnull=True, devices="", drop="")
                | models.Q(moves_to__isnull=False, devices__in=["come_along", "exchanged"]) & ~models.Q(drop=""),
            ),
            models.CheckConstraint(
                name="departure_goes_elsewhere",
                condition=models.Q(moves_to__isnull=True) | ~models.Q(moves_to=models.F("location")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="departures_of_customer", fields=["customer", "-id"]),
            models.Index(
                name="departure_unreminded", fields=["over_on"], condition=models.Q(state="over", reminded_on=None)
            ),
        ]

    def __str__(self) -> str:
        return self.number


class SubscriptionChange(models.Model):
    """A dated change to come: it ends applied, or refused with a reason, and is never dropped."""

    class Kind(models.TextChoices):
        PRICE = "price"
        ITEM = "item"
        PAUSE = "pause"
        RESUME = "resume"
        SUSPEND = "suspend"
        END = "end"
        MOVE = "move"

    class State(models.TextChoices):
        PLANNED = "planned"
        APPLIED = "applied"
        REFUSED = "refused"
        WITHDRAWN = "withdrawn"

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="changes")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    on = models.DateField()
    until = models.DateField(null=True)
    item = models.ForeignKey("catalog.Item", on_delete=models.PROTECT, null=True, related_name="+")
    price = UnitPriceField(null=True)
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    departure = models.ForeignKey(Departure, on_delete=models.PROTECT, null=True, related_name="changes")
    reason = models.CharField(max_length=255)
    state = models.CharField(max_length=9, choices=State.choices, default=State.PLANNED)
    refused_because = models.CharField(max_length=255, blank=True)
    refused_because_en = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="refused_change_says_why", condition=~models.Q(state="refused") | ~models.Q(refused_because="")
            ),
            models.CheckConstraint(
                name="change_until_after_on",
                condition=models.Q(until__isnull=True) | models.Q(until__gt=models.F("on")),
            ),
            models.CheckConstraint(
                name="only_a_move_goes_somewhere",
                condition=models.Q(kind="move", location__isnull=False)
                | ~models.Q(kind="move") & models.Q(location__isnull=True),
            ),
            models.UniqueConstraint(
                name="leaves_once_at_a_time",
                fields=["subscription"],
                condition=models.Q(departure__isnull=False, kind__in=["end", "move"], state="planned"),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="change_planned", fields=["on"], condition=models.Q(state="planned"))
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.on}"


class Rest(models.Model):
    """Days on which nothing is served nor charged: of a pause, or of a suspension that stopped charging.

    Kept when it is over, so that a change dated back into them charges none. Those imported have none but the last,
    which the subscription's own `suspended_on` says.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="rests", db_index=False)
    days = DateRangeField()  # without end while it lasts

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="no_day_rests_twice",
                expressions=[("subscription", RangeOperators.EQUAL), ("days", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(
                name="rest_has_days", condition=models.Q(days__isempty=False, days__startswith__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.days}"


class Promotion(models.Model):
    """Less to pay for some charged cycles, or until a day: an amount per cycle, or a share of the price.

    How many cycles remain is counted by billing from the days it really discounted, so nothing can lose or double one.
    """

    subscription = models.ForeignKey(Subscription, on_delete=models.PROTECT, related_name="promotions")
    since = models.DateField()
    until = models.DateField(null=True)  # half-open: the first day without it
    cycles = models.PositiveSmallIntegerField(null=True)
    amount = MoneyField(null=True)
    percent = models.DecimalField(max_digits=5, decimal_places=2, null=True)
    words_fr = models.CharField(max_length=120)
    words_en = models.CharField(max_length=120)
    reason = models.CharField(max_length=255)
    withdrawn_on = models.DateField(null=True)
    withdrawn_because = models.CharField(max_length=255, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="promotion_amount_or_percent",
                condition=models.Q(amount__isnull=False, amount__gt=0, percent__isnull=True)
                | models.Q(amount__isnull=True, percent__isnull=False, percent__gt=0, percent__lte=100),
            ),
            models.CheckConstraint(
                name="promotion_cycles_or_until",
                condition=models.Q(cycles__isnull=False, cycles__gt=0, until__isnull=True)
                | models.Q(cycles__isnull=True, until__isnull=False, until__gt=models.F("since")),
            ),
            models.CheckConstraint(
                name="promotion_in_words", condition=~models.Q(words_fr="") & ~models.Q(words_en="")
            ),
            models.CheckConstraint(
                name="withdrawn_promotion_says_why",
                condition=models.Q(withdrawn_on__isnull=True) | ~models.Q(withdrawn_because=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.words_fr}"


class Commitment(models.Model):
    """What was agreed and given at the start: the law's measure of what one owes who leaves early.

    Without `term_months` the contract is indeterminate; `inducement` is the rebate on goods needed to use the service.
    """

    class Waived(models.TextChoices):
        PROVIDER_BREACH = "provider_breach"
        AMENDMENT_REFUSED = "amendment_refused"

    subscription = models.OneToOneField(Subscription, on_delete=models.PROTECT, related_name="commitment")
    starts_on = models.DateField()
    term_months = models.PositiveSmallIntegerField(null=True)
    inducement = MoneyField(default=0)
    goods = models.CharField(max_length=160, blank=True)
    clause_limit = MoneyField(null=True)
    waived = models.CharField(max_length=20, choices=Waived.choices, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="commitment_term",
                condition=models.Q(term_months__isnull=True) | models.Q(term_months__gte=1, term_months__lte=120),
            ),
            models.CheckConstraint(
                name="commitment_amounts",
                condition=models.Q(inducement__gte=0)
                & (models.Q(clause_limit__isnull=True) | models.Q(clause_limit__gte=0)),
            ),
            models.CheckConstraint(name="inducement_says_what", condition=models.Q(inducement=0) | ~models.Q(goods="")),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.starts_on}"
