"""Who works in the field: technicians, their skills, hours and absences; tags and crews."""

from __future__ import annotations

import datetime
from decimal import Decimal
from typing import Annotated, Literal

from django.db import IntegrityError, transaction
from pydantic import Field

from gigafibre.dispatch.errors import AbsentTwice, UserTaken
from gigafibre.dispatch.models import Absence, Crew, Tag, Technician, TechnicianTag, WorkingHours
from gigafibre.dispatch.refs import (
    Clock,
    Code,
    CrewRef,
    Phone,
    TagRef,
    TechnicianRef,
    crew_named,
    tag_named,
    technician_named,
)
from gigafibre.identity.refs import UserRef, person_named
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.money import Amount
from gigafibre.kernel.refs import Line
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text

Name = Annotated[str, Field(min_length=2, max_length=160)]
Words = Annotated[str, Field(min_length=1, max_length=64)]
Colour = Annotated[str, Field(pattern=r"^#[0-9A-Fa-f]{6}$", json_schema_extra={"format": "color"})]
Cost = Annotated[Amount, Field(ge=0)]
WHO = {"technician": Text("Technicien", "Technician")}
FACTS = {
    "name": Text("Nom", "Name"),
    "user": Text("Utilisateur", "User"),
    "phone": Text("Téléphone", "Phone"),
    "colour": Text("Couleur", "Colour"),
    "crew": Text("Équipe", "Crew"),
    "cost_per_hour": Text("Coût de l’heure", "Cost per hour"),
}
COLOURS = ("#0A7568", "#2F6FDB", "#B4530A", "#8B3DB8", "#B3261E", "#4B6B12", "#0E7C9B", "#8A5A00")


@action(permission="dispatch.edit", label=Text("Ajouter un technicien", "Add a technician"), fields=FACTS)
def create_technician(
    name: Name,
    *,
    user: UserRef | None = None,
    phone: Phone = "",
    colour: Colour | None = None,
    crew: CrewRef | None = None,
    cost_per_hour: Cost = Decimal(0),
) -> str:
    """Add one who works in the field, as a user who logs in or without; returns his number. Weekdays 8 to 17."""
    person = person_named(user) if user else None
    taken = Technician.objects.filter(user=person).first() if person else None
    if taken is not None:
        raise UserTaken(user=user, technician=taken.number)
    made = Technician.objects.create(
        number=numbers.take_one("technician"),
        user_id=person.pk if person else None,
        name=name,
        phone=phone,
        colour=colour or COLOURS[Technician.objects.count() % len(COLOURS)],
        crew=crew_named(crew) if crew else None,
        cost_per_hour=cost_per_hour,
        created_at=clock.now(),
    )
    WorkingHours.objects.bulk_create(
        WorkingHours(technician=made, weekday=day, starts=datetime.time(8), ends=datetime.time(17)) for day in range(5)
    )
    return made.number


@action(
    permission="dispatch.edit",
    label=Text("Modifier un technicien", "Edit a technician"),
    fields=WHO | FACTS | {"active": Text("Sur le terrain", "In the field")},
)
def edit_technician(
    technician: TechnicianRef,
    *,
    name: Name | None = None,
    phone: Phone | None = None,
    colour: Colour | None = None,
    crew: CrewRef | Literal[""] | None = None,
    cost_per_hour: Cost | None = None,
    active: bool | None = None,
    user: UserRef | None = None,
) -> None:
    """Change what is said of a technician; what isn't given stays, an empty crew takes him out of his."""
    found = Technician.objects.select_for_update().get(pk=technician_named(technician).pk)
    given = {"name": name, "phone": phone, "colour": colour, "cost_per_hour": cost_per_hour, "active": active}
    changed = [field for field, value in given.items() if value is not None]
    for field in changed:
        setattr(found, field, given[field])
    if crew is not None:
        found.crew = crew_named(crew) if crew else None
        changed.append("crew")
    if user is not None:
        person = person_named(user)
        taken = Technician.objects.filter(user_id=person.pk).exclude(pk=found.pk).first()
        if taken is not None:
            raise UserTaken(user=user, technician=taken.number)
        found.user_id = person.pk
        changed.append("user")
    if changed:
        found.save(update_fields=changed)


@action(
    permission="dispatch.edit",
    label=Text("Noter une compétence", "Set a skill"),
    fields=WHO | {"tag": Text("Étiquette", "Tag"), "level": Text("Niveau (0 : aucune)", "Level (0: none)")},
)
def set_skill(technician: TechnicianRef, *, tag: TagRef, level: Annotated[int, Field(ge=0, le=5)]) -> None:
    """Say at which level, 1 to 5, a technician holds a tag; 0 takes it away."""
    who, what = technician_named(technician), tag_named(tag)
    if level == 0:
        TechnicianTag.objects.filter(technician=who, tag=what).delete()
        return
    TechnicianTag.objects.update_or_create(technician=who, tag=what, defaults={"level": level})


@action(
    permission="dispatch.edit",
    label=Text("Régler les heures de travail", "Set working hours"),
    fields=WHO
    | {
        "weekday": Text("Jour (0 : lundi)", "Weekday (0: Monday)"),
        "starts": Text("De", "From"),
        "ends": Text("À", "To"),
    },
)
def set_working_hours(
    technician: TechnicianRef,
    *,
    weekday: Annotated[int, Field(ge=0, le=6)],
    starts: Clock | None = None,
    ends: Clock | None = None,
) -> None:
    """Say when a technician works on a weekday; without hours he doesn't."""
    who = technician_named(technician)
    WorkingHours.objects.filter(technician=who, weekday=weekday).delete()
    if starts is not None and ends is not None:
        WorkingHours.objects.create(technician=who, weekday=weekday, starts=starts, ends=ends)


@action(
    permission="dispatch.edit",
    label=Text("Noter une absence", "Record an absence"),
    undo="dispatch.remove_absence",
    fields=WHO
    | {
        "starts_on": Text("Du", "From"),
        "ends_on": Text("Au (exclu)", "Until (without that day)"),
        "reason": Text("Raison", "Reason"),
    },
)
def add_absence(
    technician: TechnicianRef, *, starts_on: datetime.date, ends_on: datetime.date, reason: Line = ""
) -> int:
    """Record days on which a technician doesn't work; returns the absence's id."""
    who = technician_named(technician)
    try:
        with transaction.atomic():
            made = Absence.objects.create(technician=who, starts_on=starts_on, ends_on=ends_on, reason=reason)
    except IntegrityError as error:
        if "no_day_absent_twice" in str(error):
            raise AbsentTwice(technician=technician) from error
        raise
    return int(made.pk)


@action(
    permission="dispatch.edit",
    label=Text("Retirer une absence", "Remove an absence"),
    harmful=True,
    undo="dispatch.add_absence",
    fields={"absence": Text("Absence", "Absence")},
)
def remove_absence(absence: Annotated[int, Field(ge=1)]) -> None:
    """Take an absence back: the technician works after all."""
    found = Absence.objects.select_related("technician").filter(pk=absence).first()
    if found is None:
        raise NotFound(what=str(absence))
    days = {"starts_on": found.starts_on, "ends_on": found.ends_on}
    taken_back_by("dispatch.add_absence", technician=found.technician.number, **days, reason=found.reason)
    found.delete()


@action(
    permission="dispatch.templates",
    label=Text("Enregistrer une étiquette", "Save a tag"),
    fields={
        "code": Text("Code", "Code"),
        "kind": Text("Genre", "Kind"),
        "name_fr": Text("Nom français", "French name"),
        "name_en": Text("Nom anglais", "English name"),
        "active": Text("Active", "Active"),
    },
)
def save_tag(
    code: TagRef,
    *,
    kind: Literal["skill", "service", "region"] = "skill",
    name_fr: Words,
    name_en: Words,
    active: bool = True,
) -> None:
    """Make a tag or change the one of this code."""
    values = {"kind": kind, "name_fr": name_fr, "name_en": name_en, "active": active}
    Tag.objects.update_or_create(code=code, defaults=values)


@action(
    permission="dispatch.edit",
    label=Text("Enregistrer une équipe", "Save a crew"),
    fields={"code": Text("Code", "Code"), "name": Text("Nom", "Name"), "active": Text("Active", "Active")},
)
def save_crew(code: Code, *, name: Annotated[str, Field(min_length=2, max_length=80)], active: bool = True) -> None:
    """Make a crew or change the one of this code."""
    Crew.objects.update_or_create(code=code, defaults={"name": name, "active": active})
