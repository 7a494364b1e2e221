"""Jobs made and described: what is to be done, for whom, how urgent, with which skills."""

from __future__ import annotations

import datetime
from typing import Annotated

from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.crm.queries import LocationHead
from gigafibre.dispatch.actions.planning import JOB, WHEN, WHO, Assistants, to_come, who_goes
from gigafibre.dispatch.conflicts import say_conflicts
from gigafibre.dispatch.errors import DraftForNobody
from gigafibre.dispatch.events import JobCreated
from gigafibre.dispatch.locking import locked, must_be
from gigafibre.dispatch.models import Job, JobTag
from gigafibre.dispatch.moving import about, settle_plan
from gigafibre.dispatch.refs import Clock, Contract, CrewRef, JobRef, Minutes, TechnicianRef, Title, tag_named
from gigafibre.dispatch.steps import Kind, Priority, TagNeed
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, LocationRef, LongText
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import write
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.errors import OtherCustomersLocation

Needs = Annotated[tuple[TagNeed, ...], Field(max_length=10)]
WHAT = {
    "location": Text("Lieu de service", "Service location"),
    "kind": Text("Genre", "Kind"),
    "title": Text("À faire", "To do"),
    "priority": Text("Priorité", "Priority"),
    "issue": Text("Billet", "Issue"),
    "instructions": Text("Consignes", "Instructions"),
    "needs_signature": Text("Le client signe", "The customer signs"),
    "needs": Text("Compétences", "Skills"),
}


@action(
    permission="dispatch.edit",
    label=Text("Créer une intervention", "Create a job"),
    undo="dispatch.cancel_job",
    fields={
        "customer": Text("Client", "Customer"),
        "contract": Text("Contrat", "Contract"),
        "draft": Text("Brouillon", "Draft"),
    }
    | WHAT
    | WHEN
    | WHO,
)
def create_job(
    customer: CustomerRef,
    *,
    location: LocationRef | None = None,
    kind: Kind,
    title: Title,
    date: datetime.date,
    starts: Clock | None = None,
    minutes: Minutes = 60,
    window_starts: Clock | None = None,
    window_ends: Clock | None = None,
    technician: TechnicianRef | None = None,
    crew: CrewRef | None = None,
    assistants: Assistants = (),
    priority: Priority = "normal",
    issue: Contract = "",
    contract: Contract = "",
    instructions: LongText = "",
    needs_signature: bool = False,
    needs: Needs = (),
    draft: bool = False,
) -> str:
    """Make a job for a day; with an hour and somebody it is scheduled at once, otherwise it waits to be planned.

    A draft waits to be finished: nobody is named on it, and it stands in no pool. Returns its number.
    """
    owner = crm.customer(customer)
    place = _place(location, owner.id, customer) if location else None
    if draft and (technician or crew):
        raise DraftForNobody
    to_come(date)
    made = Job.objects.create(
        number=numbers.take_one("job"),
        customer_id=owner.id,
        location_id=place.id if place else None,
        kind=kind,
        status="draft" if draft else "ready",
        priority=priority,
        title_fr=title,
        title_en=title,
        instructions=instructions,
        date=date,
        starts=starts,
        minutes=minutes,
        window_starts=window_starts,
        window_ends=window_ends,
        issue=issue,
        contract=contract,
        needs_signature=needs_signature,
        created_at=clock.now(),
    )
    _need(made, needs)
    publish(JobCreated(**about(made), kind=kind, date=date))
    if technician or crew:
        settle_plan(made, **who_goes(made, technician, crew, assistants))
        say_conflicts(made)
    return made.number


@action(
    permission="dispatch.edit",
    label=Text("Mettre à planifier", "Make ready to plan"),
    undo="dispatch.cancel_job",
    undo_asks=True,
    fields=JOB,
)
def ready_job(job: JobRef) -> None:
    """Finish a draft: it stands in the pool of its day and waits to be planned."""
    found = locked(job)
    must_be(found, "draft")
    to_come(found.date)
    write(found, status="ready")


@action(permission="dispatch.edit", label=Text("Modifier une intervention", "Edit a job"), fields=JOB | WHAT)
def edit_job(
    job: JobRef,
    *,
    title: Title | None = None,
    kind: Kind | None = None,
    priority: Priority | None = None,
    location: LocationRef | None = None,
    instructions: LongText | None = None,
    issue: Contract | None = None,
    needs_signature: bool | None = None,
    needs: Needs | None = None,
) -> None:
    """Say better what is to be done; what isn't named stays as it is. A title says the same in both languages."""
    found = locked(job)
    must_be(found, "draft", "ready", "scheduled", "published", "en_route", "in_progress")
    values: dict[str, object] = {
        "kind": kind,
        "priority": priority,
        "instructions": instructions,
        "issue": issue,
        "needs_signature": needs_signature,
    }
    if title is not None and title not in {found.title_fr, found.title_en}:
        values |= {"title_fr": title, "title_en": title}
    if location is not None:
        values["location_id"] = _place(location, found.customer_id, found.customer.number).id
    write(found, **{name: value for name, value in values.items() if value is not None})
    if needs is not None:
        found.tags.all().delete()
        _need(found, needs)


def _place(location: str, customer_id: int, customer: str) -> LocationHead:
    """Return a location of a customer, or refuse another's."""
    place = crm.location(location)
    if place.customer_id != customer_id:
        raise OtherCustomersLocation(location=location, customer=customer)
    return place


def _need(job: Job, needs: Needs) -> None:
    JobTag.objects.bulk_create(JobTag(job=job, tag=tag_named(need.tag), level=need.level) for need in needs)
