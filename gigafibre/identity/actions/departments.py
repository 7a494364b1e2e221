"""Departments: who answers for what."""

from __future__ import annotations

from typing import Annotated

from pydantic import Field

from gigafibre.identity.models import Department
from gigafibre.identity.reach import within_reach
from gigafibre.identity.refs import ADMIN, DepartmentRef, UserRef, department_named, person_named
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

DepartmentName = Annotated[str, Field(min_length=2, max_length=64)]


@action(
    permission=ADMIN,
    label=Text("Enregistrer un département", "Save a department"),
    fields={
        "code": Text("Code", "Code"),
        "name_fr": Text("Nom français", "French name"),
        "name_en": Text("Nom anglais", "English name"),
    },
)
def save_department(code: DepartmentRef, *, name_fr: DepartmentName, name_en: DepartmentName) -> None:
    """Make a department or rename the one of this code."""
    Department.objects.update_or_create(code=code, defaults={"name_fr": name_fr, "name_en": name_en})


@action(
    permission=ADMIN,
    label=Text("Placer dans des départements", "Put into departments"),
    fields={"username": Text("Personne", "Person"), "departments": Text("Départements", "Departments")},
)
def set_departments(username: UserRef, *, departments: Annotated[list[DepartmentRef], Field(max_length=20)]) -> None:
    """Put somebody into exactly these departments."""
    user = person_named(username)
    within_reach(user.roles.all())
    user.departments.set([department_named(code) for code in departments])
