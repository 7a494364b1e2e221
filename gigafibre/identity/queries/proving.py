"""How one logs in, as one's own page shows it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import datetime
from typing import Literal

from gigafibre.identity.models import Passkey, RecoveryCode, Role, Totp, User

Way = Literal["password", "passkey", "totp", "recovery"]


@dataclass(frozen=True)
class PasskeyLine:
    """One key of a person's device."""

    id: int
    name: str
    synced: bool
    created_at: datetime
    used_at: datetime | None


@dataclass(frozen=True)
class Account:
    """How a person logs in: by password, codes of a phone since when, how many recovery codes are left, which keys."""

    username: str
    email: str
    has_password: bool
    totp_since: datetime | None
    recovery_codes: int
    passkeys: list[PasskeyLine]
    second_factor_demanded: bool


def account(user_id: int) -> Account:
    """Return how somebody logs in."""
    user = User.objects.get(pk=user_id)
    return Account(
        username=user.username,
        email=user.email,
        has_password=user.has_usable_password(),
        totp_since=Totp.objects.filter(user=user).values_list("confirmed_at", flat=True).first(),
        recovery_codes=RecoveryCode.objects.filter(user=user, used_at=None).count(),
        passkeys=[
            PasskeyLine(key.pk, key.name, key.synced, key.created_at, key.use.at)
            for key in Passkey.objects.filter(user=user).select_related("use").order_by("id")
        ],
        second_factor_demanded=Role.objects.filter(users=user, second_factor=True).exists(),
    )


def second_factors(user_id: int) -> list[Way]:
    """Return which second factors somebody can give: `passkey`, `totp`, `recovery`; none without the first two."""
    ways: list[Way] = ["passkey"] if Passkey.objects.filter(user=user_id).exists() else []
    if Totp.objects.filter(user=user_id, confirmed_at__isnull=False).exists():
        ways.append("totp")
    if ways and RecoveryCode.objects.filter(user=user_id, used_at=None).exists():
        ways.append("recovery")
    return ways


def proof_ways(user_id: int) -> list[Way]:
    """Return how somebody can prove again that it is he: `password` and his second factors."""
    user = User.objects.get(pk=user_id)
    by_password: list[Way] = ["password"] if user.has_usable_password() else []
    return by_password + second_factors(user_id)
