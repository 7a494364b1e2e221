"""What goes by itself once a named person says so: people's traces that are past their time."""

from __future__ import annotations

from collections.abc import Sequence

from gigafibre.identity.retention import SWITCH
from gigafibre.identity.switches import declare
from gigafibre.kernel import retention
from gigafibre.kernel.text import Text

_DUE = Text("{what} : {n}, après {days} jours", "{what}: {n}, after {days} days")


def what_would_go() -> Sequence[Text]:
    """Say of each rule how many rows are past their days."""
    found = retention.states(lambda rule: rule.switch == SWITCH)
    return [_DUE.with_(what=one.what, n=one.due, days=one.days) for one in found if one.due] or [
        Text("Rien n’est échu aujourd’hui.", "Nothing is past its time today.")
    ]


declare(
    SWITCH,
    label=Text("Durées de conservation", "Retention periods"),
    about=Text(
        "Chaque nuit, ce qui nomme des gens et a fait son temps disparaît : connexions, sessions, avis, mots des "
        "messages, réponses brutes. Aucun client n’est anonymisé de lui-même.",
        "Each night, what names people and has had its time goes: logins, sessions, notices, words of messages, raw "
        "answers. No customer is anonymised by itself.",
    ),
    forecast=what_would_go,
)
