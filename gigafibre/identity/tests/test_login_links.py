"""A link lets its person choose a password once, in time; who forgot his learns nothing of who is here."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import timedelta
from typing import Any

import pytest
from django.db import IntegrityError, transaction
from django.test import Client
from procrastinate.contrib.django.models import ProcrastinateJob

from gigafibre.identity import links
from gigafibre.identity.models import LoginAttempt, LoginLink, Notice, OutsideIdentity, Session, User
from gigafibre.identity.tasks import send_to_who_forgot
from gigafibre.identity.tests.device import a_phone, code_now
from gigafibre.identity.tests.factories import PASSWORD, a_link, a_session, a_user, browser, enter, send
from gigafibre.kernel.actor import SYSTEM
from gigafibre.kernel.perform import perform
from gigafibre.kernel.signing import make_token
from gigafibre.kernel.tests.looking import events, trail

pytestmark = pytest.mark.django_db
NEW = "un-tout-autre-mot-2026"


@pytest.fixture(autouse=True)
def letters() -> Iterator[None]:
    before = links._arrives
    links.set_arrives(lambda: True)
    yield
    links.set_arrives(before)


def a_browser() -> Client:
    client = browser()
    client.get("/api/v1/session")
    return client


def choose(client: Client, token: str, password: str = NEW) -> Any:
    return send(client, "post", "/api/v1/session/link/password", {"token": token, "password": password})


def test_an_invitation_lets_one_choose_a_password_and_come_in() -> None:
    boss = browser(a_user("administrator"))
    made = send(
        boss,
        "post",
        "/api/v1/actions/identity.create_user",
        {
            "username": "marie",
            "first_name": "Marie",
            "email": "marie@exemple.test",
            "roles": ["support"],
            "invite": True,
        },
    )
    assert made.status_code == 200, made.content
    marie = User.objects.get(username="marie")
    assert not marie.has_usable_password()
    link = LoginLink.objects.get(user=marie)
    assert (link.kind, link.until - link.made_at) == ("invitation", timedelta(days=7))
    (fact,) = events(type="identity.LoginLinkMade")
    assert fact["payload"] == {"person": marie.pk, "kind": "invitation"}
    client, token = a_browser(), links.token_of(link)
    shown = send(client, "post", "/api/v1/session/link", {"token": token})
    assert shown.json() == {
        "kind": "invitation", "username": "marie", "display_name": "Marie", "second_factor_demanded": False,
    }  # fmt: skip
    answer = choose(client, token)
    assert (answer.status_code, answer.json()["user"]["username"], answer.json()["way"]) == (200, "marie", "link")
    assert client.get("/api/v1/customers").status_code == 200
    assert LoginAttempt.objects.latest("id").way == "link"
    assert enter(browser(), "marie", NEW).status_code == 200


def test_whose_role_demands_it_sets_up_a_second_factor_before_anything_else() -> None:
    user = a_user("support")
    user.roles.update(second_factor=True)
    client = a_browser()
    answer = choose(client, a_link(user))
    assert answer.json()["duties"] == ["second_factor"]
    assert client.get("/api/v1/customers").status_code == 403


def test_a_link_does_not_stand_in_for_the_second_factor() -> None:
    user = a_user("support")
    secret = a_phone(user)
    client = a_browser()
    answer = choose(client, a_link(user))
    assert (answer.status_code, "totp" in answer.json()["ways"]) == (202, True)
    assert client.get("/api/v1/customers").status_code == 401
    assert send(client, "post", "/api/v1/session/code", {"code": code_now(secret)}).status_code == 200


def test_using_it_ends_every_session_and_tells_the_person() -> None:
    user = a_user("support")
    old = browser(user)
    a_session(user)
    assert choose(a_browser(), a_link(user)).status_code == 200
    assert old.get("/api/v1/customers").status_code == 401
    assert Session.objects.filter(user=user).count() == 1
    notice = Notice.objects.get(user=user)
    assert (notice.text_fr, notice.url) == ("Votre mot de passe a été changé.", "/settings/account")
    assert enter(browser(), user.username, PASSWORD).status_code == 401


@pytest.mark.parametrize(
    "what", ["used", "replaced", "old", "disabled", "set", "forged", "another", "of another kind", "empty"]
)
def test_a_link_that_is_over_changes_nothing(what: str, clock: Any) -> None:
    clock.freeze("2026-11-21T10:00:00-05:00")
    user = a_user("support")
    token = a_link(user)
    if what == "used":
        assert choose(a_browser(), token, "le-premier-choix-26").status_code == 200
    elif what == "replaced":
        a_link(user)
    elif what == "old":
        clock.move(minutes=30)
    elif what == "disabled":
        User.objects.filter(pk=user.pk).update(is_active=False)
    elif what == "set":
        perform("identity.set_password", {"username": user.username, "password": "le-chef-a-choisi-26"}, actor=SYSTEM)
    elif what == "forged":
        token = token[:-4] + "AAAA"
    elif what == "another":
        token = "n’importe quoi"
    elif what == "empty":
        token = ""
    else:
        token = make_token("sales.quotation", "1", clock.now() + timedelta(days=1))
    before = User.objects.get(pk=user.pk).password
    for path, body in (("link", {}), ("link/password", {"password": NEW})):
        answer = send(a_browser(), "post", f"/api/v1/session/{path}", {"token": token, **body})
        assert (answer.status_code, answer.json()["code"]) == (410, "login_link_over")
    assert User.objects.get(pk=user.pk).password == before


def test_a_weak_password_leaves_the_link_good() -> None:
    user = a_user("support")
    client, token = a_browser(), a_link(user)
    refused = choose(client, token, "password")
    assert (refused.status_code, refused.json()["code"]) == (422, "weak_password")
    assert [one["message"] for one in refused.json()["details"]] == [
        "Au moins 12 caractères.",
        "Trop répandu : on le devinerait.",
    ]
    assert LoginLink.objects.get(user=user).ended == ""
    assert choose(client, token).status_code == 200


def test_guessing_links_is_slowed_by_address() -> None:
    client = a_browser()
    tried = [choose(client, f"essai-{turn}").status_code for turn in range(links.OF_AN_ADDRESS.free + 1)]
    assert tried[:-1] == [410] * links.OF_AN_ADDRESS.free
    assert tried[-1] == 429
    user = a_user("support")
    assert choose(client, a_link(user)).status_code == 200  # one that is good is not a guess


def forgot(name: str, client: Client | None = None) -> Any:
    return send(client or a_browser(), "post", "/api/v1/session/forgotten", {"name": name})


def test_asking_answers_the_same_whoever_it_is_and_makes_the_same_work() -> None:
    a_user("support", username="marie", email="marie@exemple.test")
    answers = [forgot(name) for name in ("marie", "MARIE@exemple.test", "personne", "x@y.z")]
    assert {(answer.status_code, answer.content) for answer in answers} == {(204, b"")}
    jobs = ProcrastinateJob.objects.filter(task_name="identity.send_to_who_forgot").order_by("id")
    assert [job.args["name"] for job in jobs] == ["marie", "MARIE@exemple.test", "personne", "x@y.z"]
    assert not LoginLink.objects.exists()  # made away from the page


def test_who_forgot_gets_a_link_and_nobody_else() -> None:
    marie = a_user("support", username="marie", email="marie@exemple.test")
    a_user("support", username="paul", email="paul@exemple.test", is_active=False)
    a_user("support", username="sans")
    a_user("support", username="un", email="deux@exemple.test")
    a_user("support", username="deux", email="deux@exemple.test")
    outside = a_user("support", username="dehors", email="dehors@exemple.test", password="!")
    OutsideIdentity.objects.create(user=outside, issuer="https://id.exemple.test", subject="7")
    for name in ("MARIE", "marie@Exemple.test", "paul", "sans", "deux@exemple.test", "dehors", "personne"):
        send_to_who_forgot(name)
    assert list(LoginLink.objects.values_list("user", "kind", "ended").order_by("id")) == [
        (marie.pk, "forgotten", "replaced"),
        (marie.pk, "forgotten", ""),
    ]
    assert len(trail(table="identity_loginlink", action="identity.forgotten")) == 3


def test_a_name_gets_few_letters_and_an_address_asks_a_few_times() -> None:
    for turn in range(links.OF_A_NAME.free + 3):
        client = a_browser()
        answer = send(client, "post", "/api/v1/session/forgotten", {"name": "marie"}, REMOTE_ADDR=f"203.0.113.{turn}")
        assert answer.status_code == 204
    asked = ProcrastinateJob.objects.filter(task_name="identity.send_to_who_forgot")
    assert asked.count() == links.OF_A_NAME.free
    client = a_browser()
    said = [forgot(f"nom{turn}", client).status_code for turn in range(links.OF_AN_ADDRESS.free + 1)]
    assert (said[:-1], said[-1]) == ([204] * links.OF_AN_ADDRESS.free, 429)


def test_it_is_offered_where_a_letter_helps() -> None:
    client = browser()
    assert client.get("/api/v1/session/ways").json() == {"openid": "", "forgotten": False}  # nobody has a password
    a_user("support")
    assert client.get("/api/v1/session/ways").json()["forgotten"] is True
    links.set_arrives(lambda: False)
    assert client.get("/api/v1/session/ways").json()["forgotten"] is False


def test_no_letter_is_promised_that_would_not_arrive() -> None:
    boss = browser(a_user("administrator"))
    address = "/api/v1/actions/identity.send_login_link"
    bare = a_user("support")
    assert send(boss, "post", address, {"username": bare.username}).json()["code"] == "user_without_email"
    links.set_arrives(lambda: False)
    reached = a_user("support", email="marie@exemple.test")
    assert send(boss, "post", address, {"username": reached.username}).json()["code"] == "letters_dont_leave"
    given = {"username": "paul", "email": "paul@exemple.test", "invite": True}
    assert send(boss, "post", "/api/v1/actions/identity.create_user", given).json()["code"] == "letters_dont_leave"
    assert not LoginLink.objects.exists()
    assert not User.objects.filter(username="paul").exists()


def test_the_table_keeps_one_open_link_a_person() -> None:
    user = a_user("support")
    a_link(user)
    link = LoginLink.objects.get(user=user)
    mine = LoginLink.objects.filter(user=user)
    with pytest.raises(IntegrityError, match="one_open_login_link"), transaction.atomic():
        LoginLink.objects.create(user=user, kind="forgotten", made_at=link.made_at, until=link.until)
    with pytest.raises(IntegrityError, match="login_link_ended_once"), transaction.atomic():
        mine.update(ended="used")
    with pytest.raises(IntegrityError, match="login_link_lasts"), transaction.atomic():
        mine.update(until=link.made_at)
