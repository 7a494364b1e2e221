"""What the desk answers instead of a page."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class TooLongToRead(Refusal):
    """The database was given up on: the table is too large for what was asked of it."""

    code, status = "too_long_to_read", 503
    text = Text(
        "Cette lecture prend plus de {seconds} secondes : ajoutez un filtre, ou cherchez par le numéro exact.",
        "This takes more than {seconds} seconds to read: add a filter, or look for the exact number.",
    )


class ReadOnlyDesk(Refusal):
    """Something was sent to the desk, which only shows."""

    code, status = "read_only_desk", 405
    text = Text(
        "Le bureau ne fait que montrer. Chaque changement a son action, dans les pages.",
        "The desk only shows. Every change has its action, in the pages.",
    )
