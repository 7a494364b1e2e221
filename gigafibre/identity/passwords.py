"""What a password must be, said in both languages."""

from __future__ import annotations

import secrets
from typing import Annotated

from django.contrib.auth.password_validation import validate_password
from django.core.exceptions import ValidationError
from pydantic import Field, SecretStr

from gigafibre.identity.errors import WeakPassword
from gigafibre.identity.models import User
from gigafibre.kernel.errors import Detail
from gigafibre.kernel.text import Text

#: The longest that may be chosen; what was chosen longer before still lets in.
LONGEST = 128
#: A password as it comes in: written as stars wherever input is kept.
Password = Annotated[SecretStr, Field(min_length=1, max_length=1000, json_schema_extra={"format": "password"})]

_WORDS = {
    "password_too_short": Text("Au moins {min_length} caractères.", "At least {min_length} characters."),
    "password_too_long": Text("Au plus {max_length} caractères.", "At most {max_length} characters."),
    "password_too_common": Text("Trop répandu : on le devinerait.", "Too common: it would be guessed."),
    "password_too_similar": Text("Trop proche du nom ou du courriel.", "Too close to the name or the email."),
}
_OTHERWISE = Text("Ce mot de passe ne convient pas.", "This password will not do.")


def check_strength(password: SecretStr, user: User) -> None:
    """Refuse a weak password, with every reason (WeakPassword)."""
    try:
        if len(password.get_secret_value()) > LONGEST:
            raise ValidationError("", "password_too_long", {"max_length": LONGEST})
        validate_password(password.get_secret_value(), user)
    except ValidationError as error:
        details = []
        for one in error.error_list:
            text = _WORDS.get(one.code or "", _OTHERWISE).with_(**(one.params or {}))
            details.append(Detail("password", one.code or "weak", text))
        raise WeakPassword(*details) from error


def random_password() -> str:
    """Return a password nobody guesses, readable aloud: four groups of five."""
    letters = "abcdefghjkmnpqrstuvwxyz23456789"
    return "-".join("".join(secrets.choice(letters) for _ in range(5)) for _ in range(4))
