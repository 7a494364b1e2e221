"""Somebody else's ids: real records of others at every address, by who may not see them: nothing of them is told."""

from __future__ import annotations

import re
from base64 import urlsafe_b64decode, urlsafe_b64encode
from typing import Any

import pytest
from django.apps import apps
from django.test import Client

from gigafibre.config.api import field
from gigafibre.config.tests.test_every_list import some_rows
from gigafibre.config.tests.test_every_route import LEFT_OUT, OPEN, ROUTES, Route, told
from gigafibre.dispatch.tests.factories import PNG, a_job, a_person_in_the_field, a_technician
from gigafibre.identity.actions import save_view
from gigafibre.identity.queries import person
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_session, a_user, browser, send
from gigafibre.kernel import files
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.messaging.texts import unsubscribe_link
from gigafibre.sales.actions import send_contract, send_quotation
from gigafibre.sales.tests.factories import a_contract, a_quotation

pytestmark = pytest.mark.django_db

#: What the rows made here are called: an answer to who may not see them has none of it.
OURS = re.compile(r"HYPERLINK|C-9\d{5}|SUB-9\d{4}")
WITH_PLACES = [route for route in ROUTES if route.method == "GET" and "{" in route.path]
#: Addresses that no row of `some_rows` stands behind, or that want more than an id.
NOT_REACHED = 45


@pytest.fixture(autouse=True)
def day(clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")


@pytest.fixture
def rows() -> None:
    """Give every list two rows of its own."""
    with acting_as(SYSTEM):
        some_rows(2)


def real_addresses(client: Client) -> dict[str, str]:
    """Return an address with a real id for every route that takes one and whose list has one."""
    known: dict[str, Any] = {}

    def ids(path: str) -> Any:
        if path not in known:
            answer = client.get("/api/v1" + path)
            body = answer.json() if answer.status_code == 200 and "json" in answer["Content-Type"] else {}
            items = body.get("items", []) if isinstance(body, dict) else body
            known[path] = next((item for item in items if isinstance(item, dict)), {})
        return known[path]

    found = {}
    for route in WITH_PLACES:
        address = route.path
        while place := re.search(r"\{([^}]+)\}", address):
            kind, _, name = place.group(1).rpartition(":")
            item = ids(address[: place.start()].rstrip("/"))
            value = item.get(name, item.get("number", item.get("code", item.get("id", item.get("key")))))
            if value is None or (kind == "int" and not isinstance(value, int)):
                break
            address = address[: place.start()] + str(value) + address[place.end() :]
        else:
            found[route.path] = "/api/v1" + address
    return found


def test_real_records_are_told_to_who_may_see_them_and_to_nobody_else(rows: None) -> None:
    administrator = browser(a_user("administrator"))
    addresses = real_addresses(administrator)
    told_of = set()
    for path, address in addresses.items():
        answer = administrator.get(address)
        assert answer.status_code < 500, address
        if answer.status_code == 200:
            told_of.add(path)
    missed = sorted(route.path for route in WITH_PLACES if route.path not in told_of)
    assert len(missed) <= NOT_REACHED, missed
    for role in [*SHIPPED, ""]:
        held = frozenset(SHIPPED[role].permissions if role else ()) | {"identity.self"}
        client, walker = browser(a_user(role)), Actor("staff", 1, "walker", held)
        for route in WITH_PLACES:
            if (route.method, route.path) in OPEN | LEFT_OUT or route.path not in addresses:
                continue
            refused_to_a_role(route, addresses[route.path], client, walker)
    nobody = browser()
    for address in addresses.values():
        answer = nobody.get(address)
        assert (answer.status_code, told(answer)) == (401, "not_logged_in"), address
        assert not OURS.search(answer.content.decode()), address


def refused_to_a_role(route: Route, address: str, client: Client, walker: Actor) -> None:
    answer = client.get(address)
    assert route.needs is not None
    assert answer.status_code < 500, address
    if route.needs.permission is None or walker.may(route.needs.permission):
        assert told(answer) not in {"not_logged_in", "csrf_failed"}, address
        return
    assert (answer.status_code, told(answer)) == (403, "forbidden"), address
    said = answer.content.decode()
    assert not OURS.search(said), said


def test_a_technician_asks_about_a_colleagues_job_in_vain() -> None:
    job = a_job("published", technician=a_technician("Marc Roy"))
    with acting_as(SYSTEM):
        picture = files.attach(files.store(PNG, "porte.png"), f"job:{job}", "dispatch.read")
    customer = rows_of("dispatch", "Job").get(number=job).customer
    actor, _ = a_person_in_the_field()
    assert actor.id is not None
    him = person(actor.id)
    assert him is not None
    client = browser_of(actor.id)
    before = rows_of("dispatch", "Job").filter(number=job).values().get()
    walked = 0
    for router in field._get_bound_routers():
        for path, view in router.path_operations.items():
            if "{number}" not in path:
                continue
            walked += 1
            address = f"/api/field{path}".replace("{number}", job).replace("{uuidstr:key}", str(picture.file_id))
            for method in (method for operation in view.operations for method in operation.methods):
                answer = client.get(address) if method == "GET" else send(client, "post", address, {})
                assert answer.status_code in {403, 404, 422}, (address, answer.content)
                assert customer.display_name not in answer.content.decode(), address
    assert walked > 15
    assert rows_of("dispatch", "Job").filter(number=job).values().get() == before
    listed = client.get("/api/field/jobs").content.decode()
    assert job not in listed
    assert customer.display_name not in listed


def browser_of(user: int) -> Client:
    return browser(rows_of("identity", "User").get(pk=user))


def rows_of(app: str, model: str) -> Any:
    """Return what reads the rows of a table that this floor does not import."""
    return apps.get_model(app, model)._default_manager


def test_what_is_ones_own_stays_ones_own() -> None:
    maude, kevin = a_user("support"), a_user("support")
    hers = person(maude.pk)
    assert hers is not None
    with acting_as(hers.actor):
        view = save_view("customers", name="À moi", filters={"status": "active"})
    session = a_session(maude)
    client = browser(kevin)
    tries: dict[str, dict[str, Any]] = {
        "identity.rename_view": {"view": view, "name": "À lui"},
        "identity.update_view": {"view": view, "filters": {}},
        "identity.remove_view": {"view": view},
        "identity.end_sessions": {"username": maude.username},
        "identity.change_password": {"username": maude.username, "current": "x" * 12, "password": "fibre-neuve-2026"},
        "identity.set_preferences": {"username": maude.username, "language": "en"},
        "identity.mark_notices_read": {"username": maude.username},
    }
    for name, given in tries.items():
        for suffix in ("", "/preview"):
            answer = send(client, "post", f"/api/v1/actions/{name}{suffix}", given)
            assert answer.status_code in {403, 404}, (name, answer.content)
            assert "À moi" not in answer.content.decode()
    assert rows_of("identity", "SavedView").get().name == "À moi"
    assert rows_of("identity", "Session").filter(pk=session.pk).exists()
    maude.refresh_from_db()
    assert maude.language == "fr"
    assert "À moi" not in client.get("/api/v1/lists/customers").content.decode()


def swapped(link: str, other: str) -> str:
    """Return a path whose words are another link's and whose signature is its own."""
    kind, token = link.rsplit("/", 2)[1:]
    mine, theirs = (urlsafe_b64decode(each + "==") for each in (token, other.rpartition("/")[2]))
    return f"/{kind}/{urlsafe_b64encode(theirs[:-16] + mine[-16:]).rstrip(b'=').decode()}"


def test_a_link_opens_its_own_paper_and_no_other(settings: Any) -> None:
    with acting_as(SYSTEM):
        hers, his = a_quotation(title="Chalet du lac"), a_quotation(title="Maison du rang")
        asked = [send_quotation(each.number).link for each in (hers, his)]
        signed = [send_contract(a_contract().number).link for _ in range(2)]
        stopped = [unsubscribe_link(f"{name}@exemple.ca") for name in ("elle", "lui")]
    client = Client()
    assert "Chalet du lac" in client.get(asked[0]).content.decode()
    for links in (asked, signed, stopped):
        path = swapped(*links)
        papers = {"quote": ["/quotation.pdf"], "sign": ["/fr.pdf", "/en.pdf"]}.get(path.split("/")[1], [])
        for address in [path, *(path + paper for paper in papers)]:
            answer = client.get(address)
            assert answer.status_code in {400, 404}, address
            assert "Maison du rang" not in answer.content.decode(errors="replace")
    # Made for one purpose, worth nothing for another.
    purposes = {"quote": asked[0], "sign": signed[0], "unsubscribe": stopped[0]}
    for purpose in purposes:
        for other, link in purposes.items():
            if other != purpose:
                answer = client.get(f"/{purpose}/{link.rpartition('/')[2]}")
                assert answer.status_code == 400, (purpose, other)
