"""What the database refuses of issues, attacked behind the verbs' back."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from datetime import date
from typing import Any

import pytest
from django.db import DatabaseError, IntegrityError, connection, transaction

from gigafibre.crm.tests.factories import a_customer, a_location
from gigafibre.kernel import clock as kernel_clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.errors import Refusal
from gigafibre.support import actions
from gigafibre.support.models import STATUSES, Issue, IssueComment, IssueStep
from gigafibre.support.tests.factories import an_issue

ALLOWED = {
    ("open", "in_progress"), ("open", "waiting"), ("open", "resolved"), ("in_progress", "waiting"),
    ("in_progress", "resolved"), ("waiting", "in_progress"), ("waiting", "resolved"), ("resolved", "closed"),
    ("resolved", "open"), ("closed", "open"),
}  # fmt: skip


def refused(rule: str, act: Callable[[], Any]) -> None:
    def and_now() -> None:
        act()
        with connection.cursor() as cursor:
            cursor.execute("SET CONSTRAINTS ALL IMMEDIATE")

    with pytest.raises(IntegrityError, match=rule), transaction.atomic():
        and_now()


def change(number: str, /, **values: Any) -> None:
    Issue.objects.filter(number=number).update(**values)


def a_copy(**values: Any) -> Issue:
    found = Issue.objects.get(number=an_issue())
    found.pk, found.number = None, f"ISS-{90000 + Issue.objects.count()}"
    for name, value in values.items():
        setattr(found, name, value)
    found.save(force_insert=True)
    return found


def values_of(status: str) -> dict[str, Any]:
    done = status in {"resolved", "closed"}
    return {
        "status": status,
        "awaited": "customer" if status == "waiting" else "",
        "resolution": "Réglé" if done else "",
        "resolved_at": kernel_clock.now() if done else None,
    }


@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize("was", STATUSES)
def test_a_state_becomes_what_it_may_and_nothing_else(was: str) -> None:
    number = an_issue(was)
    for becomes in STATUSES:
        if becomes == was:
            continue
        values = values_of(becomes)
        if was in {"resolved", "closed"} and becomes in {"resolved", "closed"}:
            del values["resolution"], values["resolved_at"]
        if (was, becomes) in ALLOWED:
            place = transaction.savepoint()
            change(number, **values)
            transaction.savepoint_rollback(place)
        else:
            refused("does not become", lambda values=values: change(number, **values))  # type: ignore[misc]
    assert Issue.objects.get(number=number).status == was


@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize("status", [each for each in STATUSES if each != "open"])
def test_an_issue_begins_as_open(status: str) -> None:
    refused("begins as open", lambda: a_copy(**values_of(status)))


@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize(
    ("rule", "values"),
    [
        ("issue_number_form", {"number": "T-1"}),
        ("issue_kind_known", {"kind": "party"}),
        ("issue_status_known", {"status": "done"}),
        ("issue_priority_known", {"priority": "asap"}),
        ("issue_source_known", {"source": "fax"}),
        ("issue_has_a_subject", {"subject": ""}),
        ("issue_waits_for_something", {"awaited": "customer"}),
        ("issue_waits_for_something", {"awaited": "godot"}),
        ("issue_resolved_with_words", {"resolution": "Réglé"}),
    ],
)
def test_a_row_says_what_it_may(rule: str, values: dict[str, Any]) -> None:
    refused(rule, lambda: a_copy(**values))


@pytest.mark.usefixtures("acting")
def test_waiting_says_for_what_and_resolved_says_how_and_when() -> None:
    refused("issue_waits_for_something", lambda: change(an_issue(), status="waiting"))
    now = kernel_clock.now()
    refused("issue_resolved_with_words", lambda: change(an_issue(), status="resolved", resolved_at=now))
    refused("issue_resolved_with_words", lambda: change(an_issue(), status="resolved", resolution="Réglé"))
    refused("issue_resolved_with_words", lambda: change(an_issue("resolved"), status="open"))


@pytest.mark.usefixtures("acting")
def test_a_contract_has_one_issue_of_a_kind() -> None:
    an_issue(contract="CTR-1", kind="installation")
    refused("one_issue_per_contract", lambda: a_copy(contract="CTR-1", kind="installation"))
    for values in ({"contract": "CTR-1", "kind": "other"}, {"contract": "", "kind": "installation"}):
        IssueStep.objects.create(issue=a_copy(**values), status="open", by="moi")


@pytest.mark.usefixtures("acting")
def test_an_issue_stays_the_one_it_is() -> None:
    number, other = an_issue(contract="CTR-2", kind="installation"), a_customer("Jean Roy")
    for values in (
        {"number": "ISS-77777"},
        {"customer_id": other.pk, "location_id": None},
        {"contract": "CTR-3"},
        {"contract": ""},
        {"kind": "other"},
        {"source": "portal"},
        {"opened_on": date(2020, 1, 1)},
    ):
        refused("stays the issue it is", lambda values=values: change(number, **values))  # type: ignore[misc]
    change(an_issue(), kind="other")


@pytest.mark.usefixtures("acting")
def test_an_issue_is_at_a_place_of_its_customer() -> None:
    elsewhere = a_location(a_customer("Jean Roy"))
    refused("issue is at a location|at a location of its customer", lambda: a_copy(location_id=elsewhere.pk))
    refused("at a location of its customer", lambda: change(an_issue(), location_id=elsewhere.pk))


@pytest.mark.usefixtures("acting")
def test_a_closed_issue_stays_and_a_resolution_too() -> None:
    closed = an_issue("closed")
    for values in ({"subject": "Autre"}, {"details": "x"}, {"priority": "low"}, {"kind": "other"}, {"location": None}):
        refused("is closed", lambda values=values: change(closed, **values))  # type: ignore[misc]
    refused("is closed", lambda: change(closed, subject="Autre", **values_of("open")))
    for number in (closed, an_issue("resolved")):
        refused("stays as it was told", lambda number=number: change(number, resolution="Autrement"))  # type: ignore[misc]
        now = kernel_clock.now().replace(year=2027)
        refused("stays as it was told", lambda number=number, now=now: change(number, resolved_at=now))  # type: ignore[misc]
    row = Issue.objects.get(number=closed)
    refused("is closed", lambda: IssueComment.objects.create(issue=row, audience="internal", text="x", by="moi"))


@pytest.mark.usefixtures("acting")
def test_comments_say_something_to_somebody_and_steps_a_state() -> None:
    row = Issue.objects.get(number=an_issue())
    refused("comment_has_words", lambda: IssueComment.objects.create(issue=row, audience="internal", text="", by="m"))
    refused(
        "comment_audience_known", lambda: IssueComment.objects.create(issue=row, audience="press", text="x", by="m")
    )
    refused("issue_step_known", lambda: IssueStep.objects.create(issue=row, status="done", by="m"))


@pytest.mark.usefixtures("acting")
@pytest.mark.parametrize("table", [IssueComment, IssueStep])
def test_what_was_written_is_never_changed(table: Any) -> None:
    number = an_issue()
    actions.comment_issue(number, text="Vu.")
    rows = table.objects.filter(issue__number=number)
    with pytest.raises(DatabaseError, match="rows never change"), transaction.atomic():
        rows.update(by="quelqu’un")
    with pytest.raises(DatabaseError, match="rows never change"), transaction.atomic():
        rows.delete()
    assert rows.count() == 1


@pytest.mark.usefixtures("acting")
def test_issues_are_never_emptied_nor_deleted_with_their_history() -> None:
    number = an_issue()
    with pytest.raises(DatabaseError), transaction.atomic(), connection.cursor() as cursor:
        cursor.execute("TRUNCATE support_issue CASCADE")
    refused("violates foreign key", lambda: Issue.objects.filter(number=number)._raw_delete("default"))
    assert Issue.objects.filter(number=number).exists()


@pytest.mark.usefixtures("acting")
def test_a_state_is_never_entered_without_its_step() -> None:
    refused("no step that tells its state", lambda: change(an_issue(), status="in_progress"))
    refused("no step that tells its state", lambda: a_copy())


@pytest.fixture
def here(committed_db: object, clock: Any) -> Iterator[None]:
    """A database of its own, the clock standing, the system acting."""
    with acting_as(SYSTEM):
        yield


def at_once(work: Callable[[], Any], times: int) -> list[Any]:
    """Do it in as many threads, begun at the same moment; returns what each gave, or its refusal."""
    gate = threading.Barrier(times)
    came: list[Any] = []

    def run() -> None:
        try:
            with acting_as(SYSTEM):
                gate.wait()
                came.append(work())
        except Refusal as refusal:
            came.append(refusal)
        finally:
            connection.close()

    threads = [threading.Thread(target=run) for _ in range(times)]
    for thread in threads:
        thread.start()
    for thread in threads:
        thread.join(60)
    assert not any(thread.is_alive() for thread in threads)
    return came


def test_a_contract_signed_twice_at_once_has_one_issue_and_no_number_is_lost(here: None) -> None:
    customer = a_customer()
    first = actions.open_issue(customer.number, kind="other", subject="Premier").issue
    asked: dict[str, Any] = {"kind": "installation", "subject": "Installation", "contract": "CTR-9"}
    came = at_once(lambda: actions.open_issue(customer.number, **asked), 4)
    assert sorted(each.created for each in came) == [False, False, False, True]
    assert len({each.issue for each in came}) == 1
    last = actions.open_issue(customer.number, kind="other", subject="Dernier").issue
    assert [int(number[4:]) - int(first[4:]) for number in (came[0].issue, last)] == [1, 2]


def test_two_who_settle_one_issue_settle_it_once(here: None) -> None:
    issue = an_issue()
    came = at_once(lambda: actions.resolve_issue(issue, resolution="Réglé"), 2)
    assert sorted(getattr(each, "code", "") for each in came) == ["", "wrong_issue_state"]
    assert IssueStep.objects.filter(issue__number=issue, status="resolved").count() == 1
