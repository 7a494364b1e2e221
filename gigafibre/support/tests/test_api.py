"""What staff read of issues: the list by its filters, one whole, whom it can be given to, what the box finds."""

from __future__ import annotations

from typing import Any

import pytest
from asgiref.sync import async_to_sync
from django.db import connection
from django.test.utils import CaptureQueriesContext

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.actions import set_departments
from gigafibre.identity.tests.factories import a_user, browser
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.search import search
from gigafibre.support import actions, queries
from gigafibre.support.tests.factories import RESOLUTION, an_issue, bring

pytestmark = pytest.mark.usefixtures("acting")
LIST = "/api/v1/issues"


async def whole(file: Any) -> bytes:
    """Read an export as the server sends it."""
    return b"".join([chunk async for chunk in file.streaming_content])


def numbers(client: Any, **asked: str) -> list[str]:
    answer = client.get(LIST, asked)
    assert answer.status_code == 200, answer.content
    return [row["number"] for row in answer.json()["items"]]


def test_the_list_by_its_filters(clock: Any) -> None:
    clerk, other = a_user("support"), a_user("network", first_name="Yves", last_name="Roy")
    set_departments(clerk.username, departments=["billing"])
    customer = a_customer("Jean Roy")
    mine = an_issue(kind="repair", owner=customer, priority="urgent")
    clock.move(minutes=1)
    ours = an_issue(kind="billing", department="billing")
    clock.move(minutes=1)
    his = an_issue(kind="installation", contract="CTR-7", subject="Installer à l’île")
    clock.move(minutes=1)
    over = an_issue(kind="repair")
    actions.assign_issue(mine, department="support", assignee=clerk.username)
    actions.assign_issue(his, assignee=other.username)
    bring(his, "waiting")
    bring(over, "closed")
    client = browser(clerk)
    assert numbers(client) == [over, his, ours, mine]
    assert numbers(client, view="open") == [his, ours, mine]
    assert numbers(client, view="mine") == [mine]
    assert numbers(client, view="my_department") == [ours]
    assert numbers(client, view="unassigned") == [ours]
    assert numbers(client, status="closed,waiting") == [over, his]
    assert numbers(client, kind="repair") == [over, mine]
    assert numbers(client, customer=customer.number) == [mine]
    assert numbers(client, department="billing") == [ours]
    assert numbers(client, contract="CTR-7") == [his]
    assert numbers(client, awaited="customer") == [his]
    assert numbers(client, source="contract") == [his]
    assert numbers(client, q="ile") == [his]
    assert numbers(client, sort="priority")[0] == mine
    assert numbers(browser(other), mine="true") == [his]
    assert numbers(browser(other), my_department="true") == []
    row = client.get(LIST, {"contract": "CTR-7"}).json()["items"][0]
    assert (row["assignee_name"], row["status"], row["opened_on"]) == ("Yves Roy", "waiting", "2026-11-21")
    file = client.get(f"{LIST}/export", {"format": "csv", "mine": "true"})
    lines = async_to_sync(whole)(file).decode("utf-8-sig").splitlines()
    assert [line.split(",")[0] for line in lines[1:]] == [mine]


def test_one_issue_whole_in_its_order(clock: Any) -> None:
    number = an_issue("waiting", department="support", details="Lumière rouge depuis le verglas.")
    actions.comment_issue(number, text="Essaie un autre câble.")
    actions.comment_issue(number, text="Un technicien passe lundi.", audience="customer")
    actions.resolve_issue(number, resolution=RESOLUTION)
    client = browser(a_user("technician"), language="en")
    with CaptureQueriesContext(connection) as taken:
        queries.issue(number)
    assert len(taken) == 3
    page = client.get(f"{LIST}/{number}").json()
    assert [step["status"] for step in page["steps"]] == ["open", "waiting", "resolved"]
    assert (page["steps"][1]["awaited"], page["steps"][1]["words"]) == ("customer", "Rappellera lundi")
    assert [(each["audience"], each["text"]) for each in page["comments"]] == [
        ("internal", "Essaie un autre câble."),
        ("customer", "Un technicien passe lundi."),
    ]
    assert (page["resolution"], page["department"], page["assignee"]) == (RESOLUTION, "support", None)
    assert page["address"] == "1482, chemin de la Rivière, Sainte-Clotilde"
    assert client.get(f"{LIST}/ISS-99999").json()["code"] == "no_such_issue"


def test_an_issue_is_given_to_departments_and_people_who_may_have_it() -> None:
    clerk = a_user("support", first_name="Zoé", last_name="Auger")
    a_user("technician", first_name="Ian", last_name="Béland")
    a_user("support", is_active=False)
    given = browser(clerk).get("/api/v1/issue-choices").json()
    assert {"value": "billing", "label": "Facturation"} in given["departments"]
    assert [(each["value"], each["label"]) for each in given["people"]] == [(clerk.username, "Zoé Auger")]


def test_the_box_finds_an_issue_by_number_and_by_contract() -> None:
    number = an_issue(kind="installation", contract="CTR-321", owner=a_customer("Jean Roy"))
    assert [(one.kind, one.number) for one in search(number.lower(), SYSTEM)] == [("issue", number)]
    found = [one for one in search("ctr-321", SYSTEM) if one.kind == "issue"]
    assert [(one.number, one.facts["url"], one.facts["subtitle"]) for one in found] == [
        (number, f"/issues/{number}", "Jean Roy")
    ]
    assert search(number, Actor("staff", 1, "x", frozenset({"crm.read"}))) == []
