"""Taxes by date, invoices and credit notes, what is charged, and the billing run. Issued rows never change."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.constraints import ExclusionConstraint
from django.contrib.postgres.fields import DateRangeField, RangeOperators
from django.db import models
from django.db.models import F, Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField, UnitPriceField


class Tax(models.Model):
    """A tax: GST, QST, HST of a province… with the account it is owed on, by role."""

    code = models.CharField(max_length=12, unique=True)  # GST, QST, HST-ON …
    name_fr = models.CharField(max_length=40)
    name_en = models.CharField(max_length=40)
    account_role = models.CharField(max_length=24)
    position = models.PositiveSmallIntegerField(default=0)

    def __str__(self) -> str:
        return self.code


class TaxRate(models.Model):
    """A tax's rate over some days; `compound` says it is computed on the price with the GST (QST before 2013)."""

    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="rates")
    days = DateRangeField()
    rate = models.DecimalField(max_digits=7, decimal_places=5)  # 0.05000, 0.09975
    compound = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="one_rate_a_day",
                expressions=[("tax", RangeOperators.EQUAL), ("days", RangeOperators.OVERLAPS)],
            ),
            models.CheckConstraint(name="tax_rate_sane", condition=Q(rate__gte=0, rate__lt=1)),
        ]

    def __str__(self) -> str:
        return f"{self.tax_id} {self.rate}"


class TaxCategory(models.Model):
    """Which taxes a customer pays: QC, GST only, exempt, another province; known since a day."""

    code = models.CharField(max_length=16, primary_key=True)
    name_fr = models.CharField(max_length=60)
    name_en = models.CharField(max_length=60)
    since = models.DateField()

    def __str__(self) -> str:
        return self.code


class CategoryTax(models.Model):
    """A tax of a category over some days: British Columbia had GST and PST, then HST, then both again."""

    category = models.ForeignKey(TaxCategory, on_delete=models.PROTECT, related_name="taxes")
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+")
    days = DateRangeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="tax_once_a_day_in_category",
                expressions=[
                    ("category", RangeOperators.EQUAL),
                    ("tax", RangeOperators.EQUAL),
                    ("days", RangeOperators.OVERLAPS),
                ],
            )
        ]

    def __str__(self) -> str:
        return f"{self.category_id} {self.tax_id}"


class BillingRun(models.Model):
    """One run of one day: previewed, confirmed, issued customer by customer, signed off."""

    class State(models.TextChoices):
        CONFIRMED = "confirmed"
        ISSUING = "issuing"
        DONE = "done"
        SIGNED = "signed"

    date = models.DateField(unique=True)
    state = models.CharField(max_length=9, choices=State.choices, default=State.CONFIRMED)
    expected = models.JSONField(default=dict)
    result = models.JSONField(default=dict)
    confirmed_by = models.CharField(max_length=160)
    confirmed_at = models.DateTimeField(default=clock.now)
    started_at = models.DateTimeField(null=True)
    finished_at = models.DateTimeField(null=True)
    signed_by = models.CharField(max_length=160, blank=True)
    signed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.date}"


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
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    run = models.ForeignKey(BillingRun, on_delete=models.PROTECT, null=True, related_name="invoices")
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
                name="one_invoice_per_customer_and_run", fields=["run", "customer"], condition=Q(run__isnull=False)
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

    # Indexes cost the run its speed: the unique constraints lead with the parent, no further ones where nobody looks.
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="lines", db_index=False)
    position = models.PositiveIntegerField()
    kind = models.CharField(max_length=10, choices=Kind.choices)
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    # Copied from the subscription, whose own keys the database checks; `billing.lines_know_their_keys` finds strays.
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

    def __str__(self) -> str:
        return f"{self.invoice_id}/{self.position}"


class InvoiceTax(models.Model):
    """A tax of an invoice: base, rate and amount as billed."""

    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, related_name="taxes", db_index=False)
    tax = models.ForeignKey(Tax, on_delete=models.PROTECT, related_name="+", db_index=False)
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


class ChargedPeriod(models.Model):
    """Days a subscription is charged for; a credit trims it, the issued line stays as printed.

    `whole` is the anchored period the days are part of, `price` what all of it costs, `amount` what is charged for
    the days. Imported ones, up to `charged_until`, have no line and know neither.
    """

    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    kind = models.CharField(max_length=12, default="recurring")
    period = DateRangeField()
    whole = DateRangeField(null=True)
    price = MoneyField(null=True)
    amount = MoneyField(null=True)
    line = models.ForeignKey(InvoiceLine, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            ExclusionConstraint(
                name="no_day_billed_twice",
                expressions=[
                    ("subscription", RangeOperators.EQUAL),
                    ("kind", RangeOperators.EQUAL),
                    ("period", RangeOperators.OVERLAPS),
                ],
            ),
            models.CheckConstraint(name="charged_period_not_empty", condition=Q(period__isempty=False)),
            models.CheckConstraint(
                name="charged_within_its_whole", condition=Q(whole__isnull=True) | Q(whole__contains=F("period"))
            ),
        ]

    def __str__(self) -> str:
        return f"{self.subscription_id} {self.period}"


class PendingCharge(models.Model):
    """A charge or credit waiting for the customer's next invoice: installation, labour, the rest of a plan change."""

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+", db_index=False)
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    item = models.ForeignKey("catalog.Item", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    kind = models.CharField(max_length=10, choices=InvoiceLine.Kind.choices)
    description_fr = models.CharField(max_length=200)
    description_en = models.CharField(max_length=200)
    quantity = models.DecimalField(max_digits=10, decimal_places=3, default=1)
    unit_price = UnitPriceField()
    amount = MoneyField()
    taxable = models.BooleanField(default=True)
    revenue_account = models.CharField(max_length=16)
    period = DateRangeField(null=True)
    whole = DateRangeField(null=True)
    not_before = models.DateField()
    reason = models.CharField(max_length=255, blank=True)
    line = models.OneToOneField(InvoiceLine, on_delete=models.PROTECT, null=True, related_name="+")
    withdrawn_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="pending_taken_or_withdrawn", condition=Q(line__isnull=True) | Q(withdrawn_at__isnull=True)
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                name="pending_waits", fields=["customer"], condition=Q(line__isnull=True, withdrawn_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.description_fr} {self.amount}"


class RunItem(models.Model):
    """One customer of a run: its own state is what workers lock and move."""

    class State(models.TextChoices):
        WAITING = "waiting"
        ISSUED = "issued"
        NOTHING = "nothing"
        PARKED = "parked"

    run = models.ForeignKey(BillingRun, on_delete=models.PROTECT, related_name="items", db_index=False)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    expected = MoneyField(default=0)  # before taxes, when confirmed
    invoice = models.ForeignKey(Invoice, on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    error = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="customer_once_per_run", fields=["run", "customer"])
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="run_item_waiting", fields=["run", "customer"], condition=Q(state="waiting"))
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.customer_id}"


class RunSubscription(models.Model):
    """The proof sheet's row: what a run did with one live subscription, and why."""

    class Outcome(models.TextChoices):
        BILLED = "billed"
        NOT_DUE = "not_due"
        PARKED = "parked"

    run = models.ForeignKey(BillingRun, on_delete=models.PROTECT, related_name="proof", db_index=False)
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, related_name="+", db_index=False
    )
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    cause = models.CharField(max_length=40, blank=True)
    amount = MoneyField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="subscription_once_per_run", fields=["subscription", "run"]),
            models.CheckConstraint(name="parked_with_a_cause", condition=~Q(outcome="parked") | ~Q(cause="")),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="run_not_billed", fields=["run", "outcome"], condition=~Q(outcome="billed"))
        ]

    def __str__(self) -> str:
        return f"{self.run_id} {self.subscription_id} {self.outcome}"


class InvoiceDocument(models.Model):
    """The stored PDF of an issued invoice: made once, content-addressed, never rendered again silently."""

    invoice = models.OneToOneField(Invoice, on_delete=models.PROTECT, related_name="document")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+")
    made_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.invoice_id}"
