"""The lists of what is kept ready for jobs: their templates, and checklists."""

from __future__ import annotations

from typing import Any

from gigafibre.dispatch.labels import KINDS
from gigafibre.kernel.listing import Column, Filter, Listing, View
from gigafibre.kernel.text import Text, current_language

CODE, NAME = Text("Code", "Code"), Text("Nom", "Name")
ACTIVE = Text("En usage", "In use")
CHAIN_KINDS = {kind: KINDS[kind] for kind in ("installation", "repair", "maintenance", "removal")}
_VIEWS = [View("active", ACTIVE, {"active": "true"}), View("all", Text("Tous", "All"))]


def _read() -> dict[str, Any]:
    return {"english": current_language() == "en", "said": current_language()}


#: What each element of a column is called, in its order.
_SAID = (
    "(SELECT array_agg(x.one ->> %(said)s ORDER BY x.place) "
    "FROM jsonb_array_elements({0}) WITH ORDINALITY x(one, place))"
)

JOB_TEMPLATES = Listing(
    name="job_templates",
    label=Text("Modèles d’interventions", "Job templates"),
    permission="dispatch.read",
    source=f"""
        SELECT t.id, t.code, CASE WHEN %(english)s THEN t.name_en ELSE t.name_fr END AS name, t.kind, t.plan, t.active,
               jsonb_array_length(t.steps) AS steps, coalesce({_SAID.format("t.steps")}, '{{}}') AS step_names,
               fold(CASE WHEN %(english)s THEN t.name_en ELSE t.name_fr END) AS sort_key,
               fold(t.code || ' ' || t.name_fr || ' ' || t.name_en || ' ' || t.plan) AS search_key
        FROM dispatch_chaintemplate t""",  # noqa: S608  our own text
    values=_read,
    columns=[
        Column("name", NAME, sort="sort_key"),
        Column("code", CODE, kind="id", sort=True),
        Column("kind", Text("Genre", "Kind"), kind="choice", options=CHAIN_KINDS),
        Column("plan", Text("Forfait", "Plan"), kind="id"),
        Column("steps", Text("Étapes", "Steps"), kind="number", sort=True),
        Column("step_names", Text("Dans l’ordre", "In order"), kind="words"),
        Column("active", ACTIVE, kind="flag"),
    ],
    filters=[
        Filter("kind", Text("Genre", "Kind"), options=CHAIN_KINDS),
        Filter("active", ACTIVE, kind="flag"),
        Filter("plan", Text("Forfait", "Plan"), kind="text"),
    ],
    views=_VIEWS,
    search="search_key",
    default_sort="name",
)

CHECKLISTS = Listing(
    name="checklists",
    label=Text("Listes de vérification", "Checklists"),
    permission="dispatch.read",
    source=f"""
        SELECT t.id, t.code, CASE WHEN %(english)s THEN t.name_en ELSE t.name_fr END AS name, t.active,
               jsonb_array_length(t.items) AS items, coalesce({_SAID.format("t.items")}, '{{}}') AS item_names,
               fold(CASE WHEN %(english)s THEN t.name_en ELSE t.name_fr END) AS sort_key,
               fold(t.code || ' ' || t.name_fr || ' ' || t.name_en) AS search_key
        FROM dispatch_checklisttemplate t""",  # noqa: S608  our own text
    values=_read,
    columns=[
        Column("name", NAME, sort="sort_key"),
        Column("code", CODE, kind="id", sort=True),
        Column("items", Text("Points", "Items"), kind="number", sort=True),
        Column("item_names", Text("Dans l’ordre", "In order"), kind="words"),
        Column("active", ACTIVE, kind="flag"),
    ],
    filters=[Filter("active", ACTIVE, kind="flag")],
    views=_VIEWS,
    search="search_key",
    default_sort="name",
)
