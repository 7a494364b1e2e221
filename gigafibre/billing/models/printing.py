"""What is printed for customers who want paper: files for the printer, and which document is in which."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.billing.models.documents import Invoice
from gigafibre.billing.models.runs import BillingRun
from gigafibre.kernel import clock


class PrintFile(models.Model):
    """One PDF of a run's documents in the order of the mail, made in the background, kept for some days."""

    class State(models.TextChoices):
        MAKING = "making"
        READY = "ready"
        EXPIRED = "expired"

    number = models.CharField(max_length=32, unique=True)
    run = models.ForeignKey(BillingRun, on_delete=models.PROTECT, related_name="print_files")
    state = models.CharField(max_length=7, choices=State.choices, default=State.MAKING)
    duplex = models.BooleanField()
    again = models.BooleanField()  # also what an earlier file holds already
    documents = models.PositiveIntegerField()
    done = models.PositiveIntegerField(default=0)
    pages = models.PositiveIntegerField(null=True)  # blank ones too
    left_out = models.JSONField(default=list)  # documents that could not be printed, with the reason
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160)
    seen_at = models.DateTimeField(null=True)  # the last sign of life of who makes it
    ready_at = models.DateTimeField(null=True)
    expires_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="print_file_ready_is_there",
                condition=~Q(state="ready")
                | Q(file__isnull=False, pages__isnull=False, ready_at__isnull=False, expires_on__isnull=False),
            ),
            models.CheckConstraint(name="print_file_expired_is_gone", condition=~Q(state="expired") | Q(file=None)),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="print_file_waits", fields=["id"], condition=Q(state="making"))
        ]

    def __str__(self) -> str:
        return self.number


class PrintedDocument(models.Model):
    """An invoice or credit note in a print file; not as a reprint in more than one."""

    print_file = models.ForeignKey(PrintFile, on_delete=models.PROTECT, related_name="printed", db_index=False)
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="printed", db_index=False)
    position = models.PositiveIntegerField()
    again = models.BooleanField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="printed_once", fields=["invoice"], condition=Q(again=False)),
            models.UniqueConstraint(name="printed_once_per_file", fields=["invoice", "print_file"]),
            models.UniqueConstraint(name="print_position_once", fields=["print_file", "position"]),
        ]

    def __str__(self) -> str:
        return f"{self.print_file_id}/{self.position}"
