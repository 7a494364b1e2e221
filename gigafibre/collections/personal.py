"""What is held of arrangements and suspensions: their days stay, their reasons go."""

from __future__ import annotations

from gigafibre.kernel.held import holds
from gigafibre.kernel.text import Text

WHY = Text("Les dates, sans les motifs.", "The days, without the reasons.")

holds("collections_paymentarrangement", Text("Ententes", "Arrangements"), kept=("agent",), because=WHY)
holds("collections_suspension", Text("Suspensions", "Suspensions"), kept=("by",), because=WHY, instead={"reason": "—"})
