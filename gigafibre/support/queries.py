"""The face for reading: issues by number, or by the contract they are of; whom one can be given to."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, datetime

from gigafibre.identity import queries as identity
from gigafibre.kernel.rows import follow, one
from gigafibre.kernel.text import current_language
from gigafibre.support.errors import NoSuchIssue
from gigafibre.support.models import Issue


@dataclass(frozen=True)
class IssueHead:
    """An issue as others name it."""

    number: str
    customer: str
    kind: str
    subject: str
    status: str
    contract: str


@dataclass(frozen=True)
class IssueStepOut:
    """A state it came into, with the words said."""

    status: str
    awaited: str
    words: str
    by: str
    at: datetime


@dataclass(frozen=True)
class IssueCommentOut:
    """What somebody wrote: among ourselves, or meant for the customer."""

    id: int
    audience: str
    text: str
    by: str
    at: datetime


@dataclass(frozen=True)
class IssuePage:
    """An issue whole; department and assignee are null while nobody has it."""

    number: str
    subject: str
    details: str
    kind: str
    priority: str
    status: str
    awaited: str
    source: str
    contract: str
    customer: str
    customer_name: str
    location: str | None
    address: str
    department: str | None
    department_name: str | None
    assignee: str | None
    assignee_name: str | None
    opened_on: date
    resolved_at: datetime | None
    resolution: str
    steps: list[IssueStepOut]
    comments: list[IssueCommentOut]


@dataclass(frozen=True)
class IssueChoice:
    """A department or a person: the code or user name, and the name people know."""

    value: str
    label: str


@dataclass(frozen=True)
class IssueChoices:
    """Whom an issue can be given to."""

    departments: list[IssueChoice]
    people: list[IssueChoice]


def issue(number: str) -> IssuePage:
    """Return an issue with its steps and comments, in three queries; or refuse."""
    rows = Issue.objects.select_related("customer", "location", "department", "assignee")
    found = rows.filter(number=number).first()
    if found is None:
        raise NoSuchIssue(issue=number)
    place, team, person = found.location or found.customer, found.department, found.assignee
    return IssuePage(
        number=found.number,
        subject=found.subject,
        details=found.details,
        kind=found.kind,
        priority=found.priority,
        status=found.status,
        awaited=found.awaited,
        source=found.source,
        contract=found.contract,
        customer=found.customer.number,
        customer_name=found.customer.display_name,
        location=found.location.number if found.location else None,
        address=", ".join(part for part in (place.line1, place.city) if part),
        department=team.code if team else None,
        department_name=(team.name_en if current_language() == "en" else team.name_fr) if team else None,
        assignee=person.username if person else None,
        assignee_name=person.display_name if person else None,
        opened_on=found.opened_on,
        resolved_at=found.resolved_at,
        resolution=found.resolution,
        steps=[
            IssueStepOut(each.status, each.awaited, each.words, each.by, each.at) for each in found.steps.order_by("pk")
        ],
        comments=[
            IssueCommentOut(each.pk, each.audience, each.text, each.by, each.at)
            for each in found.comments.order_by("pk")
        ],
    )


def issue_of_contract(contract: str, kind: str) -> IssueHead | None:
    """Return the issue of a contract and kind, or None when none was opened."""
    found = one(Issue, contract=contract, kind=kind) if contract else None
    if found is None:
        return None
    follow(found, "customer")
    return IssueHead(found.number, found.customer.number, found.kind, found.subject, found.status, found.contract)


def choices() -> IssueChoices:
    """Return the departments, and the active people who may handle issues, by name."""
    return IssueChoices(
        departments=[IssueChoice(each.code, each.name.in_()) for each in identity.departments()],
        people=[IssueChoice(each.username, each.display_name) for each in identity.colleagues("support.edit")],
    )
