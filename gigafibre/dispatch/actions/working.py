"""What was done, written down: answers, hours, material, equipment, photos, the customer's signature."""

from __future__ import annotations

import re
from decimal import Decimal
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gigafibre.catalog import queries as catalog
from gigafibre.dispatch.actions.answering import WANTED, item_of, label_of
from gigafibre.dispatch.actions.planning import JOB
from gigafibre.dispatch.actions.visiting import AT
from gigafibre.dispatch.errors import (
    AlreadyTold,
    BadAnswer,
    ChargedWithoutItem,
    InTheFuture,
    NoOneWorks,
    NotAPicture,
    NotYourJob,
    TooManyPhotos,
)
from gigafibre.dispatch.locking import PLAN, come, oneself, open_to_work
from gigafibre.dispatch.models import (
    EquipmentItem,
    Job,
    JobLine,
    Photo,
    Signature,
    Technician,
    TimeEntry,
)
from gigafibre.dispatch.moving import free
from gigafibre.dispatch.refs import Code, FileOfJob, Instant, JobRef, TechnicianRef, technician_named
from gigafibre.kernel import clock, files
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import taken_back_by
from gigafibre.kernel.errors import NotFound
from gigafibre.kernel.money import UnitPrice
from gigafibre.kernel.refs import ItemRef, Line
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, change, one, some
from gigafibre.kernel.text import Text

MOST_PHOTOS = 40
PICTURES = {"image/jpeg", "image/png", "image/webp", "image/heic"}
MOST_BYTES = 10 * 1024 * 1024
READ = "dispatch.read"
LINE = {"line": Text("Ligne", "Line")}


@action(
    permission="dispatch.work",
    label=Text("Ajouter des heures", "Add hours"),
    undo="dispatch.remove_time",
    fields=JOB
    | {
        "kind": Text("Genre", "Kind"),
        "started_at": Text("Début", "Start"),
        "ended_at": Text("Fin", "End"),
        "technician": Text("Technicien", "Technician"),
        "note": Text("Note", "Note"),
    },
)
def add_time(
    job: JobRef,
    *,
    kind: Literal["travel", "work"] = "work",
    started_at: Instant,
    ended_at: Instant,
    technician: TechnicianRef | None = None,
    note: Line = "",
) -> int:
    """Write down hours of a technician (oneself, else the one named on the job); returns the entry's id."""
    found = open_to_work(job)
    who = _whose(found, technician)
    if ended_at > clock.now():
        raise InTheFuture(at=ended_at.astimezone(clock.zone()).strftime("%Y-%m-%d %H:%M"))
    if ended_at <= started_at:
        raise BadAnswer(item=Text("Fin", "End"), wanted=Text("un instant après le début", "a moment after the start"))
    free(who, started_at, ended_at)
    made = TimeEntry.objects.create(
        job=found, technician=who, kind=kind, started_at=started_at, ended_at=ended_at, note=note
    )
    return int(made.pk)


@action(
    permission="dispatch.work",
    label=Text("Enlever des heures", "Remove hours"),
    harmful=True,
    undo="dispatch.add_time",
    fields=JOB | {"entry": Text("Heures", "Hours")},
)
def remove_time(job: JobRef, *, entry: Annotated[int, Field(ge=1)]) -> None:
    """Take back hours written down on a job that isn't completed: one's own, anybody's for who plans."""
    found = open_to_work(job)
    row = found.time.select_related("technician").filter(pk=entry, ended_at__isnull=False).first()
    if row is None:
        raise NotFound(what=str(entry))
    me = oneself()
    if not current_actor().may(PLAN) and (me is None or row.technician_id != me.pk):
        raise NotYourJob(job=job)
    if row.ended_at is not None:
        taken_back_by(
            "dispatch.add_time",
            job=job,
            kind=row.kind,
            started_at=row.started_at,
            ended_at=row.ended_at,
            technician=row.technician.number if row.technician else None,
            note=row.note,
        )
    row.delete()


@action(
    permission="dispatch.work",
    label=Text("Ajouter du matériel", "Add material"),
    undo="dispatch.remove_material",
    fields=JOB
    | {
        "kind": Text("Genre", "Kind"),
        "description": Text("Description", "Description"),
        "item": Text("Article", "Item"),
        "quantity": Text("Quantité", "Quantity"),
        "billable": Text("À facturer au client", "To charge to the customer"),
        "unit_price": Text("Prix", "Price"),
    },
)
def add_material(
    job: JobRef,
    *,
    description: Line = "",
    item: ItemRef | None = None,
    quantity: Annotated[Decimal, Field(gt=0, max_digits=10, decimal_places=3)] = Decimal(1),
    kind: Literal["material", "charge"] = "material",
    billable: bool = False,
    unit_price: UnitPrice | None = None,
) -> int:
    """Write down material used or a charge; billable ones are told when the job is completed. Returns the line's id."""
    found = open_to_work(job)
    if billable and item is None:
        raise ChargedWithoutItem
    sold = catalog.item(item, on=clock.today()) if item else None
    if not description and sold is None:
        raise BadAnswer(item=Text("Description", "Description"), wanted=WANTED["text"])
    made = JobLine.objects.create(
        job=found,
        kind=kind,
        item_id=sold.id if sold else None,
        description=description or (sold.label.in_(found.customer.language) if sold else ""),
        quantity=quantity,
        billable=billable,
        unit_price=unit_price if billable else None,
        by=current_actor().label,
        created_at=clock.now(),
    )
    return int(made.pk)


@action(
    permission="dispatch.work",
    label=Text("Enlever du matériel", "Remove material"),
    harmful=True,
    undo="dispatch.add_material",
    fields=JOB | LINE,
)
def remove_material(job: JobRef, *, line: Annotated[int, Field(ge=1)]) -> None:
    """Take back a line of material or charge that was not told yet."""
    found = open_to_work(job)
    row = found.lines.select_related("item").filter(pk=line).first()
    if row is not None:
        taken_back_by(
            "dispatch.add_material",
            job=job,
            description=row.description,
            item=row.item.sku if row.item else None,
            quantity=row.quantity,
            kind=row.kind,
            billable=row.billable,
            unit_price=row.unit_price,
        )
    _take_back(row, line)


@action(
    permission="dispatch.work",
    label=Text("Noter un équipement", "Record equipment"),
    undo="dispatch.remove_equipment",
    fields=JOB
    | {
        "act": Text("Geste", "Act"),
        "serial": Text("Numéro de série", "Serial number"),
        "mac": Text("Adresse MAC", "MAC address"),
        "replaces": Text("Remplace", "Replaces"),
        "model": Text("Modèle", "Model"),
    },
)
def add_equipment(
    job: JobRef,
    *,
    act: Literal["installed", "removed", "replaced"],
    serial: Annotated[str, Field(max_length=64)] = "",
    mac: Annotated[str, Field(max_length=32)] = "",
    replaces: Annotated[str, Field(max_length=64)] = "",
    model: Annotated[str, Field(max_length=80)] = "",
) -> int:
    """Write down equipment installed, removed or replaced, by serial or MAC; told to network at completion.

    Returns its id.
    """
    found = open_to_work(job)
    if not serial and not mac:
        raise BadAnswer(item=Text("Équipement", "Equipment"), wanted=Text("une série ou une MAC", "a serial or a MAC"))
    if (act == "replaced") != bool(replaces):
        words = Text("ce qu’il remplace, s’il remplace", "what it replaces, when it replaces")
        raise BadAnswer(item=Text("Remplace", "Replaces"), wanted=words)
    made = add(
        EquipmentItem(
            job=found,
            act=act,
            serial=re.sub(r"\s+", "", serial).upper(),
            mac=_mac(mac),
            replaces=re.sub(r"\s+", "", replaces).upper(),
            model=model,
            by=current_actor().label,
            created_at=clock.now(),
        )
    )
    return int(made.pk)


@action(
    permission="dispatch.work",
    label=Text("Enlever un équipement", "Remove recorded equipment"),
    harmful=True,
    undo="dispatch.add_equipment",
    fields=JOB | LINE,
)
def remove_equipment(job: JobRef, *, line: Annotated[int, Field(ge=1)]) -> None:
    """Take back an equipment line that was not told yet."""
    found = open_to_work(job)
    row = found.equipment.filter(pk=line).first()
    if row is not None:
        what = {"act": row.act, "serial": row.serial, "mac": row.mac, "replaces": row.replaces, "model": row.model}
        taken_back_by("dispatch.add_equipment", job=job, **what)
    _take_back(row, line)


@action(
    permission="dispatch.work",
    label=Text("Ajouter une photo", "Add a photo"),
    undo="dispatch.remove_photo",
    fields=JOB
    | AT
    | {"file": Text("Photo", "Photo"), "item": Text("Point", "Item"), "caption": Text("Légende", "Caption")},
)
def add_photo(
    job: JobRef, *, file: FileOfJob, item: Code | None = None, caption: Line = "", at: Instant | None = None
) -> int:
    """Keep a picture uploaded on the job, for an item of its checklist or for itself; returns its id."""
    found = open_to_work(job)
    asked = item_of(found, item) if item else None
    if asked is not None and asked.kind != "photo":
        raise BadAnswer(item=label_of(asked), wanted=WANTED[asked.kind])
    if len(some(Photo, job_id=found.pk)) >= MOST_PHOTOS:
        raise TooManyPhotos(limit=MOST_PHOTOS)
    _picture(job, file)
    by = current_actor().label
    made = add(Photo(job=found, file_id=file, item=asked, caption=caption, by=by, taken_at=come(at)))
    return int(made.pk)


@action(
    permission="dispatch.work",
    label=Text("Enlever une photo", "Remove a photo"),
    harmful=True,
    undo="dispatch.add_photo",
    fields=JOB | {"photo": Text("Photo", "Photo")},
)
def remove_photo(job: JobRef, *, photo: Annotated[int, Field(ge=1)]) -> None:
    """Take a picture off a job that isn't completed; its file stays on the job."""
    found = open_to_work(job)
    row = found.photos.select_related("item").filter(pk=photo).first()
    if row is None:
        raise NotFound(what=str(photo))
    about = {"item": row.item.code if row.item else None, "caption": row.caption, "at": row.taken_at}
    taken_back_by("dispatch.add_photo", job=job, file=row.file_id, **about)
    row.delete()


@action(
    permission="dispatch.work",
    label=Text("Faire signer", "Have it signed"),
    fields=JOB | AT | {"name": Text("Nom du signataire", "Name of who signs"), "file": Text("Signature", "Signature")},
)
def sign_job(
    job: JobRef, *, name: Annotated[Line, Field(min_length=2)], file: FileOfJob, at: Instant | None = None
) -> None:
    """Keep the customer's signature, drawn and uploaded on the job, with his name; a later one replaces it."""
    found = open_to_work(job)
    _picture(job, file)
    said = {"name": name, "file_id": file, "signed_at": come(at), "by": current_actor().label}
    kept = one(Signature, job_id=found.pk)
    if kept is None:
        add(Signature(job=found, **said))
    else:
        change(Signature, kept.pk, **said)


def _whose(job: Job, number: str | None) -> Technician:
    """Return whose hours are written down: one's own, or anybody's for who plans."""
    me = oneself()
    if number is not None:
        named = technician_named(number)
        if not current_actor().may(PLAN) and (me is None or named.pk != me.pk):
            raise NotYourJob(job=job.number)
        return named
    who = me or job.technician
    if who is None:
        raise NoOneWorks(job=job.number)
    return who


def _take_back(row: JobLine | EquipmentItem | None, line: int) -> None:
    if row is None:
        raise NotFound(what=str(line))
    if row.told_at is not None:
        raise AlreadyTold
    row.delete()


def _mac(raw: str) -> str:
    """Return a MAC as `AA:BB:CC:DD:EE:FF` whatever way it was written; refuses what isn't one."""
    if not raw:
        return ""
    digits = re.sub(r"[^0-9A-Fa-f]", "", raw).upper()
    if len(digits) != 12 or re.search(r"[^0-9A-Fa-f:.\- ]", raw):
        raise BadAnswer(item=Text("Adresse MAC", "MAC address"), wanted=Text("douze chiffres", "twelve digits"))
    return ":".join(digits[at : at + 2] for at in range(0, 12, 2))


def _picture(job: str, file: UUID) -> None:
    """Refuse a file that isn't an image hung on this job, and let who sees the job see it."""
    subject = f"job:{job}"
    attached = [found for found in files.attachments_of(file) if found.subject == subject]
    if not attached:
        raise NotFound(what=str(file))
    stored = attached[0].file
    if stored.content_type not in PICTURES or stored.size > MOST_BYTES:
        raise NotAPicture
    if all(found.permission != READ for found in attached):
        files.attach(stored, subject, READ)
