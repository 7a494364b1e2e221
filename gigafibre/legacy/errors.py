"""What an import refuses."""

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class SourceUnreadable(Refusal):
    """The source can't be read; the sentence says what and where."""

    code = "source_unreadable"
    text = Text("La source ne peut pas être lue. {why}", "The source cannot be read. {why}")


class ImportRunning(Refusal):
    """Another import is at work."""

    code = "import_running"
    status = 409
    text = Text(
        "Une importation est déjà en cours (no {run}). Attendez sa fin.",
        "An import is already running (no. {run}). Wait for its end.",
    )
