"""The series of numbers as a list: how their numbers are written, and what each next one will be."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.kernel import clock, labels
from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text, current_language

GAPLESS = Text("Sans trou", "Gapless")


def _words() -> dict[str, Any]:
    language = current_language()
    words = {code: label.in_(language) for code, label in labels.SERIES.items()}
    return {"words": json.dumps(words), "year": str(clock.today().year)}


SERIES = Listing(
    name="series",
    label=Text("Séries de numéros", "Number series"),
    permission="kernel.settings",
    # Written out as `numbers.Taken` does: a number that has outgrown its digits is not cut.
    source="""
        SELECT o.*, fold(o.label) AS sort_key, fold(o.label || ' ' || o.code || ' ' || o.example) AS search_key
        FROM (
          SELECT s.code::text AS id, s.code::text AS code, coalesce(%(words)s::jsonb ->> s.code, s.code) AS label,
                 s.prefix, s.digits, s.next, s.gapless, replace(s.prefix, '{year}', %(year)s)
                 || lpad(s.next::text, greatest(s.digits, length(s.next::text)), '0') AS example
          FROM kernel_series s) o""",
    values=_words,
    columns=[
        Column("label", Text("De quoi", "Of what"), sort="sort_key"),
        Column("prefix", Text("Préfixe", "Prefix")),
        Column("digits", Text("Chiffres", "Digits"), kind="number"),
        Column("example", Text("Prochain numéro", "Next number"), kind="id"),
        Column("gapless", GAPLESS, kind="flag"),
        Column("next", Text("Prochain", "Next"), kind="number", off=True),
        Column("code", Text("Code", "Code"), kind="id", off=True),
    ],
    filters=[
        Filter("gapless", GAPLESS, kind="flag"),
        Filter("prefix", Text("Préfixe", "Prefix"), kind="text"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("gapless", GAPLESS, {"gapless": "true"}),
    ],
    search="search_key",
    default_sort="label",
    worded=True,
)
