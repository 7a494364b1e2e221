"""What an answer offers to take a deed back, over HTTP, to who may."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.crm.tests.factories import a_customer
from gigafibre.identity.tests.factories import a_user, browser, send

pytestmark = pytest.mark.django_db


def post(client: Any, name: str, given: dict[str, Any]) -> Any:
    answer = send(client, "post", f"/api/v1/actions/{name}", given)
    assert answer.status_code == 200, answer.content
    return answer.json()["undo"]


def test_a_note_is_unpinned_and_says_again_what_it_said() -> None:
    client = browser(a_user("administrator", language="en"))
    subject = f"customer:{a_customer().number}"
    given = {"subject": subject, "text": "À rappeler"}
    note = send(client, "post", "/api/v1/actions/kernel.add_note", given).json()["result"]
    pinned = post(client, "kernel.pin_note", {"note": note, "pinned": True})
    assert pinned == {
        "name": "kernel.pin_note",
        "label": "Pin a note",
        "title": "Pin a note",
        "input": {"note": note, "pinned": False},
    }
    said = post(client, "kernel.update_note", {"note": note, "text": "Rappelé"})
    post(client, pinned["name"], pinned["input"])
    post(client, said["name"], said["input"])
    (kept,) = client.get("/api/v1/notes", {"subject": subject}).json()
    assert (kept["pinned"], kept["text"]) == (False, "À rappeler")


def test_a_person_and_a_way_to_reach_him_go_and_change_back() -> None:
    customer = a_customer("Roy, Luc")
    client, number = browser(a_user("support", language="fr")), customer.number
    before = list(customer.contacts.order_by("pk").values_list("name", "role"))
    added = post(client, "crm.add_contact", {"customer": number, "name": "Ève", "phone": "450 555-0177"})
    made = added["input"]["contact"]
    renamed = post(client, "crm.update_contact", {"customer": number, "contact": made, "name": "Éva"})
    assert renamed["input"] == {"customer": number, "contact": made, "name": "Ève"}
    point = customer.points.get(contact=made)
    changed = post(client, "crm.update_contact_point", {"customer": number, "point": point.pk, "valid": False})
    post(client, changed["name"], changed["input"])
    point.refresh_from_db()
    assert (point.valid, point.value) == (True, "+14505550177")
    removed = post(client, "crm.remove_contact_point", {"customer": number, "point": point.pk})
    post(client, removed["name"], removed["input"])
    assert customer.points.filter(contact=made).values_list("kind", "value", "valid").get() == (
        "mobile",
        "+14505550177",
        True,
    )
    assert post(client, added["name"], added["input"]) is None
    assert list(customer.contacts.order_by("pk").values_list("name", "role")) == before
