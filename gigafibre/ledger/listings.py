"""The list of entries: what was posted, when, from which document."""

from __future__ import annotations

from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text
from gigafibre.ledger.labels import KINDS

DATE, KIND, DOCUMENT = Text("Date", "Date"), Text("Genre", "Kind"), Text("Document", "Document")

ENTRIES = Listing(
    name="entries",
    label=Text("Écritures", "Entries"),
    permission="ledger.read",
    source="""
        SELECT e.id, e.id AS entry, e.date, e.kind, e.document, e.description, e.posted_at,
               coalesce(o.document, '') AS reverses,
               (SELECT sum(l.debit) FROM ledger_journalline l WHERE l.entry_id = e.id) AS amount,
               (SELECT count(*) FROM ledger_journalline l WHERE l.entry_id = e.id) AS lines,
               (SELECT array_agg(DISTINCT a.number ORDER BY a.number) FROM ledger_journalline l
                JOIN ledger_account a ON a.id = l.account_id WHERE l.entry_id = e.id) AS accounts,
               lower(e.document) || ' ' || fold(e.description) AS search_key
        FROM ledger_journalentry e LEFT JOIN ledger_journalentry o ON o.id = e.reverses_id""",
    columns=[
        Column("document", DOCUMENT, kind="id"),
        Column("date", DATE, kind="day", sort=True),
        Column("kind", KIND, kind="choice", options=KINDS),
        Column("description", Text("Description", "Description")),
        Column("accounts", Text("Comptes", "Accounts"), kind="words"),
        Column("amount", Text("Montant", "Amount"), kind="money"),
        Column("lines", Text("Lignes", "Lines"), kind="number", off=True),
        Column("reverses", Text("Renverse", "Reverses"), kind="id", off=True),
        Column("posted_at", Text("Inscrite", "Posted"), kind="instant", off=True),
        Column("entry", Text("N° d’écriture", "Entry number"), kind="number", off=True),
    ],
    filters=[
        *between("date", DATE, kind="day"),
        Filter("kind", KIND, options=KINDS),
        Filter(
            "account",
            Text("Compte", "Account"),
            kind="text",
            where="EXISTS (SELECT FROM ledger_journalline l JOIN ledger_account a ON a.id = l.account_id"
            " WHERE l.entry_id = r.id AND a.number = %(value)s)",
        ),
        Filter("document", DOCUMENT, kind="text", where="r.document = upper(%(value)s)"),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("manual", Text("À la main", "By hand"), {"kind": "manual"}),
        View("corrections", Text("Corrections", "Corrections"), {"kind": "reversal,adjustment,write_off"}),
    ],
    search="search_key",
    default_sort="-date",
    long=True,
)
