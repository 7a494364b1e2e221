"""What somebody proves himself by beside his password: codes of a phone, codes kept on paper, passkeys.

What changes by being used (the last code, the counter of a key) stands apart, so that entering isn't a change to audit.
"""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gigafibre.identity.models.people import User
from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField


class Totp(models.Model):
    """The secret that a person's phone makes its codes of (RFC 6238); counts once a first code confirmed it."""

    user = models.OneToOneField(User, on_delete=models.CASCADE, related_name="totp")
    secret = EncryptedField()
    created_at = models.DateTimeField(default=clock.now)
    confirmed_at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.user_id}"


class UsedCode(models.Model):
    """A code of a phone that was taken, by its half minute: it is worth nothing a second time."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="+")
    step = models.BigIntegerField()

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(name="code_used_once", fields=["user", "step"])]

    def __str__(self) -> str:
        return f"{self.user_id} {self.step}"


class RecoveryCode(models.Model):
    """One of the codes a person keeps for the day his phone is gone: SHA-256 of 74 random bits, good once."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="recovery_codes")
    digest = models.CharField(max_length=64)
    used_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="recovery_code_once", fields=["user", "digest"])
        ]

    def __str__(self) -> str:
        return f"{self.user_id}"


class Passkey(models.Model):
    """A key that a person's device keeps for us (WebAuthn): we hold its public half and what he calls it."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="passkeys")
    credential = models.CharField(max_length=1400, unique=True)  # base64url of at most 1023 bytes
    public_key = models.BinaryField()
    name = models.CharField(max_length=60)
    transports = models.JSONField(default=list)
    synced = models.BooleanField(default=False)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="passkey_has_a_name", condition=~models.Q(name=""))
        ]

    def __str__(self) -> str:
        return self.name


class PasskeyUse(models.Model):
    """How often a device says that it used its key, and when that was last."""

    passkey = models.OneToOneField(Passkey, on_delete=models.CASCADE, primary_key=True, related_name="use")
    sign_count = models.BigIntegerField(default=0)
    at = models.DateTimeField(null=True)

    def __str__(self) -> str:
        return f"{self.passkey_id} {self.sign_count}"
