"""Technicians with what they can do and when; tags and crews to choose from."""

from __future__ import annotations

import datetime
from dataclasses import dataclass

from gigafibre.dispatch.errors import NoSuchTechnician
from gigafibre.dispatch.models import Crew, Tag, Technician
from gigafibre.kernel import clock
from gigafibre.kernel.money import Amount
from gigafibre.kernel.text import Text, current_language


@dataclass(frozen=True)
class HeldTag:
    """A tag held at a level."""

    tag: str
    name: str
    level: int


@dataclass(frozen=True)
class WorkingHoursOut:
    """When he works on a weekday (0 is Monday)."""

    weekday: int
    starts: datetime.time
    ends: datetime.time


@dataclass(frozen=True)
class AbsenceOut:
    """Days off, the last not included."""

    id: int
    starts_on: datetime.date
    ends_on: datetime.date
    reason: str


@dataclass(frozen=True)
class TechnicianPage:
    """One who works in the field; absences are those not over."""

    number: str
    name: str
    user: str | None
    phone: str
    colour: str
    crew: str | None
    status: str
    cost_per_hour: Amount
    active: bool
    tags: list[HeldTag]
    hours: list[WorkingHoursOut]
    absences: list[AbsenceOut]


@dataclass(frozen=True)
class TagOut:
    """A tag to choose."""

    code: str
    kind: str
    name: str
    name_fr: str
    name_en: str
    active: bool


@dataclass(frozen=True)
class CrewOut:
    """A crew and who is in it."""

    code: str
    name: str
    active: bool
    technicians: list[str]


def technician(number: str) -> TechnicianPage:
    """Return a technician by number, or refuse."""
    found = Technician.objects.select_related("user", "crew").filter(number=number).first()
    if found is None:
        raise NoSuchTechnician(technician=number)
    today = clock.today()
    return TechnicianPage(
        number=found.number,
        name=found.name,
        user=found.user.username if found.user else None,
        phone=found.phone,
        colour=found.colour,
        crew=found.crew.code if found.crew else None,
        status=found.status,
        cost_per_hour=found.cost_per_hour,
        active=found.active,
        tags=[
            HeldTag(t.tag.code, _name(t.tag), t.level) for t in found.tags.select_related("tag").order_by("tag__code")
        ],
        hours=[WorkingHoursOut(h.weekday, h.starts, h.ends) for h in found.hours.order_by("weekday")],
        absences=[
            AbsenceOut(a.pk, a.starts_on, a.ends_on, a.reason)
            for a in found.absences.filter(ends_on__gt=today).order_by("starts_on")
        ],
    )


def tags() -> list[TagOut]:
    """Return every tag, those in use first."""
    return [
        TagOut(t.code, t.kind, _name(t), t.name_fr, t.name_en, t.active)
        for t in Tag.objects.order_by("-active", "kind", "code")
    ]


def crews() -> list[CrewOut]:
    """Return every crew, those in use first."""
    found = Crew.objects.prefetch_related("technicians").order_by("-active", "name")
    return [CrewOut(c.code, c.name, c.active, sorted(t.number for t in c.technicians.all())) for c in found]


def _name(tag: Tag) -> str:
    return Text(tag.name_fr, tag.name_en).in_(current_language())
