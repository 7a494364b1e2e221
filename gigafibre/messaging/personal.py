"""What is held of what we wrote to a customer, and he to us: all of it goes."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

MESSAGE = "message_id>messaging_message"

holds("messaging_message", Text("Messages", "Messages"), goes=True)
holds("messaging_messagestep", Text("Sort des messages", "What became of messages"), by=MESSAGE, goes=True)
holds("messaging_messagefile", Text("Pièces des messages", "Files of messages"), by=MESSAGE, goes=True)
holds(
    "messaging_suppression",
    Text("Désabonnements", "Unsubscribed addresses"),
    by="(t.address = ANY(%(points)s))",
    goes=True,
)
holds(
    "messaging_inboundmessage",
    Text("Réponses reçues", "Answers received"),
    goes=True,
    by="(t.customer_id = %(customer)s OR t.sender = ANY(%(points)s))",
)
# What a carrier told of his messages names them by the carrier's own number.
holds(
    "messaging_vendorevent",
    Text("Accusés bruts", "Raw receipts"),
    goes=True,
    by=(
        "(EXISTS (SELECT 1 FROM messaging_message m WHERE m.customer_id = %(customer)s AND m.provider_id <> '' "
        "AND position(m.provider_id IN t.payload::text) > 0))"
    ),
)
apart(Text("Des gabarits, pour tous.", "Templates, for everybody."), "messaging_templatetext")
