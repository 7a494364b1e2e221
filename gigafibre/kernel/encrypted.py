"""Secrets at rest: a text column that holds ciphertext, with keys that can be rotated."""

from __future__ import annotations

from functools import lru_cache
from typing import TYPE_CHECKING, Any

from cryptography.fernet import Fernet, InvalidToken, MultiFernet
from django.conf import settings
from django.db import models

if TYPE_CHECKING:
    TextField = models.TextField[Any, Any]
else:
    TextField = models.TextField


class UndecipherableSecret(Exception):
    """None of the configured keys opens a stored secret: a key was lost, or the row was tampered with."""


@lru_cache
def _box(keys: tuple[str, ...]) -> MultiFernet:
    return MultiFernet([Fernet(key) for key in keys])


def box() -> MultiFernet:
    """Return the box of the current keys: the first encrypts, all of them open."""
    return _box(tuple(settings.FIELD_KEYS))


def seal(clear: str) -> str:
    """Encrypt a text with the newest key."""
    return box().encrypt(clear.encode()).decode() if clear else ""


def unseal(stored: str) -> str:
    """Decrypt a stored text with whichever key fits."""
    if not stored:
        return ""
    try:
        return box().decrypt(stored.encode()).decode()
    except InvalidToken as error:
        raise UndecipherableSecret("no configured key opens this secret") from error


def mask(clear: str, shown: int = 4) -> str:
    """Return what may be shown of a secret: `••••4821`."""
    return "••••" + clear[-shown:] if len(clear) > shown else "••••"


class EncryptedField(TextField):
    """A text kept encrypted (Fernet): AES-128-CBC with HMAC-SHA256; reading it is audited by the verb that reads."""

    def get_prep_value(self, value: Any) -> Any:
        return value if value is None else seal(str(value))

    def from_db_value(self, value: Any, expression: Any, connection: Any) -> Any:
        return value if value is None else unseal(value)


def encrypted_columns() -> list[tuple[type[models.Model], str]]:
    """Return every (model, column) that holds ciphertext."""
    from django.apps import apps

    return [
        (model, str(field.column))
        for model in apps.get_models()
        for field in model._meta.get_fields()
        if isinstance(field, EncryptedField)
    ]
