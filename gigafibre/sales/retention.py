"""How long it is kept what e-signature providers told us raw; what was signed, sealed and audited stays."""

from __future__ import annotations

from gigafibre.identity.retention import SWITCH
from gigafibre.kernel.retention import rule
from gigafibre.kernel.text import Text

#: Days for which the database keeps what a provider told.
TOLD_KEPT = 365

rule(
    "signature_messages",
    Text("Messages bruts des fournisseurs de signature", "Raw messages of e-signature providers"),
    days=1095,
    switch=SWITCH,
    least=TOLD_KEPT,
    table="sales_webhookreceived",
    where="t.received_at < %(before)s",
)
