"""Issues from opened to closed: what each verb does, refuses and tells."""

from __future__ import annotations

from datetime import date
from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.identity.queries import notices, person
from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.errors import InvalidInput, NotFound
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.tests.looking import events
from gigafibre.support import actions, errors, queries
from gigafibre.support.models import Issue
from gigafibre.support.tests.factories import RESOLUTION, an_issue

pytestmark = pytest.mark.usefixtures("acting")


def get(number: str) -> Issue:
    return Issue.objects.select_related("department", "assignee", "location").get(number=number)


def told(kind: str) -> list[dict[str, Any]]:
    return [event["payload"] for event in events(type=f"support.{kind}")]


def steps(number: str) -> list[tuple[str, str, str]]:
    return list(get(number).steps.order_by("pk").values_list("status", "awaited", "words"))


def has(number: str) -> tuple[str, str]:
    found = get(number)
    assert found.department is not None
    return found.department.code, found.assignee.username if found.assignee else ""


def staff(user: Any) -> Actor:
    found = person(user.pk)
    assert found is not None
    return found.actor


def test_a_contract_has_one_issue_of_a_kind_and_the_second_opening_finds_it() -> None:
    customer = a_customer()
    place = a_location(customer)
    asked: dict[str, Any] = {"subject": "Installation de la fibre", "location": place.number, "contract": "CTR-57"}
    first = actions.open_issue(customer.number, kind="installation", **asked)
    assert first.created
    again = actions.open_issue(customer.number, kind="installation", **(asked | {"subject": "Autre"}))
    assert (again.issue, again.created) == (first.issue, False)
    found = get(first.issue)
    assert (found.number, found.subject, found.source) == (first.issue, "Installation de la fibre", "contract")
    assert (found.status, found.opened_on, found.priority) == ("open", date(2026, 11, 21), "normal")
    assert told("IssueOpened") == [
        {
            "customer": customer.number, "location": place.number, "issue": first.issue, "kind": "installation",
            "contract": "CTR-57", "source": "contract", "opened_on": "2026-11-21",
        }
    ]  # fmt: skip
    actions.resolve_issue(first.issue, resolution=RESOLUTION)
    actions.close_issue(first.issue)
    assert not actions.open_issue(customer.number, kind="installation", **asked).created
    other = actions.open_issue(customer.number, kind="cancellation", **asked)
    assert other.created
    assert other.issue != first.issue
    head = queries.issue_of_contract("CTR-57", "installation")
    assert head is not None
    assert (head.number, head.status, head.customer) == (first.issue, "closed", customer.number)
    assert queries.issue_of_contract("CTR-57", "repair") is None
    assert queries.issue_of_contract("", "installation") is None


def test_without_a_contract_every_opening_is_an_issue_of_its_own() -> None:
    customer = a_customer()
    numbers = {actions.open_issue(customer.number, kind="repair", subject="Panne").issue for _ in range(3)}
    assert len(numbers) == 3
    assert set(Issue.objects.filter(number__in=numbers).values_list("source", flat=True)) == {"phone"}


def test_an_issue_of_anothers_contract_or_place_is_refused() -> None:
    one, other = a_customer(), a_customer("Jean Roy")
    issue = an_issue(owner=one, contract="CTR-8", kind="installation")
    with pytest.raises(errors.OtherCustomersContract, match=issue):
        actions.open_issue(other.number, kind="installation", subject="Installation", contract="CTR-8")
    with pytest.raises(errors.NotACustomersPlace):
        actions.open_issue(other.number, kind="repair", subject="Panne", location=a_location(one).number)
    with pytest.raises(errors.NotACustomersPlace):
        actions.edit_issue(issue, location=a_location(other).number)
    with pytest.raises(errors.KindOfContract):
        actions.edit_issue(issue, kind="other")
    actions.edit_issue(issue, kind="installation", subject="Installation au chalet")
    assert Issue.objects.count() == 1
    assert get(issue).subject == "Installation au chalet"


def test_an_issue_goes_its_way_and_each_state_is_told_with_its_words(clock: Any) -> None:
    clerk = a_user("support")
    issue = an_issue()
    with acting_as(staff(clerk)):
        actions.start_issue(issue)
        assert get(issue).assignee == clerk
        actions.wait_for_issue(issue, awaited="customer", reason="Doit essayer un autre câble")
        assert get(issue).awaited == "customer"
        clock.move(hours=2)
        actions.start_issue(issue)
        assert get(issue).awaited == ""
        actions.resolve_issue(issue, resolution=RESOLUTION)
    found = get(issue)
    assert (found.status, found.resolution) == ("resolved", RESOLUTION)
    assert found.resolved_at is not None
    assert [told_["resolved_on"] for told_ in told("IssueResolved")] == ["2026-11-21"]
    actions.close_issue(issue)
    actions.reopen_issue(issue, reason="Le signal est retombé")
    assert (get(issue).status, get(issue).resolution, get(issue).resolved_at) == ("open", "", None)
    assert [told_["reason"] for told_ in told("IssueReopened")] == ["Le signal est retombé"]
    assert steps(issue) == [
        ("open", "", ""),
        ("in_progress", "", ""),
        ("waiting", "customer", "Doit essayer un autre câble"),
        ("in_progress", "", ""),
        ("resolved", "", RESOLUTION),
        ("closed", "", ""),
        ("open", "", "Le signal est retombé"),
    ]
    assert list(get(issue).steps.order_by("pk").values_list("by", flat=True)[:2]) == ["system", "Aimée Côté"]


@pytest.mark.parametrize(
    ("status", "verbs"),
    [
        ("open", {"start", "wait", "resolve", "edit", "assign", "comment"}),
        ("in_progress", {"wait", "resolve", "edit", "assign", "comment"}),
        ("waiting", {"start", "resolve", "edit", "assign", "comment"}),
        ("resolved", {"close", "reopen", "edit", "assign", "comment"}),
        ("closed", {"reopen"}),
    ],
)
def test_in_each_state_only_its_verbs(status: str, verbs: set[str]) -> None:
    ways: dict[str, Any] = {
        "start": lambda number: actions.start_issue(number),
        "wait": lambda number: actions.wait_for_issue(number, awaited="field", reason="Équipe demain"),
        "resolve": lambda number: actions.resolve_issue(number, resolution=RESOLUTION),
        "close": lambda number: actions.close_issue(number),
        "reopen": lambda number: actions.reopen_issue(number, reason="Encore une panne"),
        "edit": lambda number: actions.edit_issue(number, priority="urgent"),
        "assign": lambda number: actions.assign_issue(number, department="network"),
        "comment": lambda number: actions.comment_issue(number, text="Vu."),
    }
    for name, act in ways.items():
        issue = an_issue(status)
        before = Issue.objects.filter(number=issue).values().get()
        if name in verbs:
            act(issue)
        else:
            with pytest.raises(errors.WrongIssueState):
                act(issue)
            assert Issue.objects.filter(number=issue).values().get() == before


def test_comments_stay_in_their_order_with_who_wrote_them() -> None:
    clerk = a_user("support")
    issue = an_issue()
    with acting_as(staff(clerk)):
        actions.comment_issue(issue, text="A rappelé trois fois.")
    actions.comment_issue(issue, text="Un technicien passe lundi.", audience="customer")
    assert list(get(issue).comments.order_by("pk").values_list("by", "audience", "text")) == [
        ("Aimée Côté", "internal", "A rappelé trois fois."),
        ("system", "customer", "Un technicien passe lundi."),
    ]
    with pytest.raises(InvalidInput):
        actions.comment_issue(issue, text="")


def test_who_is_given_an_issue_hears_of_it_and_nobody_of_what_he_took_himself() -> None:
    one, other, gone = a_user("support"), a_user("dispatcher"), a_user("support", is_active=False)
    issue = an_issue()
    actions.assign_issue(issue, department="support", assignee=one.username)
    actions.assign_issue(issue, assignee=one.username)
    with acting_as(staff(other)):
        actions.assign_issue(issue, department="dispatch", assignee=other.username)
    assert [notice.url for notice in notices(one.pk)[0]] == [f"/issues/{issue}"]
    assert notices(other.pk) == ([], 0)
    assert has(issue) == ("dispatch", other.username)
    assert get(issue).status == "open"
    actions.assign_issue(issue, department="network")
    assert has(issue) == ("network", "")
    with pytest.raises(errors.AssigneeInactive):
        actions.assign_issue(issue, assignee=gone.username)
    with pytest.raises(errors.NobodyNamed):
        actions.assign_issue(issue)
    with pytest.raises(NotFound):
        actions.assign_issue(issue, department="nowhere")
    assert has(issue) == ("network", "")


def test_a_preview_says_whom_an_issue_is_given_to() -> None:
    clerk = a_user("support")
    given = {"issue": an_issue(), "department": "network", "assignee": clerk.username}
    said = in_words(preview("support.assign_issue", given, actor=SYSTEM), "fr")
    (changed,) = [change for change in said["changes"] if change["table"] == "support_issue"]
    assert [(each["label"], each["after"]) for each in changed["fields"]] == [
        ("Département", "Réseau"),
        ("Confié à", "Aimée Côté"),
    ]


def test_no_such_issue() -> None:
    with pytest.raises(errors.NoSuchIssue):
        actions.start_issue("ISS-99999")
