"""Double entry, and receivables: open items and their allocations. Customers are named by id (a neighbour's)."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import F, Func, Q
from django.db.models.functions import Greatest

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField


class CurrentTransaction(Func):
    """The id of the running transaction, as PostgreSQL counts them."""

    template = "(pg_current_xact_id()::text::bigint)"
    output_field = models.BigIntegerField()


class Account(models.Model):
    """An account of the chart; `role` is how programs find it, `gifi` its code in the tax agency's index."""

    class Kind(models.TextChoices):
        ASSET = "asset"
        LIABILITY = "liability"
        EQUITY = "equity"
        REVENUE = "revenue"
        EXPENSE = "expense"

    number = models.CharField(max_length=16, unique=True)
    name_fr = models.CharField(max_length=128)
    name_en = models.CharField(max_length=128)
    kind = models.CharField(max_length=10, choices=Kind.choices)
    role = models.CharField(max_length=24, null=True, unique=True)  # noqa: DJ001  receivable, gst, qst, clearing.cheque…
    gifi = models.CharField(max_length=4, blank=True)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    closed_on = models.DateField(null=True)  # from that day on nothing is booked on it

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="account_number_form", condition=Q(number__regex=r"^[0-9]{3,16}$")),
            models.CheckConstraint(
                name="account_in_use_stays_open", condition=Q(role__isnull=True) | Q(closed_on__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.name_fr}"


class ClosedMonth(models.Model):
    """A month nothing may be posted in any more (its first day)."""

    month = models.DateField(primary_key=True)
    closed_at = models.DateTimeField(default=clock.now)
    closed_by = models.CharField(max_length=160)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="closed_month_is_its_first_day", condition=Q(month__day=1))
        ]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m}"


class MonthClosing(models.Model):
    """A month closed or opened again: who, when, why, and what the checklist said then. Never changes."""

    class Verb(models.TextChoices):
        CLOSED = "closed"
        REOPENED = "reopened"

    month = models.DateField()
    verb = models.CharField(max_length=8, choices=Verb.choices)
    at = models.DateTimeField(default=clock.now)
    by = models.CharField(max_length=160)
    reason = models.CharField(max_length=500, blank=True)
    checklist = models.JSONField(default=list)  # code, state, said in both languages

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="month_closing_is_its_first_day", condition=Q(month__day=1)),
            models.CheckConstraint(name="reopened_with_a_reason", condition=~Q(verb="reopened") | ~Q(reason="")),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["month", "-id"])]

    def __str__(self) -> str:
        return f"{self.month:%Y-%m} {self.verb}"


class JournalEntry(models.Model):
    """A posting: never changed or deleted, only reversed. `document` is the human number of what it comes from.

    Its lines come in the statement that inserts it (`bulk.post_entries`), balanced; `posted_xid` is its transaction,
    after which no line is let in.
    """

    date = models.DateField()
    kind = models.CharField(max_length=16)  # invoice | credit_note | payment | opening | manual | reversal …
    document = models.CharField(max_length=40)
    description = models.CharField(max_length=255, blank=True)
    reverses = models.OneToOneField("self", on_delete=models.PROTECT, null=True, related_name="reversed_by")
    posted_at = models.DateTimeField(default=clock.now)
    posted_xid = models.BigIntegerField(db_default=CurrentTransaction())

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["document"]), models.Index(fields=["date", "id"])]

    def __str__(self) -> str:
        return f"{self.kind} {self.document}"


class JournalLine(models.Model):
    """One side of a posting; exactly one of debit and credit is more than zero. On the receivable account it names
    its customer.
    """

    # Written by the thousand: the database checks both once per statement (`kernel.schema.refers`).
    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, related_name="lines", db_constraint=False)
    account = models.ForeignKey(
        Account, on_delete=models.PROTECT, related_name="+", db_index=False, db_constraint=False
    )
    debit = MoneyField(default=0)
    credit = MoneyField(default=0)
    date = models.DateField()
    customer_id = models.BigIntegerField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="one_side_only", condition=Q(debit__gt=0, credit=0) | Q(debit=0, credit__gt=0))
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["account", "date"])]

    def __str__(self) -> str:
        return f"{self.entry_id} {self.account_id}"


class DeferredPart(models.Model):
    """What a document charged for a later month, until it is earned; less than nothing where a credit gave it back.

    `document` is what charged it, `deferred_on` the day of what wrote the part. It changes once: recognised on a day,
    by an entry (none where parts cancel out). What waits equals, on any day, the account of deferred revenue.
    """

    document = models.CharField(max_length=40)
    customer_id = models.BigIntegerField()
    subscription_id = models.BigIntegerField(null=True)
    item_id = models.BigIntegerField(null=True)
    account = models.ForeignKey(Account, on_delete=models.PROTECT, related_name="+")
    month = models.DateField()
    amount = MoneyField()
    deferred_on = models.DateField()
    recognised_on = models.DateField(null=True)
    entry = models.ForeignKey(JournalEntry, on_delete=models.PROTECT, null=True, related_name="+")

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="deferred_part_of_a_month", condition=Q(month__day=1)),
            models.CheckConstraint(name="deferred_part_not_nothing", condition=~Q(amount=0)),
            models.CheckConstraint(
                name="recognised_after_deferred",
                condition=Q(recognised_on__isnull=True, entry__isnull=True)
                | Q(recognised_on__gte=Greatest("deferred_on", "month")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["document"]),
            models.Index(name="deferred_waits", fields=["month"], condition=Q(recognised_on__isnull=True)),
            models.Index(
                name="deferred_of_subscription",
                fields=["subscription_id", "month"],
                condition=Q(recognised_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.document} {self.month:%Y-%m} {self.amount}"


class OpenItem(models.Model):
    """A document in a customer's account: what it was for and what of it is still open.

    It never changes; `open` alone moves, by the triggers of the allocations. Its date is that of its posting, so that
    the sum of a customer's items is, on any day, his part of the receivable account.
    """

    class Side(models.TextChoices):
        DEBIT = "debit"  # the customer owes us
        CREDIT = "credit"  # we owe the customer

    customer_id = models.BigIntegerField()
    side = models.CharField(max_length=6, choices=Side.choices)
    kind = models.CharField(max_length=16)  # invoice | credit_note | payment | refund | adjustment …
    number = models.CharField(max_length=40)
    date = models.DateField()
    due_date = models.DateField(null=True)
    amount = MoneyField()
    open = MoneyField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="open_item_side_known", condition=Q(side__in=["debit", "credit"])),
            models.CheckConstraint(name="open_item_amount_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(name="open_within_amount", condition=Q(open__gte=0, open__lte=F("amount"))),
            models.UniqueConstraint(name="open_item_once", fields=["number", "kind"]),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["customer_id", "date"]),
            models.Index(name="open_item_open", fields=["customer_id", "side"], condition=Q(open__gt=0)),
            models.Index(name="open_item_due", fields=["due_date"], condition=Q(open__gt=0, side="debit")),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.number}"


class Allocation(models.Model):
    """A part of a credit item applied to a debit item of the same customer, on the later of their days or after.

    Never changed or deleted: taken back, on the day `undone_on`.
    """

    credit = models.ForeignKey(OpenItem, on_delete=models.PROTECT, related_name="given")
    debit = models.ForeignKey(OpenItem, on_delete=models.PROTECT, related_name="received")
    amount = MoneyField()
    date = models.DateField()
    at = models.DateTimeField(default=clock.now)
    undone_on = models.DateField(null=True)
    undone_at = models.DateTimeField(null=True)
    undone_because = models.CharField(max_length=200, blank=True)
    legacy_id = models.BigIntegerField(null=True)  # of what was undone too, when it was made anew

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="allocation_positive", condition=Q(amount__gt=0)),
            models.CheckConstraint(
                name="allocation_undone_on_a_day",
                condition=Q(undone_on__isnull=True, undone_at__isnull=True)
                | Q(undone_on__gte=F("date"), undone_at__isnull=False),
            ),
            models.UniqueConstraint(
                name="allocation_imported_once",
                fields=["legacy_id"],
                condition=Q(legacy_id__isnull=False, undone_on__isnull=True),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.credit_id} → {self.debit_id}"
