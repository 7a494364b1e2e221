"""What a list refuses besides bad filters, which are `invalid_input`."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class BadCursor(Refusal):
    """A cursor that this list did not give for these filters and this order."""

    code, status = "bad_cursor", 422
    text = Text(
        "Cette page n’existe plus : recommencez au début de la liste.",
        "This page is no longer there: start again at the beginning of the list.",
    )


class TooManyRows(Refusal):
    """A worksheet holds no more rows; nothing is left out in silence."""

    code, status = "too_many_rows", 422
    text = Text(
        "Une feuille Excel contient au plus {most} lignes : filtrez la liste ou exportez en CSV.",
        "An Excel sheet holds {most} rows at most: filter the list, or export it as CSV.",
    )
