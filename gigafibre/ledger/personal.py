"""What the ledger holds of a person: amounts under his key, which the tax laws oblige to keep six years."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

LAW = Text(
    "Registres comptables, six ans (Loi sur l’administration fiscale, art. 35.1).",
    "Books of account, six years (Tax Administration Act, s. 35.1).",
)

holds("ledger_journalline", Text("Écritures", "Journal lines"), because=LAW)
holds("ledger_openitem", Text("Postes ouverts", "Open items"), kept=("number",), because=LAW)
holds("ledger_allocation", Text("Affectations", "Allocations"), by="credit_id>ledger_openitem", because=LAW)
holds("ledger_deferredpart", Text("Revenus reportés", "Deferred revenue"), kept=("document",), because=LAW)
# An entry of his alone; one that names several customers has no words about any.
holds(
    "ledger_journalentry",
    Text("Pièces comptables", "Journal entries"),
    kept=("document",),
    because=LAW,
    by=(
        "(t.id IN (SELECT l.entry_id FROM ledger_journalline l WHERE l.customer_id = %(customer)s) AND NOT EXISTS ("
        "SELECT 1 FROM ledger_journalline o WHERE o.entry_id = t.id AND o.customer_id <> %(customer)s))"
    ),
)
apart(
    Text("La comptabilité de l’entreprise.", "The company’s books."),
    "ledger_account",
    "ledger_closedmonth",
    "ledger_monthclosing",
)
