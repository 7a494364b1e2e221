"""Referral codes: HMAC-SHA256 of the customer number, its first 30 bits in Crockford base32; no database."""

from __future__ import annotations

import hmac
from hashlib import sha256

ALPHABET = "0123456789ABCDEFGHJKMNPQRSTVWXYZ"
_READ = str.maketrans("OIL", "011")
LENGTH = 6


def code_of(key: bytes, name: str, draw: int = 0) -> str:
    """Return a customer's code; another draw gives another one, for when the first is somebody's already."""
    message = name if draw == 0 else f"{name}#{draw}"
    bits = int.from_bytes(hmac.digest(key, message.encode(), sha256)[:4]) >> 2
    return "".join(ALPHABET[bits >> shift & 31] for shift in range(25, -1, -5))


def read_code(typed: str) -> str:
    """Return a code as it is kept: lower case, O for 0, I or L for 1, spaces and dashes are forgiven."""
    return typed.upper().replace(" ", "").replace("-", "").translate(_READ)
