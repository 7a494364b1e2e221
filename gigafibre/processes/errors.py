"""What the stories refuse, in words."""

from __future__ import annotations

from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.text import Text


class NotSigned(Refusal):
    code, status = "contract_not_signed", 409
    text = Text(
        "Le contrat {contract} n’est pas signé : rien n’est commandé.",
        "Contract {contract} is not signed: nothing is ordered.",
    )
