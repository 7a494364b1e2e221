"""People who log in, what they may do, programs' tokens, and the switches of what acts by itself."""

from __future__ import annotations

import uuid
from typing import Any, ClassVar

from django.contrib.auth.models import AbstractBaseUser, BaseUserManager
from django.db import models
from django.db.models.functions import Lower

from gigafibre.kernel import clock


class Department(models.Model):
    """A team of staff: who answers for what, beside what each may do."""

    code = models.SlugField(max_length=32, unique=True)
    name_fr = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64)
    legacy_id = models.BigIntegerField(null=True, unique=True)

    def __str__(self) -> str:
        return self.name_fr


class Role(models.Model):
    """A set of permissions with a name; `permissions` is null for a shipped role as the code gives it (`roles.py`)."""

    code = models.SlugField(max_length=32, unique=True)
    name_fr = models.CharField(max_length=64)
    name_en = models.CharField(max_length=64)
    permissions = models.JSONField(null=True)
    #: Whoever holds it logs in with a second factor, or can do nothing before he has set one up.
    second_factor = models.BooleanField(default=False, db_default=False)

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
    #: Somebody else gave him his password: he changes it before anything else.
    password_to_change = models.BooleanField(default=False, db_default=False)
    roles = models.ManyToManyField(Role, related_name="users", blank=True)
    departments = models.ManyToManyField(Department, related_name="users", blank=True)
    created_at = models.DateTimeField(default=clock.now)
    legacy_id = models.BigIntegerField(null=True, unique=True)
    # Logins are rows of their own (LoginAttempt): a person's record doesn't change by entering.
    last_login = None

    USERNAME_FIELD = "username"
    objects: ClassVar[UserManager] = UserManager()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(name="user_language_known", condition=models.Q(language__in=["fr", "en"])),
            models.CheckConstraint(name="user_theme_known", condition=models.Q(theme__in=["light", "dark", "system"])),
            models.UniqueConstraint(Lower("username"), name="username_once_in_any_case"),
        ]

    def __str__(self) -> str:
        return self.display_name

    @property
    def display_name(self) -> str:
        """First and last name, else the user name."""
        return f"{self.first_name} {self.last_name}".strip() or self.username


class Session(models.Model):
    """One logged-in browser; the key itself is only in its cookie, here is its SHA-256."""

    session_key = models.CharField(max_length=64, primary_key=True)
    session_data = models.TextField()
    expire_date = models.DateTimeField(db_index=True)
    public_id = models.UUIDField(default=uuid.uuid4, unique=True)
    user = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="sessions")
    address = models.GenericIPAddressField(null=True)
    agent = models.CharField(max_length=300, blank=True)
    created_at = models.DateTimeField(default=clock.now)
    seen_at = models.DateTimeField(default=clock.now)

    def __str__(self) -> str:
        return str(self.public_id)


class LoginAttempt(models.Model):
    """One try to log in, good or not: never changed, never shown with what was typed as a password."""

    class Outcome(models.TextChoices):
        IN = "in"
        REFUSED = "refused"
        BRAKED = "braked"
        LOCKED = "locked"
        HALF = "half"  # the password was good, the second factor is still to come
        OUT = "out"

    class Way(models.TextChoices):
        PASSWORD = "password"  # noqa: S105  a word
        TOTP = "totp"
        RECOVERY = "recovery"
        PASSKEY = "passkey"
        OPENID = "openid"
        PROXY = "proxy"
        LINK = "link"

    at = models.DateTimeField(default=clock.now, db_index=True)
    username = models.CharField(max_length=64)
    user = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="login_attempts")
    address = models.CharField(max_length=45)
    agent = models.CharField(max_length=300, blank=True)
    outcome = models.CharField(max_length=8, choices=Outcome.choices)
    way = models.CharField(max_length=8, choices=Way.choices, default=Way.PASSWORD, db_default=Way.PASSWORD)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["user", "-at"])]

    def __str__(self) -> str:
        return f"{self.username} {self.outcome}"


class LoginBrake(models.Model):
    """How often an account was tried in vain from an address, and until when it isn't heard (`""`: any account)."""

    account = models.CharField(max_length=64)
    address = models.CharField(max_length=45)
    failures = models.PositiveIntegerField(default=0)
    last_at = models.DateTimeField()
    until = models.DateTimeField()

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_brake_per_account_and_address", fields=["account", "address"])
        ]

    def __str__(self) -> str:
        return f"{self.account}@{self.address}"


class ServiceToken(models.Model):
    """A program's way in: a secret shown once, kept as its SHA-256, with the permissions it was given."""

    name = models.CharField(max_length=80)
    start = models.CharField(max_length=12)  # how it begins, to tell one from another
    digest = models.CharField(max_length=64, unique=True)
    scopes = models.JSONField(default=list)
    created_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="tokens")
    created_by_name = models.CharField(max_length=160)
    created_at = models.DateTimeField(default=clock.now)
    expires_at = models.DateTimeField(null=True)
    revoked_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(
                name="live_token_name_once", fields=["name"], condition=models.Q(revoked_at__isnull=True)
            )
        ]

    def __str__(self) -> str:
        return self.name


class TokenUse(models.Model):
    """When a token was last used, to the minute; apart, so that using a token isn't a change to audit."""

    token = models.OneToOneField(ServiceToken, on_delete=models.CASCADE, primary_key=True, related_name="use")
    at = models.DateTimeField()

    def __str__(self) -> str:
        return f"{self.token_id} {self.at:%Y-%m-%d %H:%M}"


class Switch(models.Model):
    """Whether something may act on customers by itself; `on_since` bounds what it may catch up on."""

    code = models.CharField(max_length=40, primary_key=True)
    on = models.BooleanField(default=False)
    on_since = models.DateTimeField(null=True)
    changed_by = models.ForeignKey(User, on_delete=models.PROTECT, null=True, related_name="+")
    changed_by_name = models.CharField(max_length=160)
    changed_at = models.DateTimeField(default=clock.now)
    reason = models.TextField(blank=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="on_has_a_since",
                condition=models.Q(on=True, on_since__isnull=False) | models.Q(on=False, on_since__isnull=True),
            ),
            models.CheckConstraint(
                name="on_by_somebody_for_a_reason",
                condition=models.Q(on=False) | (~models.Q(changed_by_name="") & ~models.Q(reason="")),
            ),
        ]

    def __str__(self) -> str:
        return f"{self.code} {'on' if self.on else 'off'}"


class Notice(models.Model):
    """Something a person is told by the bell: work that ended, something that waits for him."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="notices")
    kind = models.CharField(max_length=40)
    text_fr = models.CharField(max_length=300)
    text_en = models.CharField(max_length=300)
    url = models.CharField(max_length=200, blank=True)
    at = models.DateTimeField(default=clock.now)
    read_at = models.DateTimeField(null=True)

    class Meta:
        indexes: ClassVar[list[models.Index]] = [models.Index(fields=["user", "-id"])]

    def __str__(self) -> str:
        return self.text_en


class SavedView(models.Model):
    """A list as somebody wants to find it again: filters, order and columns under a name, his own or everybody's.

    Nobody's (`owner` null: the system made it) is everybody's. One that was removed stays a while to be put back.
    """

    listing = models.CharField(max_length=40)
    name = models.CharField(max_length=60)
    owner = models.ForeignKey(User, on_delete=models.CASCADE, null=True, related_name="views")
    owner_name = models.CharField(max_length=160)
    shared = models.BooleanField(default=False)
    filters = models.JSONField(default=dict)
    sort = models.CharField(max_length=40, blank=True)
    columns = models.JSONField(default=list)
    created_at = models.DateTimeField(default=clock.now)
    removed_at = models.DateTimeField(null=True)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.CheckConstraint(
                name="nobodys_view_is_shared", condition=models.Q(owner__isnull=False) | models.Q(shared=True)
            ),
            models.CheckConstraint(name="view_has_a_name", condition=~models.Q(name="")),
            models.UniqueConstraint(
                "listing",
                "owner",
                Lower("name"),
                name="own_view_name_once",
                condition=models.Q(removed_at__isnull=True, shared=False),
            ),
            models.UniqueConstraint(
                "listing",
                Lower("name"),
                name="shared_view_name_once",
                condition=models.Q(removed_at__isnull=True, shared=True),
            ),
        ]
        indexes: ClassVar[list[models.Index]] = [
            models.Index(name="view_of_list", fields=["listing", "id"], condition=models.Q(removed_at__isnull=True))
        ]

    def __str__(self) -> str:
        return f"{self.listing} {self.name}"


class FirstView(models.Model):
    """The view in which a list opens for a person: one that ships, by name, or a saved one (`v12`)."""

    user = models.ForeignKey(User, on_delete=models.CASCADE, related_name="first_views")
    listing = models.CharField(max_length=40)
    view = models.CharField(max_length=40)

    class Meta:
        constraints: ClassVar[list[Any]] = [
            models.UniqueConstraint(name="one_first_view_per_person_and_list", fields=["user", "listing"])
        ]

    def __str__(self) -> str:
        return f"{self.user_id} {self.listing} {self.view}"
