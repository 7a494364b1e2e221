"""How actions name people: by user name; one's own needs no further permission."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.identity.models import Department, Role, User
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.errors import Forbidden, NotFound

RoleRef = Annotated[str, Field(pattern=r"^[a-z0-9-]+$", max_length=32, json_schema_extra={"format": "ref:role"})]
DepartmentRef = Annotated[
    str, Field(pattern=r"^[a-z0-9-]+$", max_length=32, json_schema_extra={"format": "ref:department"})
]
ADMIN = "identity.admin"

UserRef = Annotated[str, Field(pattern=r"^\S(.*\S)?$", max_length=64, json_schema_extra={"format": "ref:user"})]


def person_named(username: str, *, or_oneself: bool = False) -> User:
    """Return a person locked for change, or refuse; `or_oneself`: others than oneself take identity.admin."""
    user = User.objects.select_for_update().filter(username__iexact=username).first()
    actor = current_actor()
    if or_oneself and not actor.may(ADMIN) and (user is None or not is_oneself(user)):
        raise Forbidden(permission=ADMIN)
    if user is None:
        raise NotFound(what=username)
    return user


def is_oneself(user: User) -> bool:
    """Say whether whoever acts is this person."""
    actor = current_actor()
    return actor.kind == "staff" and actor.id == user.pk


def roles_named(codes: list[str]) -> list[Role]:
    """Return roles by code, or refuse the first unknown one."""
    found = {role.code: role for role in Role.objects.filter(code__in=codes)}
    for code in codes:
        if code not in found:
            raise NotFound(what=code)
    return [found[code] for code in dict.fromkeys(codes)]


def department_named(code: str) -> Department:
    """Return a department by code, or refuse."""
    found = Department.objects.filter(code=code).first()
    if found is None:
        raise NotFound(what=code)
    return found
