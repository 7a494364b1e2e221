"""What crosses HTTP about people and their sessions."""

from __future__ import annotations

from datetime import datetime
from typing import Any, Literal
from uuid import UUID

from ninja import Schema
from pydantic import ConfigDict, Field, SecretStr

from gigafibre.identity.queries import Duty, Language, Theme, Way


class LoginIn(Schema):
    """A name and a password."""

    model_config = ConfigDict(extra="forbid")

    username: str = Field(min_length=1, max_length=150)
    # Longer ones are refused before the costly hash.
    password: SecretStr = Field(min_length=1, max_length=1000)


class CodeIn(Schema):
    """A code of the phone, or a recovery code."""

    model_config = ConfigDict(extra="forbid")

    code: SecretStr = Field(min_length=6, max_length=40)


class PasskeyIn(Schema):
    """What the browser's WebAuthn answered."""

    model_config = ConfigDict(extra="forbid")

    credential: dict[str, Any]


class PasskeyQuestion(Schema):
    """What the browser is to sign with a passkey, as its WebAuthn takes it."""

    options: dict[str, Any]


class ProofIn(Schema):
    """One way to prove again who one is."""

    model_config = ConfigDict(extra="forbid")

    password: SecretStr | None = Field(None, min_length=1, max_length=1000)
    code: SecretStr | None = Field(None, min_length=6, max_length=40)
    credential: dict[str, Any] | None = None


class ProofWays(Schema):
    """How a person may prove again who he is; none: nothing asks him here."""

    ways: list[Way]


class LoginWays(Schema):
    """How one may come in beside the password: the name of the company's own login, or empty; whether a letter helps
    who forgot his password.
    """

    openid: str
    forgotten: bool


class ForgottenIn(Schema):
    """A user name or an email, as somebody remembers it."""

    model_config = ConfigDict(extra="forbid")

    name: str = Field(min_length=1, max_length=254)


class LinkIn(Schema):
    """What a letter's link carries; a link cut short carries nothing."""

    model_config = ConfigDict(extra="forbid")

    token: SecretStr = Field(max_length=300)


class ChosenIn(LinkIn):
    """A password chosen by a link."""

    password: SecretStr = Field(min_length=1, max_length=1000)


class LinkOut(Schema):
    """Whose link it is, and what for: `invitation` or `forgotten`; whether his roles demand a second factor."""

    kind: Literal["invitation", "forgotten"]
    username: str
    display_name: str
    second_factor_demanded: bool


class MappedGroup(Schema):
    """A group of the provider, and the roles it gives here."""

    group: str
    roles: list[str]


class LoginProviderOut(Schema):
    """The company's own login, without its secret; `callback` is the address the provider must know."""

    name: str
    issuer: str
    client_id: str
    has_secret: bool
    scopes: str
    groups_claim: str
    on: bool
    callback: str
    logout: str
    groups: list[MappedGroup]


class SecondStep(Schema):
    """The password was good: which second factors the person can give, and the CSRF token."""

    ways: list[Way]
    csrf: str


class PasskeyInvitation(Schema):
    """What the browser is asked to make a passkey for, and the ticket its answer comes back with."""

    options: dict[str, Any]
    ticket: str


class PasskeyOut(Schema):
    """One passkey; `synced`: its maker copies it to the person's other devices."""

    id: int
    name: str
    synced: bool
    created_at: datetime
    used_at: datetime | None


class OwnAccountOut(Schema):
    """How one logs in; `totp_since` is empty while no phone is connected."""

    username: str
    email: str
    has_password: bool
    totp_since: datetime | None
    recovery_codes: int
    passkeys: list[PasskeyOut]
    second_factor_demanded: bool


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
    """Who is logged in, what he may do (spelled out, no wildcards), whose platform it is, and the CSRF token.

    `duties`: what he must do on his account before he may do anything else; `way`: how he came in.
    """

    user: SessionUser
    permissions: list[str]
    duties: list[Duty]
    way: str
    provider: Provider
    csrf: str


class RolesThatMay(Schema):
    """A permission, and the roles that hold it in the reader's language."""

    permission: str
    roles: list[str]


class PermissionOut(Schema):
    """One permission in words."""

    code: str
    label: str


class PermissionList(Schema):
    """Every permission there is."""

    items: list[PermissionOut]


class SwitchOut(Schema):
    """One switch: what it lets act by itself, whether it is on, who turned it last and why."""

    code: str
    label: str
    about: str
    on: bool
    on_since: datetime | None
    changed_by: str
    changed_at: datetime | None
    reason: str


class SwitchList(Schema):
    """Every switch."""

    items: list[SwitchOut]


class SessionLineOut(Schema):
    """One logged-in browser; `current` is the one that asks."""

    id: UUID
    username: str
    address: str
    agent: str
    created_at: datetime
    seen_at: datetime
    current: bool


class SessionList(Schema):
    """Logged-in browsers."""

    items: list[SessionLineOut]


class NoticeOut(Schema):
    """One notice of the bell; `url` is an address of the ops application, or empty."""

    id: int
    kind: str
    text: str
    url: str
    at: datetime
    read: bool


class NoticeList(Schema):
    """One's notices, newest first, and how many are unread in all."""

    items: list[NoticeOut]
    unread: int
    next_cursor: str | None


class SavedViewOut(Schema):
    """One saved view of a list; `name` is what the address calls it (`v12`), `label` what people do."""

    id: int
    name: str
    label: str
    filters: dict[str, str]
    sort: str
    columns: list[str]
    shared: bool
    owner: str
    mine: bool
    may_change: bool


class SavedViewList(Schema):
    """The saved views of a list that the reader sees; `first` is the one it opens in for him, empty: as it ships."""

    items: list[SavedViewOut]
    first: str
    may_share: bool
