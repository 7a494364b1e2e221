"""Staff rights of the old system (PHP's serialize of `right => '1'`) as roles, by this table; others are listed."""

from __future__ import annotations

import re

ROLE_OF = {
    "admin": "administrator",
    "administrateur": "administrator",
    "superadmin": "administrator",
    "gestion": "manager",
    "direction": "manager",
    "rapport": "manager",
    "rapports": "manager",
    "facturation": "billing",
    "facture": "billing",
    "compta": "billing",
    "comptabilite": "billing",
    "paiement": "billing",
    "ppa": "billing",
    "support": "support",
    "ticket": "support",
    "client": "support",
    "clients": "support",
    "vente": "sales",
    "ventes": "sales",
    "soumission": "sales",
    "repartition": "dispatcher",
    "dispatch": "dispatcher",
    "installation": "technician",
    "technicien": "technician",
    "tech": "technician",
    "bon_travail": "technician",
    "reseau": "network",
    "fibre": "network",
    "radius": "network",
    "telephonie": "network",
    "sysadmin": "network",
    "consultation": "read-only",
    "lecture": "read-only",
}
# Lengths are in bytes of a forgotten encoding: the quotes and the `;` behind them are what one can trust.
_PAIR = re.compile(r's:\d+:"(?P<right>.*?)";(?:s:\d+:"(?P<text>.*?)"|i:(?P<number>-?\d+)|b:(?P<flag>[01]));', re.DOTALL)


def granted(rights: str) -> list[str]:
    """Return the rights that are set in a serialized array, also one whose lengths are wrong or that is cut off."""
    return [
        found["right"]
        for found in _PAIR.finditer(rights)
        if (found["text"] or found["number"] or found["flag"] or "") not in {"", "0"}
    ]


def roles_of(rights: str) -> tuple[set[str], list[str]]:
    """Return the roles that rights amount to, and the rights nobody knows."""
    roles, unknown = set(), []
    for right in granted(rights):
        role = ROLE_OF.get(right.strip().lower())
        if role:
            roles.add(role)
        else:
            unknown.append(right)
    return roles, unknown
