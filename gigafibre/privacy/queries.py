"""The face for reading: a request or an incident whole, with what was done about it."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime
from uuid import UUID

from django.db.models import Exists, OuterRef

from gigafibre.identity.retention import SWITCH
from gigafibre.kernel import clock, intents, settings
from gigafibre.kernel.audit import Entry
from gigafibre.kernel.text import current_language
from gigafibre.privacy import corrections
from gigafibre.privacy.errors import NoSuchIncident, NoSuchRequest
from gigafibre.privacy.listings import proposed
from gigafibre.privacy.models import Erasure, Incident, Request

#: How long an incident is kept from the day we knew of it, in years; the database refuses to remove it before.
KEPT_YEARS = 5


@dataclass(frozen=True)
class FileOut:
    """A file by its key, with its name."""

    id: UUID
    name: str


@dataclass(frozen=True)
class RequestStepOut:
    """One thing done about a request."""

    what: str
    words: str
    file: FileOut | None
    by: str
    at: datetime


@dataclass(frozen=True)
class PrivacyRequest:
    """A request whole; `days_left` is null once it is settled, negative when it is late; its letter is read apart."""

    number: str
    kind: str
    customer: str | None
    customer_name: str | None
    person: str
    contact: str
    channel: str
    details: str
    status: str
    received_on: date
    due_on: date
    days_left: int | None
    proof: str
    proof_words: str
    proved_at: datetime | None
    settled_on: date | None
    outcome: str
    ground: str
    file: FileOut | None
    has_letter: bool
    steps: list[RequestStepOut]


@dataclass(frozen=True)
class IncidentStepOut:
    """One thing written about an incident."""

    what: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True)
class PrivacyIncident:
    """An incident whole; `serious` is null until its risk is assessed, `persons` while nobody can say."""

    number: str
    title: str
    nature: str
    circumstances: str
    happened_from: date
    happened_until: date
    found_on: date
    touched: list[str]
    touched_words: str
    persons: int | None
    persons_estimated: bool
    sensitivity: str
    consequences: str
    likelihood: str
    assessment: str
    serious: bool | None
    commission_told_on: date | None
    persons_told_on: date | None
    persons_told_how: str
    measures: str
    status: str
    kept_until: date
    steps: list[IncidentStepOut]


@dataclass(frozen=True)
class Officer:
    """Who answers for personal information, as published; empty where nobody is named."""

    name: str
    title: str
    email: str


@dataclass(frozen=True)
class Retention:
    """Whether people's traces go by themselves, behind which switch, and how many customers are proposed for
    anonymisation; the rules are a list apart.
    """

    on: bool
    switch: str
    proposed: int


def retention() -> Retention:
    """Return whether what is past its time goes by itself."""
    return Retention(intents.is_on(SWITCH), SWITCH, proposed())


def officer() -> Officer:
    """Return the person in charge of the protection of personal information (section 3.1)."""
    found = settings.many("privacy.officer_name", "privacy.officer_title", "privacy.officer_email")
    return Officer(*(str(found[key]) for key in found))


def request(number: str) -> PrivacyRequest:
    """Return a request with its steps, the oldest first, in two queries; or refuse."""
    erased = Exists(Erasure.objects.filter(customer=OuterRef("customer")))
    found = Request.objects.select_related("customer", "file").annotate(gone=erased).filter(number=number).first()
    if found is None:
        raise NoSuchRequest(request=number)
    return PrivacyRequest(
        number=found.number,
        kind=found.kind,
        customer=found.customer.number if found.customer else None,
        customer_name=found.customer.display_name if found.customer else None,
        person=found.person,
        contact=found.contact,
        channel=found.channel,
        details=found.details,
        status=found.status,
        received_on=found.received_on,
        due_on=found.due_on,
        days_left=(found.due_on - clock.today()).days if found.status == "open" else None,
        proof=found.proof,
        proof_words=found.proof_words,
        proved_at=found.proved_at,
        settled_on=found.settled_on,
        outcome=found.outcome,
        ground=found.ground,
        file=FileOut(found.file.pk, found.file.name) if found.file else None,
        has_letter=found.status in {"answered", "refused"} and not found.gone,
        steps=[
            RequestStepOut(
                each.what, each.words, FileOut(each.file.pk, each.file.name) if each.file else None, each.by, each.at
            )
            for each in found.steps.select_related("file").order_by("pk")
        ],
    )


def changes(number: str) -> list[tuple[Entry, bool]]:
    """Return the changes of the file since a request of rectification came, each with whether it is a correction of it;
    once it is settled, its corrections alone.
    """
    found = Request.objects.select_related("customer").filter(number=number).first()
    if found is None:
        raise NoSuchRequest(request=number)
    language = current_language()
    chosen = corrections.made_for(found, language)
    known = {one.id for one in chosen}
    every = {one.id: one for one in [*corrections.offered(found, language), *chosen]}
    return [(every[key], key in known) for key in sorted(every)]


def incident(number: str) -> PrivacyIncident:
    """Return an incident with its steps, the oldest first, in two queries; or refuse."""
    found = Incident.objects.filter(number=number).first()
    if found is None:
        raise NoSuchIncident(incident=number)
    return PrivacyIncident(
        number=found.number,
        title=found.title,
        nature=found.nature,
        circumstances=found.circumstances,
        happened_from=found.happened_from,
        happened_until=found.happened_until,
        found_on=found.found_on,
        touched=found.touched,
        touched_words=found.touched_words,
        persons=found.persons,
        persons_estimated=found.persons_estimated,
        sensitivity=found.sensitivity,
        consequences=found.consequences,
        likelihood=found.likelihood,
        assessment=found.assessment,
        serious=found.serious,
        commission_told_on=found.commission_told_on,
        persons_told_on=found.persons_told_on,
        persons_told_how=found.persons_told_how,
        measures=found.measures,
        status=found.status,
        kept_until=_years_after(found.found_on, KEPT_YEARS),
        steps=[IncidentStepOut(each.what, each.words, each.by, each.at) for each in found.steps.order_by("pk")],
    )


def _years_after(day: date, years: int) -> date:
    """Return the same day some years later; of 29 February the 28th, as PostgreSQL says."""
    try:
        return day.replace(year=day.year + years)
    except ValueError:
        return day.replace(year=day.year + years, day=28)
