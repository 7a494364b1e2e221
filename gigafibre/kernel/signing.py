"""Signed links: tokens that carry a payload for one purpose until a moment, and that nobody else can make.

A token is base64url of `expiry (4 bytes, seconds since 1970) · payload (UTF-8) · HMAC-SHA256, its first 128 bits`
(RFC 4868 keeps as many): short enough for a QR code that a phone reads from a folded letter. Each purpose has its own
key, derived from the kept secret, so that a token made for one is worth nothing for another. The payload is signed,
not hidden.

Rotation: `SECRET_KEY` signs, `SECRET_KEY_FALLBACKS` still verify. The same input gives the same token.
"""

import hmac
import struct
from base64 import urlsafe_b64decode, urlsafe_b64encode
from collections.abc import Sequence
from datetime import UTC, datetime
from hashlib import sha256

from django.conf import settings

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text

_SIGNATURE_BYTES = 16
_EXPIRY = struct.Struct(">I")
_LONGEST = 2048


class TokenRefused(Refusal):
    """A signed link is worth nothing; `code` says why."""


class TokenExpired(TokenRefused):
    """The link was ours, and its time is over."""

    code, status = "link_expired", 410
    text = Text("Ce lien n’est plus valide. Demandez-en un nouveau.", "This link has expired. Ask for a new one.")


class TokenTampered(TokenRefused):
    """The link was not made by us for this purpose, or somebody changed it."""

    code, status = "link_invalid", 400
    text = Text("Ce lien n’est pas valide. Demandez-en un nouveau.", "This link is not valid. Ask for a new one.")


def make_token(purpose: str, payload: str, expires_at: datetime, *, secrets: Sequence[str] | None = None) -> str:
    """Sign a payload for one purpose until an instant (whole seconds, UTC), with the newest of the kept secrets."""
    if expires_at.tzinfo is None:
        raise ValueError("expires_at needs a time zone")
    signed = _EXPIRY.pack(int(expires_at.timestamp())) + payload.encode()
    if len(signed) > _LONGEST:
        raise ValueError(f"a payload has at most {_LONGEST - _EXPIRY.size} bytes")
    return urlsafe_b64encode(signed + _signature(_secrets(secrets)[0], purpose, signed)).rstrip(b"=").decode()


def read_token(purpose: str, token: str, now: datetime, *, secrets: Sequence[str] | None = None) -> str:
    """Return the payload of a token made for this purpose; raises TokenTampered, or TokenExpired when it is over."""
    signed, given = _parts(token)
    # Every secret is tried, whichever fits, and each comparison takes the same time: nothing is learned from a refusal.
    fits = [hmac.compare_digest(_signature(secret, purpose, signed), given) for secret in _secrets(secrets)]
    if not any(fits):
        raise TokenTampered
    if now >= datetime.fromtimestamp(_EXPIRY.unpack_from(signed)[0], UTC):
        raise TokenExpired
    return signed[_EXPIRY.size :].decode()


def _secrets(given: Sequence[str] | None) -> Sequence[str]:
    return given if given is not None else [settings.SECRET_KEY, *map(str, settings.SECRET_KEY_FALLBACKS)]


def _signature(secret: str, purpose: str, signed: bytes) -> bytes:
    key = hmac.digest(secret.encode(), b"gigafibre.signing " + purpose.encode(), sha256)
    return hmac.digest(key, signed, sha256)[:_SIGNATURE_BYTES]


def _parts(token: str) -> tuple[bytes, bytes]:
    """Split a token into what is signed and the signature; raises TokenTampered for what can't be one of ours."""
    if len(token) > _LONGEST * 2 or not token.isascii():
        raise TokenTampered
    try:
        raw = urlsafe_b64decode(token + "=" * (-len(token) % 4))
    except ValueError:
        raise TokenTampered from None
    # One token has one spelling: base64 would forgive foreign characters and loose bits at the end.
    if urlsafe_b64encode(raw).rstrip(b"=").decode() != token or len(raw) < _EXPIRY.size + _SIGNATURE_BYTES:
        raise TokenTampered
    return raw[:-_SIGNATURE_BYTES], raw[-_SIGNATURE_BYTES:]
