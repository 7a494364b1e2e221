"""The local outbox: messages stay here and are read on a page. The default, and for demonstrations."""

from __future__ import annotations

from gigafibre.kernel.text import Text
from gigafibre.messaging.adapters.protocol import Outgoing, Taken


class Outbox:
    """Takes everything and sends nothing: the message's own row is what the outbox page shows."""

    name, real = "outbox", False

    def send(self, message: Outgoing) -> Taken:
        """Keep it."""
        return Taken(f"outbox-{message.key}")

    def find(self, message: Outgoing) -> Taken | None:
        """Whatever was not noted as kept was not kept."""
        return None

    def check(self) -> Text:
        """It is always there."""
        return Text("Rien ne part : les messages restent ici.", "Nothing leaves: messages stay here.")
