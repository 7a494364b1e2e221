"""Staff rights of the old system (PHP's serialize of `right => '1'`) as roles, by this table; others are listed."""

from __future__ import annotations

import re
import unicodedata

ROLE_OF = {
    "admin": "administrator",
    "administrateur": "administrator",
    "superadmin": "administrator",
    "gestion": "manager",
    "direction": "manager",
    "employes": "manager",
    "facturation": "billing",
    "facture_creer": "billing",
    "paiement_ajouter": "billing",
    "accord_creer": "billing",
    "gerer_credits": "billing",
    "compta": "billing",
    "comptabilite": "billing",
    "support": "support",
    "client_modifier": "support",
    "ventes": "sales",
    "client_creer": "sales",
    "soumission": "sales",
    "repartition": "dispatcher",
    "bon_travail": "technician",
    "technicien": "technician",
    "reseau": "network",
    "olt": "network",
    "radius": "network",
    "telephonie": "network",
}
#: Rights that let somebody look, or write where every role may: alone they make a reader.
READING = frozenset(
    {
        "client_voir",
        "billet_voir",
        "billet_modifier",
        "facture_voir",
        "rapport_ventes",
        "memo",
        "inventaire_voir",
        "inventaire_modifier",
        "consultation",
        "lecture",
    }
)
# Lengths are in bytes of a forgotten encoding: the quotes and the `;` behind them are what one can trust.
_PAIR = re.compile(r's:\d+:"(?P<right>.*?)";(?:s:\d+:"(?P<text>.*?)"|i:(?P<number>-?\d+)|b:(?P<flag>[01]));', re.DOTALL)
_STRING = re.compile(r's:(\d+):"(.*?)";', re.DOTALL)


def granted(rights: str) -> list[str]:
    """Return the rights that are set in a serialized array, also one whose lengths are wrong or that is cut off."""
    return [
        found["right"]
        for found in _PAIR.finditer(rights)
        if (found["text"] or found["number"] or found["flag"] or "") not in {"", "0"}
    ]


def roles_of(rights: str) -> tuple[set[str], list[str]]:
    """Return the roles that rights amount to, and the rights nobody knows."""
    roles, unknown, reads = set(), [], False
    for right in granted(rights):
        name = _plain(right)
        if role := ROLE_OF.get(name):
            roles.add(role)
        elif name in READING:
            reads = True
        else:
            unknown.append(right)
    return roles or ({"read-only"} if reads else set()), unknown


def what_is_wrong(rights: str) -> str:
    """Say what PHP would refuse in a serialized array: `cut_off`, `lengths` (of another encoding), or nothing."""
    if not rights.strip():
        return ""
    if not rights.rstrip().endswith("}"):
        return "cut_off"
    wrong = any(int(found[1]) != len(found[2].encode()) for found in _STRING.finditer(rights))
    return "lengths" if wrong else ""


def _plain(right: str) -> str:
    apart = unicodedata.normalize("NFD", right.strip().lower())
    return "".join(character for character in apart if not unicodedata.combining(character))
