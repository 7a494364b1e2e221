"""What is held of payments: amounts and numbers stay with the books, the means of payment do not."""

from __future__ import annotations

from gigafibre.kernel.held import holds
from gigafibre.kernel.text import Text

LAW = Text("Encaissements, six ans (LAF, art. 35.1).", "Receipts, six years (TAA, s. 35.1).")

holds("payments_payment", Text("Paiements", "Payments"), kept=("number", "mode", "legacy_type"), because=LAW)
holds(
    "payments_paymentmethod",
    Text("Modes de paiement", "Payment methods"),
    because=LAW,
    hidden=("token", "account", "account_print"),
    kept=("legacy_table",),
)
