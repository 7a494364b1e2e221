"""What messaging may do by itself once a named person says so: let messages leave this machine."""

from __future__ import annotations

from collections.abc import Sequence

from gigafibre.identity.switches import declare
from gigafibre.kernel.text import Text
from gigafibre.messaging.carriers import carrier
from gigafibre.messaging.deciding import SWITCH
from gigafibre.messaging.labels import CHANNELS
from gigafibre.messaging.models import Message


def what_would_leave() -> Sequence[Text]:
    """Say who carries each channel, and what was kept back for want of this switch."""
    said = []
    for channel, label in CHANNELS.items():
        by = carrier(channel)
        way = Text(by.name, by.name) if by.real else Text("boîte d’envoi locale", "local outbox")
        said.append(Text("{channel} : {way}", "{channel}: {way}").with_(channel=label, way=way))
    kept = Message.objects.filter(state="suppressed", reason="switch_off").count()
    said.append(
        Text(
            "Messages retenus jusqu’ici, jamais renvoyés d’eux-mêmes : {n}", "Kept back so far, never sent again: {n}"
        ).with_(n=kept)
    )
    return said


declare(
    SWITCH,
    label=Text("Messages aux clients", "Messages to customers"),
    about=Text(
        "Les SMS et courriels quittent ce serveur par leurs fournisseurs ; sinon, ils sont retenus et gardés en liste.",
        "SMS and emails leave this server by their carriers; otherwise they are suppressed and kept in the list.",
    ),
    forecast=what_would_leave,
)
