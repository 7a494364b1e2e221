"""How a person proves himself beside his password: he alone sets it up, an administrator only takes it away."""

from __future__ import annotations

from dataclasses import dataclass
from typing import Annotated, Any

import segno
from pydantic import AfterValidator, Field

from gigafibre.identity import factors, passkeys
from gigafibre.identity.errors import (
    NothingToConfirm,
    OnlyOneself,
    PasskeyKnown,
    SecondFactorNeeded,
    SecondFactorOn,
    WrongCode,
)
from gigafibre.identity.models import Passkey, PasskeyUse, RecoveryCode, Role, Session, Totp, User
from gigafibre.identity.passwords import Password
from gigafibre.identity.permissions import ONESELF
from gigafibre.identity.queries import company, second_factors
from gigafibre.identity.reach import within_reach
from gigafibre.identity.refs import ADMIN, RoleRef, UserRef, is_oneself, person_named, roles_named
from gigafibre.identity.telling import tell_of
from gigafibre.kernel import clock
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.refs import Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.shown_once import ShownOnce
from gigafibre.kernel.text import Text

_WHO = {"username": Text("Nom d’utilisateur", "User name")}
_PASSKEY = {"passkey": Text("Clé d’accès", "Passkey")}
_NAME = {"name": Text("Nom de la clé", "Name of the key")}
KeyName = Annotated[str, Field(min_length=1, max_length=60)]


def _credential(told: dict[str, Any]) -> dict[str, Any]:
    if not isinstance(told.get("id"), str) or not isinstance(told.get("response"), dict):
        raise ValueError("a credential has an id and a response")
    return told


Credential = Annotated[
    dict[str, Any], AfterValidator(_credential), Field(description="What the browser's WebAuthn answered, as JSON")
]


@dataclass(frozen=True)
class NewSecret:
    """What a phone is given, once: as a QR code (a data URL of an SVG) and in letters for who can't scan."""

    qr: ShownOnce
    secret: ShownOnce


@dataclass(frozen=True)
class RecoveryCodes:
    """The codes to keep on paper, once; empty where there are some already."""

    codes: list[ShownOnce]


@action(permission=ONESELF, label=Text("Relier un téléphone", "Connect a phone"), proof=True, fields=_WHO)
def begin_totp(username: UserRef) -> NewSecret:
    """Give one's phone a secret to make codes of; it counts once `confirm_totp` had a first code."""
    user = _oneself(username)
    if Totp.objects.filter(user=user, confirmed_at__isnull=False).exists():
        raise SecondFactorOn
    secret = factors.new_secret()
    Totp.objects.update_or_create(user=user, defaults={"secret": secret, "created_at": clock.now()})
    uri = factors.uri_of(secret, account=user.username, issuer=company().name)
    return NewSecret(segno.make(uri, error="m").svg_data_uri(border=2, scale=4), secret)


@action(
    permission=ONESELF,
    label=Text("Confirmer le téléphone", "Confirm the phone"),
    proof=True,
    fields=_WHO | {"code": Text("Code affiché par l’application", "Code shown by the app")},
)
def confirm_totp(username: UserRef, *, code: Password) -> RecoveryCodes:
    """Turn the codes of one's phone on, by a first one; with the first second factor come recovery codes."""
    user = _oneself(username)
    totp = Totp.objects.select_for_update().filter(user=user, confirmed_at=None).first()
    if totp is None:
        raise NothingToConfirm
    if not factors.fits(totp, code.get_secret_value().replace(" ", "")):
        raise WrongCode
    totp.confirmed_at = clock.now()
    totp.save(update_fields=["confirmed_at"])
    tell_of(user, "phone_added")
    return _codes_if_none(user)


@action(
    permission=ONESELF,
    label=Text("Retirer le téléphone", "Remove the phone"),
    harmful=True,
    proof=True,
    fields=_WHO,
)
def remove_totp(username: UserRef) -> None:
    """Take the codes of one's phone away; refused when a role demands a second factor and this is the last."""
    user = _oneself(username)
    if not Totp.objects.filter(user=user).delete()[0]:
        raise NotFound(what=user.username)
    _keep_one(user)
    tell_of(user, "phone_removed")


@action(
    permission=ONESELF,
    label=Text("Nouveaux codes de secours", "New recovery codes"),
    harmful=True,
    proof=True,
    fields=_WHO,
)
def renew_recovery_codes(username: UserRef) -> RecoveryCodes:
    """Make ten new recovery codes; those before are worth nothing any more."""
    user = _oneself(username)
    if not second_factors(user.pk):
        raise NothingToConfirm
    tell_of(user, "codes_renewed")
    return RecoveryCodes(list(factors.new_recovery_codes(user)))


@action(
    permission=ONESELF,
    label=Text("Ajouter une clé d’accès", "Add a passkey"),
    undo="identity.remove_passkey",
    proof=True,
    fields=_WHO | _NAME | {"credential": Text("Réponse du navigateur", "The browser’s answer")},
)
def add_passkey(
    username: UserRef, *, name: KeyName, credential: Credential, ticket: Annotated[str, Field(max_length=2000)]
) -> RecoveryCodes:
    """Register a key of one's device, which `GET /account/passkey` asked the browser for."""
    user = _oneself(username)
    found = passkeys.registered(user, credential, ticket)
    if Passkey.objects.filter(credential=found.credential).exists():
        raise PasskeyKnown
    key = Passkey.objects.create(
        user=user,
        credential=found.credential,
        public_key=found.public_key,
        name=name,
        transports=found.transports,
        synced=found.synced,
        created_at=clock.now(),
    )
    PasskeyUse.objects.create(passkey=key, sign_count=found.sign_count)
    tell_of(user, "passkey_added")
    return _codes_if_none(user)


@action(permission=ONESELF, label=Text("Renommer une clé d’accès", "Rename a passkey"), fields=_WHO | _PASSKEY | _NAME)
def rename_passkey(username: UserRef, *, passkey: int, name: KeyName) -> None:
    """Call one's key something else."""
    key = _key(_oneself(username), passkey)
    key.name = name
    key.save(update_fields=["name"])


@action(
    permission=ONESELF,
    label=Text("Retirer une clé d’accès", "Remove a passkey"),
    harmful=True,
    proof=True,
    fields=_WHO | _PASSKEY,
)
def remove_passkey(username: UserRef, *, passkey: int) -> None:
    """Accept one's key no longer; refused when a role demands a second factor and this is the last."""
    user = _oneself(username)
    _key(user, passkey).delete()
    _keep_one(user)
    tell_of(user, "passkey_removed")


@action(
    permission=ADMIN,
    label=Text("Réinitialiser la double vérification", "Reset the second factor"),
    harmful=True,
    proof=True,
    fields=_WHO | {"reason": Text("Raison", "Reason")},
)
def reset_second_factors(username: UserRef, *, reason: Reason) -> None:
    """Take every second factor of somebody away (his phone is gone); his sessions end."""
    user = person_named(username)
    within_reach(user.roles.all())
    for rows in (Totp, RecoveryCode, Passkey):
        rows.objects.filter(user=user).delete()
    Session.objects.filter(user=user).delete()
    tell_of(user, "factors_reset")


@action(
    permission=ADMIN,
    label=Text("Exiger la double vérification", "Demand a second factor"),
    harmful=True,
    proof=True,
    fields={"role": Text("Rôle", "Role"), "demanded": Text("Exigée", "Demanded")},
)
def demand_second_factor(role: RoleRef, *, demanded: bool) -> None:
    """Let a role's holders do nothing, when they log in by password, before they have set up a second factor."""
    found = roles_named([role])[0]
    within_reach([found])
    found.second_factor = demanded
    found.save(update_fields=["second_factor"])


def _oneself(username: str) -> User:
    user = person_named(username, or_oneself=True)
    if current_actor().kind != "system" and not is_oneself(user):
        raise OnlyOneself
    return user


def _key(user: User, number: int) -> Passkey:
    found = Passkey.objects.filter(user=user, pk=number).first()
    if found is None:
        raise NotFound(what=str(number))
    return found


def _codes_if_none(user: User) -> RecoveryCodes:
    if RecoveryCode.objects.filter(user=user, used_at=None).exists():
        return RecoveryCodes([])
    return RecoveryCodes(list(factors.new_recovery_codes(user)))


def _keep_one(user: User) -> None:
    if second_factors(user.pk):
        return
    if Role.objects.filter(users=user, second_factor=True).exists():
        raise SecondFactorNeeded
    RecoveryCode.objects.filter(user=user).delete()
