"""One job with all that was planned and done, and the jobs of a contract."""

from __future__ import annotations

import datetime
import json
from dataclasses import dataclass
from typing import Any
from uuid import UUID

from django.db import connection

from gigafibre.dispatch import locking
from gigafibre.dispatch.errors import NoSuchJob
from gigafibre.dispatch.models import Job
from gigafibre.kernel.rows import some
from gigafibre.kernel.text import Text, current_language


@dataclass(frozen=True)
class JobTechnician:
    """A technician as others name him."""

    number: str
    name: str
    phone: str
    colour: str


@dataclass(frozen=True)
class JobHead:
    """A job in a row: what, when, in which state."""

    number: str
    title: str
    kind: str
    status: str
    date: datetime.date
    starts: datetime.time | None
    step: str


@dataclass(frozen=True)
class JobChoiceOut:
    """One answer to choose."""

    code: str
    label: str


@dataclass(frozen=True)
class JobItemOut:
    """An item of a checklist with its answer; `asked` by its condition, `missing` when it blocks completion."""

    code: str
    kind: str
    label: str
    mandatory: bool
    lowest: str | None
    highest: str | None
    unit: str
    choices: list[JobChoiceOut]
    answer: bool | float | str | None
    answered_at: datetime.datetime | None
    answered_by: str
    asked: bool
    missing: bool
    photos: int


@dataclass(frozen=True)
class JobTimeOut:
    """Hours of a technician; `minutes` when they ended. Old ones may have no technician, and a length nobody knows."""

    id: int
    technician: str
    name: str
    kind: str
    started_at: datetime.datetime
    ended_at: datetime.datetime | None
    minutes: int | None
    note: str


@dataclass(frozen=True)
class JobLineOut:
    """Material or a charge."""

    id: int
    kind: str
    description: str
    item: str | None
    quantity: str
    billable: bool
    unit_price: str | None
    told: bool


@dataclass(frozen=True)
class JobEquipmentOut:
    """Equipment installed, removed or replaced."""

    id: int
    act: str
    serial: str
    mac: str
    replaces: str
    model: str
    told: bool


@dataclass(frozen=True)
class JobPhotoOut:
    """A picture: the file's key, and for which item."""

    id: int
    file: UUID
    item: str | None
    caption: str
    by: str
    taken_at: datetime.datetime


@dataclass(frozen=True)
class JobSignatureOut:
    """JobTechnician signed, and when."""

    name: str
    file: UUID
    signed_at: datetime.datetime


@dataclass(frozen=True)
class JobNeedOut:
    """A tag needed, at least at a level."""

    tag: str
    name: str
    level: int


@dataclass(frozen=True)
class JobContactOut:
    """How to reach somebody."""

    name: str
    kind: str
    value: str


@dataclass(frozen=True)
class JobPage:
    """A job whole: who, where, when, what for, what was done; `mine` when whoever reads may work on it."""

    number: str
    title: str
    kind: str
    priority: str
    status: str
    customer: str
    customer_name: str
    customer_language: str
    location: str | None
    address: str
    latitude: str | None
    longitude: str | None
    access_notes: str
    contacts: list[JobContactOut]
    contract: str
    issue: str
    step: str
    instructions: str
    date: datetime.date
    starts: datetime.time | None
    minutes: int
    window_starts: datetime.time | None
    window_ends: datetime.time | None
    technician: JobTechnician | None
    crew: str | None
    assistants: list[JobTechnician]
    needs: list[JobNeedOut]
    may_start_early: bool
    needs_signature: bool
    waits_for: list[JobHead]
    chain: list[JobHead]
    checklist: list[JobItemOut]
    time: list[JobTimeOut]
    lines: list[JobLineOut]
    equipment: list[JobEquipmentOut]
    photos: list[JobPhotoOut]
    signature: JobSignatureOut | None
    completion_code: str
    completion_note: str
    first_time_fix: bool | None
    reason: str
    created_at: datetime.datetime
    started_at: datetime.datetime | None
    completed_at: datetime.datetime | None
    completed_on: datetime.date | None
    past_amounts: dict[str, str] | None
    mine: bool


def job(number: str) -> JobPage:
    """Return a job by number, or refuse."""
    related = ("customer", "location", "technician", "crew", "chain")
    found = Job.objects.select_related(*related).filter(number=number).first()
    if found is None:
        raise NoSuchJob(job=number)
    place = found.location or found.customer
    parts = (place.line1, place.line2, place.city, place.postal_code)
    photos = list(found.photos.select_related("item").order_by("taken_at", "pk"))
    signed = getattr(found, "signature", None)
    return JobPage(
        number=found.number,
        title=_title(found),
        kind=found.kind,
        priority=found.priority,
        status=found.status,
        customer=found.customer.number,
        customer_name=found.customer.display_name,
        customer_language=found.customer.language,
        location=found.location.number if found.location else None,
        address=", ".join(part for part in parts if part),
        latitude=_text(found.location.latitude) if found.location else None,
        longitude=_text(found.location.longitude) if found.location else None,
        access_notes=found.location.access_notes if found.location else "",
        contacts=_contacts(found),
        contract=found.contract,
        issue=found.issue,
        step=found.step,
        instructions=found.instructions,
        date=found.date,
        starts=found.starts,
        minutes=found.minutes,
        window_starts=found.window_starts,
        window_ends=found.window_ends,
        technician=_who(found.technician) if found.technician else None,
        crew=found.crew.name if found.crew else None,
        assistants=[_who(a.technician) for a in found.assistants.select_related("technician").order_by("pk")],
        needs=[
            JobNeedOut(n.tag.code, Text(n.tag.name_fr, n.tag.name_en).in_(current_language()), n.level)
            for n in found.tags.select_related("tag").order_by("pk")
        ],
        may_start_early=found.may_start_early,
        needs_signature=found.needs_signature,
        waits_for=[
            head(d.depends_on)
            for d in found.waits_for.select_related("depends_on").order_by("depends_on_id")
            if d.depends_on.status not in {"completed", "cancelled"}
        ],
        chain=[head(each) for each in found.chain.jobs.order_by("position", "pk")] if found.chain else [],
        checklist=_checklist(found, [photo.item_id for photo in photos]),
        time=[
            JobTimeOut(
                t.pk,
                t.technician.number if t.technician else "",
                t.technician.name if t.technician else "",
                t.kind,
                t.started_at,
                t.ended_at,
                int((t.ended_at - t.started_at).total_seconds() // 60) if t.ended_at and t.length_known else None,
                t.note,
            )
            for t in found.time.select_related("technician").order_by("started_at", "pk")
        ],
        lines=[
            JobLineOut(
                each.pk,
                each.kind,
                each.description,
                each.item.sku if each.item else None,
                f"{each.quantity.normalize():f}",
                each.billable,
                _text(each.unit_price),
                each.told_at is not None,
            )
            for each in found.lines.select_related("item").order_by("pk")
        ],
        equipment=[
            JobEquipmentOut(e.pk, e.act, e.serial, e.mac, e.replaces, e.model, e.told_at is not None)
            for e in found.equipment.order_by("pk")
        ],
        photos=[
            JobPhotoOut(p.pk, p.file_id, p.item.code if p.item else None, p.caption, p.by, p.taken_at) for p in photos
        ],
        signature=JobSignatureOut(signed.name, signed.file_id, signed.signed_at) if signed else None,
        completion_code=found.completion_code,
        completion_note=found.completion_note,
        first_time_fix=found.first_time_fix,
        reason=found.reason,
        created_at=found.created_at,
        started_at=found.started_at,
        completed_at=found.completed_at,
        completed_on=found.completed_on,
        past_amounts=found.past_amounts,
        mine=locking.is_ones_own(found),
    )


def head(found: Job) -> JobHead:
    """Return a job as a row."""
    return JobHead(found.number, _title(found), found.kind, found.status, found.date, found.starts, found.step)


def jobs_of_contract(contract: str) -> list[JobHead]:
    """Return the jobs of a contract, in the order of their chains."""
    found = sorted(
        some(Job, contract=contract), key=lambda job: (job.chain_id is None, job.chain_id or 0, job.position)
    )
    return [head(each) for each in found]


def is_ones_own(number: str) -> bool:
    """Say whether whoever acts may work on a job."""
    found = Job.objects.filter(number=number).first()
    return found is not None and locking.is_ones_own(found)


def missing_codes(key: int) -> set[str]:
    """Return the codes of what blocks a job's completion."""
    with connection.cursor() as cursor:
        cursor.execute("SELECT dispatch_missing(%s)", [key])
        return set(cursor.fetchone()[0])


def _title(found: Job) -> str:
    return found.title_en if current_language() == "en" else found.title_fr


def _who(found: Any) -> JobTechnician:
    return JobTechnician(found.number, found.name, found.phone, found.colour)


def _text(value: Any) -> str | None:
    return None if value is None else f"{value:f}"


def _contacts(found: Job) -> list[JobContactOut]:
    """Return whom to call: those of the place, then the customer's telephones."""
    place = found.location
    told = []
    if place is not None:
        told = [(place.contact_name, "mobile", place.contact_mobile), (place.contact_name, "home", place.contact_phone)]
    his = found.customer.points.filter(kind__in=["mobile", "home", "office"], valid=True).select_related("contact")
    both = [*told, *((p.contact.name, p.kind, p.value) for p in his.order_by("position", "pk"))]
    seen = {value: JobContactOut(name, kind, value) for name, kind, value in reversed(both) if value}
    return list(reversed(list(seen.values())))


def _checklist(found: Job, photographed: list[int | None]) -> list[JobItemOut]:
    """Return a job's checklist with what is asked now, by the answers given so far."""
    english, missing = current_language() == "en", missing_codes(found.pk)
    items = list(found.checklist.order_by("position", "pk"))
    asked: dict[str, Any] = {}
    shown = []
    for item in items:
        is_asked = not item.only_if or (item.only_if in asked and asked[item.only_if] == item.only_if_is)
        if is_asked:
            asked[item.code] = item.answer
        shown.append(
            JobItemOut(
                code=item.code,
                kind=item.kind,
                label=item.label_en if english else item.label_fr,
                mandatory=item.mandatory,
                lowest=_limit(item.lowest),
                highest=_limit(item.highest),
                unit=item.unit,
                choices=[JobChoiceOut(c["code"], c["en" if english else "fr"]) for c in item.choices],
                answer=item.answer if not isinstance(item.answer, dict | list) else json.dumps(item.answer),
                answered_at=item.answered_at,
                answered_by=item.answered_by,
                asked=is_asked,
                missing=item.code in missing,
                photos=photographed.count(item.pk),
            )
        )
    return shown


def _limit(value: Any) -> str | None:
    return None if value is None else f"{value.normalize():f}"
