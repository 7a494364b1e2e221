"""Who works in the field: technicians with their skills, hours and absences, in crews."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Func, Q

from gigafibre.kernel import clock
from gigafibre.kernel.folding import Fold
from gigafibre.kernel.money import MoneyField

LEVELS = Q(level__gte=1, level__lte=5)


class Tag(models.Model):
    """A skill, a service or a region: held by technicians at a level, needed by jobs at one."""

    class Kind(models.TextChoices):
        SKILL = "skill"
        SERVICE = "service"
        REGION = "region"

    code = models.SlugField(max_length=32, unique=True)
    kind = models.CharField(max_length=8, choices=Kind.choices, default=Kind.SKILL)
    name_fr = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64)
    active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="tag_kind_known", condition=Q(kind__in=["skill", "service", "region"])),
            models.CheckConstraint(name="tag_named", condition=~Q(name_fr="") & ~Q(name_en="")),
        ]

    def __str__(self) -> str:
        return self.code


class Crew(models.Model):
    """Technicians who go together."""

    code = models.SlugField(max_length=32, unique=True)
    name = models.CharField(max_length=80)
    active = models.BooleanField(default=True)

    def __str__(self) -> str:
        return self.name


class Technician(models.Model):
    """One who works in the field; `user` is who he logs in as, none for a subcontractor who doesn't."""

    class Status(models.TextChoices):
        AVAILABLE = "available"
        EN_ROUTE = "en_route"
        ON_SITE = "on_site"
        BREAK = "break"
        OFF = "off"

    number = models.CharField(max_length=16, unique=True)
    user = models.OneToOneField("identity.User", on_delete=models.PROTECT, null=True, related_name="+")
    name = models.CharField(max_length=160)
    sort_key = models.GeneratedField(expression=Fold("name"), output_field=models.TextField(), db_persist=True)
    phone = models.CharField(max_length=32, blank=True)
    colour = models.CharField(max_length=7, default="#0A7568")
    crew = models.ForeignKey(Crew, on_delete=models.PROTECT, null=True, related_name="technicians")
    status = models.CharField(max_length=10, choices=Status.choices, default=Status.AVAILABLE)
    cost_per_hour = MoneyField(default=0)
    active = models.BooleanField(default=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="technician_number_form", condition=Q(number__regex=r"^DT-[0-9]+$")),
            models.CheckConstraint(name="technician_named", condition=~Q(name="")),
            models.CheckConstraint(name="technician_colour", condition=Q(colour__regex=r"^#[0-9A-Fa-f]{6}$")),
            models.CheckConstraint(name="technician_cost", condition=Q(cost_per_hour__gte=0)),
            models.CheckConstraint(
                name="technician_status_known",
                condition=Q(status__in=["available", "en_route", "on_site", "break", "off"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name}"


class TechnicianTag(models.Model):
    """A tag a technician holds, at a level from 1 (learning) to 5 (teaches it)."""

    technician = models.ForeignKey(Technician, on_delete=models.PROTECT, related_name="tags")
    tag = models.ForeignKey(Tag, on_delete=models.PROTECT, related_name="+")
    level = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="tag_held_once", fields=["technician", "tag"]),
            models.CheckConstraint(name="tag_held_level", condition=LEVELS),
        ]

    def __str__(self) -> str:
        return f"{self.tag_id} {self.level}"


class WorkingHours(models.Model):
    """When a technician works on a weekday (0 is Monday)."""

    technician = models.ForeignKey(Technician, on_delete=models.PROTECT, related_name="hours")
    weekday = models.PositiveSmallIntegerField()
    starts = models.TimeField()
    ends = models.TimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="hours_once_a_weekday", fields=["technician", "weekday"]),
            models.CheckConstraint(name="hours_weekday", condition=Q(weekday__lte=6)),
            models.CheckConstraint(name="hours_end_after_start", condition=Q(ends__gt=F("starts"))),
        ]

    def __str__(self) -> str:
        return f"{self.weekday} {self.starts}-{self.ends}"


class Absence(models.Model):
    """The days `[starts_on, ends_on)` on which a technician doesn't work."""

    technician = models.ForeignKey(Technician, on_delete=models.PROTECT, related_name="absences")
    starts_on = models.DateField()
    ends_on = models.DateField()
    reason = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="absence_dates", condition=Q(ends_on__gt=F("starts_on"))),
            ExclusionConstraint(
                name="no_day_absent_twice",
                expressions=[
                    ("technician", RangeOperators.EQUAL),
                    (Func(F("starts_on"), F("ends_on"), function="daterange", output_field=DateRangeField()), "&&"),
                ],
            ),
        ]

    def __str__(self) -> str:
        return f"{self.starts_on}/{self.ends_on}"
