"""The company's own login (OpenID Connect): who it is, whom it knows, and what its groups may do here."""

from __future__ import annotations

from typing import Any, ClassVar

from django.db import models

from gigafibre.identity.models.people import Role, User
from gigafibre.kernel import clock
from gigafibre.kernel.encrypted import EncryptedField


class LoginProvider(models.Model):
    """The one provider that staff may come in by; its secret is ours with it."""

    only = models.BooleanField(default=True, unique=True)
    name = models.CharField(max_length=60)
    issuer = models.URLField(max_length=300)
    client_id = models.CharField(max_length=200)
    client_secret = EncryptedField(blank=True)
    scopes = models.CharField(max_length=200, default="openid profile email groups")
    groups_claim = models.CharField(max_length=60, default="groups")
    on = models.BooleanField(default=False)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="one_login_provider", condition=models.Q(only=True)),
            models.CheckConstraint(
                name="login_provider_named",
                condition=~models.Q(name="") & ~models.Q(issuer="") & ~models.Q(client_id=""),
            ),
        ]

    def __str__(self) -> str:
        return self.name


class GroupRole(models.Model):
    """A role that members of a group of the provider hold here."""

    group = models.CharField(max_length=120)
    role = models.ForeignKey(Role, on_delete=models.CASCADE, related_name="groups")

    class Meta:
        constraints: ClassVar[list[Any]] = [models.UniqueConstraint(name="group_role_once", fields=["group", "role"])]

    def __str__(self) -> str:
        return f"{self.group} {self.role_id}"


class OutsideIdentity(models.Model):
    """Who a person is for a provider: its own name for him, which never changes."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="outside")
    issuer = models.CharField(max_length=300)
    subject = models.CharField(max_length=255)
    created_at = models.DateTimeField(default=clock.now)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="outside_identity_once", fields=["issuer", "subject"])
        ]

    def __str__(self) -> str:
        return self.subject
