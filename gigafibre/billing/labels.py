"""What people call the tables of billing."""

from __future__ import annotations

from decimal import Decimal
from typing import Any

from gigafibre.billing.listings import KINDS
from gigafibre.billing.queries.customers import tax_name
from gigafibre.kernel.describe import Column, describe, describe_deeds
from gigafibre.kernel.money import plain
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

STATES = {
    "draft": Text("Brouillon", "Draft"),
    "issued": Text("Émise", "Issued"),
    "confirmed": Text("Confirmée", "Confirmed"),
    "issuing": Text("En cours", "Issuing"),
    "done": Text("Terminée", "Done"),
    "signed": Text("Signée", "Signed"),
}
LINE_KINDS = {
    "recurring": Text("Récurrent", "Recurring"),
    "one_time": Text("Ponctuel", "One-time"),
    "credit": Text("Crédit", "Credit"),
    "adjustment": Text("Ajustement", "Adjustment"),
    "promotion": Text("Promotion", "Promotion"),
    "levy": Text("Taxe municipale", "Municipal tax"),
}

EXEMPTION_KINDS = {
    "status_indian": Text("Indien inscrit, sur réserve", "Status Indian, on reserve"),
    "band": Text("Bande ou entité d’une bande", "Band or band-empowered entity"),
    "other_gov": Text("Autre gouvernement", "Other government"),
    "diplomat": Text("Diplomate", "Diplomat"),
    "reseller": Text("Revendeur (taxe 9-1-1)", "Reseller (9-1-1 tax)"),
    "other": Text("Autre certificat", "Other certificate"),
}
TREATMENTS = {
    "zero_rated": Text("Détaxé", "Zero-rated"),
    "exempt": Text("Exonéré", "Exempt"),
    "relieved": Text("Non perçue sur preuve", "Relieved on proof"),
}
PRICE_STATES = {
    "planned": Text("Planifié", "Planned"),
    "effective": Text("En vigueur", "In effect"),
    "withdrawn": Text("Retiré", "Withdrawn"),
}
PRINT_STATES = {
    "making": Text("En préparation", "Being made"),
    "ready": Text("Prêt", "Ready"),
    "expired": Text("Expiré", "Expired"),
}
NOTICE_HOW = {
    "mail": Text("Poste", "Mail"),
    "email": Text("Courriel", "Email"),
    "hand": Text("Main propre", "By hand"),
}


def _one_of(words: dict[str, Text]) -> Any:
    return lambda value, language: words[value].in_(language) if value in words else str(value or "—")


def _tax(value: Any, language: str) -> str:
    return tax_name(int(value)).in_(language) if value else "—"


_TAX = Column(Text("Taxe", "Tax"), _tax)
_DATE = Text("Date", "Date")
_AMOUNT = Column(Text("Montant", "Amount"), dollars)
_STATE = Column(Text("État", "State"), _one_of(STATES))
_FR, _EN = Text("Nom français", "French name"), Text("Nom anglais", "English name")

describe(
    "billing_baddebt",
    Text("Créance radiée ou recouvrée", "Debt written off or recovered"),
    number="number",
    kind=Column(
        Text("Genre", "Kind"),
        _one_of({"write_off": Text("Radiation", "Write-off"), "recovery": Text("Recouvrement", "Recovery")}),
    ),
    date=_DATE,
    amount=Column(Text("Montant", "Amount"), dollars),
    reason=Text("Motif", "Reason"),
)
describe(
    "billing_baddebttax",
    Text("Taxe de la créance", "Tax of the debt"),
    tax_id=_TAX,
    amount=Column(Text("Montant", "Amount"), dollars),
)
describe(
    "billing_invoice",
    Text("Facture", "Invoice"),
    number="number",
    draft="DRAFT-",
    reads="billing.read",
    kind=Column(Text("Genre", "Kind"), _one_of(KINDS)),
    state=_STATE,
    date=_DATE,
    due_date=Text("Échéance", "Due date"),
    subtotal=Column(Text("Avant taxes", "Before taxes"), dollars),
    tax_total=Column(Text("Taxes", "Taxes"), dollars),
    total=Column(Text("Total", "Total"), dollars),
    bill_name=Text("Au nom de", "In the name of"),
    po_number=Text("Bon de commande", "Purchase order"),
    notes=Text("Motif", "Reason"),
    message=Text("Message", "Message"),
)
describe(
    "billing_invoiceline",
    Text("Ligne de facture", "Invoice line"),
    description=Text("Description", "Description"),
    quantity=Text("Quantité", "Quantity"),
    amount=_AMOUNT,
    period_start=Text("Du", "From"),
    period_end=Text("Au (exclu)", "To (without that day)"),
)
describe(
    "billing_invoicetax",
    Text("Taxe de facture", "Invoice tax"),
    base=Column(Text("Sur", "On"), dollars),
    rate=Text("Taux", "Rate"),
    amount=_AMOUNT,
)
describe(
    "billing_chargedperiod",
    Text("Jours facturés", "Days charged"),
    period=Text("Jours", "Days"),
    amount=_AMOUNT,
)
describe(
    "billing_pendingcharge",
    Text("Frais en attente", "Waiting charge"),
    kind=Column(Text("Genre", "Kind"), _one_of(LINE_KINDS)),
    description_fr=Text("Description", "Description"),
    quantity=Text("Quantité", "Quantity"),
    amount=_AMOUNT,
    period=Text("Jours", "Days"),
    reason=Text("Motif", "Reason"),
    not_before=Text("Pas avant le", "Not before"),
    withdrawn_at=Text("Retiré le", "Withdrawn at"),
    withdrawn_by=Text("Retiré par", "Withdrawn by"),
    created_by=Text("Ajouté par", "Added by"),
)
describe(
    "billing_interestrate",
    Text("Taux d’intérêt de retard", "Rate of late interest"),
    since=Text("À partir du", "From"),
    percent=Text("% par an", "% a year"),
    reason=Text("Motif", "Reason"),
    created_by=Text("Fixé par", "Set by"),
)
describe(
    "billing_interestdays",
    Text("Jours d’intérêt de retard", "Days of late interest"),
    period=Text("Jours", "Days"),
    principal=Column(Text("Solde en retard", "Overdue balance"), dollars),
    percent=Text("% par an", "% a year"),
)
describe(
    "billing_interestgivenback",
    Text("Intérêt de retard rendu", "Late interest given back"),
    exact=Text("Solde × % × jours", "Balance × % × days"),
)
describe(
    "billing_interestpause",
    Text("Pause d’intérêt de retard", "Pause of late interest"),
    days=Text("Jours", "Days"),
    reason=Text("Motif", "Reason"),
    ended_because=Text("Terminée parce que", "Ended because"),
    created_by=Text("Ajouté par", "Added by"),
)
describe(
    "billing_printfile",
    Text("Fichier d’impression", "Print file"),
    number="number",
    state=Column(Text("État", "State"), _one_of(PRINT_STATES)),
    duplex=Text("Recto verso", "Both sides"),
    again=Text("Réimpression", "Reprint"),
    documents=Text("Documents", "Documents"),
    done=Text("Faits", "Done"),
    pages=Text("Pages", "Pages"),
    left_out=Text("Laissés de côté", "Left out"),
    expires_on=Text("Gardé jusqu’au", "Kept until"),
)
describe(
    "billing_printeddocument",
    Text("Document à imprimer", "Document to print"),
    position=Text("Rang", "Place"),
    again=Text("Réimpression", "Reprint"),
)
describe(
    "billing_taxexemption",
    Text("Exemption de taxes", "Tax exemption"),
    kind=Column(Text("Genre", "Kind"), _one_of(EXEMPTION_KINDS)),
    treatment=Column(Text("Code au rapport de taxes", "Code in the tax report"), _one_of(TREATMENTS)),
    certificate=Text("Certificat", "Certificate"),
    band=Text("Bande", "Band"),
    days=Text("Jours", "Days"),
    ended_because=Text("Terminée parce que", "Ended because"),
)
describe("billing_exemptedtax", Text("Taxe exemptée", "Tax spared"), tax_id=_TAX)
describe("billing_linerelief", Text("Taxe non perçue d’une ligne", "Tax not collected on a line"), tax_id=_TAX)
describe(
    "billing_promotedperiod",
    Text("Jours en promotion", "Days discounted"),
    period=Text("Jours", "Days"),
    amount=_AMOUNT,
)
describe(
    "billing_leviedmonth", Text("Mois de taxe 9-1-1", "Month of 9-1-1 tax"), month=Text("Mois", "Month"), amount=_AMOUNT
)
describe(
    "billing_billingrun",
    Text("Facturation", "Billing run"),
    number="date",
    state=_STATE,
    date=_DATE,
    confirmed_by=Text("Confirmée par", "Confirmed by"),
    signed_by=Text("Signée par", "Signed by"),
)
describe(
    "billing_runitem",
    Text("Client de la facturation", "Customer of the run"),
    expected=Column(Text("Attendu avant taxes", "Expected before taxes"), dollars),
)
describe("billing_runsubscription", Text("Ligne de la feuille de preuve", "Row of the proof sheet"), amount=_AMOUNT)
describe("billing_tax", Text("Taxe", "Tax"), number="code", name_fr=_FR, name_en=_EN)
describe("billing_taxcategory", Text("Catégorie de taxes", "Tax category"), number="code", name_fr=_FR, name_en=_EN)
describe(
    "billing_pricechange",
    Text("Changement de prix", "Price change"),
    number="number",
    state=Column(Text("État", "State"), _one_of(PRICE_STATES)),
    effective_on=Text("En vigueur le", "Effective on"),
    new_price=Column(Text("Nouveau prix", "New price"), dollars),
    percent=Text("Hausse en %", "Increase in %"),
    withdrawn_by=Text("Retiré par", "Withdrawn by"),
    withdrawn_because=Text("Motif du retrait", "Why withdrawn"),
)
describe(
    "billing_pricechangeline",
    Text("Abonnement d’un changement de prix", "Subscription of a price change"),
    old_price=Column(Text("Prix d’avant", "Price before"), dollars),
    new_price=Column(Text("Nouveau prix", "New price"), dollars),
    on=Text("À partir du", "From"),
)
describe(
    "billing_pricenotice",
    Text("Avis de changement de prix", "Notice of a price change"),
    bill_name=Text("Au nom de", "In the name of"),
    dated=Text("Daté du", "Dated"),
    sent_on=Text("Envoyé le", "Sent on"),
    how=Column(Text("Par", "By"), _one_of(NOTICE_HOW)),
)


def _percent(value: Any, language: str) -> str:
    return f"{plain(Decimal(str(value)) * 100)} %" if value is not None else "—"


describe(
    "billing_taxrate",
    Text("Taux de taxe", "Tax rate"),
    tax_id=_TAX,
    days=Text("Jours", "Days"),
    rate=Column(Text("Taux", "Rate"), _percent),
)


describe_deeds(
    {
        "billing.make_document": Text("Faire le document d’une facture", "Make the document of an invoice"),
    }
)
