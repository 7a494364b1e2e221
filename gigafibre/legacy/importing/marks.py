"""Keyed hashes of secrets: by them a change is known without keeping, or showing, what they hide."""

from __future__ import annotations

import hashlib
import hmac
import uuid

from django.conf import settings

from gigafibre.kernel.encrypted import unseal


def mark_of(*clear: str) -> uuid.UUID:
    """Return a keyed hash of clear secrets, by which a change is known without keeping them."""
    digest = hmac.new(settings.SECRET_KEY.encode(), "\0".join(clear).encode(), hashlib.sha256).digest()
    return uuid.UUID(bytes=digest[:16])


def mark_of_sealed(*sealed: str) -> uuid.UUID | None:
    """Return the mark of what sealed texts hide, or None when they hide nothing."""
    clear = [unseal(one) for one in sealed]
    return mark_of(*clear) if any(clear) else None


def told(mark: uuid.UUID | None, secrets: int) -> uuid.UUID | None:
    """Return a mark, or None when it is that of so many empty texts."""
    return None if mark is None or mark == mark_of(*[""] * secrets) else mark
