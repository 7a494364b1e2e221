"""Imports as they went: runs, their phases, what they found, and which legacy row became which of ours."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock


class ImportRun(models.Model):
    """One import of one source; it ends done, or failed with a sentence, and can be taken up again."""

    class State(models.TextChoices):
        WAITING = "waiting"
        RUNNING = "running"
        DONE = "done"
        FAILED = "failed"

    #: A folder, or an address without its password.
    source = models.CharField(max_length=300)
    dry_run = models.BooleanField(default=False)
    #: Names of areas or phases (none: all), and the day since which large tables were read (none: whole).
    only = ArrayField(models.CharField(max_length=40), default=list)
    since = models.DateField(null=True)
    #: The journal's entries up to the cut are replayed.
    with_journal = models.BooleanField(default=False)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    error = models.TextField(blank=True)
    started_by = models.CharField(max_length=160)
    started_at = models.DateTimeField(default=clock.now)
    finished_at = models.DateTimeField(null=True)
    report = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_import_at_a_time", fields=["state"], condition=Q(state="running"))
        ]

    def __str__(self) -> str:
        return f"{self.pk} {self.state}"


class ImportPhase(models.Model):
    """One step of a run: what it is doing, how far it is."""

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="phases")
    name = models.CharField(max_length=40)
    position = models.PositiveSmallIntegerField()
    state = models.CharField(max_length=8, default="waiting")  # waiting | running | done
    total = models.BigIntegerField(default=0)
    done = models.BigIntegerField(default=0)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    figures = models.JSONField(default=dict)

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(name="phase_once", fields=["run", "name"])]

    def __str__(self) -> str:
        return f"{self.run_id} {self.name}"


class ImportFinding(models.Model):
    """One thing found in the source that took a rule: what, where, and what was made of it."""

    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="findings")
    code = models.CharField(max_length=40)
    table = models.CharField(max_length=40)
    legacy_id = models.BigIntegerField(null=True)
    detail = models.TextField(blank=True)
    #: Of a conflict: the column (`table.column` of ours), what stands here, what the source says now.
    #: Of a row that is gone, or was deleted here: our table.
    field = models.CharField(max_length=80, blank=True, db_default="")
    ours = models.TextField(blank=True, db_default="")
    theirs = models.TextField(blank=True, db_default="")
    amount = models.DecimalField(max_digits=14, decimal_places=2, null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["run", "code", "id"])]

    def __str__(self) -> str:
        return f"{self.code} {self.table} {self.legacy_id}"


class LegacyRow(models.Model):
    """Which row of ours a legacy row became, and how both looked then.

    `print` is the MD5 of what we wrote, `mark` that of its secrets (of a document: of all but its amounts), `parts` a
    hash for each column.
    """

    target = models.CharField(max_length=40)
    legacy_id = models.BigIntegerField()
    print = models.UUIDField()
    mark = models.UUIDField(null=True)
    parts = ArrayField(models.IntegerField(), null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="legacy_row_once", fields=["target", "legacy_id"])
        ]

    def __str__(self) -> str:
        return f"{self.target} {self.legacy_id}"
