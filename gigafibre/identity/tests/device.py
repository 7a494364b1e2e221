"""What people prove themselves by, in software: a phone that makes codes, a device that keeps passkeys."""

from __future__ import annotations

import json
import secrets
from hashlib import sha256
from typing import Any
from urllib.parse import urlsplit

import cbor2
import pyotp
from cryptography.hazmat.primitives import hashes
from cryptography.hazmat.primitives.asymmetric import ec
from webauthn.helpers import bytes_to_base64url

from gigafibre.identity.factors import new_secret
from gigafibre.identity.models import Passkey, PasskeyUse, Totp, User
from gigafibre.kernel import clock

ORIGIN = "http://testserver"
_PRESENT, _VERIFIED, _KEY_INCLUDED = 0x01, 0x04, 0x40


def a_phone(user: User, *, confirmed: bool = True) -> str:
    """Connect a phone; returns its secret."""
    secret = new_secret()
    Totp.objects.create(user=user, secret=secret, confirmed_at=clock.now() if confirmed else None)
    return secret


def code_now(secret: str, *, off: int = 0) -> str:
    """Return the code a phone shows whose clock is off by so many half minutes."""
    return pyotp.TOTP(secret).generate_otp(int(clock.now().timestamp()) // 30 + off)


class Device:
    """Keeps one passkey (ES256) and counts its uses."""

    def __init__(self, origin: str = ORIGIN, *, verifies: bool = True) -> None:
        self.origin, self.count = origin, 0
        self.flags = _PRESENT | (_VERIFIED if verifies else 0)
        self.id = secrets.token_bytes(32)
        self.key = ec.generate_private_key(ec.SECP256R1())

    def make(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer an invitation to make a passkey."""
        told = self._authenticator(_KEY_INCLUDED) + bytes(16) + len(self.id).to_bytes(2, "big") + self.id + self._cose()
        attestation = cbor2.dumps({"fmt": "none", "attStmt": {}, "authData": told})
        answer = {"attestationObject": bytes_to_base64url(attestation), "transports": ["internal", "psychic"]}
        return self._credential({**answer, "clientDataJSON": self._client("webauthn.create", options)[0]})

    def sign(self, options: dict[str, Any]) -> dict[str, Any]:
        """Answer a question by signing it."""
        self.count += 1
        told = self._authenticator()
        client, raw = self._client("webauthn.get", options)
        signature = self.key.sign(told + sha256(raw).digest(), ec.ECDSA(hashes.SHA256()))
        answer = {"authenticatorData": bytes_to_base64url(told), "signature": bytes_to_base64url(signature)}
        return self._credential({**answer, "clientDataJSON": client})

    @property
    def public_key(self) -> bytes:
        """Return the key as we keep it."""
        return self._cose()

    def _authenticator(self, flags: int = 0) -> bytes:
        host = urlsplit(self.origin).hostname or ""
        return sha256(host.encode()).digest() + bytes([self.flags | flags]) + self.count.to_bytes(4, "big")

    def _cose(self) -> bytes:
        point = self.key.public_key().public_numbers()
        return cbor2.dumps({1: 2, 3: -7, -1: 1, -2: point.x.to_bytes(32, "big"), -3: point.y.to_bytes(32, "big")})

    def _client(self, kind: str, options: dict[str, Any]) -> tuple[str, bytes]:
        told = {"type": kind, "challenge": options["challenge"], "origin": self.origin, "crossOrigin": False}
        raw = json.dumps(told).encode()
        return bytes_to_base64url(raw), raw

    def _credential(self, response: dict[str, Any]) -> dict[str, Any]:
        name = bytes_to_base64url(self.id)
        return {"id": name, "rawId": name, "type": "public-key", "response": response, "clientExtensionResults": {}}


def a_passkey(user: User, device: Device, *, name: str = "Portable") -> Passkey:
    """Register a device's passkey."""
    key = Passkey.objects.create(
        user=user, credential=bytes_to_base64url(device.id), public_key=device.public_key, name=name
    )
    PasskeyUse.objects.create(passkey=key, sign_count=device.count)
    return key
