"""The GST/HST and QST return of a period, line by line as on the form, and the documents behind each figure.

Taxes come from the ledger's tax accounts, by what moved them: invoices are collected tax (103, 203), credit notes (ETA
s. 232) and bad debts written off (ETA s. 231, QST s. 444) are deducted (107, 207), bad debts recovered are added (104,
204), input tax is what was debited to the accounts of tax paid (106, 206). HST goes with GST. What else moved those
accounts, such as a remittance, is outside the return and shown apart, so that all of it equals the ledger.
"""

from __future__ import annotations

from gigafibre.kernel.listing import Column, Filter, Listing
from gigafibre.kernel.text import Text
from gigafibre.ledger.labels import KINDS
from gigafibre.reports.books import days, money, this_month
from gigafibre.reports.reading import script

LINE = Text("Ligne", "Line")
_LINES = {code: Text(code, code) for code in ("101", "103", "104", "106", "107", "203", "204", "206", "207")} | {
    "untaxed": Text("Sans TPS", "Without GST"),
    "100": Text("Hors déclaration, TPS/TVH", "Outside the return, GST/HST"),
    "200": Text("Hors déclaration, TVQ", "Outside the return, QST"),
}

TAX_RETURN = Listing(
    name="tax_return",
    label=Text("Déclaration de TPS/TVH et de TVQ", "GST/HST and QST return"),
    permission="ledger.read",
    source=script("tax_movements") + script("tax_return"),
    values=this_month,
    columns=[
        Column("position", Text("Ordre", "Order"), kind="number", sort=True, off=True),
        Column("line", LINE),
        Column("name", Text("Poste", "Item")),
        Column("amount", Text("Montant", "Amount"), kind="money"),
        Column("documents", Text("Documents", "Documents"), kind="number"),
        Column("code", Text("Code", "Code"), off=True),
        Column("part", Text("Partie", "Part"), off=True),
    ],
    filters=days(),
    default_sort="position",
)

TAX_DOCUMENTS = Listing(
    name="tax_documents",
    label=Text("Documents de la déclaration", "Documents of the return"),
    permission="ledger.read",
    source=script("tax_movements") + script("tax_documents"),
    worded=True,
    values=this_month,
    columns=[
        Column("date", Text("Date", "Date"), kind="day", sort=True),
        Column("line", LINE, kind="choice", options=_LINES),
        Column("kind", Text("Genre", "Kind"), kind="choice", options=KINDS),
        Column("document", Text("Document", "Document"), kind="id"),
        money("amount", Text("Montant", "Amount"), sort=True),
    ],
    filters=[*days(), Filter("line", LINE, options=_LINES), Filter("kind", Text("Genre", "Kind"), options=KINDS)],
    search="search_key",
    default_sort="date",
)
