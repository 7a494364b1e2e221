"""Tables of sales: quotations, contracts, signatures and seals, referral codes."""

from gigafibre.sales.models.contracts import (
    Contract,
    ContractClause,
    ContractLine,
    ContractReading,
    ContractSignature,
    LegalText,
)
from gigafibre.sales.models.quotations import SOURCES, Quotation, QuotationLine, QuotationTemplate, TemplateLine
from gigafibre.sales.models.referrals import Referral, ReferralCode
from gigafibre.sales.models.signing import LinkBrake, ProviderAudit, SealedContract, SealKey, WebhookReceived

__all__ = [
    "SOURCES",
    "Contract",
    "ContractClause",
    "ContractLine",
    "ContractReading",
    "ContractSignature",
    "LegalText",
    "LinkBrake",
    "ProviderAudit",
    "Quotation",
    "QuotationLine",
    "QuotationTemplate",
    "Referral",
    "ReferralCode",
    "SealKey",
    "SealedContract",
    "TemplateLine",
    "WebhookReceived",
]
