"""Registers of Law 25: what people ask about their information, what went wrong with it. Rules are constraints."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.fields import ArrayField
from django.db import models
from django.db.models import F, Q

from gigafibre.kernel import clock
from gigafibre.kernel.transactions import CurrentTransaction

KINDS = ("access", "portability", "rectification", "erasure", "deindexing", "withdrawal", "complaint")
CHANNELS = ("email", "mail", "phone", "counter", "portal")
STATUSES = ("open", "answered", "refused", "withdrawn")
#: How we made sure that it is the person, or somebody who may speak for him.
PROOFS = ("document", "account_questions", "known_number", "signed_letter", "portal", "mandate")
#: Grounds on which the law lets, or makes, an enterprise refuse.
GROUNDS = ("identity", "not_held", "third_party", "proceedings", "retention", "accurate", "abusive")
STEPS = ("received", "checked", "noted", "rectified", "exported", "anonymised", "answered", "refused", "withdrawn")
#: Days left at which whoever answers is told.
REMINDED = (10, 3, 0)

NATURES = ("access", "use", "disclosure", "loss", "theft", "other")
#: Kinds of information that an incident may have touched.
TOUCHED = (
    "identity",
    "contact",
    "address",
    "billing",
    "bank",
    "credentials",
    "traffic",
    "location",
    "messages",
    "other",
)
LEVELS = ("low", "medium", "high")
INCIDENT_STATUSES = ("open", "closed")
INCIDENT_STEPS = ("recorded", "edited", "assessed", "commission", "persons", "measures", "closed", "reopened")


def _one_of(values: tuple[str, ...]) -> list[tuple[str, str]]:
    return [(each, each) for each in values]


class Request(models.Model):
    """What somebody asked about his information; due thirty days after it came, and no later (P-39.1, s. 32)."""

    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16, choices=_one_of(KINDS))
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, null=True, related_name="+")
    person = models.CharField(max_length=160)
    # Where the answer goes, as the person wrote it: an email, a telephone number, an address.
    contact = models.CharField(max_length=200, blank=True)
    channel = models.CharField(max_length=8, choices=_one_of(CHANNELS))
    details = models.TextField()
    status = models.CharField(max_length=12, choices=_one_of(STATUSES), default="open")
    received_on = models.DateField()
    due_on = models.DateField()
    proof = models.CharField(max_length=20, choices=_one_of(PROOFS), blank=True)
    proof_words = models.TextField(blank=True)
    proved_at = models.DateTimeField(null=True)
    settled_on = models.DateField(null=True)
    # What was answered, or why it was refused or withdrawn.
    outcome = models.TextField(blank=True)
    ground = models.CharField(max_length=16, choices=_one_of(GROUNDS), blank=True)
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="request_number_form", condition=Q(number__regex=r"^PRV-[0-9]+$")),
            models.CheckConstraint(name="request_kind_known", condition=Q(kind__in=KINDS)),
            models.CheckConstraint(name="request_channel_known", condition=Q(channel__in=CHANNELS)),
            models.CheckConstraint(name="request_status_known", condition=Q(status__in=STATUSES)),
            models.CheckConstraint(name="request_names_a_person", condition=~Q(person="")),
            models.CheckConstraint(
                name="request_proof_is_whole",
                condition=Q(proof="", proof_words="", proved_at__isnull=True)
                | Q(proof__in=PROOFS, proved_at__isnull=False) & ~Q(proof_words=""),
            ),
            models.CheckConstraint(
                name="request_settled_with_words",
                condition=Q(status="open", settled_on__isnull=True, outcome="")
                | ~Q(status="open") & Q(settled_on__gte=F("received_on")) & ~Q(outcome=""),
            ),
            models.CheckConstraint(
                name="request_refused_on_a_ground",
                condition=Q(status="refused", ground__in=GROUNDS) | ~Q(status="refused") & Q(ground=""),
            ),
            # Information goes to, and changes for, the person alone; a complaint may come from anybody.
            models.CheckConstraint(
                name="request_answered_to_the_person",
                condition=~Q(status="answered") | ~Q(proof="") | Q(kind="complaint"),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["status", "due_on"]),
            models.Index(fields=["customer", "-id"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.kind} {self.status}"


class RequestStep(models.Model):
    """One thing done about a request, with its words and its file; never changed."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=12, choices=_one_of(STEPS))
    words = models.TextField(blank=True)
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+")
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="request_step_known", condition=Q(what__in=STEPS))
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["request", "id"])]

    def __str__(self) -> str:
        return f"{self.request_id} {self.what}"


class Correction(models.Model):
    """That a change of the trail was made for a request of rectification; chosen until the request is settled."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="corrections")
    # A row of kernel_audit: it never changes, so what was before and after is said there alone.
    change = models.BigIntegerField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="correction_named_once", fields=["request", "change"])
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.change}"


class RequestLetter(models.Model):
    """The letter that answers a settled request, as it was first made; never changed."""

    request = models.OneToOneField(Request, on_delete=models.PROTECT, related_name="letter")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+")
    at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return f"{self.request_id} {self.at:%Y-%m-%d}"


class RequestReminder(models.Model):
    """That whoever answers was told how many days are left: once for each of ten, three and none."""

    request = models.ForeignKey(Request, on_delete=models.PROTECT, related_name="reminders")
    days = models.PositiveSmallIntegerField()
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="request_reminded_once", fields=["request", "days"]),
            models.CheckConstraint(name="request_reminded_at_ten_three_none", condition=Q(days__in=REMINDED)),
        ]

    def __str__(self) -> str:
        return f"{self.request_id} {self.days}"


class Incident(models.Model):
    """A confidentiality incident: what happened, to whose information, its risk, who was told, what was done.

    Kept five years from the day we knew of it, and longer: the database refuses to remove one before.
    """

    number = models.CharField(max_length=16, unique=True)
    title = models.CharField(max_length=160)
    nature = models.CharField(max_length=12, choices=_one_of(NATURES))
    circumstances = models.TextField()
    happened_from = models.DateField()
    happened_until = models.DateField()
    found_on = models.DateField()
    touched = ArrayField(models.CharField(max_length=16, choices=_one_of(TOUCHED)))
    touched_words = models.TextField(blank=True)
    # Null while nobody can say; `estimated` says that it is a best guess.
    persons = models.PositiveIntegerField(null=True)
    persons_estimated = models.BooleanField(default=False)
    # The three factors of section 3.7: how sensitive, what could follow, how likely it is used to harm.
    sensitivity = models.CharField(max_length=8, choices=_one_of(LEVELS), blank=True)
    consequences = models.CharField(max_length=8, choices=_one_of(LEVELS), blank=True)
    likelihood = models.CharField(max_length=8, choices=_one_of(LEVELS), blank=True)
    assessment = models.TextField(blank=True)
    serious = models.BooleanField(null=True)
    commission_told_on = models.DateField(null=True)
    persons_told_on = models.DateField(null=True)
    # How they were told, or why they were not, or by public notice.
    persons_told_how = models.TextField(blank=True)
    measures = models.TextField(blank=True)
    status = models.CharField(max_length=8, choices=_one_of(INCIDENT_STATUSES), default="open")
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="incident_number_form", condition=Q(number__regex=r"^INC-[0-9]+$")),
            models.CheckConstraint(name="incident_nature_known", condition=Q(nature__in=NATURES)),
            models.CheckConstraint(name="incident_status_known", condition=Q(status__in=INCIDENT_STATUSES)),
            models.CheckConstraint(name="incident_has_words", condition=~Q(title="") & ~Q(circumstances="")),
            models.CheckConstraint(
                name="incident_days_in_order",
                condition=Q(happened_until__gte=F("happened_from")) & Q(found_on__gte=F("happened_from")),
            ),
            models.CheckConstraint(
                name="incident_touches_something",
                condition=Q(touched__len__gt=0) & Q(touched__contained_by=list(TOUCHED)),
            ),
            models.CheckConstraint(
                name="incident_assessed_by_three_factors",
                condition=Q(serious__isnull=True, sensitivity="", consequences="", likelihood="", assessment="")
                | Q(serious__isnull=False, sensitivity__in=LEVELS, consequences__in=LEVELS, likelihood__in=LEVELS)
                & ~Q(assessment=""),
            ),
            models.CheckConstraint(
                name="incident_told_after_it_was_found",
                condition=(Q(commission_told_on__isnull=True) | Q(commission_told_on__gte=F("found_on")))
                & (Q(persons_told_on__isnull=True) | Q(persons_told_on__gte=F("found_on"))),
            ),
            # What could harm seriously is closed once the Commission was told, and the persons, or why not.
            models.CheckConstraint(
                name="incident_closed_when_all_is_told",
                condition=~Q(status="closed")
                | Q(serious=False) & ~Q(measures="")
                | Q(serious=True, commission_told_on__isnull=False) & ~Q(measures="") & ~Q(persons_told_how=""),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["status", "-found_on"])]

    def __str__(self) -> str:
        return f"{self.number} {self.status}"


class IncidentStep(models.Model):
    """One thing written about an incident; never changed."""

    incident = models.ForeignKey(Incident, on_delete=models.PROTECT, related_name="steps")
    what = models.CharField(max_length=12, choices=_one_of(INCIDENT_STEPS))
    words = models.TextField(blank=True)
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="incident_step_known", condition=Q(what__in=INCIDENT_STEPS))
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["incident", "id"])]

    def __str__(self) -> str:
        return f"{self.incident_id} {self.what}"


class PersonExport(models.Model):
    """Everything held of a customer in one file, made in the background and dropped after some days."""

    class State(models.TextChoices):
        MAKING = "making"
        READY = "ready"
        DROPPED = "dropped"

    number = models.CharField(max_length=16, unique=True)
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, null=True, related_name="exports")
    state = models.CharField(max_length=8, choices=State.choices, default=State.MAKING)
    done = models.PositiveIntegerField(default=0)
    total = models.PositiveIntegerField(default=0)
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+")
    # The name of the one link that is good; each new one makes the one before worthless.
    link = models.PositiveIntegerField(default=0)
    link_until = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)
    created_by = models.CharField(max_length=200)
    asked_by = models.BigIntegerField(null=True)
    seen_at = models.DateTimeField(null=True)
    ready_at = models.DateTimeField(null=True)
    expires_on = models.DateField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="export_ready_has_its_file",
                condition=Q(state="ready", file__isnull=False, ready_at__isnull=False, expires_on__isnull=False)
                | ~Q(state="ready") & Q(file__isnull=True),
            ),
            models.CheckConstraint(name="export_state_known", condition=Q(state__in=["making", "ready", "dropped"])),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["customer", "-id"])]

    def __str__(self) -> str:
        return f"{self.number} {self.state}"


class ExportDownload(models.Model):
    """That an export was taken: by the link it was taken with, or by a member of staff; never changed."""

    export = models.ForeignKey(PersonExport, on_delete=models.PROTECT, related_name="downloads")
    at = models.DateTimeField(default=clock.now)
    by = models.CharField(max_length=200)
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=200, blank=True)

    def __str__(self) -> str:
        return f"{self.export_id} {self.at:%Y-%m-%d}"


class Hold(models.Model):
    """That a customer's information is kept for a dispute or by an order, until it is lifted."""

    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    reason = models.TextField()
    placed_at = models.DateTimeField(default=clock.now)
    placed_by = models.CharField(max_length=200)
    lifted_at = models.DateTimeField(null=True)
    lifted_by = models.CharField(max_length=200, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="hold_has_a_reason", condition=~Q(reason="")),
            models.UniqueConstraint(
                name="one_hold_at_a_time", fields=["customer"], condition=Q(lifted_at__isnull=True)
            ),
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.placed_at:%Y-%m-%d}"


class Erasure(models.Model):
    """That a customer was made nobody: when, by whom, why, and how much; once, never changed, never removed.

    Its transaction's number opens the door in the database, for that transaction alone.
    """

    customer = models.OneToOneField("crm.Customer", on_delete=models.PROTECT, related_name="+")
    request = models.ForeignKey(Request, on_delete=models.PROTECT, null=True, related_name="+")
    reason = models.TextField()
    by = models.CharField(max_length=200)
    at = models.DateTimeField(default=clock.now)
    xact = models.BigIntegerField(db_default=CurrentTransaction())

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="erasure_has_a_reason", condition=~Q(reason=""))
        ]

    def __str__(self) -> str:
        return f"{self.customer_id} {self.at:%Y-%m-%d}"
