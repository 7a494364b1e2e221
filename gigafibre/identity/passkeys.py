"""Passkeys (WebAuthn): a key of the person's device instead of a password, or beside it.

A challenge to register is signed and good for ten minutes; one to log in is kept in the session and good once.
"""

from __future__ import annotations

from dataclasses import dataclass
from datetime import timedelta
from typing import Any
from urllib.parse import urlsplit

import webauthn
from django.db import transaction
from django.http import HttpRequest
from webauthn.helpers import base64url_to_bytes, bytes_to_base64url, options_to_json_dict
from webauthn.helpers.exceptions import WebAuthnException
from webauthn.helpers.structs import (
    AuthenticatorSelectionCriteria,
    AuthenticatorTransport,
    PublicKeyCredentialDescriptor,
    ResidentKeyRequirement,
    UserVerificationRequirement,
)

from gigafibre.identity.errors import PasskeyCopied, PasskeyRefused
from gigafibre.identity.models import Passkey, PasskeyUse, User
from gigafibre.kernel import clock
from gigafibre.kernel.signing import TokenRefused, make_token, read_token

PURPOSE = "identity.passkey"
LASTS = timedelta(minutes=10)


@dataclass(frozen=True)
class Registered:
    """What a device told of a new key."""

    credential: str
    public_key: bytes
    sign_count: int
    synced: bool
    transports: list[str]


def origin_of(request: HttpRequest) -> str:
    """Return the origin that the browser must have signed for."""
    return f"{request.scheme}://{request.get_host()}"


def invitation(user_id: int, origin: str, provider: str) -> tuple[dict[str, Any], str]:
    """Return what the browser is asked to make a key for, and the ticket that its answer comes back with."""
    user = User.objects.get(pk=user_id)
    options = webauthn.generate_registration_options(
        rp_id=_host(origin),
        rp_name=provider,
        user_id=str(user.pk).encode(),
        user_name=user.username,
        user_display_name=user.display_name,
        authenticator_selection=AuthenticatorSelectionCriteria(
            resident_key=ResidentKeyRequirement.REQUIRED, user_verification=UserVerificationRequirement.REQUIRED
        ),
        exclude_credentials=_keys(user),
    )
    payload = f"{user.pk} {bytes_to_base64url(options.challenge)} {origin}"
    return options_to_json_dict(options), make_token(PURPOSE, payload, clock.now() + LASTS)


def registered(user: User, credential: dict[str, Any], ticket: str) -> Registered:
    """Check what the browser answered to `invitation`; PasskeyRefused if it isn't that."""
    try:
        owner, challenge, origin = read_token(PURPOSE, ticket, clock.now()).split(" ")
        if owner != str(user.pk):
            raise PasskeyRefused
        found = webauthn.verify_registration_response(
            credential=credential,
            expected_challenge=base64url_to_bytes(challenge),
            expected_rp_id=_host(origin),
            expected_origin=origin,
            require_user_verification=True,
        )
    except (WebAuthnException, TokenRefused, ValueError) as error:
        raise PasskeyRefused from error
    told = credential.get("response", {}).get("transports") or []
    known = {one.value for one in AuthenticatorTransport}
    return Registered(
        bytes_to_base64url(found.credential_id),
        found.credential_public_key,
        found.sign_count,
        found.credential_backed_up,
        [one for one in told if one in known],
    )


def question(origin: str, user: User | None = None) -> tuple[dict[str, Any], str]:
    """Return what the browser is asked to sign with a key (of this person, or with any), and its challenge."""
    options = webauthn.generate_authentication_options(
        rp_id=_host(origin),
        allow_credentials=_keys(user) if user else None,
        user_verification=UserVerificationRequirement.REQUIRED,
    )
    return options_to_json_dict(options), bytes_to_base64url(options.challenge)


def answered(credential: dict[str, Any], challenge: str, origin: str) -> User:
    """Return whose key signed the challenge, noting its use; PasskeyRefused, PasskeyCopied if its counter went back."""
    with transaction.atomic():
        key = Passkey.objects.select_related("user").filter(credential=str(credential.get("id", ""))).first()
        if key is None or not key.user.is_active:
            raise PasskeyRefused
        use = PasskeyUse.objects.select_for_update().get(pk=key.pk)
        try:
            found = webauthn.verify_authentication_response(
                credential=credential,
                expected_challenge=base64url_to_bytes(challenge),
                expected_rp_id=_host(origin),
                expected_origin=origin,
                credential_public_key=bytes(key.public_key),
                # Compared below, so that a copied key is told apart from a wrong answer.
                credential_current_sign_count=0,
                require_user_verification=True,
            )
        except (WebAuthnException, ValueError) as error:
            raise PasskeyRefused from error
        if (found.new_sign_count or use.sign_count) and found.new_sign_count <= use.sign_count:
            raise PasskeyCopied(name=key.name)
        use.sign_count, use.at = found.new_sign_count, clock.now()
        use.save()
    return key.user


def _keys(user: User) -> list[PublicKeyCredentialDescriptor]:
    return [
        PublicKeyCredentialDescriptor(
            id=base64url_to_bytes(key.credential), transports=[AuthenticatorTransport(one) for one in key.transports]
        )
        for key in user.passkeys.order_by("id")
    ]


def _host(origin: str) -> str:
    return urlsplit(origin).hostname or ""
