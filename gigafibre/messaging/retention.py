"""How long it is kept what messages said, and what their carriers told us raw."""

from __future__ import annotations

from gigafibre.identity.retention import SWITCH
from gigafibre.kernel.retention import rule
from gigafibre.kernel.text import Text

#: Days for which the database keeps what a message said, and what a carrier told.
SAID_KEPT, TOLD_KEPT = 365, 30

rule(
    "messages",
    # To whom, by which text, when and whether it arrived stays: it proves what we had the right to send.
    Text("Mots des messages envoyés", "Words of messages sent"),
    days=1095,
    switch=SWITCH,
    least=SAID_KEPT,
    table="messaging_message",
    where="t.created_at < %(before)s AND t.state IN ('sent', 'delivered', 'failed', 'suppressed') AND t.body <> ''",
    clears={"subject": "''", "body": "''", "variables": "'{}'"},
)
rule(
    "carrier_messages",
    Text("Messages bruts des fournisseurs d’envoi", "Raw messages of carriers"),
    days=90,
    switch=SWITCH,
    least=TOLD_KEPT,
    table="messaging_vendorevent",
    where="t.at < %(before)s",
)
rule(
    "inbound_messages",
    # What stops or starts our messages stays: it proves what was asked of us, and holds one word.
    Text("Textos reçus", "Text messages received"),
    days=1095,
    switch=SWITCH,
    least=SAID_KEPT,
    table="messaging_inboundmessage",
    where="t.at < %(before)s AND t.keyword NOT IN ('stop', 'start')",
)
