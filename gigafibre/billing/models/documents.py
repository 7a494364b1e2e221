"""Invoices and credit notes with their lines and taxes, and the stored paper. Issued rows never change."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Q
from django.db.models.functions import Coalesce

from gigafibre.billing.models.runs import BillingRun
from gigafibre.billing.models.taxes import Tax
from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField, UnitPriceField


class Letterhead(models.Model):
    """What the provider's settings said of the sender when documents were issued; one row per content, kept forever."""

    sha256 = models.CharField(max_length=64, unique=True)
    content = models.JSONField()
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.made_at:%Y-%m-%d} {self.sha256[:8]}"


class Invoice(models.Model):
    """An invoice or a credit note (`kind`); amounts of both are positive numbers of dollars as printed.

    Once issued the database refuses any change; paid, overdue and so on are read from the ledger's open item.
    """

    class Kind(models.TextChoices):
        INVOICE = "invoice"
        CREDIT_NOTE = "credit_note"

    class State(models.TextChoices):
        DRAFT = "draft"
        ISSUED = "issued"

    number = models.CharField(max_length=32, null=True, unique=True)  # noqa: DJ001  a draft has none
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.INVOICE)
    state = models.CharField(max_length=8, choices=State.choices, default=State.DRAFT)
    # No index of their own where a longer one leads with them.
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+", db_index=False)
    # Whom it was issued to, when he was merged into `customer` since: what is printed stays his.
    issued_to = models.ForeignKey(
        "crm.Customer", on_delete=models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    run = models.ForeignKey(
        BillingRun, on_delete=models.PROTECT, null=True, related_name="invoices", db_index=False, db_constraint=False
    )
    corrects = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="corrected_by")
    date = models.DateField()
    due_date = models.DateField()
    subtotal = MoneyField()
    tax_total = MoneyField()
    total = MoneyField()
    bill_name = models.CharField(max_length=200)
    bill_address = models.JSONField(default=list)
    language = models.CharField(max_length=2)
    po_number = models.CharField(max_length=64, blank=True)
    notes = models.TextField(blank=True)
    message = models.TextField(blank=True)
    issued_at = models.DateTimeField(null=True)
    issued_xid = models.BigIntegerField(null=True)
    # Who sent it, as of its issue; none where another system issued it.
    letterhead = models.ForeignKey(
        Letterhead, on_delete=models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    legacy_id = models.BigIntegerField(null=True, unique=True)
    legacy_sent = models.BooleanField(null=True)
    legacy_ppa_charge = models.BooleanField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="invoice_adds_up", condition=Q(total=F("subtotal") + F("tax_total"))),
            models.CheckConstraint(
                name="issued_has_number",
                condition=~Q(state="issued") | Q(number__isnull=False, issued_at__isnull=False),
            ),
            models.CheckConstraint(name="draft_has_no_number", condition=~Q(state="draft") | Q(number__isnull=True)),
            models.UniqueConstraint(
                "run",
                Coalesce("issued_to", "customer"),
                name="one_invoice_per_customer_and_run",
                condition=Q(run__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["customer", "-date", "-id"]),
            models.Index(fields=["-date", "-id"]),
        ]

    def __str__(self) -> str:
        return self.number or f"draft {self.pk}"


class InvoiceLine(models.Model):
    """A line as printed; its sign is that of the charge (a discount is negative)."""

    class Kind(models.TextChoices):
        RECURRING = "recurring"
        ONE_TIME = "one_time"
        CREDIT = "credit"
        ADJUSTMENT = "adjustment"
        PROMOTION = "promotion"
        LEVY = "levy"  # the municipal tax for 9-1-1

    # Written by the thousand. Indexes cost the run its speed: the unique constraints lead with the parent, no further
    # ones where nobody looks. What has no constraint here is checked once per statement (`kernel.schema.refers`).
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="lines", db_index=False)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+", db_constraint=False
    )
    # For whom, on a parent account's document; null is the customer himself.
    child = models.ForeignKey(
        "crm.Customer", on_delete=models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    location = models.ForeignKey(
        "crm.Location", on_delete=models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    item = models.ForeignKey(
        "catalog.Item", on_delete=models.PROTECT, null=True, related_name="+", db_index=False, db_constraint=False
    )
    sku = models.CharField(max_length=40, blank=True)
    description = models.CharField(max_length=255)
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)
    unit_price = UnitPriceField()
    amount = MoneyField()
    taxable = models.BooleanField(default=True)
    revenue_account = models.CharField(max_length=16)
    # On a credit note: the line of the invoice that it gives back.
    credits = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    period_start = models.DateField(null=True)
    period_end = models.DateField(null=True)  # half-open: the first day not covered
    legacy_id = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="line_position_once", fields=["invoice", "position"]),
            models.UniqueConstraint(
                name="line_legacy_id_once", fields=["legacy_id"], condition=Q(legacy_id__isnull=False)
            ),
            models.CheckConstraint(
                name="line_period_half_open",
                condition=Q(period_start__isnull=True, period_end__isnull=True) | Q(period_end__gt=F("period_start")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="line_gives_back", fields=["credits"], condition=Q(credits__isnull=False))
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id}/{self.position}"


class InvoiceTax(models.Model):
    """A tax of an invoice: base, rate and amount as billed."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="taxes", db_index=False)
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False)
    rate = models.DecimalField(max_digits=7, decimal_places=5, null=True)
    base = MoneyField(null=True)
    amount = MoneyField()
    legacy_id = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="tax_once_per_invoice", fields=["invoice", "tax"]),
            models.UniqueConstraint(
                name="tax_legacy_id_once", fields=["legacy_id"], condition=Q(legacy_id__isnull=False)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.invoice_id} {self.tax_id}"


class InvoiceDocument(models.Model):
    """The stored PDF of an issued invoice: made once, content-addressed, never rendered again silently."""

    invoice = models.OneToOneField(Invoice, on_delete=models.PROTECT, related_name="document")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.invoice_id}"
