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
    assert found.keys() == {key for key, one in settings.all_declared().items() if one.takes != settings.INTEGRATIONS}
    assert found["billing.due_days"]["takes"] == "billing.rules"
    everything = browser(a_user("administrator")).get("/api/v1/settings").json()
    assert {row["key"] for row in everything} == settings.all_declared().keys()
    assert (found["billing.due_days"]["value"], found["billing.due_days"]["default"]) == (30, 20)
    assert found["billing.due_days"]["value_schema"] == {"type": "integer", "minimum": 0, "maximum": 90}
    assert browser(a_user("support")).get("/api/v1/settings").status_code == 403


def test_several_are_changed_together_or_none_and_every_wrong_one_is_told() -> None:
    right = {"company.name": "Fibre du Suroît", "billing.due_days": 30}
    assert perform("kernel.set_settings", {"values": right}, actor=SYSTEM).result == 2
    wrong = {"company.name": "", "billing.due_days": 25, "company.contact": {"fr": "450"}, "company.accent": "#ffcc00"}
    with pytest.raises(InvalidInput) as refused:
        perform("kernel.set_settings", {"values": wrong}, actor=SYSTEM)
    told = {detail.field: detail for detail in refused.value.details}
    assert told.keys() == {"values.company.name", "values.company.contact.fr", "values.company.accent"}
    assert told["values.company.accent"].suggestion == "#8f7100"
    assert "#8f7100" in told["values.company.accent"].text.en
    assert (settings.get("company.name"), settings.get("billing.due_days")) == ("Fibre du Suroît", 30)
    assert settings.get("company.accent") is None


@pytest.mark.parametrize("action", ["kernel.set_setting", "kernel.set_settings"])
def test_a_delicate_setting_takes_its_own_right(action: str) -> None:
    client = browser(a_user("manager"))
    one = {"key": "messaging.public_url", "value": "https://evil.example"}
    many = {"values": {"company.name": "Autre", "messaging.public_url": "https://evil.example"}}
    answer = send(client, "post", f"/api/v1/actions/{action}", one if action.endswith("setting") else many)
    assert (answer.status_code, answer.json()["code"]) == (403, "forbidden")
    assert "kernel.integrations" in answer.json()["message"]
    assert (settings.get("messaging.public_url"), settings.get("company.name")) == ("", "Gigafibre")


def test_a_logo_is_kept_without_what_it_could_do() -> None:
    put("company.logo_svg", '<svg xmlns="http://www.w3.org/2000/svg"><script>x</script><rect width="9"/></svg>')
    assert settings.get("company.logo_svg") == '<svg xmlns="http://www.w3.org/2000/svg"><rect width="9" /></svg>'


def test_a_colour_is_tried_before_it_is_kept() -> None:
    client = browser(a_user("manager"))
    found = client.get("/api/v1/settings/accent", {"colour": "#FFCC00"}).json()
    assert (found["colour"], found["legible"], found["nearest"]) == ("#ffcc00", False, "#8f7100")
    assert found["contrasts"][0] == {
        "theme": "light",
        "pair": "button",
        "label": "Texte du bouton",
        "ratio": 1.51,
        "needed": 4.5,
        "enough": False,
    }
    assert {theme: len(worn) for theme, worn in found["shades"].items()} == {"light": 5, "dark": 5}
    assert client.get("/api/v1/settings/accent", {"colour": "teal"}).status_code == 422


def test_the_page_wears_the_companys_name_and_colour() -> None:
    put("company.name", "Fibre <du> Suroît")
    put("company.accent", "#1d4ed8")
    page = browser(a_user("manager")).get("/").content.decode()
    if "<title>" not in page:
        pytest.skip("the application isn't built")
    assert "<title>Fibre &lt;du&gt; Suroît</title>" in page
    assert "--accent: light-dark(#1d4ed8, " in page
