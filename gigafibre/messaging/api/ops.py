"""What staff and integrations read of messaging. Writing is `POST /actions/messaging.…`."""

from __future__ import annotations

from typing import Any

from django.http import HttpRequest
from ninja import Router

from gigafibre.kernel.http import Needs
from gigafibre.kernel.listing import serve
from gigafibre.messaging import queries
from gigafibre.messaging.listings import MESSAGE_TEMPLATES, MESSAGES, SUPPRESSIONS
from gigafibre.messaging.schemas import MessageBrief, MessageOut, TemplateOut

router = Router(tags=["messaging"])
READ = Needs("messaging.read")

serve(router, "/messages", MESSAGES)
serve(router, "/suppressions", SUPPRESSIONS)


@router.get("/messages/{int:number}", auth=READ, response=MessageOut, operation_id="read_message")
def read_message(request: HttpRequest, number: int) -> Any:
    """Show a message: its text, and what became of it."""
    return queries.message(number)


@router.get(
    "/customers/{number}/messages", auth=READ, response=list[MessageBrief], operation_id="list_customer_messages"
)
def list_customer_messages(request: HttpRequest, number: str) -> Any:
    """List a customer's newest messages, ours and his."""
    return queries.messages_of(number)


@router.get("/outbox", auth=READ, response=list[MessageBrief], operation_id="list_outbox")
def list_outbox(request: HttpRequest) -> Any:
    """List what the local outbox holds: what would have left, if a carrier were configured."""
    return queries.newest()


serve(router, "/message-templates", MESSAGE_TEMPLATES)


@router.get("/message-templates/{code}", auth=READ, response=TemplateOut, operation_id="read_message_template")
def read_message_template(request: HttpRequest, code: str) -> Any:
    """Show a template: its variables, its words in each channel and language, earlier editions."""
    return queries.template(code)
