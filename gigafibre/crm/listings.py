"""The list of address files: what each holds, since when."""

from __future__ import annotations

from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View
from gigafibre.kernel.text import Text

NAME, CITY = Text("Fichier", "File"), Text("Municipalité", "City")

ADDRESS_FILES = Listing(
    name="address_files",
    label=Text("Fichiers d’adresses", "Address files"),
    permission="crm.read",
    source="""
SELECT min(a.id) AS id, a.source AS name, fold(a.source) AS name_key, count(*) AS doors, max(a.loaded_at) AS loaded_at,
  string_agg(DISTINCT a.city, ', ') AS cities, fold(string_agg(DISTINCT a.city, ' ')) AS city_key
FROM crm_addresspoint a GROUP BY a.source
""",
    columns=[
        Column("name", NAME, sort="name_key"),
        Column("cities", CITY),
        Column("doors", Text("Portes", "Doors"), kind="number", sort=True),
        Column("loaded_at", Text("Chargé le", "Loaded on"), kind="instant", sort=True),
    ],
    filters=[Filter("city", CITY, kind="text", where="r.city_key LIKE '%%' || fold(%(value)s) || '%%'")],
    views=[View("all", Text("Tous", "All"))],
    verbs=[Verb("crm.remove_address_file", "name", column="name")],
    search="name_key",
    default_sort="name",
)
