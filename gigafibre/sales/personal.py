"""What is held of quotations and contracts: figures and numbers stay, who they were for goes, with the papers."""

from __future__ import annotations

from gigafibre.kernel.held import apart, holds
from gigafibre.kernel.text import Text

WHY = Text(
    "Le terme est passé : les montants restent, sans la personne.",
    "The term is over: the amounts stay, without the person.",
)
CONTRACT = "contract_id>sales_contract"
LINE = ("sku", "description", "off_words")

holds(
    "sales_quotation",
    Text("Soumissions", "Quotations"),
    because=WHY,
    kept=("number", "language", "tax_category", "prepared_by"),
)
holds(
    "sales_quotationline",
    Text("Lignes de soumission", "Quotation lines"),
    by="quotation_id>sales_quotation",
    because=WHY,
    kept=LINE,
)
holds("sales_contract", Text("Contrats", "Contracts"), because=WHY, kept=("number", "tax_category", "prepared_by"))
holds(
    "sales_contractline",
    Text("Lignes de contrat", "Contract lines"),
    by=CONTRACT,
    because=WHY,
    kept=(*LINE, "description_en", "off_words_en"),
)
holds("sales_contractclause", Text("Clauses", "Clauses"), by=CONTRACT, because=WHY)
holds("sales_contractreading", Text("Lectures du contrat", "Readings of the contract"), by=CONTRACT, goes=True)
holds("sales_contractsignature", Text("Signatures de contrat", "Contract signatures"), by=CONTRACT, goes=True)
holds("sales_sealedcontract", Text("Contrats scellés", "Sealed contracts"), by=CONTRACT, goes=True)
holds("sales_provideraudit", Text("Journal de signature", "Signing logs"), by=CONTRACT, goes=True)
holds("sales_referralcode", Text("Code de parrainage", "Referral code"), goes=True)
holds(
    "sales_referral",
    Text("Parrainages", "Referrals"),
    because=WHY,
    by="(t.referrer_id = %(customer)s OR t.referee_id = %(customer)s)",
)
# What the provider of signatures sent names a contract by its number or by the provider's own.
holds(
    "sales_webhookreceived",
    Text("Avis bruts de signature", "Raw signing notices"),
    goes=True,
    by=(
        "(EXISTS (SELECT 1 FROM sales_contract c WHERE c.customer_id = %(customer)s AND "
        "(position('\"' || c.number || '\"' IN t.body::text) > 0 "
        "OR c.outside_id <> '' AND position(c.outside_id IN t.body::text) > 0)))"
    ),
)
apart(
    Text(
        "Nos modèles, textes et clés, et un frein par adresse d’une heure.",
        "Our templates, texts and keys, and a brake by address of an hour.",
    ),
    *("sales_quotationtemplate", "sales_templateline", "sales_legaltext", "sales_sealkey", "sales_linkbrake"),
)
