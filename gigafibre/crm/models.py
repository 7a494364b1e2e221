"""Customers, how to reach them, where they are served. Rules are constraints; verbs are in `actions.py`."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from gigafibre.kernel import clock
from gigafibre.kernel.folding import Fold
from gigafibre.kernel.money import MoneyField


class Canonical(Fold):
    """SQL `crm_canonical(…)`: folded, with the abbreviations of addresses written out, immutable."""

    function = "crm_canonical"


class Address(models.Model):
    """A postal address as columns: Canadian unless the province says otherwise."""

    line1 = models.CharField(max_length=160, blank=True)
    line2 = models.CharField(max_length=160, blank=True)
    city = models.CharField(max_length=80, blank=True)
    province = models.CharField(max_length=32, blank=True, default="QC")
    postal_code = models.CharField(max_length=16, blank=True)

    class Meta:
        abstract = True


class Customer(Address):
    """Who is served and billed; the columns of Address are the billing address."""

    class Kind(models.TextChoices):
        INDIVIDUAL = "individual"
        COMPANY = "company"

    class Segment(models.TextChoices):
        RESIDENTIAL = "residential"
        COMMERCIAL = "commercial"

    class Status(models.TextChoices):
        PROSPECT = "prospect"
        ACTIVE = "active"
        SUSPENDED = "suspended"
        TERMINATED = "terminated"

    class Delivery(models.TextChoices):
        EMAIL = "email"
        PAPER = "paper"
        BOTH = "both"

    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=12, choices=Kind.choices, default=Kind.INDIVIDUAL)
    segment = models.CharField(max_length=12, choices=Segment.choices, default=Segment.RESIDENTIAL)
    status = models.CharField(max_length=12, choices=Status.choices, default=Status.PROSPECT)
    title = models.CharField(max_length=32, blank=True)
    first_name = models.CharField(max_length=80, blank=True)
    last_name = models.CharField(max_length=80, blank=True)
    company = models.CharField(max_length=160, blank=True)
    display_name = models.CharField(max_length=200)
    sort_key = models.GeneratedField(expression=Fold("display_name"), output_field=models.TextField(), db_persist=True)
    language = models.CharField(max_length=2, default="fr")
    vip = models.BooleanField(default=False)
    bad_payer = models.BooleanField(default=False)
    tax_category = models.CharField(max_length=16, default="QC")
    invoice_delivery = models.CharField(max_length=8, choices=Delivery.choices, default=Delivery.EMAIL)
    billing_day = models.PositiveSmallIntegerField(default=1)
    # Who pays for this customer; a payer has none himself (the database's trigger `one_level_of_parents`).
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    # The customer this one turned out to be: nothing is his any more, his number leads there (`kernel.succession`).
    merged_into = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="merged")
    opening_balance = MoneyField(default=0)
    customer_since = models.DateField(null=True)
    ended_on = models.DateField(null=True)
    end_reason = models.CharField(max_length=200, blank=True)
    placeholder = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    legacy_customer_id = models.CharField(max_length=32, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="customer_number_form", condition=models.Q(number__regex=r"^C-[0-9]+$")),
            models.CheckConstraint(name="customer_language_known", condition=models.Q(language__in=["fr", "en"])),
            models.CheckConstraint(name="customer_named", condition=~models.Q(display_name="")),
            models.CheckConstraint(
                name="customer_billing_day", condition=models.Q(billing_day__gte=1, billing_day__lte=31)
            ),
            models.CheckConstraint(
                name="customer_not_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
            ),
            models.CheckConstraint(
                name="merged_customer_is_over",
                condition=models.Q(merged_into__isnull=True)
                | (models.Q(status="terminated", parent__isnull=True) & ~models.Q(merged_into=models.F("id"))),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(fields=["sort_key", "id"]),
            models.Index(fields=["status", "sort_key"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.display_name}"


class Contact(models.Model):
    """A person of a customer, with a role."""

    class Role(models.TextChoices):
        OWNER = "owner"
        BILLING = "billing"
        ON_SITE = "on_site"
        TECHNICAL = "technical"

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="contacts")
    role = models.CharField(max_length=12, choices=Role.choices, default=Role.OWNER)
    name = models.CharField(max_length=200)
    preferred_channel = models.CharField(max_length=8, blank=True)
    position = models.PositiveSmallIntegerField(default=0)
    legacy_key = models.CharField(max_length=64, null=True, unique=True)  # noqa: DJ001

    def __str__(self) -> str:
        return self.name


class ContactPoint(models.Model):
    """One way to reach a contact: an email, or a phone in E.164 with an optional extension."""

    class Kind(models.TextChoices):
        EMAIL = "email"
        MOBILE = "mobile"
        HOME = "home"
        OFFICE = "office"
        FAX = "fax"

    contact = models.ForeignKey(Contact, on_delete=models.PROTECT, related_name="points")
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="points")
    kind = models.CharField(max_length=8, choices=Kind.choices)
    value = models.CharField(max_length=254)
    extension = models.CharField(max_length=8, blank=True)
    valid = models.BooleanField(default=True)
    for_billing = models.BooleanField(default=False)
    position = models.PositiveSmallIntegerField(default=0)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="contact_point_once", fields=["contact", "kind", "value", "extension"])
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["value"])]

    def __str__(self) -> str:
        return self.value


class Consent(models.Model):
    """A customer's agreement to be written to on a channel (CASL): source, time, withdrawal."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="consents")
    channel = models.CharField(max_length=8)  # email | sms | call
    purpose = models.CharField(max_length=16, default="service")  # service | promotion
    source = models.CharField(max_length=80)
    given_at = models.DateTimeField()
    withdrawn_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="one_open_consent",
                fields=["customer", "channel", "purpose"],
                condition=models.Q(withdrawn_at__isnull=True),
            )
        ]

    def __str__(self) -> str:
        return f"{self.channel} {self.purpose}"


class Location(Address):
    """A service location: what equipment and subscriptions hang on."""

    number = models.CharField(max_length=16, unique=True)
    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="locations")
    label = models.CharField(max_length=128, blank=True)
    contact_name = models.CharField(max_length=128, blank=True)
    contact_email = models.CharField(max_length=254, blank=True)
    contact_phone = models.CharField(max_length=32, blank=True)
    contact_mobile = models.CharField(max_length=32, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    geocode_quality = models.CharField(max_length=12, default="none")  # how sure the point is: `geocoding.SURENESS`
    geocode_source = models.CharField(max_length=64, blank=True, db_default="")  # who says so: DROP-204, nominatim
    connection_type = models.CharField(max_length=12, blank=True)  # FTTH, FTTB, cable, DSL, wireless
    access_notes = models.TextField(blank=True)
    address_key = models.GeneratedField(
        expression=Fold("line1", "city", "postal_code"), output_field=models.TextField(), db_persist=True
    )
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="location_number_form", condition=models.Q(number__regex=r"^LOC-[0-9]+$")),
            models.CheckConstraint(
                name="location_both_coordinates",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
            ),
            models.CheckConstraint(
                name="location_sure_of_a_point",
                condition=models.Q(geocode_quality__in=("none", "unfound"), latitude__isnull=True)
                | models.Q(geocode_quality__in=("confirmed", "exact", "address", "street", "legacy", "area"))
                & models.Q(latitude__isnull=False),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["address_key"])]

    def __str__(self) -> str:
        return f"{self.number} {self.line1}"


class AddressPoint(models.Model):
    """A door in a municipality's address file, and where it is: replaced as a whole when its file is loaded again."""

    source = models.CharField(max_length=48)
    civic = models.CharField(max_length=16)
    street = models.CharField(max_length=128)
    city = models.CharField(max_length=80)
    postal_code = models.CharField(max_length=16, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6)
    longitude = models.DecimalField(max_digits=9, decimal_places=6)
    civic_number = models.PositiveIntegerField()
    civic_key = models.CharField(max_length=16)
    street_key = models.GeneratedField(
        expression=Canonical("street", "city"), output_field=models.TextField(), db_persist=True
    )
    loaded_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_door_per_address_file", fields=["source", "street_key", "civic_key"]),
            models.CheckConstraint(
                name="address_point_on_earth",
                condition=models.Q(latitude__range=(-90, 90), longitude__range=(-180, 180)),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["street_key", "civic_number"])]

    def __str__(self) -> str:
        return f"{self.civic}, {self.street}"


class FormerAddress(Address):
    """An address before a change: of a location, or of the customer when it can't be told which."""

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="former_addresses")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, null=True, related_name="former_addresses")
    since = models.DateField(null=True)
    until = models.DateField(null=True)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="former_address_dates",
                condition=models.Q(since__isnull=True)
                | models.Q(until__isnull=True)
                | models.Q(until__gte=models.F("since")),
            )
        ]

    def __str__(self) -> str:
        return self.line1


class SearchText(models.Model):
    """What a customer (or, with `location`, one of his places) is found by; kept by the database's triggers.

    `name` and `text` are canonical (`crm_canonical`): folded, abbreviations written out, a space at each end.
    """

    customer = models.ForeignKey(Customer, on_delete=models.PROTECT, related_name="+")
    location = models.ForeignKey(Location, on_delete=models.PROTECT, null=True, related_name="+")
    name = models.TextField()
    text = models.TextField()
    weight = models.PositiveSmallIntegerField(default=0)  # 2 live, 1 prospect, 0 terminated

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="one_text_per_customer", fields=["customer"], condition=models.Q(location__isnull=True)
            ),
            models.UniqueConstraint(name="one_text_per_location", fields=["location"]),
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(name="search_text", fields=["text"], opclasses=["gin_trgm_ops"]),
            GinIndex(name="search_name", fields=["name"], opclasses=["gin_trgm_ops"]),
        ]

    def __str__(self) -> str:
        return self.name.strip()
