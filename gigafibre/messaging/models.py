"""What is sent and came back. Rules are constraints and triggers; verbs are in `actions`."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models

from gigafibre.kernel import clock


class TemplateText(models.Model):
    """One edition of a template's words in a language; an edit adds one, none is ever changed."""

    template = models.CharField(max_length=60)
    channel = models.CharField(max_length=8)
    language = models.CharField(max_length=2)
    version = models.PositiveIntegerField()
    subject = models.CharField(max_length=200, blank=True)
    body = models.TextField()
    by = models.CharField(max_length=160)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_text_per_version", fields=["template", "channel", "language", "version"]),
            models.CheckConstraint(name="text_version_counts", condition=models.Q(version__gte=1)),
            models.CheckConstraint(name="text_channel_known", condition=models.Q(channel__in=["sms", "email"])),
            models.CheckConstraint(name="text_language_known", condition=models.Q(language__in=["fr", "en"])),
            models.CheckConstraint(
                name="text_says_something",
                condition=~models.Q(body="") & (models.Q(channel="sms", subject="") | ~models.Q(channel="sms")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.channel} {self.language} {self.version}"


class Message(models.Model):
    """One message, to a customer or to an address that is no customer's yet. What it says never changes; its state
    only goes forward (trigger `one_way`).
    """

    class State(models.TextChoices):
        QUEUED = "queued"
        SENDING = "sending"
        SENT = "sent"
        DELIVERED = "delivered"
        FAILED = "failed"
        SUPPRESSED = "suppressed"

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    dedupe_key = models.CharField(max_length=160, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=160, blank=True)  # of who is no customer
    template = models.CharField(max_length=60)
    version = models.PositiveIntegerField(default=0)  # 0: the words it was declared with
    purpose = models.CharField(max_length=12)
    basis = models.CharField(max_length=10, blank=True)  # of a promotion: express | implied
    channel = models.CharField(max_length=8)
    language = models.CharField(max_length=2)
    to = models.CharField(max_length=254, blank=True)
    subject = models.CharField(max_length=300, blank=True)
    body = models.TextField()
    variables = models.JSONField(default=dict)
    related_kind = models.CharField(max_length=32, blank=True)
    related = models.CharField(max_length=40, blank=True)
    urgent = models.BooleanField(default=False)
    state = models.CharField(max_length=10, choices=State.choices)
    reason = models.CharField(max_length=300, blank=True)
    not_before = models.DateTimeField()
    counted_on = models.DateField()  # the company's day whose cap it counts in
    intent = models.UUIDField(null=True)
    attempts = models.PositiveSmallIntegerField(default=0)
    carrier = models.CharField(max_length=16, blank=True)
    provider_id = models.CharField(max_length=200, blank=True)
    segments = models.PositiveSmallIntegerField(default=0)
    cost = models.DecimalField(max_digits=10, decimal_places=4, null=True)
    by = models.CharField(max_length=160)
    created_at = models.DateTimeField(default=clock.now)
    sent_at = models.DateTimeField(null=True)
    delivered_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="message_state_known",
                condition=models.Q(state__in=["queued", "sending", "sent", "delivered", "failed", "suppressed"]),
            ),
            models.CheckConstraint(name="message_channel_known", condition=models.Q(channel__in=["sms", "email"])),
            models.CheckConstraint(
                name="message_purpose_known", condition=models.Q(purpose__in=["service", "collection", "promotion"])
            ),
            models.CheckConstraint(
                name="message_unsent_says_why",
                condition=~models.Q(state__in=["failed", "suppressed"]) | ~models.Q(reason=""),
            ),
            models.CheckConstraint(
                name="message_sent_says_when",
                condition=~models.Q(state__in=["sent", "delivered"])
                | models.Q(sent_at__isnull=False) & ~models.Q(carrier=""),
            ),
            models.CheckConstraint(
                name="message_goes_somewhere", condition=models.Q(state="suppressed") | ~models.Q(to="")
            ),
            models.CheckConstraint(
                name="message_is_for_somebody",
                condition=models.Q(customer__isnull=False, name="")
                | models.Q(customer__isnull=True) & ~models.Q(to=""),
            ),
            models.UniqueConstraint(
                name="provider_names_one_message",
                fields=["carrier", "provider_id"],
                condition=~models.Q(provider_id=""),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["customer", "-id"]),
            models.Index(fields=["related_kind", "related"]),
            models.Index(
                name="message_unsettled",
                fields=["state"],
                condition=models.Q(state__in=["queued", "sending", "failed"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.template} {self.to}"


class MessageStep(models.Model):
    """What became of a message, step by step; never changed."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="steps")
    state = models.CharField(max_length=10)
    detail = models.CharField(max_length=300, blank=True)
    by = models.CharField(max_length=160, blank=True)
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.message_id} {self.state}"


class MessageFile(models.Model):
    """A file that goes with a message, by its content."""

    message = models.ForeignKey(Message, on_delete=models.PROTECT, related_name="files")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(name="file_goes_once", fields=["message", "file"])]

    def __str__(self) -> str:
        return f"{self.message_id} {self.file_id}"


class Suppression(models.Model):
    """An address we don't write to: everything, or promotions only; lifted, never erased."""

    channel = models.CharField(max_length=8)
    address = models.CharField(max_length=254)
    covers = models.CharField(max_length=12)  # everything | promotion
    source = models.CharField(max_length=160)
    at = models.DateTimeField(default=clock.now)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="one_open_suppression",
                fields=["channel", "address", "covers"],
                condition=models.Q(lifted_at__isnull=True),
            ),
            models.CheckConstraint(
                name="suppression_covers_known", condition=models.Q(covers__in=["everything", "promotion"])
            ),
            models.CheckConstraint(name="suppression_channel_known", condition=models.Q(channel__in=["sms", "email"])),
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.address}"


class VendorEvent(models.Model):
    """What a provider told us, as it came, once per its own event id."""

    vendor = models.CharField(max_length=16)
    event_id = models.CharField(max_length=200)
    kind = models.CharField(max_length=16)  # status | inbound
    payload = models.JSONField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="vendor_event_once", fields=["vendor", "event_id"])
        ]

    def __str__(self) -> str:
        return f"{self.vendor} {self.event_id}"


class InboundMessage(models.Model):
    """A text message from outside; its customer is the one whose number it comes from, if just one."""

    provider_id = models.CharField(max_length=200, unique=True)
    sender = models.CharField(max_length=32)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    body = models.TextField(blank=True)
    keyword = models.CharField(max_length=8, blank=True)  # stop | start | help
    at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["customer", "-id"])]

    def __str__(self) -> str:
        return f"{self.sender} {self.at:%Y-%m-%d}"
