"""The list of departments: who is in each, how many issues wait for it, and who may know."""

from __future__ import annotations

from typing import Any

import pytest
from django.apps import apps

from gigafibre.identity.tests.factories import a_user
from gigafibre.kernel.actor import SYSTEM, Actor, acting_as
from gigafibre.kernel.listing import page
from gigafibre.kernel.text import speak
from gigafibre.reports.departments import DEPARTMENTS
from gigafibre.support.tests.factories import an_issue

pytestmark = pytest.mark.django_db


def row(code: str) -> dict[str, Any]:
    return next(one for one in page(DEPARTMENTS, {"limit": "200"}).items if one["code"] == code)


def test_a_department_says_who_is_in_it_and_what_waits_for_it() -> None:
    department = apps.get_model("identity", "Department")._default_manager.create(
        code="relay", name_fr="Relève", name_en="Relay"
    )
    for last_name, active in (("Roy", True), ("Éthier", True), ("Parti", False)):
        a_user("support", first_name="Luc", last_name=last_name, is_active=active).departments.add(department)
    for status in ("open", "waiting", "closed"):
        an_issue(status, department="relay")
    speak("fr")
    with acting_as(SYSTEM):
        found = row("relay")
        assert (found["name"], found["people"], found["members"]) == ("Relève", 2, ["Luc Éthier", "Luc Roy"])
        assert found["open_issues"] == 2
        assert [one["code"] for one in page(DEPARTMENTS, {"q": "releve"}).items] == ["relay"]
        speak("en")
        assert row("relay")["name"] == "Relay"
    with acting_as(Actor("staff", 1, "Anne", frozenset({"identity.read"}))):
        assert "open_issues" not in row("relay")
