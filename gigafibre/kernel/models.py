"""The kernel's tables, on which every app hangs; invariants are the constraints below and the migrations' SQL."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.db import models

from gigafibre.kernel import clock
from gigafibre.kernel.transactions import CurrentTransaction


class Series(models.Model):
    """A number series; `prefix` may hold `{year}`; a gapless one is taken last, where the number is used."""

    code = models.CharField(max_length=32, primary_key=True)
    prefix = models.CharField(max_length=32)
    digits = models.PositiveSmallIntegerField(default=0)
    next = models.BigIntegerField(default=1)
    gapless = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="series_next_positive", condition=models.Q(next__gte=1)),
            models.CheckConstraint(name="series_digits_at_most_twelve", condition=models.Q(digits__lte=12)),
            models.CheckConstraint(
                name="series_prefix_ends_apart", condition=~models.Q(prefix__regex=r"([0-9]|\{year\})$")
            ),
        ]

    def __str__(self) -> str:
        return self.code


class Setting(models.Model):
    """A value an administrator may change; its type, default and meaning are declared in `kernel.settings`."""

    key = models.CharField(max_length=80, primary_key=True)
    value = models.JSONField()

    def __str__(self) -> str:
        return self.key


class ActionRun(models.Model):
    """One performed action: who, what, why, with what input and what came of it."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    name = models.CharField(max_length=80)
    actor_kind = models.CharField(max_length=16)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=160)
    reason = models.TextField(blank=True)
    input = models.JSONField()
    result = models.JSONField(null=True)
    at = models.DateTimeField(default=clock.now)
    idempotency_key = models.CharField(max_length=200, null=True)  # noqa: DJ001  null: unique only among given keys
    fingerprint = models.CharField(max_length=64, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="idempotency_key_once", fields=["actor_kind", "actor_id", "idempotency_key"], nulls_distinct=True
            )
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["at"]), models.Index(fields=["name", "at"])]

    def __str__(self) -> str:
        return f"{self.name} {self.id}"


class AuditEntry(models.Model):
    """One changed row: written by the database's own trigger, never by code."""

    id = models.BigAutoField(primary_key=True)
    at = models.DateTimeField()
    xact = models.BigIntegerField()
    run = models.UUIDField(null=True)
    actor = models.CharField(max_length=160)
    action = models.CharField(max_length=80)
    table = models.CharField(max_length=64)
    row = models.CharField(max_length=64)
    op = models.CharField(max_length=1)  # I, U, D
    before = models.JSONField(null=True)
    after = models.JSONField(null=True)

    class Meta:
        db_table = "kernel_audit"
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["table", "row", "id"]),
            models.Index(fields=["at"]),
            models.Index(name="kernel_audit_removed", fields=["id"], condition=models.Q(op="D")),
        ]

    def __str__(self) -> str:
        return f"{self.op} {self.table} {self.row}"


class Succession(models.Model):
    """A record took the place of another: whatever names the former one means its successor from then on.

    A successor that is succeeded in turn hands on those it followed, so that no chain has to be walked.
    """

    kind = models.CharField(max_length=20)  # as in a subject: customer
    former = models.CharField(max_length=40)
    former_id = models.BigIntegerField()
    successor = models.CharField(max_length=40)
    successor_id = models.BigIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="succeeded_once", fields=["kind", "former"]),
            models.UniqueConstraint(name="succeeded_once_by_key", fields=["kind", "former_id"]),
            models.CheckConstraint(
                name="nobody_succeeds_himself", condition=~models.Q(former_id=models.F("successor_id"))
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["kind", "successor"])]

    def __str__(self) -> str:
        return f"{self.former} → {self.successor}"


class Event(models.Model):
    """A fact, past tense, typed and versioned; ids, dates and amounts, no names."""

    id = models.BigAutoField(primary_key=True)
    type = models.CharField(max_length=80)
    version = models.PositiveSmallIntegerField(default=1)
    subject = models.CharField(max_length=80)
    payload = models.JSONField()
    actor = models.CharField(max_length=160)
    run = models.UUIDField(null=True)
    at = models.DateTimeField(default=clock.now)
    xact = models.BigIntegerField(db_default=CurrentTransaction())

    class Meta:
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["subject", "id"]),
            models.Index(name="kernel_event_xact", fields=["xact"]),
        ]

    def __str__(self) -> str:
        return f"{self.type} {self.subject}"


class Delivery(models.Model):
    """An event on its way to one handler. Only the oldest undone one of a (handler, subject) may be claimed."""

    class State(models.TextChoices):
        PENDING = "pending"
        DONE = "done"
        PARKED = "parked"
        SKIPPED = "skipped"

    id = models.BigAutoField(primary_key=True)
    event = models.ForeignKey(Event, on_delete=models.PROTECT, related_name="deliveries")
    handler = models.CharField(max_length=120)
    subject = models.CharField(max_length=80)
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(default=clock.now)
    depth = models.PositiveSmallIntegerField(default=0)
    error = models.TextField(blank=True)
    done_at = models.DateTimeField(null=True)
    skip_reason = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="delivered_once_per_handler", fields=["event", "handler"]),
            models.CheckConstraint(
                name="skipped_with_a_reason", condition=~models.Q(state="skipped") | ~models.Q(skip_reason="")
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="delivery_claim", fields=["id"], condition=models.Q(state="pending")),
            models.Index(
                name="delivery_queue",
                fields=["handler", "subject", "id"],
                condition=models.Q(state__in=["pending", "parked"]),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.handler} {self.state}"


class Intent(models.Model):
    """An outside effect to be had: written with the change, performed after commit, under our own id as the key."""

    class State(models.TextChoices):
        PENDING = "pending"
        SENDING = "sending"
        DONE = "done"
        UNKNOWN = "unknown"
        PARKED = "parked"
        SKIPPED = "skipped"
        HELD = "held"

    key = models.UUIDField(unique=True, default=uuid.uuid4)
    kind = models.CharField(max_length=64)
    subject = models.CharField(max_length=80)
    payload = models.JSONField()
    state = models.CharField(max_length=8, choices=State.choices, default=State.PENDING)
    attempts = models.PositiveSmallIntegerField(default=0)
    due = models.DateTimeField(default=clock.now)
    created_at = models.DateTimeField(default=clock.now)
    answer = models.JSONField(null=True)
    error = models.TextField(blank=True)
    run = models.UUIDField(null=True)
    skip_reason = models.TextField(blank=True)
    xact = models.BigIntegerField(db_default=CurrentTransaction())

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="intent_skipped_with_a_reason", condition=~models.Q(state="skipped") | ~models.Q(skip_reason="")
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(
                name="intent_claim",
                fields=["due"],
                condition=models.Q(state__in=["pending", "sending", "unknown"]),
            ),
            models.Index(fields=["subject"]),
        ]

    def __str__(self) -> str:
        return f"{self.kind} {self.state}"


class File(models.Model):
    """A stored file, named by its content (SHA-256); typed by content, not by its name."""

    id = models.UUIDField(primary_key=True, default=uuid.uuid4)
    sha256 = models.CharField(max_length=64, db_index=True)
    size = models.BigIntegerField()
    content_type = models.CharField(max_length=100)
    name = models.CharField(max_length=200)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=160, blank=True)

    def __str__(self) -> str:
        return self.name


class Attachment(models.Model):
    """A file hung on a record; `subject` reads `customer:C-4217`, `permission` is what reading it takes."""

    file = models.ForeignKey(File, on_delete=models.PROTECT, related_name="attachments")
    subject = models.CharField(max_length=80)
    permission = models.CharField(max_length=80)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["subject", "-created_at"])]

    def __str__(self) -> str:
        return f"{self.subject} {self.file_id}"


class Note(models.Model):
    """What somebody wrote on a record; `subject` reads `customer:C-4217`."""

    subject = models.CharField(max_length=80)
    text = models.TextField()
    author = models.CharField(max_length=160)
    author_id = models.BigIntegerField(null=True)
    at = models.DateTimeField(default=clock.now)
    pinned = models.BooleanField(default=False)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["subject", "-at"])]

    def __str__(self) -> str:
        return f"{self.subject} {self.at:%Y-%m-%d}"


class Worker(models.Model):
    """A living work process: its heartbeat, so that a page can say whether anybody works."""

    id = models.CharField(max_length=80, primary_key=True)
    started_at = models.DateTimeField()
    seen_at = models.DateTimeField()

    def __str__(self) -> str:
        return self.id


class Batch(models.Model):
    """One verb for many records, each in a transaction of its own; `field` of its input takes a record's key."""

    class State(models.TextChoices):
        RUNNING = "running"
        DONE = "done"
        STOPPED = "stopped"

    action = models.CharField(max_length=80)
    listing = models.CharField(max_length=40)
    field = models.CharField(max_length=40)
    prefix = models.CharField(max_length=20, blank=True)
    input = models.JSONField()
    actor_kind = models.CharField(max_length=16)
    actor_id = models.BigIntegerField(null=True)
    actor_name = models.CharField(max_length=160)
    state = models.CharField(max_length=8, choices=State.choices, default=State.RUNNING)
    total = models.PositiveIntegerField()
    at = models.DateTimeField(default=clock.now)
    ended_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="batch_ended_when_not_running",
                condition=models.Q(state="running", ended_at__isnull=True)
                | (~models.Q(state="running") & models.Q(ended_at__isnull=False)),
            )
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="batch_running", fields=["id"], condition=models.Q(state="running")),
            models.Index(name="batch_of_actor", fields=["actor_kind", "actor_id", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.action} × {self.total}"


class BatchRow(models.Model):
    """One record of a batch: waiting, or what came of it; it is never taken up twice."""

    class State(models.TextChoices):
        WAITING = "waiting"
        DONE = "done"
        REFUSED = "refused"
        FAILED = "failed"
        LEFT = "left"

    batch = models.ForeignKey(Batch, on_delete=models.CASCADE, related_name="rows")
    place = models.PositiveIntegerField()
    key = models.CharField(max_length=120)
    state = models.CharField(max_length=8, choices=State.choices, default=State.WAITING)
    code = models.CharField(max_length=64, blank=True)
    text_fr = models.TextField(blank=True)
    text_en = models.TextField(blank=True)
    run = models.UUIDField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="batch_row_once", fields=["batch", "key"]),
            models.UniqueConstraint(name="batch_place_once", fields=["batch", "place"]),
            models.CheckConstraint(
                name="batch_row_says_what_came_of_it",
                condition=models.Q(state__in=["waiting", "left"], run__isnull=True, code="")
                | models.Q(state="done", run__isnull=False, code="")
                | (models.Q(state__in=["refused", "failed"], run__isnull=True) & ~models.Q(code="")),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="batch_row_waiting", fields=["batch", "place"], condition=models.Q(state="waiting"))
        ]

    def __str__(self) -> str:
        return f"{self.batch_id}/{self.place} {self.state}"


class RetentionRun(models.Model):
    """When a rule of retention was last applied, and how many rows it made go then."""

    code = models.CharField(max_length=40, primary_key=True)
    at = models.DateTimeField()
    gone = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="retention_of_a_rule", condition=~models.Q(code=""))
        ]

    def __str__(self) -> str:
        return f"{self.code} {self.gone}"
