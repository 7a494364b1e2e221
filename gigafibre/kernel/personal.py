"""What the trail, notes, files and intents hold of a person."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

FACT = Text("Qu’un fait a eu lieu, sans ce qu’il disait.", "That a fact took place, without what it said.")
SUBJECT = "(t.subject = ANY(%(subjects)s))"

holds("kernel_note", Text("Notes", "Notes"), by=SUBJECT, goes=True)
holds("kernel_attachment", Text("Fichiers joints", "Attached files"), by=SUBJECT, goes=True)
holds(
    "kernel_intent",
    Text("Effets à l’extérieur", "Outside effects"),
    by=SUBJECT,
    because=FACT,
    kept=("kind", "subject"),
    instead={"skip_reason": "—"},
)
holds("kernel_event", Text("Faits", "Facts"), by=SUBJECT, because=FACT, kept=("type", "subject", "actor"))
holds(
    "kernel_delivery",
    Text("Suites des faits", "What followed the facts"),
    by="event_id>kernel_event",
    because=FACT,
    kept=("handler", "subject"),
    instead={"skip_reason": "—"},
)
holds(
    "kernel_batchrow",
    Text("Rangées traitées en lot", "Rows treated in a batch"),
    by="(t.key = ANY(%(numbers)s))",
    because=FACT,
    kept=("key", "code"),
)
holds(
    "kernel_succession",
    Text("Dossiers fusionnés", "Merged files"),
    by="(t.kind = 'customer' AND %(customer)s IN (t.former_id, t.successor_id))",
    because=Text("Quel numéro en a remplacé un autre.", "Which number took the place of another."),
    kept=("kind", "former", "successor"),
)
apart(
    Text(
        "Des réglages, des séries et des rouages ; fichiers et piste se retrouvent par ce qui les nomme.",
        "Settings, series and machinery; files and the trail are found by what names them.",
    ),
    *(
        "kernel_series",
        "kernel_setting",
        "kernel_worker",
        "kernel_file",
        "kernel_audit",
        "kernel_actionrun",
        "kernel_batch",
        "kernel_retentionrun",
    ),
)
