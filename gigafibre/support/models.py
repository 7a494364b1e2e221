"""Issues of customers, what was said about them, and how they went. Rules are constraints and triggers."""

from __future__ import annotations

from typing import Any, ClassVar

from django.conf import settings
from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock

KINDS = ("installation", "repair", "billing", "move", "cancellation", "other")
STATUSES = ("open", "in_progress", "waiting", "resolved", "closed")
#: States in which nothing is left to do.
DONE = ("resolved", "closed")
PRIORITIES = ("low", "normal", "high", "urgent")
SOURCES = ("phone", "counter", "email", "portal", "field", "monitor", "contract")
AWAITED = ("customer", "supplier", "field", "other")
AUDIENCES = ("internal", "customer")


class Issue(models.Model):
    """Something to settle for a customer; of a contract, once per kind. Contract is its number, as told."""

    number = models.CharField(max_length=16, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=16, choices=[(each, each) for each in KINDS])
    subject = models.CharField(max_length=160)
    details = models.TextField(blank=True)
    priority = models.CharField(max_length=8, choices=[(each, each) for each in PRIORITIES], default="normal")
    status = models.CharField(max_length=12, choices=[(each, each) for each in STATUSES], default="open")
    # Whom or what it waits for; empty unless it waits.
    awaited = models.CharField(max_length=12, blank=True)
    contract = models.CharField(max_length=32, blank=True)
    department = models.ForeignKey("identity.Department", on_delete=models.PROTECT, null=True, related_name="+")
    assignee = models.ForeignKey(settings.AUTH_USER_MODEL, on_delete=models.PROTECT, null=True, related_name="+")
    source = models.CharField(max_length=12, choices=[(each, each) for each in SOURCES], default="phone")
    opened_on = models.DateField(default=clock.today)
    created_at = models.DateTimeField(default=clock.now)
    resolved_at = models.DateTimeField(null=True)
    # How it was settled, in words; empty until then, and again when it is opened anew.
    resolution = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="issue_number_form", condition=Q(number__regex=r"^ISS-[0-9]+$")),
            models.CheckConstraint(name="issue_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="issue_status_known", condition=Q(status__in=STATUSES)),
            models.CheckConstraint(name="issue_priority_known", condition=Q(priority__in=PRIORITIES)),
            models.CheckConstraint(name="issue_source_known", condition=Q(source__in=SOURCES)),
            models.CheckConstraint(name="issue_has_a_subject", condition=~Q(subject="")),
            models.CheckConstraint(
                name="issue_waits_for_something",
                condition=Q(status="waiting", awaited__in=AWAITED) | ~Q(status="waiting") & Q(awaited=""),
            ),
            models.CheckConstraint(
                name="issue_resolved_with_words",
                condition=Q(status__in=DONE, resolved_at__isnull=False) & ~Q(resolution="")
                | ~Q(status__in=DONE) & Q(resolved_at__isnull=True, resolution=""),
            ),
            models.UniqueConstraint(
                name="one_issue_per_contract", fields=["contract", "kind"], condition=~Q(contract="")
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "-created_at", "-id"]),
            models.Index(fields=["customer", "-created_at"]),
            models.Index(fields=["assignee", "status"]),
            models.Index(fields=["department", "status"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.status}"


class IssueStep(models.Model):
    """One state an issue came into, with the words said; never changed."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="steps")
    status = models.CharField(max_length=12)
    awaited = models.CharField(max_length=12, blank=True)
    words = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="issue_step_known", condition=Q(status__in=STATUSES))
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["issue", "id"])]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.status}"


class IssueComment(models.Model):
    """What somebody wrote about an issue: among ourselves, or meant for the customer; never changed."""

    issue = models.ForeignKey(Issue, on_delete=models.PROTECT, related_name="comments")
    audience = models.CharField(max_length=8, choices=[(each, each) for each in AUDIENCES])
    text = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="comment_audience_known", condition=Q(audience__in=AUDIENCES)),
            models.CheckConstraint(name="comment_has_words", condition=~Q(text="")),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["issue", "id"])]

    def __str__(self) -> str:
        return f"{self.issue_id} {self.audience}"
