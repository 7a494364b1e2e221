"""Service contracts, the legal texts they are made of, and the evidence of who read and signed what."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock
from gigafibre.kernel.money import MoneyField
from gigafibre.sales.models.lines import PricedLine
from gigafibre.sales.models.quotations import SOURCES, Quotation


class LegalText(models.Model):
    """One version of a text of our contracts, in both languages; once a contract uses it, it never changes."""

    code = models.CharField(max_length=32)
    version = models.PositiveSmallIntegerField()
    position = models.PositiveSmallIntegerField(default=100)
    segment = models.CharField(max_length=12, blank=True)  # residential | commercial | "" for both
    #: Only for a contract with a service of this kind; "" for every one.
    service = models.CharField(max_length=12, blank=True, default="", db_default="")
    title_fr = models.CharField(max_length=120)
    title_en = models.CharField(max_length=120)
    body_fr = models.TextField()
    body_en = models.TextField()
    since = models.DateField()
    until = models.DateField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="legal_text_version_once", fields=["code", "version"]),
            models.CheckConstraint(
                name="legal_text_in_both_languages",
                condition=~Q(title_fr="") & ~Q(title_en="") & ~Q(body_fr="") & ~Q(body_en=""),
            ),
            models.CheckConstraint(
                name="legal_text_segment", condition=Q(segment__in=["", "residential", "commercial"])
            ),
            models.CheckConstraint(
                name="legal_text_service", condition=Q(service__in=["", "internet", "telephone", "tv"])
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} v{self.version}"


class Contract(models.Model):
    """A service contract; what it says is frozen when it is sent, and it is signed once."""

    class Status(models.TextChoices):
        DRAFT = "draft"
        SENT = "sent"
        SIGNED = "signed"
        CANCELLED = "cancelled"
        EXPIRED = "expired"

    class Track(models.TextChoices):
        RESIDENTIAL = "residential"
        COMMERCIAL = "commercial"

    number = models.CharField(max_length=16, unique=True)
    status = models.CharField(max_length=9, choices=Status.choices, default=Status.DRAFT)
    track = models.CharField(max_length=11, choices=Track.choices, default=Track.RESIDENTIAL)
    source = models.CharField(max_length=9, default="contract")
    customer = models.ForeignKey("crm.Customer", on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, related_name="+")
    quotation = models.ForeignKey(Quotation, on_delete=models.PROTECT, null=True, related_name="contracts")
    plan = models.ForeignKey("catalog.Plan", on_delete=models.PROTECT, null=True, related_name="+")
    referral_code = models.CharField(max_length=6, blank=True)
    tax_category = models.CharField(max_length=16, default="QC")
    commitment_months = models.PositiveSmallIntegerField(default=0)
    #: What is given at the start against the commitment, in dollars: what an early end is measured by.
    inducement = MoneyField(default=0)
    made_on = models.DateField()
    starts_on = models.DateField()
    appointment_on = models.DateField(null=True)
    appointment_slot = models.CharField(max_length=40, blank=True)
    installation = models.TextField(blank=True)
    monthly_total = MoneyField(default=0)
    once_total = MoneyField(default=0)
    first_total = MoneyField(default=0)
    prepared_by = models.CharField(max_length=160, blank=True)
    #: The paper as it is read before signing, by language; French first.
    paper_fr = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    paper_en = models.ForeignKey("kernel.File", on_delete=models.PROTECT, null=True, related_name="+", db_index=False)
    link = models.CharField(max_length=16, blank=True)
    link_until = models.DateTimeField(null=True)
    outside_id = models.CharField(max_length=64, blank=True)  # of the e-signature provider
    sent_at = models.DateTimeField(null=True)
    signed_at = models.DateTimeField(null=True)
    ended_at = models.DateTimeField(null=True)
    end_reason = models.CharField(max_length=500, blank=True)
    subscribed_at = models.DateTimeField(null=True)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="contract_number_form", condition=Q(number__regex=r"^CTR-[0-9]+$")),
            models.CheckConstraint(
                name="contract_status_known",
                condition=Q(status__in=["draft", "sent", "signed", "cancelled", "expired"]),
            ),
            models.CheckConstraint(name="contract_track_known", condition=Q(track__in=["residential", "commercial"])),
            models.CheckConstraint(name="contract_source_known", condition=Q(source__in=SOURCES)),
            models.CheckConstraint(
                name="contract_commitment", condition=Q(commitment_months__lte=60) & Q(inducement__gte=0)
            ),
            models.CheckConstraint(
                name="sent_contract_has_its_paper",
                condition=~Q(status__in=["sent", "signed"])
                | Q(paper_fr__isnull=False, paper_en__isnull=False, sent_at__isnull=False),
            ),
            models.CheckConstraint(
                name="signed_contract_says_when", condition=Q(signed_at__isnull=False) | ~Q(status="signed")
            ),
            models.UniqueConstraint(
                name="one_live_contract_of_a_quotation",
                fields=["quotation"],
                condition=Q(quotation__isnull=False, status__in=["draft", "sent", "signed"]),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="contract_running_out", fields=["link_until"], condition=Q(status="sent")),
            models.Index(fields=["customer", "-id"]),
        ]

    def __str__(self) -> str:
        return self.number


class ContractLine(PricedLine):
    """A line of a contract, in both languages: which one is signed is chosen later."""

    description_en = models.CharField(max_length=400, blank=True)
    off_words_en = models.CharField(max_length=120, blank=True)
    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="lines")

    class Meta(PricedLine.Meta):
        constraints: ClassVar[list[Any]] = [
            *PricedLine.Meta.constraints,
            models.UniqueConstraint(name="contract_line_place", fields=["contract", "position"]),
        ]

    def __str__(self) -> str:
        return self.description


class ContractClause(models.Model):
    """A version of a legal text in a contract."""

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="clauses")
    text = models.ForeignKey(LegalText, on_delete=models.PROTECT, related_name="uses")
    position = models.PositiveSmallIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="clause_once_in_contract", fields=["contract", "text"])
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} {self.text_id}"


class ContractReading(models.Model):
    """Something a customer did with his contract: the French version opened, another language asked for."""

    class What(models.TextChoices):
        OPENED = "opened"
        LANGUAGE = "language"

    contract = models.ForeignKey(Contract, on_delete=models.PROTECT, related_name="readings")
    what = models.CharField(max_length=8, choices=What.choices)
    language = models.CharField(max_length=2)
    at = models.DateTimeField(default=clock.now)
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=300, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="reading_known", condition=Q(what__in=["opened", "language"])),
            models.UniqueConstraint(
                name="opened_once_in_a_language", fields=["contract", "language"], condition=Q(what="opened")
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} {self.what} {self.language}"


class ContractSignature(models.Model):
    """The one signature of a contract: the paper that was agreed to, by whom, when, from where, and how."""

    class How(models.TextChoices):
        TYPED = "typed"
        DRAWN = "drawn"
        PROVIDER = "provider"

    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="signature")
    at = models.DateTimeField()
    name = models.CharField(max_length=160)
    language = models.CharField(max_length=2)
    how = models.CharField(max_length=8, choices=How.choices)
    strokes = models.JSONField(default=list)
    address = models.CharField(max_length=45, blank=True)
    agent = models.CharField(max_length=300, blank=True)
    french_first_at = models.DateTimeField(null=True)
    language_chosen_at = models.DateTimeField(null=True)
    read_sha256 = models.CharField(max_length=64)
    signed = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+", db_index=False)
    signed_sha256 = models.CharField(max_length=64)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="signature_named", condition=~Q(name="")),
            models.CheckConstraint(name="signature_how_known", condition=Q(how__in=["typed", "drawn", "provider"])),
            # French is handed over first; another language is chosen afterwards (Charter, s. 55).
            models.CheckConstraint(
                name="french_handed_over_first",
                condition=Q(how="provider")
                | Q(language="fr", french_first_at__isnull=False)
                | Q(
                    french_first_at__isnull=False,
                    language_chosen_at__isnull=False,
                    language_chosen_at__gte=models.F("french_first_at"),
                ),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.contract_id} {self.at}"
