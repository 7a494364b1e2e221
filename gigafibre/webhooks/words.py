"""Sentences webhooks say of their own accord."""

from __future__ import annotations

from gigafibre.kernel.text import Text

ALL_EVENTS = Text("Tous les événements", "All events")
WHY_NOT = {
    "url": Text("ce n’est pas une adresse web", "it is no web address"),
    "scheme": Text("elle n’est pas chiffrée (http)", "it is not encrypted (http)"),
    "unknown_host": Text("ce nom est inconnu", "that name is unknown"),
    "private": Text("elle mène dans un réseau privé", "it leads into a private network"),
}
#: Why a try came to nothing, by what it left written; what a connection said of itself stays as it is.
ERRORS = {
    "timeout": Text("pas de réponse à temps", "no answer in time"),
    **{
        f"refused: {code}": Text(f"rien n’est envoyé : {why.fr}", f"nothing is sent: {why.en}")
        for code, why in WHY_NOT.items()
    },
}
TURNED_OFF = {
    "gone": Text(
        "Webhooks vers « {name} » arrêtés : la destination a répondu qu’elle n’existe plus (410).",
        "Webhooks to “{name}” turned off: the endpoint answered that it is gone (410).",
    ),
    "failing": Text(
        "Webhooks vers « {name} » arrêtés : rien n’y arrive depuis cinq jours.",
        "Webhooks to “{name}” turned off: nothing has arrived there for five days.",
    ),
}
