"""The face for writing: open an issue, say who has it, write about it, settle it."""

from __future__ import annotations

from typing import Any, Literal

from django.db import IntegrityError, transaction
from pydantic import BaseModel

from gigafibre.crm import queries as crm
from gigafibre.identity.notices import notify
from gigafibre.identity.refs import DepartmentRef, UserRef, department_named, person_named
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, LocationRef, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, follow, one, write
from gigafibre.kernel.text import Text
from gigafibre.support.errors import (
    AssigneeInactive,
    KindOfContract,
    NobodyNamed,
    NotACustomersPlace,
    OtherCustomersContract,
)
from gigafibre.support.events import IssueOpened, IssueReopened, IssueResolved
from gigafibre.support.models import Issue, IssueComment, IssueStep
from gigafibre.support.refs import Contract, IssueRef, Subject, Words, locked, must_be

Kind = Literal["installation", "repair", "billing", "move", "cancellation", "other"]
Priority = Literal["low", "normal", "high", "urgent"]
Source = Literal["phone", "counter", "email", "portal", "field", "monitor", "contract"]
Awaited = Literal["customer", "supplier", "field", "other"]
Audience = Literal["internal", "customer"]
ISSUE = {"issue": Text("Billet", "Issue")}
ABOUT = {
    "location": Text("Lieu de service", "Service location"),
    "kind": Text("Genre", "Kind"),
    "subject": Text("Sujet", "Subject"),
    "details": Text("Détails", "Details"),
    "priority": Text("Priorité", "Priority"),
}
WHO = {"department": Text("Département", "Department"), "assignee": Text("Personne", "Person")}


class IssueOut(BaseModel):
    """What came of asking for an issue: opened now, or standing already for that contract and kind."""

    issue: str
    created: bool


@action(
    permission="support.edit",
    label=Text("Ouvrir un billet", "Open an issue"),
    fields=ABOUT
    | WHO
    | {
        "customer": Text("Client", "Customer"),
        "contract": Text("Contrat", "Contract"),
        "source": Text("Origine", "Source"),
    },
)
def open_issue(
    customer: CustomerRef,
    *,
    kind: Kind,
    subject: Subject,
    location: LocationRef | None = None,
    details: LongText = "",
    priority: Priority = "normal",
    department: DepartmentRef | None = None,
    assignee: UserRef | None = None,
    source: Source | None = None,
    contract: Contract = "",
) -> IssueOut:
    """Open an issue for a customer; of a contract once per kind, also when asked twice at once.

    The second opening answers with the issue that stands, whatever became of it. Without a source it came by the
    contract, if one is named, otherwise by telephone.
    """
    owner = crm.customer(customer)
    place = crm.location(location) if location else None
    if place is not None and place.customer_id != owner.id:
        raise NotACustomersPlace(location=location, customer=customer)
    if (standing := _standing(contract, kind, customer)) is not None:
        return standing
    person = _at_work(assignee) if assignee else None
    team = department_named(department) if department else None
    try:
        with transaction.atomic():
            made = add(
                Issue(
                    number=numbers.take_one("issue"),
                    customer_id=owner.id,
                    location_id=place.id if place else None,
                    kind=kind,
                    subject=subject,
                    details=details,
                    priority=priority,
                    department_id=team.pk if team else None,
                    assignee_id=person,
                    source=source or ("contract" if contract else "phone"),
                    contract=contract,
                    opened_on=clock.today(),
                    created_at=clock.now(),
                )
            )
    except IntegrityError:
        standing = _standing(contract, kind, customer)  # somebody opened it while we waited for his commit
        if standing is None:
            raise
        return standing
    _step(made)
    publish(IssueOpened(**_about(follow(made, "customer", "location")), source=made.source, opened_on=made.opened_on))
    if person is not None:
        _tell(made, person)
    return IssueOut(issue=made.number, created=True)


@action(
    permission="support.edit",
    label=Text("Commenter un billet", "Comment on an issue"),
    fields=ISSUE | {"text": Text("Commentaire", "Comment"), "audience": Text("Pour qui", "For whom")},
)
def comment_issue(issue: IssueRef, *, text: Words, audience: Audience = "internal") -> None:
    """Write something about an issue, among ourselves or meant for the customer; it stays as written."""
    found = locked(issue)
    must_be(found, "open", "in_progress", "waiting", "resolved")
    IssueComment.objects.create(issue=found, audience=audience, text=text, by=current_actor().label, at=clock.now())


@action(permission="support.edit", label=Text("Assigner un billet", "Assign an issue"), fields=ISSUE | WHO)
def assign_issue(issue: IssueRef, *, department: DepartmentRef | None = None, assignee: UserRef | None = None) -> None:
    """Say which department has an issue, or who, or both. Given to a department alone it is nobody's in person."""
    found = locked(issue)
    must_be(found, "open", "in_progress", "waiting", "resolved")
    if department is None and assignee is None:
        raise NobodyNamed
    before = found.assignee_id
    if department is not None:
        found.department_id = department_named(department).pk
    found.assignee_id = _at_work(assignee) if assignee else None
    found.save(update_fields=["department", "assignee"])
    if found.assignee_id not in {None, before}:
        _tell(found, found.assignee_id)


@action(permission="support.edit", label=Text("Modifier un billet", "Edit an issue"), fields=ISSUE | ABOUT)
def edit_issue(
    issue: IssueRef,
    *,
    subject: Subject | None = None,
    kind: Kind | None = None,
    location: LocationRef | None = None,
    details: LongText | None = None,
    priority: Priority | None = None,
) -> None:
    """Change what an issue says; what is left out stays. That of a contract keeps its kind."""
    found = locked(issue)
    must_be(found, "open", "in_progress", "waiting", "resolved")
    if kind not in {None, found.kind} and found.contract:
        raise KindOfContract(issue=issue, contract=found.contract)
    place = crm.location(location) if location else None
    if place is not None and place.customer_id != found.customer_id:
        raise NotACustomersPlace(location=location, customer=found.customer.number)
    given = {
        "subject": subject,
        "kind": kind,
        "details": details,
        "priority": priority,
        "location_id": place.id if place else None,
    }
    changed = {name: value for name, value in given.items() if value is not None}
    for name, value in changed.items():
        setattr(found, name, value)
    if changed:
        found.save(update_fields=[name.removesuffix("_id") for name in changed])


@action(
    permission="support.edit",
    label=Text("Prendre un billet en charge", "Take up an issue"),
    fields=ISSUE,
)
def start_issue(issue: IssueRef) -> None:
    """Say that somebody works on an issue: who has it, otherwise whoever says so, if it is a person."""
    found = locked(issue)
    must_be(found, "open", "waiting")
    actor = current_actor()
    if found.assignee_id is None and actor.kind == "staff":
        found.assignee_id = actor.id
    _become(found, "in_progress")


@action(
    permission="support.edit",
    label=Text("Mettre un billet en attente", "Let an issue wait"),
    undo="support.start_issue",
    fields=ISSUE | {"awaited": Text("En attente de", "Waits for"), "reason": Text("Motif", "Reason")},
)
def wait_for_issue(issue: IssueRef, *, awaited: Awaited, reason: Reason) -> None:
    """Let an issue wait for the customer, a supplier, the field or something else, and say why."""
    found = locked(issue)
    must_be(found, "open", "in_progress")
    _become(found, "waiting", reason, awaited=awaited)


@action(
    permission="support.edit",
    label=Text("Régler un billet", "Resolve an issue"),
    undo="support.reopen_issue",
    fields=ISSUE | {"resolution": Text("Comment c’est réglé", "How it was settled")},
)
def resolve_issue(issue: IssueRef, *, resolution: Words) -> None:
    """Say that an issue is settled, and how; refused when it already is."""
    found = locked(issue)
    must_be(found, "open", "in_progress", "waiting")
    found.resolution, found.resolved_at = resolution, clock.now()
    _become(found, "resolved", resolution)
    publish(IssueResolved(**_about(found), resolved_on=clock.today()))


@action(
    permission="support.edit",
    label=Text("Fermer un billet", "Close an issue"),
    undo="support.reopen_issue",
    fields=ISSUE,
)
def close_issue(issue: IssueRef) -> None:
    """Close an issue that is settled: nothing of it changes any more."""
    found = locked(issue)
    must_be(found, "resolved")
    _become(found, "closed")


@action(
    permission="support.edit",
    label=Text("Rouvrir un billet", "Reopen an issue"),
    undo="support.resolve_issue",
    fields=ISSUE | {"reason": Text("Motif", "Reason")},
)
def reopen_issue(issue: IssueRef, *, reason: Reason) -> None:
    """Open an issue again that was not settled after all; how it had been settled stays in its steps."""
    found = locked(issue)
    must_be(found, "resolved", "closed")
    found.resolution, found.resolved_at = "", None
    _become(found, "open", reason)
    publish(IssueReopened(**_about(found), reason=reason))


def _become(issue: Issue, status: str, words: str = "", *, awaited: str = "") -> None:
    """Bring a locked issue into a state and tell it in a step."""
    write(
        issue,
        status=status,
        awaited=awaited,
        assignee_id=issue.assignee_id,
        resolution=issue.resolution,
        resolved_at=issue.resolved_at,
    )
    _step(issue, words)


def _step(issue: Issue, words: str = "") -> None:
    by = current_actor().label
    add(IssueStep(issue=issue, status=issue.status, awaited=issue.awaited, words=words, by=by, at=clock.now()))


def _about(issue: Issue) -> dict[str, Any]:
    """Return what every fact says of its issue: numbers only."""
    return {
        "customer": issue.customer.number,
        "location": issue.location.number if issue.location else "",
        "issue": issue.number,
        "kind": issue.kind,
        "contract": issue.contract,
    }


def _standing(contract: str, kind: str, customer: str) -> IssueOut | None:
    """Return the issue that a contract already has of a kind, if any; refuse when it is another customer's."""
    found = one(Issue, contract=contract, kind=kind) if contract else None
    if found is None:
        return None
    if follow(found, "customer").customer.number != customer:
        raise OtherCustomersContract(contract=contract, issue=found.number, customer=found.customer.number)
    return IssueOut(issue=found.number, created=False)


def _at_work(username: str) -> int:
    """Return the key of a person who works here, or refuse."""
    person = person_named(username)
    if not person.is_active:
        raise AssigneeInactive(person=person.display_name)
    return person.pk


def _tell(issue: Issue, person: int | None) -> None:
    """Ring the bell of whom an issue was given to, unless he took it himself."""
    actor = current_actor()
    if person is None or (actor.kind == "staff" and actor.id == person):
        return
    words = Text("{i} vous est confié : {s}", "{i} was given to you: {s}").with_(i=issue.number, s=issue.subject)
    notify([person], words, kind="issue", url=f"/issues/{issue.number}")
