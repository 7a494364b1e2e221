"""Lists read from the books: trial balance, general ledger, revenue by group and month; each equals the ledger."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel import clock
from gigafibre.kernel.listing import YEARS, Column, Filter, Listing, View, between
from gigafibre.kernel.text import Text, current_language
from gigafibre.ledger.labels import ACCOUNT_KINDS, KINDS
from gigafibre.ledger.queries import account_of
from gigafibre.reports.reading import script

ACCOUNT = Text("Compte", "Account")
FROM, TO = Text("Du", "From"), Text("Au", "To")
DEBIT, CREDIT = Text("Débit", "Debit"), Text("Crédit", "Credit")
_MONTHS = (
    Text("Janv.", "Jan."),
    Text("Févr.", "Feb."),
    Text("Mars", "Mar."),
    Text("Avril", "Apr."),
    Text("Mai", "May"),
    Text("Juin", "June"),
    Text("Juill.", "July"),
    Text("Août", "Aug."),
    Text("Sept.", "Sept."),
    Text("Oct.", "Oct."),
    Text("Nov.", "Nov."),
    Text("Déc.", "Dec."),
)


def days() -> list[Filter]:
    """Return the two filters of a report's days, first and last included (this month when not said)."""
    return [Filter("from", FROM, kind="day", gives="first"), Filter("to", TO, kind="day", gives="last")]


def this_month() -> dict[str, Any]:
    """Return the days a report shows when nobody says: this month to date; and the reader's language."""
    today = clock.today()
    return {"first": today.replace(day=1), "last": today, "english": current_language().startswith("en")}


def money(name: str, label: Text, **more: Any) -> Column:
    """Return an amount's column, added up."""
    return Column(name, label, kind="money", total=True, **more)


KIND = Text("Genre", "Kind")
TRIAL_BALANCE = Listing(
    name="trial_balance",
    label=Text("Balance de vérification", "Trial balance"),
    permission="ledger.read",
    source=script("trial_balance"),
    values=this_month,
    columns=[
        Column("account", ACCOUNT, kind="id", sort=True),
        Column("name", Text("Nom", "Name"), sort="name_key"),
        Column("kind", KIND, kind="choice", options=ACCOUNT_KINDS),
        money("opening", Text("Ouverture", "Opening"), sort=True),
        money("debit", DEBIT, sort=True),
        money("credit", CREDIT, sort=True),
        money("closing", Text("Fermeture", "Closing"), sort=True),
    ],
    filters=[*days(), Filter("kind", KIND, options=ACCOUNT_KINDS), *between("closing", Text("Fermeture", "Closing"))],
    views=[
        View("all", Text("Tous", "All")),
        *(View(kind, words, {"kind": kind}) for kind, words in ACCOUNT_KINDS.items()),
    ],
    search="search_key",
    default_sort="account",
)


def _one_account() -> dict[str, Any]:
    return this_month() | {"account": account_of("receivable")}


GENERAL_LEDGER = Listing(
    name="general_ledger",
    label=Text("Grand livre", "General ledger"),
    permission="ledger.read",
    source=script("general_ledger"),
    values=_one_account,
    columns=[
        Column("date", Text("Date", "Date"), kind="day", sort=True),
        Column("kind", Text("Genre", "Kind"), kind="choice", options=KINDS),
        Column("document", Text("Document", "Document"), kind="id"),
        Column("description", Text("Description", "Description")),
        Column("customer", Text("Client", "Customer"), kind="id", nullable=True),
        Column("customer_name", Text("Nom", "Name"), nullable=True),
        money("debit", DEBIT, sort=True),
        money("credit", CREDIT, sort=True),
        Column("balance", Text("Solde", "Balance"), kind="money"),
    ],
    filters=[
        Filter("account", ACCOUNT, kind="text", gives="account"),
        *days(),
        Filter("kind", Text("Genre", "Kind"), options=KINDS),
        *between("debit", DEBIT),
        *between("credit", CREDIT),
    ],
    search="search_key",
    default_sort="date",
)


def _this_year() -> dict[str, Any]:
    return {"year": clock.today().year, "english": current_language().startswith("en")}


REVENUE = Listing(
    name="revenue",
    label=Text("Revenus par groupe et par mois", "Revenue by group and month"),
    permission="ledger.read",
    source=script("revenue"),
    worded=True,
    values=_this_year,
    columns=[
        Column("account", ACCOUNT, kind="id", sort="position"),
        Column("account_name", Text("Nom du compte", "Account name"), off=True),
        Column("name", Text("Groupe", "Group")),
        *(money(f"month_{at:02}", label) for at, label in enumerate(_MONTHS, start=1)),
        money("total", Text("Total", "Total"), sort=True),
    ],
    filters=[Filter("year", Text("Année", "Year"), kind="number", gives="year", within=YEARS)],
    default_sort="account",
)


def _at_the_end_of_today() -> dict[str, Any]:
    return {"on": clock.today()}


DEFERRED = Listing(
    name="deferred",
    label=Text("Revenus reportés", "Deferred revenue"),
    permission="ledger.read",
    source=script("deferred"),
    values=_at_the_end_of_today,
    columns=[
        Column("document", Text("Facture", "Invoice"), kind="id", sort="document"),
        Column("deferred_on", Text("Émise le", "Issued on"), kind="day", sort=True),
        Column("customer", Text("Client", "Customer"), kind="id"),
        Column("customer_name", Text("Nom", "Name"), sort="customer_key"),
        Column("account", ACCOUNT, kind="id"),
        Column("until", Text("Dernier mois", "Last month"), kind="day", sort=True),
        money("charged", Text("Reporté", "Deferred"), sort=True),
        money("credited", Text("Crédité", "Credited")),
        money("recognised", Text("Constaté", "Recognised")),
        money("waiting", Text("À constater", "To recognise"), sort=True),
    ],
    filters=[
        Filter("on", Text("À la fin du", "At the end of"), kind="day", gives="on"),
        *between("waiting", Text("À constater", "To recognise")),
    ],
    search="search_key",
    default_sort="-deferred_on",
)
