"""What the import's tables are called by people."""

from typing import Any

from gigafibre.kernel.describe import Column, describe
from gigafibre.kernel.text import Text

STATES = {
    "waiting": Text("En attente", "Waiting"),
    "running": Text("En cours", "Running"),
    "done": Text("Terminée", "Done"),
    "failed": Text("Arrêtée", "Stopped"),
}


def _state(value: Any, language: str) -> str:
    return STATES[value].in_(language) if value in STATES else str(value)


describe(
    "legacy_importrun",
    Text("Importation", "Import"),
    source=Text("Source", "Source"),
    dry_run=Text("Essai", "Trial"),
    state=Column(Text("État", "State"), _state),
)
