"""Taxes by date, invoices and credit notes, what is charged, and the billing run. Issued rows never change."""

from gigafibre.billing.models.bad_debts import BadDebt, BadDebtTax
from gigafibre.billing.models.charges import ChargedPeriod, LeviedMonth, PendingCharge, PromotedPeriod
from gigafibre.billing.models.documents import Invoice, InvoiceDocument, InvoiceLine, InvoiceTax, Letterhead
from gigafibre.billing.models.exemptions import ExemptedTax, LineRelief, TaxExemption, Treatment
from gigafibre.billing.models.interest import InterestDays, InterestGivenBack, InterestPause, InterestRate
from gigafibre.billing.models.prices import PriceChange, PriceChangeLine, PriceNotice
from gigafibre.billing.models.printing import PrintedDocument, PrintFile
from gigafibre.billing.models.runs import BillingRun, RunItem, RunSubscription
from gigafibre.billing.models.taxes import CategoryTax, Tax, TaxCategory, TaxRate

__all__ = [
    "BadDebt",
    "BadDebtTax",
    "BillingRun",
    "CategoryTax",
    "ChargedPeriod",
    "ExemptedTax",
    "InterestDays",
    "InterestGivenBack",
    "InterestPause",
    "InterestRate",
    "Invoice",
    "InvoiceDocument",
    "InvoiceLine",
    "InvoiceTax",
    "Letterhead",
    "LeviedMonth",
    "LineRelief",
    "PendingCharge",
    "PriceChange",
    "PriceChangeLine",
    "PriceNotice",
    "PrintFile",
    "PrintedDocument",
    "PromotedPeriod",
    "RunItem",
    "RunSubscription",
    "Tax",
    "TaxCategory",
    "TaxExemption",
    "TaxRate",
    "Treatment",
]
