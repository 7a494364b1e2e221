"""Roles: sets of permissions, the shipped ones editable too."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.identity.errors import RoleExists, UnknownPermissions
from gigafibre.identity.models import Role
from gigafibre.identity.permissions import known_permissions
from gigafibre.identity.queries import permissions_of
from gigafibre.identity.reach import ALL, allowed_within, keep_an_administrator, within_reach
from gigafibre.identity.refs import ADMIN, RoleRef, roles_named
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

RoleName = Annotated[str, Field(min_length=2, max_length=64)]
Permissions = Annotated[list[Annotated[str, Field(max_length=80)]], Field(max_length=500)]

_FIELDS = {
    "name_fr": Text("Nom français", "French name"),
    "name_en": Text("Nom anglais", "English name"),
    "permissions": Text("Permissions", "Permissions"),
}


@action(
    permission=ADMIN,
    label=Text("Créer un rôle", "Create a role"),
    proof=True,
    fields=_FIELDS | {"code": Text("Code", "Code")},
)
def create_role(code: RoleRef, *, name_fr: RoleName, name_en: RoleName, permissions: Permissions) -> str:
    """Make a new role; returns its code."""
    if Role.objects.filter(code=code).exists():
        raise RoleExists(role=code)
    wanted = checked(permissions)
    allowed_within(wanted)
    Role.objects.create(code=code, name_fr=name_fr, name_en=name_en, permissions=wanted)
    return code


@action(
    permission=ADMIN,
    label=Text("Modifier un rôle", "Edit a role"),
    harmful=True,
    proof=True,
    fields=_FIELDS | {"role": Text("Rôle", "Role")},
)
def edit_role(
    role: RoleRef, *, permissions: Permissions, name_fr: RoleName | None = None, name_en: RoleName | None = None
) -> None:
    """Give a role exactly these permissions; whoever holds it has them from his next request on."""
    found = roles_named([role])[0]
    wanted = checked(permissions)
    within_reach([found])
    allowed_within(wanted)
    with keep_an_administrator():
        shipped = permissions_of(found.code, None)
        # A role put back to what it came with follows the platform again.
        found.permissions = None if shipped and shipped == frozenset(wanted) else wanted
        found.name_fr = name_fr or found.name_fr
        found.name_en = name_en or found.name_en
        found.save()


def checked(permissions: list[str]) -> list[str]:
    """Return permissions sorted, or refuse unknown ones (UnknownPermissions)."""
    known = known_permissions()
    apps = {f"{code.split('.')[0]}.*" for code in known}
    if unknown := sorted(set(permissions) - known - apps - {ALL}):
        raise UnknownPermissions(permissions=", ".join(unknown))
    return sorted(set(permissions))
