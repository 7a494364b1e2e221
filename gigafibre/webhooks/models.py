"""Who is told of what happens here, and what became of each telling."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField


class Endpoint(models.Model):
    """An address of somebody else's program that is told of facts; no `events`: of all of them."""

    name = models.CharField(max_length=80, unique=True)
    url = models.CharField(max_length=500)
    events = ArrayField(models.CharField(max_length=80), default=list, blank=True)
    secret = EncryptedField()
    #: The secret before the last rotation: signed with too until then.
    former_secret = EncryptedField(blank=True, default="")
    former_until = models.DateTimeField(null=True)
    enabled = models.BooleanField(default=True)
    #: Why it was turned off: by somebody, `gone` (it answered 410) or `failing` (for days).
    off_reason = models.CharField(max_length=10, blank=True, default="")
    #: Since when nothing arrived there; null while it works.
    failing_since = models.DateTimeField(null=True)
    #: Facts up to this id happened before it listened.
    after_event = models.BigIntegerField(default=0)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="webhook_off_says_why",
                condition=Q(enabled=True, off_reason="")
                | Q(enabled=False, off_reason__in=["person", "gone", "failing"]),
            ),
            models.CheckConstraint(
                name="webhook_former_secret_ends",
                condition=Q(former_secret="", former_until=None)
                | (~Q(former_secret="") & Q(former_until__isnull=False)),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class Delivery(models.Model):
    """One fact for one endpoint, once; `event` is null for a test."""

    class State(models.TextChoices):
        PENDING = "pending"
        SENDING = "sending"
        DONE = "done"
        FAILED = "failed"

    endpoint = models.ForeignKey(Endpoint, on_delete=models.PROTECT, related_name="deliveries")
    event = models.ForeignKey("kernel.Event", on_delete=models.PROTECT, null=True, related_name="+")
    type = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    #: When it is tried next; while it is being sent, since when.
    due = models.DateTimeField(default=clock.now)
    created_at = models.DateTimeField(default=clock.now)
    done_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_delivery_per_endpoint_and_event", fields=["endpoint", "event"]),
            models.CheckConstraint(
                name="webhook_delivery_state", condition=Q(state__in=["pending", "sending", "done", "failed"])
            ),
            models.CheckConstraint(
                name="webhook_done_says_when",
                condition=Q(state="done", done_at__isnull=False) | (~Q(state="done") & Q(done_at=None)),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="webhook_due", fields=["due"], condition=Q(state__in=["pending", "sending"])),
            models.Index(name="webhook_newest", fields=["endpoint", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.pk}"


class Attempt(models.Model):
    """One try: what the other side answered (the beginning of it), or why nothing came back."""

    delivery = models.ForeignKey(Delivery, on_delete=models.CASCADE, related_name="tries")
    at = models.DateTimeField(default=clock.now)
    status = models.PositiveSmallIntegerField(null=True)
    ms = models.PositiveIntegerField()
    response = models.CharField(max_length=1000, blank=True)
    error = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="webhook_attempt_ended_somehow", condition=Q(status__isnull=False) | ~Q(error="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.delivery_id}: {self.status or self.error}"


class Horizon(models.Model):
    """How far facts were fanned out: all of the transactions before this one (one row)."""

    id = models.PositiveSmallIntegerField(primary_key=True, default=1)
    xact = models.BigIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [models.CheckConstraint(name="one_webhook_horizon", condition=Q(id=1))]

    def __str__(self) -> str:
        return str(self.xact)
