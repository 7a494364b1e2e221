"""What people call the tables of sales, and the words of their states."""

from __future__ import annotations

from typing import Any

from gigafibre.kernel.describe import Column, describe, describe_deeds
from gigafibre.kernel.preview_words import dollars
from gigafibre.kernel.text import Text

QUOTATION_STATUSES = {
    "draft": Text("Brouillon", "Draft"),
    "sent": Text("Envoyée", "Sent"),
    "accepted": Text("Acceptée", "Accepted"),
    "declined": Text("Refusée", "Declined"),
    "expired": Text("Expirée", "Expired"),
}
CONTRACT_STATUSES = {
    "draft": Text("Brouillon", "Draft"),
    "sent": Text("À signer", "To sign"),
    "signed": Text("Signé", "Signed"),
    "cancelled": Text("Annulé", "Cancelled"),
    "expired": Text("Expiré", "Expired"),
}
TRACKS = {
    "residential": Text("Lien de signature", "Signing link"),
    "commercial": Text("Fournisseur de signature", "E-signature provider"),
}
SOURCE_WORDS = {
    "manual": Text("Manuelle", "Manual"),
    "online": Text("En ligne", "Online"),
    "quotation": Text("Soumission", "Quotation"),
    "contract": Text("Contrat", "Contract"),
    "referral": Text("Parrainage", "Referral"),
}
HOW = {
    "typed": Text("Nom écrit", "Name typed"),
    "drawn": Text("Signature tracée", "Signature drawn"),
    "provider": Text("Fournisseur de signature", "E-signature provider"),
}
CYCLES = {"once": Text("Une fois", "Once"), "monthly": Text("Chaque mois", "Monthly")}


def _said(words: dict[str, Text]) -> Any:
    return lambda value, language: words[value].in_(language) if value in words else str(value or "—")


_MONEY: dict[str, Any] = {
    "monthly_total": Column(Text("Par mois, taxes comprises", "Monthly, taxes included"), dollars),
    "once_total": Column(Text("Une fois, taxes comprises", "Once, taxes included"), dollars),
    "first_total": Column(Text("Première facture, taxes comprises", "First invoice, taxes included"), dollars),
}
_LINE: dict[str, Any] = {
    "description": Text("Libellé", "Words"),
    "cycle": Column(Text("Quand", "When"), _said(CYCLES)),
    "quantity": Text("Quantité", "Quantity"),
    "unit_price": Text("Prix", "Price"),
    "amount": Column(Text("Montant", "Amount"), dollars),
}
describe(
    "sales_quotation",
    Text("Soumission", "Quotation"),
    number="number",
    reads="sales.read",
    status=Column(Text("État", "Status"), _said(QUOTATION_STATUSES)),
    title=Text("Titre", "Title"),
    po_number=Text("Bon de commande du client", "Customer's purchase order"),
    valid_until=Text("Valide jusqu’au", "Valid until"),
    starts_on=Text("Début prévu", "Planned start"),
    terms=Text("Conditions", "Terms"),
    **_MONEY,
)
describe("sales_quotationline", Text("Ligne de soumission", "Quotation line"), **_LINE)
describe(
    "sales_quotationtemplate",
    Text("Modèle de soumission", "Quotation template"),
    name=Text("Nom", "Name"),
    terms=Text("Conditions", "Terms"),
    active=Text("Offert", "Offered"),
)
describe("sales_templateline", Text("Ligne de modèle", "Template line"), **_LINE)
describe(
    "sales_contract",
    Text("Contrat", "Contract"),
    number="number",
    reads="sales.read",
    status=Column(Text("État", "Status"), _said(CONTRACT_STATUSES)),
    commitment_months=Text("Mois d’engagement", "Commitment months"),
    inducement=Column(Text("Avantage donné", "Inducement given"), dollars),
    starts_on=Text("Début prévu", "Planned start"),
    appointment_on=Text("Rendez-vous", "Appointment"),
    signed_at=Text("Signé", "Signed"),
    end_reason=Text("Raison de l’annulation", "Reason of the cancellation"),
    **_MONEY,
)
describe("sales_contractline", Text("Ligne de contrat", "Contract line"), **_LINE)
describe("sales_contractclause", Text("Clause", "Clause"))
describe(
    "sales_contractsignature",
    Text("Signature", "Signature"),
    name=Text("Nom", "Name"),
    how=Column(Text("Comment", "How"), _said(HOW)),
    at=Text("Le", "At"),
    address=Text("Adresse IP", "IP address"),
    read_sha256=Text("Empreinte du document lu", "Fingerprint of the paper read"),
    signed_sha256=Text("Empreinte du document signé", "Fingerprint of the paper signed"),
)
describe("sales_contractreading", Text("Lecture du contrat", "Reading of the contract"))
describe(
    "sales_provideraudit",
    Text("Journal du fournisseur de signature", "Log of the e-signature provider"),
    sha256=Text("Empreinte", "Fingerprint"),
)
describe("sales_sealedcontract", Text("Contrat scellé", "Sealed contract"), sha256=Text("Empreinte", "Fingerprint"))
describe("sales_sealkey", Text("Clé de scellement", "Seal key"), fingerprint=Text("Empreinte", "Fingerprint"))
describe("sales_webhookreceived", Text("Avis d’un fournisseur de signature", "Message of an e-signature provider"))
describe(
    "sales_legaltext",
    Text("Texte légal", "Legal text"),
    code=Text("Code", "Code"),
    version=Text("Version", "Version"),
    title_fr=Text("Titre, français", "Title, French"),
    title_en=Text("Titre, anglais", "Title, English"),
    since=Text("Dès le", "From"),
    until=Text("Jusqu’au", "Until"),
)
describe("sales_referralcode", Text("Code de parrainage", "Referral code"), code=Text("Code", "Code"))
describe(
    "sales_referral",
    Text("Parrainage", "Referral"),
    amount=Column(Text("Crédit", "Credit"), dollars),
    credited_at=Text("Crédité", "Credited"),
)


describe_deeds(
    {
        "sales.fetch_signature": Text("Chercher un contrat signé", "Fetch a signed contract"),
        "sales.request_signature": Text("Demander une signature", "Request a signature"),
        "sales.withdraw_request": Text("Retirer une demande de signature", "Withdraw a signature request"),
        "sales.keep_audit": Text("Garder le dossier de signature du fournisseur", "Keep the provider’s signing file"),
        "sales.seal_contract": Text("Sceller un contrat signé", "Seal a signed contract"),
    }
)
