"""The list of customers: who he is, what he has, what he owes, and since when."""

from __future__ import annotations

from typing import Any

from gigafibre.crm import words
from gigafibre.crm.addresses import canonical
from gigafibre.kernel import clock
from gigafibre.kernel.listing import Column, Filter, Listing, Verb, View, between
from gigafibre.kernel.search import FORMER_ID
from gigafibre.kernel.text import Text, current_language
from gigafibre.reports.reading import script

NAME = Text("Client", "Customer")
BALANCE, OVERDUE = Text("Solde", "Balance"), Text("En retard", "Overdue")
MONTHLY, DAYS = Text("Par mois", "Per month"), Text("Jours", "Days")
SINCE, CITY = Text("Client depuis", "Customer since"), Text("Municipalité", "City")
STATUS, SEGMENT = Text("État", "Status"), Text("Segment", "Segment")
METHODS = {"pad": Text("PPA", "PAD"), "card": Text("Carte", "Card")}


def _today() -> dict[str, Any]:
    return {"today": clock.today(), "language": current_language()}


# Cities are few: each is folded once, not at every row.
_IN_A_CITY = """r.city = ANY(ARRAY(SELECT x.city FROM (SELECT DISTINCT city FROM crm_customer) x
                   WHERE fold(x.city) LIKE fold(%(value)s) || '%%'))"""

CUSTOMERS = Listing(
    name="customers",
    label=Text("Clients", "Customers"),
    permission="crm.read",
    takes={
        "billing.read": ("balance", "overdue", "overdue_days"),
        "payments.read": ("payment_method", "last_payment", "last_amount", "autopay", "invalid_method"),
        "collections.read": ("arrangement", "arrangement_due"),
        "subscriptions.read": ("services", "monthly", "live"),
    },
    source=script("customers"),
    details=script("customers_shown"),
    values=_today,
    columns=[
        Column("name", NAME, sort="sort_key"),
        Column("number", Text("Numéro", "Number"), kind="id", sort="number_key"),
        Column("city", CITY, sort=True),
        Column("status", STATUS, kind="choice", options=words.STATUS),
        Column("services", Text("Services", "Services"), kind="words", nullable=True),
        Column("monthly", MONTHLY, kind="money", sort=True),
        Column("balance", BALANCE, kind="money", sort=True, total=True, off=True),
        Column("overdue", OVERDUE, kind="money", sort=True, total=True),
        Column("overdue_days", DAYS, kind="number", sort=True, nullable=True),
        Column("payment_method", Text("Mode", "Method"), kind="choice", nullable=True, options=METHODS),
        Column("last_payment", Text("Dernier paiement", "Last payment"), kind="day", sort=True, nullable=True),
        Column("last_amount", Text("Montant", "Amount"), kind="money", nullable=True, off=True),
        Column("arrangement", Text("Accord", "Arrangement"), kind="flag", off=True),
        Column("arrangement_due", Text("Accord, d’ici le", "Arrangement, by"), kind="day", nullable=True, off=True),
        Column("since", SINCE, kind="day", sort=True, nullable=True, off=True),
        Column("ended_on", Text("Fin le", "Ended on"), kind="day", sort=True, nullable=True, off=True),
        Column("segment", SEGMENT, kind="choice", options=words.SEGMENT, off=True),
        Column("kind", Text("Genre", "Kind"), kind="choice", options=words.KIND, off=True),
        Column("language", Text("Langue", "Language"), kind="choice", options=words.LANGUAGE, off=True),
        Column("vip", Text("VIP", "VIP"), kind="flag", off=True),
        Column("bad_payer", Text("Mauvais payeur", "Bad payer"), kind="flag", off=True),
        Column("legacy_id", Text("Ancien identifiant", "Former id"), kind="number", nullable=True, off=True),
    ],
    filters=[
        Filter("status", STATUS, options=words.STATUS),
        Filter("segment", SEGMENT, options=words.SEGMENT),
        Filter("kind", Text("Genre", "Kind"), options=words.KIND),
        Filter("language", Text("Langue", "Language"), options=words.LANGUAGE),
        Filter("city", CITY, kind="text", where=_IN_A_CITY),
        Filter("overdue", Text("En retard", "Overdue"), kind="flag", where="(r.overdue > 0) = %(value)s"),
        *between("overdue", Text("Montant en retard", "Overdue amount")),
        *between("overdue_days", Text("Jours de retard", "Days overdue"), kind="number"),
        *between("balance", BALANCE),
        *between("monthly", MONTHLY),
        Filter("arrangement", Text("Accord en cours", "Open arrangement"), kind="flag"),
        Filter("autopay", Text("Paiement automatique", "Automatic payment"), kind="flag"),
        Filter("invalid_method", Text("Mode de paiement invalide", "Invalid payment method"), kind="flag"),
        Filter("live", Text("Abonnements actifs", "Live subscriptions"), kind="flag", where="(r.live > 0) = %(value)s"),
        *between("since", SINCE, kind="day"),
        *between("ended_on", Text("Fin", "End"), kind="day"),
        Filter("legacy_id", FORMER_ID, kind="number"),
        Filter("vip", Text("VIP", "VIP"), kind="flag"),
        Filter("bad_payer", Text("Mauvais payeur", "Bad payer"), kind="flag"),
    ],
    views=[
        View("active", Text("Actifs", "Active"), {"status": "active"}),
        View("suspended", Text("Suspendus", "Suspended"), {"status": "suspended"}),
        View("overdue", Text("En retard", "Overdue"), {"overdue": "true"}, "-overdue"),
        View("arrangement", Text("Accord en cours", "Open arrangement"), {"arrangement": "true"}),
        View("terminated", Text("Résiliés", "Terminated"), {"status": "terminated"}),
        View("prospect", Text("Prospects", "Prospects"), {"status": "prospect"}),
        View("all", Text("Tous", "All")),
    ],
    search="search_text",
    reading=canonical,
    default_sort="name",
    counted=100_000,
    verbs=[
        Verb("messaging.write_to_customer", "customer"),
        Verb("kernel.add_note", "subject", prefix="customer:"),
        Verb("collections.record_suspension", "customer"),
        Verb("collections.end_suspension", "customer"),
        Verb("crm.set_customer_status", "customer"),
        Verb("crm.give_consent", "customer"),
        Verb("billing.bill_customer", "customer"),
    ],
)
