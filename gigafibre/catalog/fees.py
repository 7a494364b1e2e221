"""Fees by class: what may be charged, to whom, and the article that forbids the rest."""

from __future__ import annotations

from gigafibre.kernel.text import Text

#: What an item may be as a fee; "" is no fee at all (a service, a product, labour).
FEE_CLASSES: dict[str, Text] = {
    "": Text("Aucune : service ou produit", "None: a service or product"),
    "installation": Text("Installation physique", "Physical installation"),
    "optional": Text("Extra choisi par le client", "Extra the customer chose"),
    "interest": Text("Intérêt couru", "Accrued interest"),
    "penalty": Text("Pénalité fixe (NSF, rebranchement)", "Fixed penalty (NSF, reconnection)"),
    "activation": Text("Activation", "Activation"),
    "modification": Text("Modification de forfait", "Plan modification"),
}

_TELECOM = Text(
    "Loi sur les télécommunications, art. 27.04, et politique réglementaire CRTC 2026-43",
    "Telecommunications Act, s. 27.04, and Telecom Regulatory Policy CRTC 2026-43",
)

#: Charged to nobody since 12 June 2026.
FORBIDDEN: dict[str, Text] = {"activation": _TELECOM, "modification": _TELECOM}

#: Charged to businesses only: a consumer who fails owes accrued interest and nothing fixed.
FORBIDDEN_TO_CONSUMERS: dict[str, Text] = {
    "penalty": Text("Loi sur la protection du consommateur, art. 13", "Consumer Protection Act, s. 13")
}


def law_against(fee_class: str, *, consumer: bool) -> Text | None:
    """Return the article that forbids a class of fee to a consumer or a business; None when it may be charged."""
    return FORBIDDEN.get(fee_class) or (FORBIDDEN_TO_CONSUMERS.get(fee_class) if consumer else None)
