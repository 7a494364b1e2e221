"""The chart of accounts as a list: what each account is for, whether it is closed, whether it has entries."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View
from gigafibre.kernel.text import Text, current_language
from gigafibre.ledger.labels import ACCOUNT_KINDS
from gigafibre.ledger.uses import ROLES, used_by

KIND, CLOSED_ON = Text("Genre", "Kind"), Text("Fermé le", "Closed on")
MOVED = Text("A des écritures", "Has entries")


def _uses() -> dict[str, Any]:
    """Return who uses accounts: by role as declared, by number as apps above say at this moment."""
    language = current_language()
    roles = {role: words.in_(language) for role, words in ROLES.items()}
    uses = {number: [one.in_(language) for one in words] for number, words in used_by().items()}
    return {"language": language, "roles": json.dumps(roles), "uses": json.dumps(uses)}


_USES = """
array_remove(ARRAY[coalesce(%(roles)s::jsonb ->> a.role, a.role)], NULL)
  || ARRAY(SELECT jsonb_array_elements_text(%(uses)s::jsonb -> a.number))"""

ACCOUNTS = Listing(
    name="accounts",
    label=Text("Plan comptable", "Chart of accounts"),
    permission="ledger.read",
    source=f"""
        SELECT o.*, fold(o.name) AS name_key,
               fold(concat_ws(' ', o.number, o.name_fr, o.name_en, o.gifi, array_to_string(o.used_by, ' ')))
                 AS search_key
        FROM (
          SELECT a.id, a.number, CASE %(language)s WHEN 'en' THEN a.name_en ELSE a.name_fr END AS name, a.name_fr,
                 a.name_en, a.kind, {_USES} AS used_by, a.gifi, a.closed_on, a.closed_on IS NOT NULL AS closed,
                 EXISTS (SELECT FROM ledger_journalline l WHERE l.account_id = a.id) AS moved
          FROM ledger_account a) o""",  # noqa: S608  our own words
    values=_uses,
    columns=[
        Column("number", Text("Numéro", "Number"), kind="id", sort=True),
        Column("name", Text("Nom", "Name"), sort="name_key"),
        Column("kind", KIND, kind="choice", options=ACCOUNT_KINDS),
        Column("used_by", Text("Sert à", "Used for"), kind="words"),
        Column("gifi", Text("IGRF", "GIFI"), sort=True),
        Column("closed_on", CLOSED_ON, kind="day", sort=True, nullable=True, off=True),
        Column("moved", MOVED, kind="flag", off=True),
        Column("name_fr", Text("Nom français", "French name"), off=True),
        Column("name_en", Text("Nom anglais", "English name"), off=True),
    ],
    filters=[
        Filter("kind", KIND, options=ACCOUNT_KINDS),
        Filter("closed", Text("Fermé", "Closed"), kind="flag"),
        Filter("moved", MOVED, kind="flag"),
        Filter("gifi", Text("IGRF", "GIFI"), kind="text"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        *(View(kind, words, {"kind": kind}) for kind, words in ACCOUNT_KINDS.items()),
        View("closed", Text("Fermés", "Closed"), {"closed": "true"}),
    ],
    verbs=[Verb("ledger.close_account", "account"), Verb("ledger.reopen_account", "account")],
    search="search_key",
    default_sort="number",
)
