"""The one key by which text is sorted, searched and compared: without case, accents or punctuation."""

from __future__ import annotations

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
