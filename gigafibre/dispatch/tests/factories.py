"""Technicians and jobs for tests, also of other apps; made by the verbs, as anybody would."""

from __future__ import annotations

import base64
from datetime import date, datetime, time
from typing import Any
from uuid import UUID

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.dispatch import actions
from gigafibre.dispatch.models import ChecklistItem, Job
from gigafibre.identity.queries import person
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel import clock, files
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.rows import one, some
from gigafibre.kernel.tests.looking import events

MONDAY = date(2026, 11, 23)
#: One grey pixel.
PNG = base64.b64decode("iVBORw0KGgoAAAANSUhEUgAAAAEAAAABCAAAAAA6fptVAAAACklEQVR4nGNoAAAAggCBd81ytgAAAABJRU5ErkJggg==")
STATES = ("ready", "scheduled", "published", "en_route", "in_progress", "completed")


def a_technician(name: str = "Yannick Lefebvre", **given: Any) -> str:
    """Make a technician; returns his number."""
    with acting_as(SYSTEM):
        return actions.create_technician(name, **given)


def a_person_in_the_field(*roles: str, name: str = "Yannick Lefebvre") -> tuple[Actor, str]:
    """Make a technician who logs in; returns who acts and his number."""
    user = a_user(*(roles or ("technician",)))
    found = person(user.pk)
    assert found is not None
    return found.actor, a_technician(name, user=user.username)


def a_job(status: str = "ready", *, technician: str | None = None, **given: Any) -> str:
    """Make a job for Monday and bring it into a state; returns its number."""
    with acting_as(SYSTEM):
        place = given.pop("place", None)
        customer = place.customer if place else given.pop("owner", None) or a_customer()
        asked = {"kind": "repair", "title": "Aucun signal", "date": max(MONDAY, clock.today()), **given}
        number = actions.create_job(customer.number, location=(place or a_location(customer)).number, **asked)
        bring(number, status, technician=technician)
    return number


def bring(number: str, status: str, *, technician: str | None = None) -> None:
    """Bring a ready job into a state, by one verb after the other."""
    goal = STATES.index(status)
    job = Job.objects.get(number=number)
    if goal >= 1:
        actions.assign_job(number, technician=technician or a_technician())
        actions.schedule_job(number, date=max(job.date, clock.today()), starts=time(9))
    if goal >= 2:
        actions.publish_job(number)
    if goal >= 3:
        actions.start_travel(number)
    if goal >= 4:
        actions.start_job(number)
    if goal >= 5:
        actions.complete_job(number)


def a_chain(contract: str = "CTR-1042", **given: Any) -> list[str]:
    """Make the four jobs of a fibre installation; returns their numbers in their order."""
    with acting_as(SYSTEM):
        customer = given.pop("owner", None) or a_customer()
        made = actions.make_chain(
            contract,
            customer=customer.number,
            location=a_location(customer).number,
            appointment=given.pop("appointment", date(2026, 11, 30)),
            **given,
        )
    return made.jobs


def a_picture(job: str, content: bytes = PNG, name: str = "photo.png") -> UUID:
    """Upload a picture on a job; returns the file's key."""
    with acting_as(SYSTEM):
        stored = files.store(content, name)
        files.attach(stored, f"job:{job}", "kernel.read_files")
    key: UUID = stored.pk
    return key


def fulfil(number: str) -> None:
    """Answer every item of a job's checklist so that it can be completed, and sign where it must be."""
    job = one(Job, number=number)
    assert job is not None
    answers = []
    for item in sorted(some(ChecklistItem, job_id=job.pk), key=lambda item: item.position):
        if item.kind == "photo":
            actions.add_photo(number, file=a_picture(number, name=f"{item.code}.png"), item=item.code)
            continue
        value: Any = {"check": True, "text": "A12", "scan": "HWTC1234ABCD"}.get(item.kind)
        if item.kind == "number":
            value = item.highest if item.highest is not None else item.lowest
        if item.kind == "choice":
            value = item.choices[-1]["code"]
        answers.append(actions.GivenAnswer(item=item.code, answer=value))
    if answers:
        actions.answer_items(number, answers=tuple(answers))
    if job.needs_signature:
        actions.sign_job(number, name="Sylvie Tremblay", file=a_picture(number, name="signature.png"))


def at(hour: int, minute: int = 0, day: date = date(2026, 11, 20)) -> datetime:
    """Return an instant of the company's day."""
    return datetime(day.year, day.month, day.day, hour, minute, tzinfo=clock.zone())


def told(kind: str, **about: Any) -> list[dict[str, Any]]:
    """Return what facts of dispatch of a kind said, in their order."""
    wanted = {f"payload__{name}": value for name, value in about.items()}
    return [event["payload"] for event in events(type=f"dispatch.{kind}", **wanted)]
