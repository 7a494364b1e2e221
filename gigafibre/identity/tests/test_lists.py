"""What the settings pages read: people, roles, tokens, switches, sessions, logins, notices, the audit trail."""

from __future__ import annotations

import csv
import io
import re
from datetime import date, timedelta
from pathlib import Path
from typing import Any

import pytest
from django.test import Client

from gigafibre.identity.actions import create_token
from gigafibre.identity.listings import NOTICE_KINDS
from gigafibre.identity.models import Department, Notice
from gigafibre.identity.notices import KEPT_PER_PERSON, notify
from gigafibre.identity.permissions import PERMISSIONS, known_permissions
from gigafibre.identity.roles import SHIPPED
from gigafibre.identity.tests.factories import a_switch, a_token, a_user, browser, enter, send
from gigafibre.kernel import clock
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.describe import PLATFORM
from gigafibre.kernel.folding import fold
from gigafibre.kernel.listing import all_listings, page
from gigafibre.kernel.listing.export import XLSX
from gigafibre.kernel.perform import perform
from gigafibre.kernel.text import Text

pytestmark = pytest.mark.django_db


def get(client: Client, path: str, **query: Any) -> Any:
    answer = client.get(f"/api/v1{path}", query)
    assert answer.status_code == 200, answer.content
    return answer.json()


def test_people_are_listed_with_their_roles_and_departments(clock: Any) -> None:
    manager = browser(a_user("manager", username="zoe", first_name="Zoé", last_name="Zed"))
    bob = a_user("support", "sales", username="bob", first_name="Bob", last_name="Arsenault", email="bob@exemple.test")
    bob.departments.set(Department.objects.filter(code="billing"))
    a_user(username="gone", first_name="", last_name="Aaa", is_active=False, password="!")
    found = {one["username"]: one for one in get(manager, "/users")["items"]}
    assert list(found) == ["gone", "bob", "zoe"]
    assert [one["username"] for one in get(manager, "/users", view="active")["items"]] == ["bob", "zoe"]
    assert (found["bob"]["roles"], found["bob"]["role_codes"]) == (["Soutien", "Ventes"], ["support", "sales"])
    assert (found["bob"]["departments"], found["zoe"]["departments"]) == (["Facturation"], [])
    assert found["bob"]["entered_at"] is None
    assert found["zoe"]["entered_at"].startswith("2026-11-21T14:00:00")
    assert [found[name]["sessions"] for name in ("bob", "zoe", "gone")] == [0, 1, 0]
    assert [found[name]["can_enter"] for name in ("bob", "gone")] == [True, False]
    assert [one["username"] for one in get(manager, "/users", q="EXEMPLE")["items"]] == ["bob"]
    assert [one["username"] for one in get(manager, "/users", role="sales")["items"]] == ["bob"]
    assert [one["username"] for one in get(manager, "/users", department="billing")["items"]] == ["bob"]


def test_roles_say_what_they_may_and_whether_they_were_edited() -> None:
    boss = browser(a_user("administrator"))
    given = {"role": "sales", "permissions": ["crm.read"]}
    assert send(boss, "post", "/api/v1/actions/identity.edit_role", given).status_code == 200
    found = {one["code"]: one for one in get(boss, "/roles")["items"]}
    assert set(found) == set(SHIPPED)
    labels = [one["label"] for one in found.values()]
    assert labels == sorted(labels, key=fold)
    assert found["administrator"] == {
        "code": "administrator",
        "label": "Administrateur",
        "permissions": ["*"],
        "may": len(known_permissions()),
        "edited": False,
        "second_factor": False,
        "users": 1,
    }
    assert [found["sales"][word] for word in ("permissions", "may", "edited")] == [["crm.read"], 1, True]
    assert [one["code"] for one in get(boss, "/roles", view="edited")["items"]] == ["sales"]
    reading = {one["code"] for one in get(boss, "/roles", permission="identity.admin")["items"]}
    assert reading == {
        code for code, role in SHIPPED.items() if {"*", "identity.*", "identity.admin"} & role.permissions
    }
    permissions = {one["code"]: one["label"] for one in get(boss, "/permissions")["items"]}
    assert permissions["crm.read"] == "Voir les clients et les lieux"
    assert set(PERMISSIONS) <= set(permissions)


def test_tokens_are_listed_without_their_secrets(clock: Any) -> None:
    boss = browser(a_user("administrator"))
    secret = a_token("robot", "crm.read")
    a_token("old", "crm.read")
    perform("identity.revoke_token", {"name": "old"}, actor=SYSTEM)
    Client(headers={"authorization": f"Bearer {secret}"}).get("/api/v1/actions")
    with acting_as(SYSTEM):
        create_token("late", scopes=["crm.read"], expires_on=date(2026, 11, 22))
    clock.freeze("2026-11-25T09:00:00-05:00")
    boss = browser(a_user("administrator"))
    found = get(boss, "/tokens")["items"]
    assert [(one["name"], one["state"]) for one in found] == [
        ("late", "expired"),
        ("old", "revoked"),
        ("robot", "live"),
    ]
    assert (found[2]["start"], found[2]["scopes"], found[2]["last_used_at"]) == (
        secret[:8], ["crm.read"], "2026-11-21T14:00:00Z",
    )  # fmt: skip
    assert secret[8:] not in str(found)
    assert [one["name"] for one in get(boss, "/tokens", state="live")["items"]] == ["robot"]


def test_switches_are_listed_off_and_on(clock: Any) -> None:
    manager = browser(a_user("manager"))
    a_switch("identity.one")
    a_switch("identity.two", on=True)
    found = {one["code"]: one for one in get(manager, "/switches")["items"]}
    assert (found["identity.one"]["on"], found["identity.one"]["changed_by"]) == (False, "")
    assert found["identity.two"] == {
        "code": "identity.two",
        "label": "Exemple",
        "about": "Un essai.",
        "on": True,
        "on_since": "2026-11-21T14:00:00Z",
        "changed_by": "system",
        "changed_at": "2026-11-21T14:00:00Z",
        "reason": "Essai.",
    }


def test_ones_sessions_are_ones_own_to_see_and_to_end() -> None:
    bob, eve = a_user("support"), a_user("support")
    here, there = browser(bob), browser(bob)
    browser(eve)
    found = get(here, "/sessions/own")["items"]
    assert {one["username"] for one in found} == {bob.username}
    assert sorted(one["current"] for one in found) == [False, True]
    assert here.get("/api/v1/sessions").status_code == 403
    manager = browser(a_user("manager"))
    assert len(get(manager, "/sessions")["items"]) == 4
    his = get(manager, "/sessions", username=bob.username)["items"]
    assert {one["session"] for one in his} == {one["id"] for one in found}
    other = next(one["id"] for one in found if not one["current"])
    ended = send(here, "post", "/api/v1/actions/identity.end_sessions", {"username": bob.username, "session": other})
    assert ended.json()["result"] == 1
    assert there.get("/api/v1/session").status_code == 401
    assert here.get("/api/v1/session").status_code == 200


def test_logins_are_listed_page_by_page() -> None:
    manager = browser(a_user("manager", username="zoe"))
    for password in ("a", "b", "c"):
        enter(browser(), "nobody", password)
    first = get(manager, "/logins", limit=2)
    assert [(one["username"], one["outcome"], one["known"]) for one in first["items"]] == [
        ("nobody", "refused", False)
    ] * 2
    second = get(manager, "/logins", limit=2, cursor=first["next_cursor"])
    assert [one["username"] for one in second["items"]] == ["nobody", "zoe"]
    assert second["next_cursor"] is None
    assert [one["outcome"] for one in get(manager, "/logins", username="Zoe")["items"]] == ["in"]
    assert [one["username"] for one in get(manager, "/logins", outcome="refused,braked")["items"]] == ["nobody"] * 3


def test_the_bell_says_what_is_new_in_the_readers_language() -> None:
    bob, eve = a_user("billing", language="en"), a_user("billing")
    client = browser(bob)
    notify([bob.pk], Text("Facturation finie.", "Billing run done."), kind="billing_run", url="/billing/runs/7")
    notify([bob.pk, eve.pk], Text("Importation finie.", "Import done."), kind="import")
    found = get(client, "/notices")
    assert [one["text"] for one in found["items"]] == ["Import done.", "Billing run done."]
    assert (found["unread"], found["items"][1]["url"]) == (2, "/billing/runs/7")
    given = {"username": bob.username, "up_to": found["items"][1]["id"]}
    assert send(client, "post", "/api/v1/actions/identity.mark_notices_read", given).json()["result"] == 1
    assert get(client, "/notices")["unread"] == 1
    assert [one["read"] for one in get(client, "/notices")["items"]] == [False, True]
    assert get(browser(eve), "/notices")["unread"] == 1


def test_notices_are_listed_and_read_one_by_one() -> None:
    bob, eve = a_user("billing", language="en"), a_user("billing")
    client, other = browser(bob), browser(eve)
    notify([bob.pk], Text("Facturation finie.", "Billing run done."), kind="billing_run", url="/billing-runs/7")
    notify([bob.pk, eve.pk], Text("Importation finie.", "Import done."), kind="import", url="/imports/3")
    rows = get(client, "/notices/all")["items"]
    assert [(one["text"], one["kind"], one["state"], one["url"]) for one in rows] == [
        ("Import done.", "import", "unread", "/imports/3"),
        ("Billing run done.", "billing_run", "unread", "/billing-runs/7"),
    ]
    given = {"notice": rows[1]["notice"]}
    refused = send(other, "post", "/api/v1/actions/identity.mark_notice_read", given)
    assert (refused.status_code, refused.json()["code"]) == (404, "not_found")
    assert Notice.objects.filter(read_at=None).count() == 3
    assert send(client, "post", "/api/v1/actions/identity.mark_notice_read", given).status_code == 200
    assert [one["text"] for one in get(client, "/notices/all", view="unread")["items"]] == ["Import done."]
    assert [one["text"] for one in get(client, "/notices/all", kind="billing_run", state="read")["items"]] == [
        "Billing run done."
    ]
    assert (get(client, "/notices")["unread"], get(other, "/notices")["unread"]) == (1, 1)
    assert send(client, "post", "/api/v1/actions/identity.mark_notice_unread", given).status_code == 200
    assert get(client, "/notices")["unread"] == 2


def test_every_notice_that_is_told_has_a_kind_in_words() -> None:
    package = Path(__file__).parents[2]
    told = re.compile(r"notify\((?:[^()]|\([^()]*\))*?\bkind=\"([\w.]+)\"")
    files = [path for path in package.rglob("*.py") if "tests" not in path.parts]
    kinds = {kind for path in files for kind in told.findall(path.read_text())}
    assert kinds == set(NOTICE_KINDS)


def test_only_the_newest_notices_are_kept() -> None:
    bob = a_user()
    for number in range(KEPT_PER_PERSON + 3):
        notify([bob.pk], Text(str(number), str(number)), kind="x")
    kept = Notice.objects.filter(user=bob).order_by("id")
    assert (kept.count(), kept[0].text_fr) == (KEPT_PER_PERSON, "3")


def test_the_audit_trail_is_read_in_words() -> None:
    boss = browser(a_user("administrator", first_name="Ève", last_name="Roy"))
    bob = a_user("support", username="bob")
    given = {"username": "bob", "last_name": "Gagné"}
    assert send(boss, "post", "/api/v1/actions/identity.update_user", given).status_code == 200
    for subject in ("user:bob", f"identity_user:{bob.pk}"):
        entry = get(boss, "/audit", subject=subject)["items"][0]
        assert (entry["actor"], entry["action"], entry["op"]) == ("Ève Roy", "identity.update_user", "U")
        assert (entry["label"], entry["number"], entry["changes"]) == ("Personne bob", "bob", "Nom : Côté → Gagné")
        assert entry["fields"] == [{"field": "last_name", "label": "Nom", "before": "Côté", "after": "Gagné"}]
    assert get(boss, "/audit", subject="user:nobody")["items"] == []
    assert get(boss, "/audit", subject="nothing:1")["items"] == []
    assert get(boss, "/audit", action="identity.update_user")["count"] == 1
    found = get(boss, "/audit", actor="ève", q="GAGNÉ côté")["items"]
    assert [one["action"] for one in found] == ["identity.update_user"]
    assert get(boss, "/audit", q="personne de ce nom")["items"] == []
    today = clock.today()
    days = {"from": today.isoformat(), "to": today.isoformat()}
    assert len(get(boss, "/audit", action="identity.update_user", **days)["items"]) == 1
    assert get(boss, "/audit", to=(today - timedelta(days=1)).isoformat())["items"] == []
    assert "Ève Roy" in {one["actor"] for one in get(boss, "/audit", view="people")["items"]}
    assert {one["actor"] for one in get(boss, "/audit", by_people="false")["items"]} <= set(PLATFORM)
    assert {one["op"] for one in get(boss, "/audit", op="U", table="identity_user")["items"]} == {"U"}
    first = get(boss, "/audit", limit=1)
    following = get(boss, "/audit", limit=1, cursor=first["next_cursor"])["items"][0]
    assert following["entry"] < first["items"][0]["entry"]
    assert get(boss, "/lists/audit")["filters"][1]["options"][0]["label"] < "B"


def test_the_audit_trail_takes_a_statement_for_each_kind_of_record(django_assert_num_queries: Any) -> None:
    boss = browser(a_user("administrator", first_name="Ève", last_name="Roy"))
    for number in range(3):
        a_user("support", username=f"bob{number}")
        given = {"username": f"bob{number}", "last_name": "Gagné"}
        assert send(boss, "post", "/api/v1/actions/identity.update_user", given).status_code == 200
    with django_assert_num_queries(3), acting_as(SYSTEM):
        found = page(all_listings()["audit"], {"action": "identity.update_user", "table": "identity_user"})
    assert {row["number"] for row in found.items} == {"bob2", "bob1", "bob0"}


def test_the_audit_trail_is_exported_as_it_was_searched() -> None:
    boss = browser(a_user("administrator", first_name="Ève", last_name="Roy"))
    a_user("support", username="bob")
    for name in ("Gagné", "Lavoie"):
        given = {"username": "bob", "last_name": name}
        assert send(boss, "post", "/api/v1/actions/identity.update_user", given).status_code == 200
    asked = {"subject": "user:bob", "q": "lavoie", "action": "identity.update_user"}
    rows = list(csv.reader(io.StringIO(b"".join(boss.get("/api/v1/audit/export", asked)).decode("utf-8-sig"))))
    assert rows[0] == ["Action", "Dossier", "Changements", "Qui", "Quand"]
    (told,) = rows[1:]
    assert told[:4] == ["Modifier une personne", "Personne bob", "Nom : Gagné → Lavoie", "Ève Roy"]
    stored = boss.get("/api/v1/audit/export", {**asked, "columns": "op,table,before,after"})
    rows = list(csv.reader(io.StringIO(b"".join(stored).decode("utf-8-sig"))))
    assert rows[1:] == [["Modification", "Personne", '{"last_name": "Gagné"}', '{"last_name": "Lavoie"}']]
    assert boss.get("/api/v1/audit/export", {"format": "xlsx", **asked})["Content-Type"] == XLSX
    assert boss.get("/api/v1/audit/export", {"format": "pdf"}).status_code == 422
    clerk = browser(a_user("support", username="clerk"))
    assert clerk.get("/api/v1/audit").status_code == clerk.get("/api/v1/audit/export").status_code == 403
