"""Devices, each at one place at a time, and the log of their moves that the database itself writes."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models.functions import Upper

from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField
from gigafibre.network.states import EQUIPMENT_KINDS


class Equipment(models.Model):
    """A device with its own serial or MAC: at a customer's location, in a stock place of ours, or nowhere (lost)."""

    class State(models.TextChoices):
        IN_STOCK = "in_stock"
        ACTIVE = "active"
        DEFECTIVE = "defective"
        RETURNED = "returned"
        LOST = "lost"

    number = models.CharField(max_length=16, unique=True)
    kind = models.CharField(max_length=16)
    serial = models.CharField(max_length=32, null=True)  # noqa: DJ001  unique where there is one
    mac = models.CharField(max_length=12, null=True)  # noqa: DJ001
    model = models.CharField(max_length=64, blank=True)
    manufacturer = models.CharField(max_length=64, blank=True)
    firmware = models.CharField(max_length=64, blank=True)
    management_ip = models.GenericIPAddressField(null=True)
    username = EncryptedField(blank=True)
    password = EncryptedField(blank=True)
    parent = models.ForeignKey("self", on_delete=models.PROTECT, null=True, related_name="children")
    state = models.CharField(max_length=12, choices=State.choices, default=State.IN_STOCK)
    location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    stock_place = models.CharField(max_length=40, blank=True)
    note = models.CharField(max_length=255, blank=True)
    printed_serial = models.CharField(max_length=64, blank=True)  # as the former system had it, true or not
    printed_mac = models.CharField(max_length=32, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            # Deferred: what an import or a swap gives from one device to another passes through both at once.
            models.UniqueConstraint(
                name="one_device_per_serial", fields=["serial"], deferrable=models.Deferrable.DEFERRED
            ),
            models.UniqueConstraint(name="one_device_per_mac", fields=["mac"], deferrable=models.Deferrable.DEFERRED),
            models.CheckConstraint(name="equipment_number_form", condition=models.Q(number__regex=r"^EQP-[0-9]+$")),
            models.CheckConstraint(name="equipment_kind_known", condition=models.Q(kind__in=list(EQUIPMENT_KINDS))),
            models.CheckConstraint(
                name="equipment_mac_form",
                condition=models.Q(mac__isnull=True)
                | models.Q(mac__regex=r"^[0-9a-f][02468ace][0-9a-f]{10}$") & ~models.Q(mac="000000000000"),
            ),
            models.CheckConstraint(
                name="equipment_serial_form",
                condition=models.Q(serial__isnull=True) | models.Q(serial__regex=r"^[0-9A-Z]{4,32}$"),
            ),
            # The sixteen digits of a GPON serial are always written as its twelve signs.
            models.CheckConstraint(
                name="equipment_serial_one_form",
                condition=models.Q(serial__isnull=True)
                | ~models.Q(serial__regex=r"^(4[1-9A-F]|5[0-9A]){4}[0-9A-F]{8}$"),
            ),
            models.CheckConstraint(
                name="equipment_one_place",
                condition=models.Q(state="in_stock", location__isnull=True) & ~models.Q(stock_place="")
                | models.Q(state="active", location__isnull=False, stock_place="")
                | models.Q(state="defective", location__isnull=False, stock_place="")
                | models.Q(state="defective", location__isnull=True) & ~models.Q(stock_place="")
                | models.Q(state="returned", location__isnull=True) & ~models.Q(stock_place="")
                | models.Q(state="lost", location__isnull=True, stock_place=""),
            ),
            models.CheckConstraint(
                name="equipment_serves_where_it_is",
                condition=models.Q(subscription__isnull=True) | models.Q(location__isnull=False),
            ),
            models.CheckConstraint(
                name="equipment_not_own_parent",
                condition=models.Q(parent__isnull=True) | ~models.Q(parent=models.F("id")),
            ),
            models.CheckConstraint(
                name="returned_keeps_no_credentials",
                condition=~models.Q(state="returned") | models.Q(username="", password=""),
            ),
        ]
        # What the search box asks: the beginning of a serial or MAC, and the serial of the former system in any case.
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="equipment_serial_begins", fields=["serial"], opclasses=["varchar_pattern_ops"]),
            models.Index(name="equipment_mac_begins", fields=["mac"], opclasses=["varchar_pattern_ops"]),
            models.Index(
                Upper("printed_serial"), name="equipment_printed_serial", condition=~models.Q(printed_serial="")
            ),
        ]

    def __str__(self) -> str:
        return self.number


class EquipmentMove(models.Model):
    """One move or change of state, written by the database with it: from, to, when, who, why, for which job."""

    equipment = models.ForeignKey(Equipment, on_delete=models.PROTECT, related_name="moves")
    at = models.DateTimeField()
    from_state = models.CharField(max_length=12, blank=True)
    to_state = models.CharField(max_length=12)
    from_location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    to_location = models.ForeignKey("crm.Location", on_delete=models.PROTECT, null=True, related_name="+")
    from_place = models.CharField(max_length=40, blank=True)
    to_place = models.CharField(max_length=40, blank=True)
    subscription = models.ForeignKey(
        "subscriptions.Subscription", on_delete=models.PROTECT, null=True, related_name="+"
    )
    actor = models.CharField(max_length=160)
    action = models.CharField(max_length=80, blank=True)
    reason = models.CharField(max_length=255, blank=True)
    job = models.CharField(max_length=32, blank=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(name="moves_of_equipment", fields=["equipment", "-id"])]

    def __str__(self) -> str:
        return f"{self.equipment_id} {self.from_state} {self.to_state}"
