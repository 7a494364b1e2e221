"""Who comes in: a person by his session, a program by its token, and what each may do."""

from __future__ import annotations

from dataclasses import dataclass, replace
from hashlib import sha256
from typing import Any, Literal

from django.db import connection

from gigafibre.identity.models import Role, User
from gigafibre.identity.permissions import ONESELF, known_permissions
from gigafibre.identity.roles import SHIPPED
from gigafibre.kernel import clock, settings
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.text import Text

Language = Literal["fr", "en"]
Theme = Literal["light", "dark", "system"]
Duty = Literal["password", "second_factor"]
DUTIES: tuple[Duty, ...] = ("password", "second_factor")

PERSON = """
SELECT u.id, u.username, u.first_name, u.last_name, u.language, u.theme, u.password,
       coalesce(array_agg(r.code ORDER BY r.id) FILTER (WHERE r.id IS NOT NULL), '{}'),
       coalesce(jsonb_agg(jsonb_build_array(r.name_fr, r.name_en, r.permissions) ORDER BY r.id)
                FILTER (WHERE r.id IS NOT NULL), '[]'),
       u.password_to_change, coalesce(bool_or(r.second_factor), false),
       EXISTS (SELECT FROM identity_totp t WHERE t.user_id = u.id AND t.confirmed_at IS NOT NULL)
       OR EXISTS (SELECT FROM identity_passkey k WHERE k.user_id = u.id)
FROM identity_user u
LEFT JOIN identity_user_roles ur ON ur.user_id = u.id
LEFT JOIN identity_role r ON r.id = ur.role_id
WHERE u.id = %s AND u.is_active
GROUP BY u.id
"""


@dataclass(frozen=True)
class Company:
    """The provider's displayed name and accent colour (a CSS colour; None: the platform's own)."""

    name: str
    accent: str | None


@dataclass(frozen=True)
class Person:
    """Somebody logged in: who he is, how he likes it, what he may do."""

    id: int
    username: str
    display_name: str
    initials: str
    language: Language
    theme: Theme
    seal: str  # what a session must carry: a changed password changes it
    roles: tuple[str, ...]
    role_labels: tuple[Text, ...]
    permissions: frozenset[str]
    password_to_change: bool
    second_factor_demanded: bool
    second_factor: bool
    #: What he must do before anything else: `password`, `second_factor`.
    duties: tuple[Duty, ...] = ()

    def held_back(self, way: str) -> Person:
        """Return the person as he may act in a session begun this way: until his duties are done, on his account only.

        Who came by a passkey or through the provider's own login has proved enough by that.
        """
        ours = way in {"password", "totp", "recovery", "link"}
        open_ = {
            "password": ours and self.password_to_change,
            "second_factor": ours and self.second_factor_demanded and not self.second_factor,
        }
        duties = tuple(duty for duty in DUTIES if open_[duty])
        return replace(self, permissions=frozenset({ONESELF}), duties=duties) if duties else self

    @property
    def actor(self) -> Actor:
        """Who acts when this person does."""
        return Actor("staff", self.id, self.display_name, self.permissions)


def person(user_id: int) -> Person | None:
    """Return an active person by id, with roles, in one query; None for the disabled and unknown."""
    with connection.cursor() as cursor:
        cursor.execute(PERSON, [user_id])
        row = cursor.fetchone()
    if row is None:
        return None
    ident, username, first, last, language, theme, password, codes, roles, to_change, demanded, has = row
    facts: list[list[Any]] = _json(roles)
    permissions = {ONESELF}
    for code, (_, _, edited) in zip(codes, facts, strict=True):
        permissions |= permissions_of(code, edited)
    name = f"{first} {last}".strip() or username
    return Person(
        id=ident,
        username=username,
        display_name=name,
        initials=initials_of(name),
        language=language,
        theme=theme,
        seal=User(password=password).get_session_auth_hash(),
        roles=tuple(codes),
        role_labels=tuple(Text(fr, en) for fr, en, _ in facts),
        permissions=frozenset(permissions),
        password_to_change=to_change,
        second_factor_demanded=demanded,
        second_factor=has,
    )


def person_of_email(email: str) -> int | None:
    """Return the one active person of an email address, None for nobody or several."""
    found = list(User.objects.filter(email__iexact=email, is_active=True).values_list("pk", flat=True)[:2])
    return found[0] if email and len(found) == 1 else None


def who_may(permission: str) -> list[int]:
    """Return the active people who hold a permission, by id: whom to tell."""
    found = User.objects.filter(is_active=True).prefetch_related("roles").order_by("id")
    return [
        user.pk
        for user in found
        if any(
            Actor("staff", user.pk, "", permissions_of(role.code, role.permissions)).may(permission)
            for role in user.roles.all()
        )
    ]


def roles_that_may() -> dict[str, list[Text]]:
    """Return each known permission with the names of the roles that hold it, in the roles' own order; one query."""
    roles = [
        (Text(role.name_fr, role.name_en), Actor("staff", 0, "", permissions_of(role.code, role.permissions)))
        for role in Role.objects.order_by("id")
    ]
    return {code: [name for name, actor in roles if actor.may(code)] for code in sorted(known_permissions())}


def company() -> Company:
    """Return the provider as shown, in one query."""
    found = settings.many("company.name", "company.accent")
    return Company(found["company.name"], found["company.accent"])


def permissions_of(code: str, edited: list[str] | None) -> frozenset[str]:
    """Return a role's permissions: as edited, else as shipped."""
    if edited is not None:
        return frozenset(edited)
    shipped = SHIPPED.get(code)
    return shipped.permissions if shipped else frozenset()


def initials_of(name: str) -> str:
    """Return one or two capital letters for a name."""
    words = [word for word in name.replace("-", " ").split() if word[0].isalnum()]
    return "".join(word[0] for word in ([words[0], words[-1]] if len(words) > 1 else words)).upper()


def token_actor(secret: str) -> Actor | None:
    """Return the actor of a service token, noting its use once a minute; None if unknown, expired or revoked."""
    now = clock.now()
    with connection.cursor() as cursor:
        cursor.execute(
            "SELECT t.id, t.name, t.scopes, u.at IS NULL OR u.at < %(now)s - interval '1 minute' "
            "FROM identity_servicetoken t LEFT JOIN identity_tokenuse u ON u.token_id = t.id "
            "WHERE t.digest = %(digest)s AND t.revoked_at IS NULL AND (t.expires_at IS NULL OR t.expires_at > %(now)s)",
            {"digest": sha256(secret.encode()).hexdigest(), "now": now},
        )
        row = cursor.fetchone()
        if row is None:
            return None
        ident, name, scopes, stale = row
        if stale:
            cursor.execute(
                "INSERT INTO identity_tokenuse (token_id, at) VALUES (%(token)s, %(now)s) "
                "ON CONFLICT (token_id) DO UPDATE SET at = excluded.at",
                {"token": ident, "now": now},
            )
    return Actor("token", ident, name, frozenset(_json(scopes)))


def _json(value: Any) -> Any:
    """Return JSON from a raw cursor, which Django leaves as text."""
    import json

    return json.loads(value) if isinstance(value, str) else value
