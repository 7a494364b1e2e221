"""Places in legal texts, `{monthly}`: what a contract fills them with, so that a version is written once for all."""

from __future__ import annotations

import re
from collections.abc import Mapping

#: What a text may name; each contract fills it, in the reader's language.
NAMES = frozenset(
    {
        "account",
        "address",
        "company",
        "complaints",
        "contact",
        "customer",
        "customer_address",
        "formula",
        "interest",
        "made_on",
        "monthly",
        "number",
        "place",
        "privacy_officer",
        "registrations",
        "seven_days",
        "start",
        "term",
        "visit",
    }
)
_PLACE = re.compile(r"\{([^{}\n]*)\}")


def unknown(body: str) -> list[str]:
    """Return the places of a text that no contract can fill."""
    return sorted({name for name in _PLACE.findall(body) if name not in NAMES})


def filled(body: str, values: Mapping[str, str]) -> str:
    """Return a text with its places filled; a line that has nothing but empty places is left out."""
    lines = []
    for line in body.split("\n"):
        said = _PLACE.sub(lambda place: values.get(place[1], place[0]), line)
        if said.strip() or not line.strip():
            lines.append(re.sub(r"[ \t]{2,}", " ", said).strip())
    return "\n".join(lines)
