"""Jobs, the chains they stand in, and what each waits for."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q

from gigafibre.dispatch.models.people import LEVELS, Crew, Tag, Technician
from gigafibre.dispatch.models.templates import ChainTemplate
from gigafibre.kernel import clock

STATUSES = (
    "draft",
    "ready",
    "scheduled",
    "published",
    "en_route",
    "in_progress",
    "completed",
    "incomplete",
    "cancelled",
)
#: States in which somebody is named and a time is set.
PLANNED = ("scheduled", "published", "en_route", "in_progress")
KINDS = ("installation", "repair", "maintenance", "removal", "survey")
PRIORITIES = ("low", "normal", "high", "urgent")


class JobChain(models.Model):
    """Jobs that belong together, in an order: what a contract or a plan needs, made once per contract and kind."""

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    contract = models.CharField(max_length=32, blank=True)
    kind = models.CharField(max_length=16)
    template = models.ForeignKey(ChainTemplate, on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)
    # Set once, when its last job was completed; it never changes again, so that it is told once.
    completed_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="one_chain_per_contract", fields=["contract", "kind"], condition=~Q(contract="")
            )
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.contract}"


class Job(models.Model):
    """One visit or one piece of work; never without a date. Contract and issue are their numbers, as told."""

    number = models.CharField(max_length=16, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    contract = models.CharField(max_length=32, blank=True)
    issue = models.CharField(max_length=32, blank=True)
    chain = models.ForeignKey(JobChain, on_delete=models.PROTECT, null=True, related_name="jobs")
    step = models.CharField(max_length=40, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    kind = models.CharField(max_length=16, choices=[(each, each) for each in KINDS])
    priority = models.CharField(max_length=8, choices=[(each, each) for each in PRIORITIES], default="normal")
    status = models.CharField(max_length=12, choices=[(each, each) for each in STATUSES], default="ready")
    title_fr = models.CharField(max_length=160)
    title_en = models.CharField(max_length=160)
    instructions = models.TextField(blank=True)
    date = models.DateField()
    starts = models.TimeField(null=True)
    minutes = models.PositiveIntegerField(default=60)
    window_starts = models.TimeField(null=True)
    window_ends = models.TimeField(null=True)
    technician = models.ForeignKey(Technician, on_delete=models.PROTECT, null=True, related_name="+")
    crew = models.ForeignKey(Crew, on_delete=models.PROTECT, null=True, related_name="+")
    # Told that it may begin before what it waits for is done.
    may_start_early = models.BooleanField(default=False)
    needs_signature = models.BooleanField(default=False)
    completion_code = models.CharField(max_length=24, blank=True)
    completion_note = models.TextField(blank=True)
    first_time_fix = models.BooleanField(null=True)
    reason = models.TextField(blank=True)  # why it was left incomplete, cancelled or opened again
    published_at = models.DateTimeField(null=True)
    started_at = models.DateTimeField(null=True)
    completed_at = models.DateTimeField(null=True)
    completed_on = models.DateField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    # What the old system charged on its work order: subtotal, taxes, total. Facts of the past, never charged again.
    past_amounts = models.JSONField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="job_number_form", condition=Q(number__regex=r"^DJ-[0-9]+$")),
            models.CheckConstraint(name="job_status_known", condition=Q(status__in=STATUSES)),
            models.CheckConstraint(name="job_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="job_priority_known", condition=Q(priority__in=PRIORITIES)),
            models.CheckConstraint(name="job_titled", condition=~Q(title_fr="") & ~Q(title_en="")),
            models.CheckConstraint(name="job_minutes", condition=Q(minutes__gte=5, minutes__lte=6000)),
            models.CheckConstraint(
                name="job_window",
                condition=Q(window_starts__isnull=True, window_ends__isnull=True)
                | Q(window_starts__isnull=False, window_ends__isnull=False, window_ends__gt=F("window_starts")),
            ),
            models.CheckConstraint(
                name="job_planned_for_somebody",
                condition=~Q(status__in=PLANNED)
                | Q(starts__isnull=False) & (Q(technician__isnull=False) | Q(crew__isnull=False)),
            ),
            models.CheckConstraint(
                name="job_completed_on_a_day",
                condition=Q(status="completed", completed_on__isnull=False, completed_at__isnull=False)
                | ~Q(status="completed") & Q(completed_on__isnull=True, completed_at__isnull=True),
            ),
            models.CheckConstraint(
                name="job_left_with_a_reason",
                condition=~Q(status__in=["incomplete", "cancelled"]) | ~Q(reason=""),
            ),
            models.UniqueConstraint(
                name="one_job_per_step", fields=["chain", "step"], condition=Q(chain__isnull=False) & ~Q(step="")
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["date", "starts", "id"]),
            models.Index(fields=["technician", "date"]),
            models.Index(fields=["customer", "-date"]),
            models.Index(fields=["contract"], condition=~Q(contract=""), name="job_contract"),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.status}"


class JobTag(models.Model):
    """A tag a job needs, at least at a level."""

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="tags")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="tag_needed_once", fields=["job", "tag"]),
            models.CheckConstraint(name="tag_needed_level", condition=LEVELS),
        ]

    def __str__(self) -> str:
        return f"{self.tag_id} {self.level}"


class JobAssistant(models.Model):
    """A technician who helps with a job."""

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="assistants")
    technician = models.ForeignKey(Technician, on_delete=models.PROTECT, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="assistant_once", fields=["job", "technician"])
        ]

    def __str__(self) -> str:
        return f"{self.job_id} {self.technician_id}"


class JobDependency(models.Model):
    """A job that waits for another of its chain; never in a circle (trigger `chain_without_circle`)."""

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="waits_for")
    depends_on = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="awaited_by")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="dependency_once", fields=["job", "depends_on"]),
            models.CheckConstraint(name="job_waits_for_another", condition=~Q(job=F("depends_on"))),
        ]

    def __str__(self) -> str:
        return f"{self.job_id} after {self.depends_on_id}"
