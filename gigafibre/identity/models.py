"""People who log in, what they may do, programs' tokens, and the switches of what acts by itself."""

from __future__ import annotations

from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models

from gigafibre.kernel import clock


class Department(models.Model):
    """A team of staff."""

    name_fr = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    def __str__(self) -> str:
        return self.name_fr


class Role(models.Model):
    """A set of permissions with a name; the shipped ones are made by a migration and may be edited."""

    code = models.SlugField(max_length=32, unique=True)
    name_fr = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64)
    permissions = models.JSONField(default=list)

    def __str__(self) -> str:
        return self.code


class UserManager(BaseUserManager["User"]):
    """What Django's login needs."""

    def get_by_natural_key(self, username: str | None) -> User:
        return self.get(username__iexact=username)


class User(AbstractBaseUser):
    """A member of staff."""

    username = models.CharField(max_length=64, unique=True)
    first_name = models.CharField(max_length=64, blank=True)
    last_name = models.CharField(max_length=64, blank=True)
    email = models.EmailField(blank=True)
    phone = models.CharField(max_length=32, blank=True)
    extension = models.CharField(max_length=8, blank=True)
    language = models.CharField(max_length=2, default="fr")
    theme = models.CharField(max_length=8, default="system")
    is_active = models.BooleanField(default=True)
    roles = models.ManyToManyField(Role, related_name="users", blank=True)
    departments = models.ManyToManyField(Department, related_name="users", blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    USERNAME_FIELD = "username"
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="user_language_known", condition=models.Q(language__in=["fr", "en"]))
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """First and last name, else the user name."""
        return f"{self.first_name} {self.last_name}".strip() or self.username
