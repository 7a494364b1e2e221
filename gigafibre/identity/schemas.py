"""What crosses HTTP about people and their sessions."""

from __future__ import annotations

from ninja import Schema
from pydantic import ConfigDict, Field, SecretStr

from gigafibre.identity.queries import Language, Theme


class LoginIn(Schema):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid")

    username: str = Field(min_length=1, max_length=150)
    # Longer ones are refused before the costly hash.
    password: SecretStr = Field(min_length=1, max_length=1000)


class PreferencesIn(Schema):
    """How a person likes it; what is left out stays."""

    model_config = ConfigDict(extra="forbid")

    language: Language | None = None
    theme: Theme | None = None


class SessionUser(Schema):
    """Who is logged in."""

    username: str
    display_name: str
    initials: str
    role_labels: list[str]
    language: Language
    theme: Theme


class Provider(Schema):
    """The provider whose platform this is."""

    name: str
    accent: str | None


class SessionOut(Schema):
    """Who is logged in, what he may do (spelled out, no wildcards), whose platform it is, and the CSRF token."""

    user: SessionUser
    permissions: list[str]
    provider: Provider
    csrf: str
