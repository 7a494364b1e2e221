"""What was done on a job: answers, hours, material, equipment, photos, the customer's signature."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateTimeRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from gigafibre.dispatch.models.jobs import Job
from gigafibre.dispatch.models.people import Technician
from gigafibre.kernel import clock
from gigafibre.kernel.money import UnitPriceField

ITEM_KINDS = ("check", "text", "number", "photo", "scan", "choice")


class ChecklistItem(models.Model):
    """One thing to check, write, measure, photograph, scan or choose on a job.

    Asked only when the item `only_if` has the answer `only_if_is`. What is mandatory, asked and not fulfilled blocks
    completion; the SQL function `dispatch_missing(job)` says which, and the database refuses.
    """

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="checklist")
    code = models.SlugField(max_length=40)
    position = models.PositiveSmallIntegerField()
    kind = models.CharField(max_length=8, choices=[(each, each) for each in ITEM_KINDS])
    label_fr = models.CharField(max_length=160)
    label_en = models.CharField(max_length=160)
    mandatory = models.BooleanField(default=True)
    lowest = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    highest = models.DecimalField(max_digits=12, decimal_places=3, null=True)
    unit = models.CharField(max_length=16, blank=True)
    choices = models.JSONField(default=list)
    only_if = models.CharField(max_length=40, blank=True)
    only_if_is = models.JSONField(null=True)
    # true, a text or a number; none yet: SQL NULL. A photo is a row of its own.
    answer = models.JSONField(null=True)
    answered_at = models.DateTimeField(null=True)
    answered_by = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="checklist_code_once", fields=["job", "code"]),
            models.CheckConstraint(name="checklist_kind_known", condition=Q(kind__in=ITEM_KINDS)),
            models.CheckConstraint(
                name="checklist_limits",
                condition=Q(lowest__isnull=True) | Q(highest__isnull=True) | Q(highest__gte=F("lowest")),
            ),
            models.CheckConstraint(name="checklist_not_its_own_condition", condition=~Q(only_if=F("code"))),
        ]

    def __str__(self) -> str:
        return f"{self.job_id} {self.code}"


class TimeEntry(models.Model):
    """Hours of a technician on a job: on the way or at work; without an end it still runs.

    The old system's may lack a technician, or a length: then it ends as it starts, and the note says what was written.
    """

    class Kind(models.TextChoices):
        TRAVEL = "travel"
        WORK = "work"

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="time")
    technician = models.ForeignKey(Technician, on_delete=models.PROTECT, null=True, related_name="+")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.WORK)
    started_at = models.DateTimeField()
    ended_at = models.DateTimeField(null=True)
    length_known = models.BooleanField(default=True)
    note = models.CharField(max_length=200, blank=True)
    # The old system's work order and which of its two technicians: what it says may overlap.
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="time_kind_known", condition=Q(kind__in=["travel", "work"])),
            models.CheckConstraint(
                name="time_ends_after_start", condition=Q(ended_at__isnull=True) | Q(ended_at__gte=F("started_at"))
            ),
            models.CheckConstraint(
                name="time_is_somebodys", condition=Q(technician__isnull=False) | Q(legacy_id__isnull=False)
            ),
            models.CheckConstraint(
                name="time_without_length_is_old",
                condition=Q(length_known=True)
                | Q(legacy_id__isnull=False, ended_at__isnull=False, ended_at=F("started_at")),
            ),
            models.UniqueConstraint(
                name="one_running_clock", fields=["technician"], condition=Q(ended_at__isnull=True)
            ),
            ExclusionConstraint(
                name="no_hour_worked_twice",
                expressions=[
                    ("technician", RangeOperators.EQUAL),
                    (
                        Func(F("started_at"), F("ended_at"), function="tstzrange", output_field=DateTimeRangeField()),
                        RangeOperators.OVERLAPS,
                    ),
                ],
                condition=Q(legacy_id__isnull=True),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["technician", "started_at"])]

    def __str__(self) -> str:
        return f"{self.technician_id} {self.kind} {self.started_at}"


class JobLine(models.Model):
    """Material used or work done; `billable` lines become the customer's charges when the job is completed."""

    class Kind(models.TextChoices):
        MATERIAL = "material"
        CHARGE = "charge"

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="lines")
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.MATERIAL)
    item = models.ForeignKey("catalog.Item", on_delete=models.PROTECT, null=True, related_name="+")
    description = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)
    billable = models.BooleanField(default=False)
    # None: the item's price of the day it is charged.
    unit_price = UnitPriceField(null=True)
    # When it was told as a charge: then it stays, also on a job opened again.
    told_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=160, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="job_line_kind_known", condition=Q(kind__in=["material", "charge"])),
            models.CheckConstraint(name="job_line_quantity", condition=Q(quantity__gt=0)),
            models.CheckConstraint(
                name="job_line_charged_as_an_item", condition=Q(billable=False) | Q(item__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return self.description


class EquipmentItem(models.Model):
    """Equipment installed, removed or replaced, as read from its label; network is told when the job is completed."""

    class Act(models.TextChoices):
        INSTALLED = "installed"
        REMOVED = "removed"
        REPLACED = "replaced"

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="equipment")
    act = models.CharField(max_length=10, choices=Act.choices)
    serial = models.CharField(max_length=64, blank=True)
    mac = models.CharField(max_length=17, blank=True)
    # What it takes the place of, by serial or MAC.
    replaces = models.CharField(max_length=64, blank=True)
    model = models.CharField(max_length=80, blank=True)
    # When network was told of it: then it stays, also on a job opened again.
    told_at = models.DateTimeField(null=True)
    by = models.CharField(max_length=160, blank=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="equipment_act_known", condition=Q(act__in=["installed", "removed", "replaced"])
            ),
            models.CheckConstraint(name="equipment_identified", condition=~Q(serial="") | ~Q(mac="")),
            models.CheckConstraint(
                name="equipment_replaces_something",
                condition=Q(act="replaced") & ~Q(replaces="") | ~Q(act="replaced") & Q(replaces=""),
            ),
            models.UniqueConstraint(
                name="equipment_serial_once_a_job", fields=["job", "serial"], condition=~Q(serial="")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.act} {self.serial or self.mac}"


class Photo(models.Model):
    """A picture taken on a job, for one item of its checklist or for itself."""

    job = models.ForeignKey(Job, on_delete=models.PROTECT, related_name="photos")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+")
    item = models.ForeignKey(ChecklistItem, on_delete=models.PROTECT, null=True, related_name="photos")
    caption = models.CharField(max_length=200, blank=True)
    by = models.CharField(max_length=160, blank=True)
    taken_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(name="photo_once", fields=["job", "file"])]

    def __str__(self) -> str:
        return self.caption or str(self.file_id)


class Signature(models.Model):
    """The customer's signature under the work, with his name; one per job, signed again it is replaced."""

    job = models.OneToOneField(Job, on_delete=models.PROTECT, related_name="signature")
    name = models.CharField(max_length=160)
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+")
    signed_at = models.DateTimeField(default=clock.now)
    by = models.CharField(max_length=160, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [models.CheckConstraint(name="job_signature_named", condition=~Q(name=""))]

    def __str__(self) -> str:
        return self.name
