"""What staff are written about their login: in their language, whatever the switch says, with no secret kept."""

from __future__ import annotations

import json
import uuid
from typing import Any

import pytest
from pydantic import SecretStr

from gigafibre.identity import brakes, links
from gigafibre.identity.actions import reset_second_factors, set_password
from gigafibre.identity.tests.device import a_phone
from gigafibre.identity.tests.factories import a_link, a_user, browser, enter
from gigafibre.kernel import settings
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.kernel.deliver import deliver_all
from gigafibre.kernel.intents import TransportError, kind_of
from gigafibre.kernel.tests.looking import intents
from gigafibre.messaging.adapters.outbox import Outbox
from gigafibre.messaging.adapters.protocol import Outgoing, Taken
from gigafibre.processes import staff_letters

pytestmark = pytest.mark.django_db


class Post:
    """A carrier that keeps what it is given."""

    name, real = "smtp", True

    def __init__(self) -> None:
        self.sent: list[Outgoing] = []
        self.down = False

    def send(self, message: Outgoing) -> Taken:
        if self.down:
            raise TransportError("down")
        self.sent.append(message)
        return Taken("1")


@pytest.fixture
def post(monkeypatch: pytest.MonkeyPatch, clock: Any) -> Post:
    clock.freeze("2026-11-21T14:05:00-05:00")
    made = Post()
    monkeypatch.setattr(staff_letters, "carrier", lambda channel: made)
    monkeypatch.setattr(links, "_arrives", staff_letters._arrives)  # examples of actions say that all letters do
    with acting_as(SYSTEM):
        settings.put("company.ops_url", "https://ops.exemple.test")
    return made


def marie(**given: Any) -> Any:
    return a_user(
        "support", **{"username": "marie", "first_name": "Marie", "last_name": "", "email": "m@exemple.test", **given}
    )


def go() -> list[dict[str, Any]]:
    """Deliver what was published, and perform what it asks for as a worker does."""
    deliver_all()
    waiting = intents(kind=staff_letters.KIND, state="pending")
    return [kind_of(staff_letters.KIND).perform(one["key"], one["payload"]) for one in waiting]


def test_an_invitation_goes_by_mail_and_its_link_is_kept_nowhere(post: Post) -> None:
    token = a_link(marie(), "invitation")
    assert go() == [{"sent": True, "provider_id": "1"}]
    (letter,) = post.sent
    assert (letter.to, letter.subject, letter.language) == ("m@exemple.test", "Votre accès à Gigafibre", "fr")
    assert f"\nhttps://ops.exemple.test/login/choose#{token}\n" in letter.body
    assert letter.body.startswith("Bonjour Marie,\n")
    assert "dans les sept jours" in letter.body
    assert "Votre nom d’utilisateur : marie" in letter.body
    kept = json.dumps(intents(), default=str)
    assert token not in kept


def test_who_forgot_reads_it_in_his_language(post: Post) -> None:
    a_link(marie(language="en"), "forgotten")
    go()
    (letter,) = post.sent
    assert (letter.subject, letter.language) == ("Choose a new password", "en")
    assert "within 30 minutes" in letter.body
    assert "Your user name: marie" in letter.body


def test_a_link_that_is_over_when_the_letter_leaves_is_not_sent(post: Post, clock: Any) -> None:
    user = marie()
    a_link(user, "forgotten")
    assert go() == [{"sent": True, "provider_id": "1"}]
    a_link(user, "forgotten")
    assert go() == [{"sent": False}, {"sent": True, "provider_id": "1"}]
    clock.move(minutes=31)
    assert go() == [{"sent": False}] * 2
    user.is_active = False
    user.save()
    assert go() == [{"sent": False}] * 2
    assert len(post.sent) == 2


def test_a_change_by_somebody_else_is_told_to_the_person(post: Post) -> None:
    user = marie()
    a_phone(user)
    with acting_as(SYSTEM):
        set_password("marie", password=SecretStr("le-chef-a-choisi-26"))
        reset_second_factors("marie", reason="Téléphone perdu.")
    go()
    assert [letter.subject for letter in post.sent] == ["Votre connexion à Gigafibre a changé"] * 2
    assert "Votre mot de passe a été changé.\n\nLe 21\u00a0nov.\u00a02026 à 14 h 05." in post.sent[0].body
    assert "réinitialisée par un administrateur" in post.sent[1].body


def test_a_locked_account_is_told_of(post: Post) -> None:
    marie(language="en")
    for turn in range(brakes.OF_AN_ACCOUNT.free):
        enter(browser(), "marie", "wrong", REMOTE_ADDR=f"203.0.113.{turn}")
    go()
    (letter,) = post.sent
    assert "Your account is locked for a day" in letter.body


def test_nothing_is_written_to_who_has_no_email_or_where_no_mail_leaves(
    post: Post, monkeypatch: pytest.MonkeyPatch
) -> None:
    a_link(marie(email=""), "invitation")
    assert go() == []
    monkeypatch.setattr(staff_letters, "carrier", lambda channel: Outbox())
    a_link(marie(username="paul"), "invitation")
    assert go() == []
    assert not links.would_arrive()


def test_a_letter_would_arrive_only_where_its_link_leads_somewhere(post: Post) -> None:
    assert links.would_arrive()
    settings.put("company.ops_url", "")
    assert not links.would_arrive()


def test_a_server_that_is_down_is_tried_again_and_a_lost_answer_too(post: Post) -> None:
    a_link(marie(), "invitation")
    post.down = True
    with pytest.raises(TransportError):
        go()
    found = kind_of(staff_letters.KIND)
    assert found.lookup is not None
    assert found.lookup(uuid.uuid4(), {}) is None
    assert found.switch is None  # the switch of messages is the customers'
