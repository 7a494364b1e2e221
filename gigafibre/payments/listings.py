"""The lists of payments: what they show, how they are narrowed, their views."""

from __future__ import annotations

from gigafibre.kernel.folding import fold_words
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text
from gigafibre.payments.labels import MODES

CUSTOMER = Text("Client", "Customer")
DATE = Text("Date", "Date")

PAYMENTS = Listing(
    name="payments",
    label=Text("Paiements", "Payments"),
    permission="payments.read",
    # Only what is left of a payment is joined: it is few. What reversed it is looked up row by row, as a page goes.
    source="""
        SELECT p.id, p.legacy_id, p.number, p.date, p.amount, p.mode, p.reference, lower(p.reference) AS reference_key,
               (SELECT x.id FROM payments_payment x WHERE x.reverses_id = p.id) IS NOT NULL AS reversed,
               coalesce(i.open, 0) AS unapplied, i.open AS open_key, i.open IS NOT NULL AS has_credit,
               c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key, p.customer_id,
               ltrim(substring(p.number from '[0-9]+$'), '0') AS tail
        FROM payments_payment p JOIN crm_customer c ON c.id = p.customer_id
        LEFT JOIN ledger_openitem i ON i.number = p.number AND i.kind = 'payment' AND i.open > 0""",
    columns=[
        Column("number", Text("Numéro", "Number"), kind="id"),
        Column("date", DATE, kind="day", sort=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("mode", Text("Mode", "Mode"), kind="choice", options=MODES),
        Column("reference", Text("Référence", "Reference")),
        Column("amount", Text("Montant", "Amount"), kind="money", sort=True, total=True),
        Column(
            "unapplied",
            Text("Non imputé", "Unapplied"),
            kind="money",
            sort="open_key",
            sparse="open_key",
            total=True,
        ),
        Column("reversed", Text("Renversé", "Reversed"), kind="flag"),
    ],
    filters=[
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("mode", Text("Mode", "Mode"), options=MODES),
        Filter("legacy_id", FORMER_ID, kind="number"),
        *between("date", DATE, kind="day"),
        *between("amount", Text("Montant", "Amount")),
        Filter(
            "has_credit",
            Text("Avec un reste à imputer", "With credit left"),
            kind="flag",
            implies={"true": "r.open_key IS NOT NULL"},
        ),
        Filter(
            "reversed",
            Text("Renversés", "Reversed"),
            kind="flag",
            implies={
                "true": "r.id = ANY(ARRAY(SELECT reverses_id FROM payments_payment WHERE reverses_id IS NOT NULL))"
            },
        ),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("credit", Text("À imputer", "To apply"), {"has_credit": "true"}, "date"),
        View("cheques", Text("Chèques", "Cheques"), {"mode": "cheque"}),
        View("reversed", Text("Renversés", "Reversed"), {"reversed": "true"}),
    ],
    verbs=[Verb("payments.reverse_payment", "payment")],
    long=True,
    search="customer_key",
    reading=fold_words,
    # A word is in the customer's name, or begins his number, the payment's, its last digits or the reference.
    finding="(r.customer_id = ANY(ARRAY(SELECT x.id FROM crm_customer x "
    "WHERE x.sort_key LIKE %(word)s OR lower(x.number) LIKE %(start)s)) "
    "OR (r.number ~>=~ upper(%(plain)s) AND r.number ~<~ upper(%(beyond)s)) "
    "OR (r.reference_key ~>=~ %(plain)s AND r.reference_key ~<~ %(beyond)s) "
    "OR (r.tail ~>=~ ltrim(%(plain)s, '0') AND r.tail ~<~ ltrim(%(beyond)s, '0')))",
    sifting="(r.customer_id IN (SELECT x.id FROM crm_customer x "
    "WHERE x.sort_key LIKE %(word)s OR lower(x.number) LIKE %(start)s) "
    "OR r.number LIKE upper(%(start)s) OR r.reference_key LIKE %(start)s "
    "OR r.tail LIKE ltrim(%(start)s, '0'))",
    default_sort="-date",
)
