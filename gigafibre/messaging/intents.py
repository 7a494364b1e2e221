"""The outside effect of this app: a message that leaves."""

from __future__ import annotations

from typing import Any

from gigafibre.crm.reach import show_phone
from gigafibre.kernel.intents import performs
from gigafibre.kernel.text import Text
from gigafibre.messaging import delivery

KIND = "messaging.send"


def said(payload: dict[str, Any]) -> Text:
    """Say a message in a preview: to whom, and its text."""
    if payload["channel"] == "sms":
        to, text = show_phone(payload["to"]), payload["text"]
        return Text("SMS au {to} : {text}", "SMS to {to}: {text}").with_(to=to, text=text)
    told = {"to": payload["to"], "subject": payload["subject"], "text": payload["text"]}
    return Text("Courriel à {to} : {subject}\n{text}", "Email to {to}: {subject}\n{text}").with_(**told)


performs(KIND, group="messages", says=said, lookup=delivery.look_up)(delivery.deliver)
