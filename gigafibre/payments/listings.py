"""The lists of payments: what they show, how they are narrowed, their views."""

from __future__ import annotations

from gigafibre.kernel.listing import Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text
from gigafibre.payments.labels import MODES

CUSTOMER = Text("Client", "Customer")
DATE = Text("Date", "Date")

PAYMENTS = Listing(
    name="payments",
    label=Text("Paiements", "Payments"),
    permission="payments.read",
    source="""
        SELECT p.id, p.number, p.date, p.amount, p.mode, p.reference, r.id IS NOT NULL AS reversed,
               coalesce(i.open, 0) AS unapplied, coalesce(i.open, 0) > 0 AS has_credit,
               c.number AS customer, c.display_name AS customer_name, c.sort_key AS customer_key,
               lower(p.number) || ' ' || fold(p.reference) || ' ' || c.sort_key || ' ' || lower(c.number) AS search_key
        FROM payments_payment p JOIN crm_customer c ON c.id = p.customer_id
        LEFT JOIN ledger_openitem i ON i.number = p.number AND i.kind = 'payment'
        LEFT JOIN payments_payment r ON r.reverses_id = p.id""",
    columns=[
        Column("number", Text("Numéro", "Number"), kind="id"),
        Column("date", DATE, kind="day", sort=True),
        Column("customer", CUSTOMER, kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("mode", Text("Mode", "Mode"), kind="choice", options=MODES),
        Column("reference", Text("Référence", "Reference")),
        Column("amount", Text("Montant", "Amount"), kind="money", sort=True, total=True),
        Column("unapplied", Text("Non imputé", "Unapplied"), kind="money", sort=True, total=True),
        Column("reversed", Text("Renversé", "Reversed"), kind="flag"),
    ],
    filters=[
        Filter("customer", CUSTOMER, kind="text", where="r.customer = %(value)s"),
        Filter("mode", Text("Mode", "Mode"), options=MODES),
        *between("date", DATE, kind="day"),
        *between("amount", Text("Montant", "Amount")),
        Filter("has_credit", Text("Avec un reste à imputer", "With credit left"), kind="flag"),
        Filter("reversed", Text("Renversés", "Reversed"), kind="flag"),
    ],
    views=[
        View("all", Text("Tous", "All")),
        View("credit", Text("À imputer", "To apply"), {"has_credit": "true"}, "date"),
        View("cheques", Text("Chèques", "Cheques"), {"mode": "cheque"}),
        View("reversed", Text("Renversés", "Reversed"), {"reversed": "true"}),
    ],
    search="search_key",
    default_sort="-date",
)
