"""The company's settings: listed with their schema, changed by an action that refuses what their type refuses."""

from __future__ import annotations

from typing import Any

import pytest

from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.errors import InvalidInput, UnknownSetting
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.tests import looking

pytestmark = pytest.mark.django_db


def put(key: str, value: Any) -> None:
    perform("kernel.set_setting", {"key": key, "value": value}, actor=SYSTEM)


def test_a_setting_is_changed_and_leaves_its_trail() -> None:
    put("billing.due_days", 25)
    put("billing.due_days", 30)
    assert settings.get("billing.due_days") == 30
    assert [(row["op"], row["actor"]) for row in looking.trail(table="kernel_setting")] == [
        ("I", "system"),
        ("U", "system"),
    ]


@pytest.mark.parametrize(
    ("key", "value", "field"),
    [
        ("billing.due_days", 91, "value"),
        ("billing.due_days", "bientôt", "value"),
        ("billing.confirm_hour", 24, "value"),
        ("company.name", "", "value"),
        ("company.accent", "teal", "value"),
        ("company.contact", {"fr": "450 555-0100"}, "value.fr"),
        ("company.contact", {"de": []}, "value.de"),
        ("company.registrations", {"VAT": "1"}, "value.VAT"),
        ("company.pay_url", "javascript:alert(1)", "value"),
        ("company.address", "x" * 121, "value"),
        ("company.logo_svg", "<script>", "value"),
    ],
)
def test_a_value_its_type_refuses_changes_nothing(key: str, value: Any, field: str) -> None:
    with pytest.raises(InvalidInput) as refused:
        put(key, value)
    assert refused.value.details[0].field.startswith(field)
    assert settings.get(key) == settings.all_declared()[key].default


def test_an_unknown_key_is_refused_with_the_nearest() -> None:
    with pytest.raises(UnknownSetting) as refused:
        put("billing.due_day", 25)
    assert "billing.due_days" in refused.value.said.en


def test_the_preview_shows_before_and_after() -> None:
    put("billing.due_days", 25)
    seen = in_words(preview("kernel.set_setting", {"key": "billing.due_days", "value": 30}, actor=SYSTEM), "en")
    (change,) = [change for change in seen["changes"] if change["table"] == "kernel_setting"]
    assert [(one["label"], one["before"], one["after"]) for one in change["fields"]] == [("Value", "25", "30")]
    assert settings.get("billing.due_days") == 25


def test_they_are_listed_to_who_may_change_them() -> None:
    client = browser(a_user("manager"), language="en")
    send(client, "post", "/api/v1/actions/kernel.set_setting", {"key": "billing.due_days", "value": 30})
    found = {row["key"]: row for row in client.get("/api/v1/settings").json()}
    assert found.keys() == settings.all_declared().keys()
    assert (found["billing.due_days"]["value"], found["billing.due_days"]["default"]) == (30, 20)
    assert found["billing.due_days"]["value_schema"] == {"type": "integer", "minimum": 0, "maximum": 90}
    assert browser(a_user("support")).get("/api/v1/settings").status_code == 403
