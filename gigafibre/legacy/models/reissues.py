"""What stands for a document of the former system whose amounts changed there after its import."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.billing.models import Invoice
from gigafibre.legacy.models.runs import ImportRun


class Reissue(models.Model):
    """A document that takes back a changed one (`reversal`), or that stands in its place since (`document`).

    Issued documents never change: the former one stays, taken back in full, and the new one carries the new amounts.
    `turn` counts how often the document of a legacy id was issued anew.
    """

    class Role(models.TextChoices):
        REVERSAL = "reversal"
        DOCUMENT = "document"

    legacy_id = models.BigIntegerField()
    turn = models.PositiveSmallIntegerField()
    role = models.CharField(max_length=8, choices=Role.choices)
    invoice = models.OneToOneField(Invoice, on_delete=models.PROTECT, related_name="+")
    replaces = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="+", db_index=False)
    run = models.ForeignKey(ImportRun, on_delete=models.PROTECT, related_name="reissues")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="reissued_once_a_turn", fields=["legacy_id", "turn", "role"]),
            models.UniqueConstraint(name="replaced_once_by_each", fields=["replaces", "role"]),
            models.CheckConstraint(name="reissue_role_known", condition=Q(role__in=["reversal", "document"])),
            models.CheckConstraint(name="reissue_turn_from_one", condition=Q(turn__gte=1)),
        ]

    def __str__(self) -> str:
        return f"{self.legacy_id} {self.role} {self.turn}"
