"""What seals a signed contract, what was sealed, what a provider told us, and the brake of the public pages."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models
from django.db.models import Q

from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField
from gigafibre.sales.models.contracts import Contract


class SealKey(models.Model):
    """The key that seals contracts, made at first use; a retired one still says which papers are ours."""

    private_key = EncryptedField()
    certificate = models.TextField()
    fingerprint = models.CharField(max_length=64, unique=True)
    created_at = models.DateTimeField(default=clock.now)
    retired_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(models.Value(1), name="one_seal_in_force", condition=Q(retired_at__isnull=True)),
        ]

    def __str__(self) -> str:
        return self.fingerprint


class SealedContract(models.Model):
    """The sealed paper of a contract, made once; `sha256` is that of its bytes."""

    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="sealed")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+", db_index=False)
    sha256 = models.CharField(max_length=64, unique=True)
    key = models.ForeignKey(SealKey, on_delete=models.PROTECT, related_name="+", db_index=False)
    sealed_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.sha256


class ProviderAudit(models.Model):
    """The log an e-signature provider keeps of how a contract was signed there, as it was fetched; once."""

    contract = models.OneToOneField(Contract, on_delete=models.PROTECT, related_name="audit")
    file = models.ForeignKey("kernel.File", on_delete=models.PROTECT, related_name="+", db_index=False)
    sha256 = models.CharField(max_length=64)
    kept_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return self.sha256


class WebhookReceived(models.Model):
    """A message of an e-signature provider, kept as it came; the same one is kept once."""

    vendor = models.CharField(max_length=16)
    event = models.CharField(max_length=64)
    body = models.TextField()
    received_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(name="webhook_once", fields=["vendor", "event"])]

    def __str__(self) -> str:
        return f"{self.vendor} {self.event}"


class LinkBrake(models.Model):
    """How often an address asked for a public page in a minute; emptied each night."""

    address = models.CharField(max_length=45)
    kind = models.CharField(max_length=8)
    minute = models.DateTimeField()
    asked = models.PositiveIntegerField(default=1)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="brake_once_a_minute", fields=["address", "kind", "minute"])
        ]

    def __str__(self) -> str:
        return f"{self.address} {self.asked}"
