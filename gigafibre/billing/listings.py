"""The lists of billing: invoices and credit notes."""

from __future__ import annotations

from dataclasses import replace

from gigafibre.kernel import clock
from gigafibre.kernel.folding import fold_words
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text

CUSTOMER = Text("Client", "Customer")
DATE = Text("Date", "Date")
DUE = Text("Échéance", "Due")

KINDS = {"invoice": Text("Facture", "Invoice"), "credit_note": Text("Note de crédit", "Credit note")}
STATES = {
    "draft": Text("Brouillon", "Draft"),
    "open": Text("À payer", "To pay"),
    "partly": Text("Partielle", "Partly paid"),
    "overdue": Text("En retard", "Overdue"),
    "paid": Text("Payée", "Paid"),
    "written_off": Text("Radiée", "Written off"),
    "credit": Text("À utiliser", "To use"),
    "used": Text("Utilisée", "Used"),
}

# Paid, overdue and so on are read from the receivable: the issued row never changes. Only what is open is joined: it
# is a small part of all there ever was, and the database can start from it.
STATE = """
CASE WHEN i.state = 'draft' THEN 'draft'
     WHEN i.kind = 'credit_note' THEN CASE WHEN o.open > 0 THEN 'credit' ELSE 'used' END
     WHEN o.open IS NULL THEN CASE WHEN EXISTS (
       SELECT FROM billing_baddebt b WHERE b.invoice_id = i.id
       HAVING sum(CASE b.kind WHEN 'write_off' THEN b.amount ELSE -b.amount END) > 0) THEN 'written_off' ELSE 'paid' END
     WHEN i.due_date < %(today)s THEN 'overdue'
     WHEN o.open < o.amount THEN 'partly' ELSE 'open' END
"""
_OPEN = "r.open_key IS NOT NULL"
_CREDIT_NOTE = "r.kind = 'credit_note'"

# An invoice is due some days after its date, between the shortest term there is and the longest (both at the ends of an
# index): so a range of one is a range of the other, and a list narrowed by one, sorted by the other, starts inside.
_SHORTEST = "(SELECT min(x.due_date - x.date) FROM billing_invoice x)"
_LONGEST = "(SELECT max(x.due_date - x.date) FROM billing_invoice x)"
_ALSO = (
    f"r.due_date >= %(value)s + {_SHORTEST}",
    f"r.due_date <= %(value)s + {_LONGEST}",
    f"r.date >= %(value)s - {_LONGEST}",
    f"r.date <= %(value)s - {_SHORTEST}",
)
_DAYS = [
    replace(one, where=f"{one.where} AND {also}")
    for one, also in zip(
        (*between("date", DATE, kind="day"), *between("due_date", DUE, kind="day")), _ALSO, strict=True
    )
]

INVOICES = Listing(
    name="invoices",
    label=Text("Factures", "Invoices"),
    permission="billing.read",
    source=f"""
SELECT i.id, coalesce(i.number, 'DRAFT-' || i.id) AS number, i.kind, i.date, i.due_date, c.number AS customer,
       i.bill_name AS name, CASE i.kind WHEN 'credit_note' THEN -i.total ELSE i.total END AS total,
       CASE i.kind WHEN 'credit_note' THEN -coalesce(o.open, 0) ELSE coalesce(o.open, 0) END AS open, {STATE} AS state,
       CASE WHEN o.open > 0 AND i.kind = 'invoice' AND i.due_date < %(today)s
            THEN %(today)s - i.due_date END AS days_overdue,
       o.open AS open_key, CASE i.kind WHEN 'credit_note' THEN -o.open ELSE o.open END AS signed_open,
       i.state AS paper, i.customer_id, i.legacy_id, i.number AS issued_number,
       ltrim(substring(i.number from '[0-9]+$'), '0') AS tail, c.sort_key AS search_key, r.date AS run
FROM billing_invoice i
JOIN crm_customer c ON c.id = i.customer_id
LEFT JOIN ledger_openitem o ON o.kind = i.kind AND o.number = i.number AND o.open > 0
LEFT JOIN billing_billingrun r ON r.id = i.run_id
""",  # noqa: S608  both pieces are ours
    columns=[
        Column("number", Text("Numéro", "Number"), kind="id"),
        Column("date", DATE, kind="day", sort=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("name", Text("Nom", "Name")),
        Column("kind", Text("Genre", "Kind"), kind="choice", options=KINDS, off=True),
        Column("state", Text("État", "State"), kind="choice", options=STATES),
        Column("due_date", DUE, kind="day", sort=True),
        Column(
            "days_overdue",
            Text("Jours de retard", "Days overdue"),
            kind="number",
            sort=True,
            nullable=True,
            sparse="open_key",
        ),
        Column("total", Text("Total", "Total"), kind="money", sort=True, total=True),
        Column("open", Text("Reste dû", "Open"), kind="money", sort="signed_open", sparse="open_key", total=True),
    ],
    filters=[
        Filter(
            "state",
            Text("État", "State"),
            options=STATES,
            implies={
                "written_off": "r.id = ANY(ARRAY(SELECT invoice_id FROM billing_baddebt))",
                "draft": "r.paper = 'draft'",
                "used": _CREDIT_NOTE,
                "credit": f"{_CREDIT_NOTE} AND {_OPEN}",
                **dict.fromkeys(("open", "partly", "overdue"), _OPEN),
            },
        ),
        Filter("kind", Text("Genre", "Kind"), options=KINDS),
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("run", Text("Facturation du", "Billing of"), kind="day"),
        Filter("legacy_id", FORMER_ID, kind="number"),
        *_DAYS,
        *between("total", Text("Total", "Total")),
    ],
    views=[
        View("all", Text("Toutes", "All")),
        View("overdue", Text("En retard", "Overdue"), {"state": "overdue"}, "due_date"),
        View("open", Text("À payer", "To be paid"), {"state": "open,partly,overdue"}, "due_date"),
        View("drafts", Text("Brouillons", "Drafts"), {"state": "draft"}),
        View("credit_notes", Text("Notes de crédit", "Credit notes"), {"kind": "credit_note"}),
    ],
    long=True,
    search="search_key",
    reading=fold_words,
    # A word is in the customer's name, or begins the number or its last digits: each by its own index.
    finding="(r.customer_id = ANY(ARRAY(SELECT x.id FROM crm_customer x WHERE x.sort_key LIKE %(word)s)) "
    "OR (r.issued_number ~>=~ upper(%(plain)s) AND r.issued_number ~<~ upper(%(beyond)s)) "
    "OR (r.tail ~>=~ ltrim(%(plain)s, '0') AND r.tail ~<~ ltrim(%(beyond)s, '0')))",
    sifting="(r.customer_id IN (SELECT x.id FROM crm_customer x WHERE x.sort_key LIKE %(word)s) "
    "OR r.issued_number LIKE upper(%(start)s) OR r.tail LIKE ltrim(%(start)s, '0'))",
    default_sort="-date",
    values=lambda: {"today": clock.today()},
    verbs=[
        Verb("billing.issue_invoice", "invoice"),
        Verb("messaging.write_to_customer", "customer", column="customer"),
        Verb("billing.write_off_invoice", "invoice"),
        Verb("billing.discard_draft", "invoice"),
    ],
)
