"""The work order of a completed job: filled from what was written down, printed when asked for, not stored.

What was done on a completed job no longer changes, so each printing says the same.
"""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gigafibre.dispatch.documents.work_order import (
    HoursLine,
    MovedLine,
    PartLine,
    Signed,
    WorkOrder,
    work_order_printable,
)
from gigafibre.dispatch.errors import NoSuchJob
from gigafibre.dispatch.locking import must_be
from gigafibre.dispatch.models import ChecklistItem, Job
from gigafibre.kernel import clock, files, settings
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.letter import Logo, Provider
from gigafibre.kernel.documents.wording import Language, number
from gigafibre.kernel.text import Text

_SENDER = ("name", "legal_name", "address", "contact", "complaints", "accent", "logo_svg")
_PRINTED = {"image/png": "png", "image/jpeg": "jpg", "image/webp": "webp"}
_YES = Text("oui", "yes")


def work_order(job: str, language: Language | None = None) -> tuple[bytes, str]:
    """Return the work order of a completed job as PDF and its file name, in the customer's language unless told."""
    found = Job.objects.select_related("customer", "location").filter(number=job).first()
    if found is None:
        raise NoSuchJob(job=job)
    must_be(found, "completed")
    said: Language = language or ("en" if found.customer.language == "en" else "fr")
    name = f"{'work-order' if said == 'en' else 'bon-de-travail'}-{found.number}.pdf"
    return compile_one(work_order_printable(document_of(found, said))), name


def document_of(job: Job, language: Language) -> WorkOrder:
    """Fill the document that is printed; the sender is that of today's settings."""
    owner, place = job.customer, job.location
    address = (owner.line1, owner.line2, f"{owner.city} ({owner.province})  {owner.postal_code}".strip())
    signed = getattr(job, "signature", None)
    zone = clock.zone()
    return WorkOrder(
        provider=_sender(language),
        language=language,
        customer=(owner.display_name, *(line for line in address if line.strip())),
        account_number=owner.number,
        number=job.number,
        title=job.title_en if language == "en" else job.title_fr,
        kind=job.kind,
        contract=job.contract,
        issue=job.issue,
        place=", ".join(part for part in (place.line1, place.city) if part) if place else "",
        completed_on=job.completed_on or job.date,
        code=job.completion_code,
        note=job.completion_note,
        hours=tuple(
            HoursLine(
                technician=entry.technician.name if entry.technician else "",
                kind=entry.kind,
                started_at=entry.started_at.astimezone(zone),
                ended_at=entry.ended_at.astimezone(zone) if entry.length_known else None,
            )
            for entry in job.time.select_related("technician").order_by("started_at", "pk")
            if entry.ended_at is not None
        ),
        lines=tuple(
            PartLine(description=line.description, quantity=line.quantity, charged=line.billable)
            for line in job.lines.order_by("pk")
        ),
        equipment=tuple(
            MovedLine(act=item.act, name=item.serial or item.mac, replaces=item.replaces)
            for item in job.equipment.order_by("pk")
        ),
        checks=tuple(_checks(job, language)),
        signature=Signed(name=signed.name, at=signed.signed_at.astimezone(zone), **_picture(files.read(signed.file)))
        if signed
        else None,
    )


def _sender(language: Language) -> Provider:
    said: dict[str, Any] = settings.many(*(f"company.{name}" for name in _SENDER))
    told = {name: said[f"company.{name}"] for name in _SENDER}
    mark = told["logo_svg"]
    return Provider(
        legal_name=told["legal_name"] or told["name"],
        trade_name=told["name"],
        address=told["address"],
        logo=Logo(content=mark.encode(), kind="svg") if mark else None,
        contact=tuple(told["contact"].get(language, ())),
        complaints=told["complaints"].get(language, ""),
        **({"accent": told["accent"]} if told["accent"] else {}),
    )


def _checks(job: Job, language: Language) -> list[tuple[str, str]]:
    """Return what was answered, in words; photos by how many there are."""
    shown = []
    for item in job.checklist.order_by("position", "pk"):
        label = item.label_en if language == "en" else item.label_fr
        if item.kind == "photo" and (count := item.photos.count()):
            shown.append((label, str(count)))
        elif item.answer is not None and item.answer is not False:
            shown.append((label, _answer(item, language)))
    return shown


def _answer(item: ChecklistItem, language: Language) -> str:
    if item.kind == "check":
        return _YES.in_(language)
    if item.kind == "choice":
        return next((c[language] for c in item.choices if c["code"] == item.answer), str(item.answer))
    if item.kind == "number":
        return f"{number(Decimal(str(item.answer)), language)} {item.unit}".strip()
    return str(item.answer)


def _picture(stored: files.Stored) -> dict[str, Any]:
    kind = _PRINTED.get(stored.content_type, "")
    return {"image": stored.content if kind else b"", "kind": kind}
