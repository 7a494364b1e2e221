"""The one key by which text is sorted, searched and compared: without case, accents or punctuation."""

from __future__ import annotations

import re
import unicodedata
from typing import Any

from django.db.models import F, Func, TextField, Value
from django.db.models.functions import Cast


class Fold(Func):
    """SQL `fold(a || ' ' || b …)`: immutable, so columns may be generated from it and indexed."""

    function = "fold"
    output_field = TextField()

    def __init__(self, *columns: str, **extra: Any) -> None:
        expression: Any = Cast(F(columns[0]), TextField()) if columns else Value("")
        for column in columns[1:]:
            expression = Joined(expression, F(column))
        super().__init__(expression, **extra)


class Joined(Func):
    """Two texts with a space between, immutable (Django's Concat is only stable)."""

    template = "(%(expressions)s)"
    arg_joiner = " || ' ' || "
    output_field = TextField()


_OTHERS = str.maketrans(
    {"œ": "oe", "æ": "ae", "ø": "o", "ß": "ss", "đ": "d", "ð": "d", "ł": "l", "þ": "th", "ħ": "h", "ı": "i"}
)
_REST = re.compile(r"[^a-z0-9@.+#]+")


def fold(text: str) -> str:
    """Return the same key as SQL `fold` for the letters of Latin alphabets, without asking the database."""
    plain = unicodedata.normalize("NFKD", text.lower().translate(_OTHERS))
    bare = "".join(letter for letter in plain if not unicodedata.combining(letter))
    return _REST.sub(" ", bare).strip()


_NUMBER = re.compile(r"[A-Za-z]{1,8}-[A-Za-z0-9-]*\d")


def fold_words(text: str) -> str:
    """Fold typed words one by one; a whole number such as `PAY-2026-000004` stays one, in small letters."""
    return " ".join(word.lower() if _NUMBER.fullmatch(word) else fold(word) for word in text.split())
