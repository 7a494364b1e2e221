"""The fibre in the ground: terminals of the central office, and a drop for each address it passes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.postgres.indexes import GinIndex
from django.db import models

from gigafibre.kernel import clock
from gigafibre.kernel.folding import Fold


class Canonical(Fold):
    """SQL `crm_canonical(…)`: folded, with the abbreviations of addresses written out, immutable."""

    function = "crm_canonical"


class CivicNumber(models.Func):
    """SQL `network_civic_number(civic)`: the digits a civic number begins with, as a number."""

    function = "network_civic_number"
    output_field = models.IntegerField()


class CivicKey(models.Func):
    """SQL `network_civic_key(civic)`: a civic number as it is compared, `1482a`."""

    function = "network_civic_key"
    output_field = models.TextField()


class Olt(models.Model):
    """An optical line terminal, by the name the field uses (OLT-EAST)."""

    name = models.CharField(max_length=40, unique=True)
    address = models.GenericIPAddressField(null=True, unique=True)
    vendor = models.CharField(max_length=40, blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [models.CheckConstraint(name="olt_named", condition=~models.Q(name=""))]

    def __str__(self) -> str:
        return self.name


class Drop(models.Model):
    """A civic address the fibre passes, and where it is plugged; connected to a location when it serves one."""

    class State(models.TextChoices):
        PLANNED = "planned"
        SERVICEABLE = "serviceable"
        CONNECTED = "connected"

    number = models.CharField(max_length=16, unique=True)
    civic = models.CharField(max_length=16)
    street = models.CharField(max_length=128)
    unit = models.CharField(max_length=16, blank=True)
    city = models.CharField(max_length=80)
    province = models.CharField(max_length=2, default="QC")
    postal_code = models.CharField(max_length=16, blank=True)
    latitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    longitude = models.DecimalField(max_digits=9, decimal_places=6, null=True)
    zone = models.CharField(max_length=40, blank=True)
    connection_type = models.CharField(max_length=12, default="FTTH")
    olt = models.ForeignKey(Olt, on_delete=models.PROTECT, null=True, related_name="drops")
    frame = models.PositiveSmallIntegerField(null=True)
    slot = models.PositiveSmallIntegerField(null=True)
    port = models.PositiveSmallIntegerField(null=True)
    ont_id = models.PositiveSmallIntegerField(null=True)
    vlan_management = models.PositiveSmallIntegerField(null=True)
    vlan_internet = models.PositiveSmallIntegerField(null=True)
    vlan_telephone = models.PositiveSmallIntegerField(null=True)
    vlan_tv = models.PositiveSmallIntegerField(null=True)
    ont_serial = models.CharField(max_length=32, blank=True)
    state = models.CharField(max_length=12, choices=State.choices, default=State.SERVICEABLE)
    planned_for = models.DateField(null=True)
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    placemark = models.CharField(max_length=64, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    civic_number = models.GeneratedField(
        expression=CivicNumber("civic"), output_field=models.IntegerField(null=True), db_persist=True
    )
    civic_key = models.GeneratedField(expression=CivicKey("civic"), output_field=models.TextField(), db_persist=True)
    street_key = models.GeneratedField(
        expression=Canonical("street", "city"), output_field=models.TextField(), db_persist=True
    )
    address_key = models.GeneratedField(
        expression=Canonical("street", "city", "postal_code", "unit"), output_field=models.TextField(), db_persist=True
    )

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="drop_number_form", condition=models.Q(number__regex=r"^DROP-[0-9]+$")),
            models.CheckConstraint(name="drop_addressed", condition=~models.Q(street="") & ~models.Q(city="")),
            models.CheckConstraint(
                name="drop_both_coordinates",
                condition=models.Q(latitude__isnull=True, longitude__isnull=True)
                | models.Q(latitude__isnull=False, longitude__isnull=False),
            ),
            models.CheckConstraint(
                name="drop_plugged_whole",
                condition=models.Q(
                    olt__isnull=True, frame__isnull=True, slot__isnull=True, port__isnull=True, ont_id__isnull=True
                )
                | models.Q(olt__isnull=False, frame__isnull=False, slot__isnull=False, port__isnull=False),
            ),
            models.CheckConstraint(
                name="drop_ont_range", condition=models.Q(ont_id__isnull=True) | models.Q(ont_id__lte=127)
            ),
            models.CheckConstraint(
                name="drop_vlan_range",
                condition=models.Q(
                    *[
                        models.Q(**{f"vlan_{name}__isnull": True})
                        | models.Q(**{f"vlan_{name}__gte": 1, f"vlan_{name}__lte": 4094})
                        for name in ("management", "internet", "telephone", "tv")
                    ]
                ),
            ),
            models.UniqueConstraint(
                name="one_drop_per_ont_id",
                fields=["olt", "frame", "slot", "port", "ont_id"],
                deferrable=models.Deferrable.DEFERRED,
            ),
            models.UniqueConstraint(
                name="one_drop_per_subscription", fields=["subscription"], deferrable=models.Deferrable.DEFERRED
            ),
            models.CheckConstraint(
                name="drop_connected_to_a_location",
                condition=models.Q(state="connected", location__isnull=False)
                | (~models.Q(state="connected") & models.Q(location__isnull=True, subscription__isnull=True)),
            ),
            models.CheckConstraint(
                name="drop_planned_has_no_ont", condition=~models.Q(state="planned") | models.Q(ont_id__isnull=True)
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            GinIndex(name="drop_address_words", fields=["address_key"], opclasses=["gin_trgm_ops"]),
            models.Index(name="drop_civic", fields=["civic_number"]),
            models.Index(name="drop_in_order", fields=["street_key", "civic_number", "id"]),
        ]

    def __str__(self) -> str:
        return f"{self.number} {self.civic} {self.street}"


class Interest(models.Model):
    """Somebody who wants service where there is none yet, and agreed to be written to about it (CASL)."""

    class State(models.TextChoices):
        WAITING = "waiting"
        TOLD = "told"
        WITHDRAWN = "withdrawn"

    email = models.CharField(max_length=254)
    language = models.CharField(max_length=2, default="fr")
    address = models.CharField(max_length=200)
    address_key = models.GeneratedField(
        expression=Canonical("address"), output_field=models.TextField(), db_persist=True
    )
    drop = models.ForeignKey(Drop, on_delete=models.PROTECT, null=True, related_name="interests")
    state = models.CharField(max_length=10, choices=State.choices, default=State.WAITING)
    consent_words = models.CharField(max_length=400)
    consented_at = models.DateTimeField(default=clock.now)
    settled_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="one_waiting_interest", fields=["email", "address_key"], condition=models.Q(state="waiting")
            ),
            models.CheckConstraint(name="interest_language_known", condition=models.Q(language__in=["fr", "en"])),
            models.CheckConstraint(name="interest_says_consent", condition=~models.Q(consent_words="")),
            models.CheckConstraint(
                name="withdrawn_interest_keeps_no_email",
                condition=~models.Q(state="withdrawn") | models.Q(email=""),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.state}"


class PublicAsking(models.Model):
    """How often one place asked the public endpoints in one minute; `asker` is a keyed hash, never an address."""

    asker = models.CharField(max_length=32)
    minute = models.DateTimeField()
    count = models.PositiveIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_count_per_minute", fields=["asker", "minute"])
        ]
        indexes: ClassVar[list[models.Index]] = [models.Index(name="asking_minute", fields=["minute"])]

    def __str__(self) -> str:
        return f"{self.minute} {self.count}"
