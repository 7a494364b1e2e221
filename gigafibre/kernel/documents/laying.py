"""What every letter lays out in the same way, whatever app writes it: who sends it, to whom, the facts of its rail."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Any, Final

from gigafibre.kernel.documents.glyphs import BOLD_FONT, width
from gigafibre.kernel.documents.letter import Logo, Provider
from gigafibre.kernel.documents.wording import Language, typeset

Row = dict[str, Any]
RAIL = 147.4
"""Width of the rail in points, as in the template."""
PAGE: Final[dict[Language, str]] = {"fr": "Page {page} de {pages}", "en": "Page {page} of {pages}"}


def letter(provider: Provider, customer: Iterable[str], language: Language) -> Row:
    """Lay out what every letter has: letterhead, foot, window address, contact block."""
    return {
        "sender": {
            "trade_name": provider.trade_name,
            "legal_name": provider.legal_name,
            "address": provider.address,
            "logo": logo(provider.logo) if provider.logo else None,
            "accent": provider.accent,
            "complaints": typeset(provider.complaints, language),
        },
        "page": typeset(PAGE[language], language),
        "window": [line for line in customer if line.strip()],
        "contact": [typeset(line, language) for line in provider.contact],
    }


def facts(pairs: Iterable[tuple[str, str]]) -> Row:
    """Lay out labels and values; a value goes below its label when both don't fit the rail."""
    rows: list[Row] = []
    labels = [0.0]
    for label, value in pairs:
        wide = width(label, 9)
        beside = wide + 2.5 + width(value, 9, font=BOLD_FONT) <= RAIL
        rows.append({"label": label, "value": value, "beside": beside})
        if beside:
            labels.append(wide)
    return {"rows": rows, "width": max(labels)}


def logo(mark: Logo) -> Row:
    """Lay out the mark."""
    return {"svg": mark.as_svg(), "width": mark.width_mm, "holds_name": mark.holds_name}
