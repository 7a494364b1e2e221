"""What a contract or a plan needs done: chains of steps, and the checklists of those steps."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q


class ChecklistTemplate(models.Model):
    """Items to go through on a job; `items` are those of `checklists.Item`, checked when written."""

    code = models.SlugField(max_length=40, unique=True)
    name_fr = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    items = models.JSONField(default=list)
    active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="checklist_template_named", condition=~Q(name_fr="") & ~Q(name_en=""))
        ]

    def __str__(self) -> str:
        return self.code


class ChainTemplate(models.Model):
    """The jobs of one kind of contract, in steps; `steps` are those of `chains.Step`, checked when written.

    `plan` names the plan it is for; empty for every plan that has none of its own.
    """

    code = models.SlugField(max_length=40, unique=True)
    name_fr = models.CharField(max_length=120)
    name_en = models.CharField(max_length=120)
    kind = models.CharField(max_length=16)
    plan = models.CharField(max_length=40, blank=True)
    steps = models.JSONField(default=list)
    active = models.BooleanField(default=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="chain_template_named", condition=~Q(name_fr="") & ~Q(name_en="")),
            models.CheckConstraint(
                name="chain_kind_known", condition=Q(kind__in=["installation", "repair", "maintenance", "removal"])
            ),
            models.UniqueConstraint(
                name="one_template_per_plan", fields=["kind", "plan"], condition=Q(active=True) & ~Q(plan="")
            ),
        ]

    def __str__(self) -> str:
        return self.code
