"""Tables whose app does not exist yet, and why each waits."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.kernel.text import Text

#: Why a table is not brought in yet.
WHY = {
    "archived": Text(
        "Archive : l’historique des écritures fait les soldes d’ouverture ; gardé tel quel, il n’est jamais rejoué.",
        "Archive: the history of entries makes the opening balances; kept as it is, it is never replayed.",
    ),
    "support": Text(
        "Attend les billets et leurs messages.",
        "Waits for tickets and their messages.",
    ),
    "telephony": Text(
        "Attend la téléphonie : lignes, adresses du 911, adaptateurs.",
        "Waits for telephony: lines, 911 addresses, adapters.",
    ),
}


@dataclass(frozen=True)
class Kept:
    """One such table: why it waits (a code of `WHY`), and its secret columns, which stay in the source."""

    why: str
    left: tuple[str, ...] = ()


WAITING = {
    "compta_journal_ecriture": Kept("archived"),
    "pbx": Kept("telephony", ("password", "vm_password")),
    "phone_addr": Kept("telephony"),
    "phone_provisioning": Kept("telephony", ("password",)),
    "ticket": Kept("support"),
    "ticket_dept": Kept("support"),
    "ticket_msg": Kept("support"),
}
