"""The rules of retention as a list: how long what is kept, how much is past its time, when each was last applied."""

from __future__ import annotations

import json
from dataclasses import asdict
from typing import Any

from gigafibre.kernel import retention
from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text, current_language

WORKS = Text("S’applique de soi-même", "Applied by itself")
PEOPLE = Text("Nomme des gens", "Names people")
CLEARED = Text("Efface les mots seulement", "Erases the words only")
DUE = Text("Échu", "Past its time")
DAYS = Text("Jours gardés (0 : toujours)", "Days kept (0: for ever)")


def _rules() -> dict[str, Any]:
    """Return every rule as it stands now: they are declared in code, each counts its own table."""
    language = current_language()
    return {
        "rules": json.dumps(
            [
                asdict(one) | {"what": one.what.in_(language), "ran_at": one.ran_at and one.ran_at.isoformat()}
                for one in retention.states()
            ]
        )
    }


RULES = Listing(
    name="retention_rules",
    label=Text("Règles de conservation", "Retention rules"),
    permission="privacy.read",
    source="""
        SELECT x.code AS id, x.*, fold(x.what) AS what_key, fold(x.what || ' ' || x.code) AS search_key,
               CASE WHEN x.switched THEN '0 ' ELSE '1 ' END || fold(x.what) AS place
        FROM jsonb_to_recordset(%(rules)s::jsonb) AS x(
          code text, what text, setting text, days int, works boolean, switched boolean, cleared boolean, due bigint,
          ran_at timestamptz, gone bigint)""",
    values=_rules,
    columns=[
        Column("what", Text("Quoi", "What"), sort="what_key"),
        Column("days", Text("Jours gardés", "Days kept"), kind="number", sort=True),
        Column("due", DUE, kind="number", sort=True, total=True),
        Column("ran_at", Text("Dernière fois", "Last time"), kind="instant", sort=True, nullable=True),
        Column("gone", Text("Effacés alors", "Gone then"), kind="number", sort=True, nullable=True),
        Column("works", WORKS, kind="flag", off=True),
        Column("switched", PEOPLE, kind="flag", sort="place", off=True),
        Column("cleared", CLEARED, kind="flag", off=True),
        Column("code", Text("Code", "Code"), kind="id", sort=True, off=True),
        Column("setting", Text("Paramètre", "Setting"), kind="id", off=True),
    ],
    filters=[
        Filter("switched", PEOPLE, kind="flag"),
        Filter("works", WORKS, kind="flag"),
        Filter("cleared", CLEARED, kind="flag"),
        *between("due", DUE, kind="number"),
        *between("days", DAYS, kind="number"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("people", Text("Ce qui nomme des gens", "What names people"), {"switched": "true"}),
        View("machine", Text("Ce qui sert la machine", "What serves the machine"), {"switched": "false"}),
        View("due", Text("Échues", "Past their time"), {"due_min": "1"}, "-due"),
    ],
    search="search_key",
    # What names people first.
    default_sort="switched",
    worded=True,
)
