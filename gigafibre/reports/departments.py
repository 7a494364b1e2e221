"""The list of departments: what each is called, who is in it, how many issues wait for it."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text, current_language
from gigafibre.reports.reading import script


def _values() -> dict[str, Any]:
    return {"english": current_language() == "en"}


DEPARTMENTS = Listing(
    name="departments",
    label=Text("Départements", "Departments"),
    permission="identity.read",
    takes={"support.read": ("open_issues",)},
    source=script("departments"),
    values=_values,
    columns=[
        Column("name", Text("Nom", "Name"), sort="sort_key"),
        Column("code", Text("Code", "Code"), kind="id", sort=True),
        Column("people", Text("Personnes", "People"), kind="number", sort=True),
        Column("members", Text("Membres", "Members"), kind="words"),
        Column("open_issues", Text("Billets ouverts", "Open issues"), kind="number", sort=True),
        Column("name_fr", Text("Nom français", "French name"), off=True),
        Column("name_en", Text("Nom anglais", "English name"), off=True),
    ],
    filters=[
        Filter("staffed", Text("Avec des personnes", "With people"), kind="flag", where="(r.people > 0) = %(value)s"),
    ],
    views=[View("all", Text("Tous", "All"))],
    search="search_key",
    default_sort="name",
)
