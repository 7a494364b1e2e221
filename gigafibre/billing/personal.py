"""What is held of bills: amounts, numbers and what was sold stay six years, whose they were does not."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

LAW = Text(
    "Factures, six ans (Loi sur la taxe de vente, art. 350.51; LAF, art. 35.1) : montants et numéros seulement.",
    "Invoices, six years (QST Act, s. 350.51; TAA, s. 35.1): amounts and numbers only.",
)
PROOF = Text("Preuve d’exemption exigée avec la facture.", "Proof of exemption required with the invoice.")
INVOICE, LINE = "invoice_id>billing_invoice", "line_id>billing_invoiceline"
SUBSCRIPTION = "subscription_id>subscriptions_subscription"

holds("billing_invoice", Text("Factures", "Invoices"), kept=("number", "language"), because=LAW)
holds(
    "billing_invoiceline",
    Text("Lignes de facture", "Invoice lines"),
    by=INVOICE,
    because=LAW,
    kept=("sku", "description", "revenue_account"),
)
holds("billing_invoicetax", Text("Taxes", "Taxes"), by=INVOICE, because=LAW)
holds("billing_invoicedocument", Text("Factures en PDF", "Invoices as PDF"), by=INVOICE, goes=True)
holds(
    "billing_baddebt",
    Text("Créances radiées", "Bad debts"),
    by=INVOICE,
    kept=("number",),
    because=LAW,
    instead={"reason": "—"},
)
holds(
    "billing_baddebttax",
    Text("Taxes de créances radiées", "Taxes of bad debts"),
    by="bad_debt_id>billing_baddebt",
    because=LAW,
)
holds("billing_chargedperiod", Text("Périodes facturées", "Charged periods"), by=SUBSCRIPTION, because=LAW)
holds(
    "billing_pendingcharge",
    Text("Frais", "Charges"),
    because=LAW,
    kept=("revenue_account", "source", "created_by"),
    instead={"description_fr": "—", "description_en": "—"},
)
holds("billing_promotedperiod", Text("Rabais facturés", "Discounts billed"), by=LINE, because=LAW)
holds("billing_leviedmonth", Text("Taxe 9-1-1", "9-1-1 tax"), by=SUBSCRIPTION, because=LAW)
holds("billing_taxexemption", Text("Exemptions de taxe", "Tax exemptions"), kept=("certificate", "band"), because=PROOF)
holds(
    "billing_exemptedtax",
    Text("Taxes exemptées", "Exempted taxes"),
    by="exemption_id>billing_taxexemption",
    because=PROOF,
)
holds("billing_linerelief", Text("Lignes exemptées", "Relieved lines"), by=LINE, because=PROOF)
holds("billing_interestdays", Text("Jours d’intérêt", "Days of interest"), by="item_id>ledger_openitem", because=LAW)
holds(
    "billing_interestgivenback",
    Text("Intérêts rendus", "Interest given back"),
    by="item_id>ledger_openitem",
    because=LAW,
)
holds(
    "billing_interestpause",
    Text("Pauses d’intérêt", "Pauses of interest"),
    kept=("created_by",),
    because=LAW,
    instead={"reason": "—"},
)
holds("billing_pricechangeline", Text("Changements de prix", "Price changes"), because=LAW, kept=("cause",))
holds("billing_pricenotice", Text("Avis de prix", "Price notices"), because=LAW, kept=("language", "how", "sent_by"))
holds("billing_runitem", Text("Facturations", "Billing runs"), because=LAW)
holds(
    "billing_runsubscription",
    Text("Services d’une facturation", "Services of a run"),
    by=SUBSCRIPTION,
    because=LAW,
    kept=("cause",),
)
holds("billing_printeddocument", Text("Impressions", "Printed documents"), by=INVOICE, because=LAW)
apart(
    Text(
        "Des taux, des périodes et des fichiers d’impression qui s’effacent d’eux-mêmes.",
        "Rates, runs, and print files that are dropped by themselves.",
    ),
    *("billing_billingrun", "billing_tax", "billing_taxrate", "billing_taxcategory", "billing_categorytax"),
    *("billing_letterhead", "billing_interestrate", "billing_pricechange", "billing_printfile"),
)
