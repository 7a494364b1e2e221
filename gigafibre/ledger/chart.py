"""The chart a new provider starts with: 48 accounts of a Québec internet provider, numbered the usual Canadian way.

An import merges the provider's own chart into it by number; programs find accounts by role, never by number.
"""

from __future__ import annotations

from typing import NamedTuple


class ChartAccount(NamedTuple):
    """One account: number, names, kind, role for programs (or none), code in the CRA's general index (GIFI)."""

    number: str
    name_fr: str
    name_en: str
    kind: str
    role: str | None
    gifi: str


_ASSETS = (
    ("1000", "Petite caisse", "Petty cash", "clearing.cash", "1001"),
    ("1050", "Paiements par carte à recevoir", "Card payments in transit", "clearing.card", "1480"),
    ("1055", "Prélèvements en transit", "Pre-authorized debits in transit", "clearing.pad", "1480"),
    ("1056", "Chèques à déposer", "Cheques to deposit", "clearing.cheque", "1480"),
    ("1057", "Virements à rapprocher", "Transfers to reconcile", "clearing.transfer", "1480"),
    ("1060", "Compte bancaire d’exploitation", "Operating bank account", "bank", "1001"),
    ("1065", "Compte d’épargne", "Savings account", None, "1002"),
    ("1200", "Comptes clients", "Accounts receivable", "receivable", "1060"),
    ("1205", "Provision pour créances douteuses", "Allowance for doubtful accounts", "allowance", "1061"),
    ("1300", "Frais payés d’avance", "Prepaid expenses", None, "1484"),
    ("1400", "Stock d’équipement client", "Customer equipment inventory", "inventory", "1120"),
    ("1500", "Réseau de fibre optique", "Fibre network", None, "1740"),
    ("1505", "Amortissement cumulé – réseau", "Accumulated amortization – network", None, "1741"),
)
_LIABILITIES = (
    ("2100", "Comptes fournisseurs", "Accounts payable", None, "2620"),
    ("2200", "Remboursements à payer", "Refunds payable", "refunds", "2620"),
    ("2250", "Dépôts de clients", "Customer deposits", "deposits", "2960"),
    ("2300", "Compte d’attente", "Suspense", "suspense", "2960"),
    ("2310", "TPS perçue", "GST collected", "gst", "2680"),
    ("2315", "TPS payée (CTI)", "GST paid (ITC)", "gst_paid", "1483"),
    ("2320", "TVQ perçue", "QST collected", "qst", "2680"),
    ("2325", "TVQ payée (RTI)", "QST paid (ITR)", "qst_paid", "1483"),
    ("2330", "TVH perçue", "HST collected", "hst", "2680"),
    ("2335", "Taxes de vente provinciales perçues", "Provincial sales taxes collected", "pst", "2680"),
    ("2340", "Taxe municipale 9-1-1 à remettre", "Municipal 9-1-1 tax payable", "tax_911", "2680"),
    ("2400", "Revenus reportés", "Deferred revenue", "deferred_revenue", "2770"),
)
_EQUITY = (
    ("3000", "Capital-actions", "Share capital", None, "3500"),
    ("3500", "Bénéfices non répartis", "Retained earnings", "retained_earnings", "3600"),
    ("3900", "Soldes d’ouverture", "Opening balances", "opening", "3600"),
)
_REVENUE = (
    ("4000", "Revenus de services", "Service revenue", "revenue", "8000"),
    ("4010", "Internet sans fil et autres accès", "Wireless and other access", None, "8000"),
    ("4020", "Internet par fibre", "Fibre internet", "revenue.internet", "8000"),
    ("4030", "Télévision", "Television", "revenue.tv", "8000"),
    ("4040", "Téléphonie", "Telephone", "revenue.telephone", "8000"),
    ("4050", "Location d’équipement", "Equipment rental", None, "8000"),
    ("4060", "Vente d’équipement", "Equipment sales", "revenue.equipment", "8000"),
    ("4070", "Installation et main-d’œuvre", "Installation and labour", "revenue.labour", "8000"),
    ("4080", "Services d’affaires et hébergement", "Business services and hosting", None, "8000"),
    ("4090", "Frais divers", "Sundry charges", "revenue.fees", "8230"),
    ("4100", "Intérêts sur comptes en retard", "Interest on late accounts", "revenue.interest", "8230"),
    ("4900", "Rabais et promotions", "Discounts and promotions", "revenue.discount", "8000"),
    ("4910", "Crédits accordés aux clients", "Credits granted to customers", "credits_granted", "8000"),
)
_EXPENSES = (
    ("5000", "Bande passante et transit", "Bandwidth and transit", None, "9225"),
    ("5100", "Équipement vendu", "Cost of equipment sold", None, "8518"),
    ("5200", "Salaires et charges", "Salaries and benefits", None, "9060"),
    ("5300", "Véhicules", "Vehicles", None, "9281"),
    ("5400", "Frais bancaires et de traitement", "Bank and processing charges", "bank_charges", "8715"),
    ("5500", "Mauvaises créances", "Bad debts", "bad_debt", "8590"),
    ("5900", "Ajustements et arrondis", "Adjustments and rounding", "rounding", "9270"),
)

CHART: tuple[ChartAccount, ...] = tuple(
    ChartAccount(number, fr, en, kind, role, gifi)
    for kind, accounts in (
        ("asset", _ASSETS),
        ("liability", _LIABILITIES),
        ("equity", _EQUITY),
        ("revenue", _REVENUE),
        ("expense", _EXPENSES),
    )
    for number, fr, en, role, gifi in accounts
)
