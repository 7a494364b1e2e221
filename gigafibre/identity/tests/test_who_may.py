"""What a button that is off says to whoever lacks its right: the roles that may."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.identity.permissions import known_permissions
from gigafibre.identity.tests.factories import a_token, a_user, browser, send

pytestmark = pytest.mark.django_db


def asked(client: Any) -> dict[str, list[str]]:
    answer = client.get("/api/v1/who-may")
    assert answer.status_code == 200, answer.content
    return {one["permission"]: one["roles"] for one in answer.json()}


def test_whoever_lacks_a_right_learns_which_roles_hold_it() -> None:
    boss, technician = browser(a_user("administrator")), browser(a_user("technician", username="tech"))
    before = asked(technician)
    assert set(before) == set(known_permissions())
    assert before["identity.admin"] == ["Administrateur"]
    assert before["billing.run"] == ["Administrateur", "Gestionnaire", "Facturation"]
    given = {"role": "sales", "permissions": ["crm.read", "billing.*"]}
    assert send(boss, "post", "/api/v1/actions/identity.edit_role", given).status_code == 200
    assert asked(technician)["billing.run"] == ["Administrateur", "Gestionnaire", "Ventes", "Facturation"]


def test_the_roles_are_said_in_the_readers_language() -> None:
    person = browser(a_user("read-only", language="en"))
    assert asked(person)["identity.admin"] == ["Administrator"]


def test_a_program_is_not_told_who_works_here(client: Any) -> None:
    answer = client.get("/api/v1/who-may", headers={"Authorization": f"Bearer {a_token('robot', 'crm.read')}"})
    assert (answer.status_code, answer.json()["code"]) == (403, "person_needed")
    assert client.get("/api/v1/who-may").status_code == 401


def test_all_of_them_are_read_at_once(django_assert_num_queries: Any) -> None:
    person = browser(a_user("read-only"))
    asked(person)
    with django_assert_num_queries(3):
        asked(person)
