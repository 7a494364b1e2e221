"""People, roles, and that nobody reaches beyond himself."""

from __future__ import annotations

import json
from io import StringIO
from typing import Any

import pytest
from django.core.management import CommandError, call_command
from django.db import IntegrityError, connection, transaction

from gigafibre.identity.errors import (
    BeyondYourself,
    LastAdministrator,
    NotYourself,
    UnknownPermissions,
    UsernameTaken,
    WeakPassword,
    WrongCurrentPassword,
)
from gigafibre.identity.models import LoginAttempt, Role, Session, User
from gigafibre.identity.queries import person
from gigafibre.identity.tests.factories import PASSWORD, a_session, a_user, browser, enter
from gigafibre.kernel.actor import SYSTEM, Actor
from gigafibre.kernel.errors import Forbidden, InvalidInput
from gigafibre.kernel.perform import perform
from gigafibre.kernel.tests import looking

pytestmark = pytest.mark.django_db


def who(user: User) -> Actor:
    found = person(user.pk)
    assert found is not None
    return found.actor


def refused(kind: type[Exception], name: str, given: dict[str, Any], actor: Actor) -> None:
    before = list(User.objects.order_by("pk").values()), list(Role.objects.order_by("pk").values())
    with pytest.raises(kind), transaction.atomic():
        perform(name, given, actor=actor)
    assert (list(User.objects.order_by("pk").values()), list(Role.objects.order_by("pk").values())) == before


def test_a_person_is_added_and_enters() -> None:
    given = {"username": "marie", "first_name": "Marie", "roles": ["support"], "password": PASSWORD}
    assert perform("identity.create_user", given, actor=SYSTEM).result == "marie"
    assert enter(browser(), "marie").json()["user"]["role_labels"] == ["Soutien"]


def test_a_password_is_nowhere_in_what_is_kept() -> None:
    perform("identity.create_user", {"username": "marie", "password": PASSWORD}, actor=SYSTEM)
    (run,) = looking.runs(name="identity.create_user")
    assert run["input"]["password"] == "**********"
    (row,) = looking.trail(table="identity_user")
    assert row["after"]["password"] == "••••"
    assert PASSWORD not in str(run) + str(row)


def test_a_user_name_is_taken_in_any_case() -> None:
    a_user(username="Marie")
    refused(UsernameTaken, "identity.create_user", {"username": "marie"}, SYSTEM)
    with pytest.raises(IntegrityError, match="username_once_in_any_case"), transaction.atomic():
        a_user(username="MARIE")


def test_a_weak_password_is_refused_with_every_reason() -> None:
    with pytest.raises(WeakPassword) as refusal:
        perform("identity.create_user", {"username": "marie.gagnon", "password": "password"}, actor=SYSTEM)
    told = refusal.value.as_dict("fr")["details"]
    assert [d["code"] for d in told] == ["password_too_short", "password_too_common"]
    assert told[0]["message"] == "Au moins 12 caractères."


def test_a_password_has_from_12_to_128_signs() -> None:
    def code(password: str) -> str:
        with pytest.raises(WeakPassword) as refusal:
            perform("identity.create_user", {"username": "marie.gagnon", "password": password}, actor=SYSTEM)
        return str(refusal.value.as_dict("fr")["details"][0]["code"])

    assert [code("pont-gelé-7"), code("é-7" * 43)] == ["password_too_short", "password_too_long"]
    assert not User.objects.filter(username="marie.gagnon").exists()
    for number, password in enumerate(("pont-gelé-77", "é-7b" * 32)):
        perform("identity.create_user", {"username": f"marie{number}", "password": password}, actor=SYSTEM)
        assert User.objects.get(username=f"marie{number}").check_password(password)


def test_only_whoever_knows_the_password_changes_it_and_all_sessions_end() -> None:
    bob = a_user("support")
    client = browser(bob)
    given = {"username": bob.username, "current": "no", "password": "un-autre-mot-2026"}
    refused(WrongCurrentPassword, "identity.change_password", given, who(bob))
    perform("identity.change_password", {**given, "current": PASSWORD}, actor=who(bob))
    assert client.get("/api/v1/session").status_code == 401
    assert enter(browser(), bob.username, "un-autre-mot-2026").status_code == 200


def test_ones_own_is_ones_own() -> None:
    bob, eve = a_user("support"), a_user("support")
    session = a_session(bob)
    refused(Forbidden, "identity.set_preferences", {"username": bob.username, "theme": "dark"}, who(eve))
    refused(Forbidden, "identity.set_preferences", {"username": "nobody", "theme": "dark"}, who(eve))
    refused(Forbidden, "identity.end_sessions", {"username": bob.username}, who(eve))
    assert Session.objects.filter(pk=session.pk).exists()
    assert perform("identity.end_sessions", {"username": bob.username}, actor=who(bob)).result == 1


@pytest.mark.parametrize("session", ["f35593391-6b9839c61d020f7c0fcba473-8", "-" * 36, "7"])
def test_what_names_no_session_is_refused_and_ends_none(session: str) -> None:
    bob = a_user("support")
    browser(bob)
    refused(InvalidInput, "identity.end_sessions", {"username": bob.username, "session": session}, who(bob))
    assert Session.objects.filter(user=bob).count() == 1


def test_a_deactivated_person_is_out_with_all_his_sessions() -> None:
    boss, bob = a_user("administrator"), a_user("support")
    client = browser(bob)
    perform("identity.deactivate_user", {"username": bob.username, "reason": "Parti."}, actor=who(boss))
    assert Session.objects.filter(user=bob).count() == 0
    assert client.get("/api/v1/session").status_code == 401
    assert enter(browser(), bob.username).status_code == 401
    perform("identity.reactivate_user", {"username": bob.username}, actor=who(boss))
    assert enter(browser(), bob.username).status_code == 200


def test_an_administrator_always_remains() -> None:
    boss, second = a_user("administrator"), a_user("administrator")
    refused(NotYourself, "identity.deactivate_user", {"username": boss.username, "reason": "Fini."}, who(boss))
    perform("identity.deactivate_user", {"username": second.username, "reason": "Parti."}, actor=who(boss))
    refused(LastAdministrator, "identity.set_roles", {"username": boss.username, "roles": ["support"]}, who(boss))
    refused(LastAdministrator, "identity.edit_role", {"role": "administrator", "permissions": ["crm.read"]}, who(boss))
    refused(LastAdministrator, "identity.deactivate_user", {"username": boss.username, "reason": "Fini."}, SYSTEM)


def test_nobody_gives_or_takes_more_than_he_has() -> None:
    Role.objects.create(code="hr", name_fr="RH", name_en="HR", permissions=["identity.admin", "crm.read"])
    hr, boss, bob = who(a_user("hr")), a_user("administrator"), a_user()
    refused(BeyondYourself, "identity.set_roles", {"username": bob.username, "roles": ["administrator"]}, hr)
    refused(BeyondYourself, "identity.set_roles", {"username": bob.username, "roles": ["support"]}, hr)
    refused(BeyondYourself, "identity.set_password", {"username": boss.username, "password": "x" * 12}, hr)
    refused(BeyondYourself, "identity.deactivate_user", {"username": boss.username, "reason": "Ha."}, hr)
    refused(BeyondYourself, "identity.edit_role", {"role": "hr", "permissions": ["ledger.close"]}, hr)
    refused(BeyondYourself, "identity.create_user", {"username": "eve", "roles": ["administrator"]}, hr)
    refused(
        BeyondYourself,
        "identity.create_role",
        {"code": "x", "name_fr": "X1", "name_en": "X1", "permissions": ["*"]},
        hr,
    )
    perform("identity.set_roles", {"username": bob.username, "roles": ["hr"]}, actor=hr)


def test_a_role_put_back_follows_the_platform_again() -> None:
    boss = who(a_user("administrator"))
    shipped = sorted(person(a_user("network").pk).permissions - {"identity.self"})  # type: ignore[union-attr]
    perform("identity.edit_role", {"role": "network", "permissions": ["crm.read"]}, actor=boss)
    assert Role.objects.get(code="network").permissions == ["crm.read"]
    perform("identity.edit_role", {"role": "network", "permissions": shipped}, actor=boss)
    assert Role.objects.get(code="network").permissions is None
    refused(UnknownPermissions, "identity.edit_role", {"role": "network", "permissions": ["crm.fly"]}, boss)


def test_the_first_administrator_comes_from_the_command_line() -> None:
    out = StringIO()
    call_command("createadmin", "patronne", "--json", stdout=out)
    printed = json.loads(out.getvalue())
    assert enter(browser(), "patronne", printed["password"]).json()["user"]["role_labels"] == ["Administrateur"]
    with pytest.raises(CommandError, match="déjà pris"):
        call_command("createadmin", "Patronne")


def test_the_trail_of_logins_never_changes() -> None:
    enter(browser(), "nobody", "x")
    for statement in ("UPDATE identity_loginattempt SET outcome = 'in'", "DELETE FROM identity_loginattempt"):
        with (
            pytest.raises(IntegrityError, match=r"identity_loginattempt is (refused|kept 90 days)"),
            transaction.atomic(),
            connection.cursor() as cursor,
        ):
            cursor.execute(statement)
    assert LoginAttempt.objects.get().outcome == "refused"
