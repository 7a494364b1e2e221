"""How actions name what is dispatch's: jobs and technicians by number, the rest by code."""

from __future__ import annotations

from datetime import time
from typing import Annotated
from uuid import UUID

from pydantic import AwareDatetime, Field

from gigafibre.crm.refs import Phone as Phone
from gigafibre.dispatch.errors import NoSuchCrew, NoSuchTag, NoSuchTechnician, NoSuchTemplate
from gigafibre.dispatch.models import ChainTemplate, ChecklistTemplate, Crew, Tag, Technician
from gigafibre.kernel.card_numbers import NoCardNumber
from gigafibre.kernel.rows import one

_CODE = r"^[a-z0-9][a-z0-9-]*$"


JobRef = Annotated[str, Field(pattern=r"^DJ-\d+$", max_length=16, json_schema_extra={"format": "ref:job"})]
TechnicianRef = Annotated[
    str, Field(pattern=r"^DT-\d+$", max_length=16, json_schema_extra={"format": "ref:technician"})
]
TagRef = Annotated[str, Field(pattern=_CODE, max_length=32, json_schema_extra={"format": "ref:tag"})]
CrewRef = Annotated[str, Field(pattern=_CODE, max_length=32, json_schema_extra={"format": "ref:crew"})]
TemplateRef = Annotated[str, Field(pattern=_CODE, max_length=40, json_schema_extra={"format": "ref:job_template"})]
Code = Annotated[str, Field(pattern=_CODE, max_length=40)]
#: A file hung on the job that the same input names: uploaded there first, by its key.
FileOfJob = Annotated[UUID, Field(json_schema_extra={"format": "file", "on": "job"})]
Title = Annotated[str, NoCardNumber, Field(min_length=1, max_length=160)]
Contract = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]*$", max_length=32)]
Minutes = Annotated[int, Field(ge=5, le=6000)]
Level = Annotated[int, Field(ge=1, le=5)]
Position = Annotated[int, Field(ge=1)]
Clock = time
#: A moment with its zone: a phone says which of two o’clocks it means.
Instant = AwareDatetime


def technician_named(number: str) -> Technician:
    """Return a technician by number, or refuse."""
    found = one(Technician, number=number)
    if found is None:
        raise NoSuchTechnician(technician=number)
    return found


def tag_named(code: str) -> Tag:
    """Return a tag by code, or refuse."""
    found = one(Tag, code=code)
    if found is None:
        raise NoSuchTag(tag=code)
    return found


def crew_named(code: str) -> Crew:
    """Return a crew by code, or refuse."""
    found = Crew.objects.filter(code=code, active=True).first()
    if found is None:
        raise NoSuchCrew(crew=code)
    return found


def template_named(code: str) -> ChainTemplate:
    """Return a job template by code, or refuse."""
    found = ChainTemplate.objects.filter(code=code, active=True).first()
    if found is None:
        raise NoSuchTemplate(template=code)
    return found


def checklist_named(code: str) -> ChecklistTemplate:
    """Return a checklist by code, or refuse."""
    found = ChecklistTemplate.objects.filter(code=code, active=True).first()
    if found is None:
        raise NoSuchTemplate(template=code)
    return found
