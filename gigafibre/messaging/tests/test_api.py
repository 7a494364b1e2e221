"""What staff read: a message with its history, templates with their words, the local outbox; and who may not."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any

import pytest

from gigafibre.identity.tests.factories import a_user, browser, send
from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.messaging.models import Message
from gigafibre.messaging.tests.factories import a_message

pytestmark = pytest.mark.django_db


@pytest.fixture(autouse=True)
def somebody(clock: Any) -> Iterator[None]:
    clock.freeze("2026-11-21T14:00:00-05:00")
    with acting_as(SYSTEM):
        yield


def test_a_message_is_read_with_its_text_and_history() -> None:
    made = a_message()
    page = browser(a_user("support")).get(f"/api/v1/messages/{made.pk}").json()
    assert (page["body"], page["state"], page["label"]) == (
        "Votre routeur est prêt.\nGigafibre", "queued", "Message à un client",
    )  # fmt: skip
    assert (page["encoding"], page["segments"], page["customer"]) == ("UCS-2", 1, made.customer.number)
    assert [(step["state"], step["by"]) for step in page["steps"]] == [("queued", "system")]
    assert browser(a_user("support")).get("/api/v1/messages/999999").status_code == 404


def test_why_it_was_kept_back_is_said_in_the_readers_language() -> None:
    made = a_message(template="customer.news")
    client = browser(a_user("support", language="en"))
    assert client.get(f"/api/v1/messages/{made.pk}").json()["reason"] == "No consent to offers (CASL)"
    (line,) = client.get(f"/api/v1/customers/{made.customer.number}/messages").json()
    assert (line["state"], line["reason"]) == ("suppressed", "No consent to offers (CASL)")


def test_a_template_is_shown_with_its_variables_and_edited_through_its_preview() -> None:
    client = browser(a_user("manager"))
    page = client.get("/api/v1/message-templates/customer.note").json()
    assert {"text", "first_name", "company"} <= {one["name"] for one in page["variables"]}
    assert [(one["channel"], one["language"]) for one in page["editions"]] == [
        ("sms", "fr"), ("sms", "en"), ("email", "fr"), ("email", "en"),
    ]  # fmt: skip
    customer = a_message().customer.number
    given = {"template": "customer.note", "channel": "sms", "language": "fr", "body": "{first_name}, l’été: {text}"}
    looked = send(client, "post", "/api/v1/actions/messaging.edit_template/preview", {**given, "shown_for": customer})
    assert looked.json()["result"]["body"] == "Sylvie, l'été: {text}"
    wrong = send(client, "post", "/api/v1/actions/messaging.edit_template/preview", {**given, "body": "{txt}"})
    assert (wrong.status_code, wrong.json()["details"][0]["suggestion"]) == (422, "text")
    assert client.get("/api/v1/message-templates/nothing").status_code == 404


def test_the_local_outbox_shows_what_would_have_left() -> None:
    made = a_message()
    client = browser(a_user("support"))
    assert client.get("/api/v1/outbox").json() == []
    Message.objects.filter(pk=made.pk).update(state="sent", carrier="outbox", sent_at=made.created_at)
    assert [one["id"] for one in client.get("/api/v1/outbox").json()] == [made.pk]


@pytest.mark.parametrize("path", ["messages", "messages/1", "outbox", "message-templates", "suppressions"])
def test_who_may_not_read_messages_is_refused(path: str) -> None:
    assert browser(a_user("technician")).get(f"/api/v1/{path}").status_code == 403
