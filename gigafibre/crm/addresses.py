"""How addresses are written and compared: abbreviations, provinces, postal codes; no database."""

from __future__ import annotations

import re

from gigafibre.kernel.folding import fold
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

#: Abbreviations written out, as the SQL function `crm_canonical` does (a test compares the two).
WRITTEN_OUT = {
    "app": "appartement",
    "apt": "appartement",
    "av": "avenue",
    "ave": "avenue",
    "blvd": "boulevard",
    "boul": "boulevard",
    "ch": "chemin",
    "chem": "chemin",
    "e": "est",
    "mt": "mont",
    "mtee": "montee",
    "n": "nord",
    "o": "ouest",
    "pl": "place",
    "rg": "rang",
    "rte": "route",
    "s": "sud",
    "st": "saint",
    "ste": "sainte",
    "terr": "terrasse",
    "w": "ouest",
}

PROVINCES = ("QC", "ON", "NB", "NS", "PE", "NL", "MB", "SK", "AB", "BC", "YT", "NT", "NU")
#: First letters of a province's postal codes (Canada Post).
FIRST_LETTERS = {
    "QC": "GHJ",
    "ON": "KLMNP",
    "NB": "E",
    "NS": "B",
    "PE": "C",
    "NL": "A",
    "MB": "R",
    "SK": "S",
    "AB": "T",
    "BC": "V",
    "YT": "Y",
    "NT": "X",
    "NU": "X",
}
_POSTAL = re.compile(r"^[ABCEGHJ-NPRSTVXY]\d[ABCEGHJ-NPRSTV-Z]\d[ABCEGHJ-NPRSTV-Z]\d$")
_DIGIT_FOR = str.maketrans("OIQLSB", "010158")
_LETTER_FOR = str.maketrans("01258", "OIZSB")


def canonical(text: str) -> str:
    """Return a text as it is compared: folded, abbreviations written out, one space at each end."""
    words = [word.rstrip(".") for word in fold(text).split()]
    return f" {' '.join(WRITTEN_OUT.get(word, word) for word in words)} "


def read_postal_code(raw: str) -> str:
    """Return a Canadian postal code as `J0L 1W0`; raises BadValue, with a suggestion where letters pass for digits."""
    bare = re.sub(r"[^0-9A-Za-z]", "", raw).upper()
    if _POSTAL.match(bare):
        return f"{bare[:3]} {bare[3:]}"
    guess = "".join(
        letter.translate(_LETTER_FOR if place % 2 == 0 else _DIGIT_FOR) for place, letter in enumerate(bare)
    )
    if _POSTAL.match(guess):
        meant = f"{guess[:3]} {guess[3:]}"
        text = Text("Vouliez-vous dire {meant} ?", "Did you mean {meant}?").with_(meant=meant)
        raise BadValue(text, suggestion=meant)
    raise BadValue(Text("Écrivez un code postal comme J0L 1W0.", "Write a postal code such as J0L 1W0."))


def refuse_other_province(postal_code: str, province: str) -> None:
    """Raise BadValue when a postal code can't be of that province."""
    letters = FIRST_LETTERS.get(province)
    if letters and postal_code[0] not in letters:
        text = Text(
            "Un code postal de cette province ({province}) commence par {letters}.",
            "A postal code of that province ({province}) begins with {letters}.",
        )
        raise BadValue(text.with_(province=province, letters=", ".join(letters)))


_UNIT = re.compile(
    r"[\s,]+(?:app|apt|appartement|bureau|unité|unite|suite|local|#)\b\.?\s*\S+\s*$|\s*#\s*\S+\s*$", re.IGNORECASE
)
_CIVIC = re.compile(r"^\s*(\d{1,6})(?:[\s-]?([A-Za-z])(?=[\s,-]))?(?:\s*-\s*\d+[A-Za-z]?)?[\s,]+(\S.*)$")


def civic_and_street(line1: str) -> tuple[int, str, str] | None:
    """Return a line's civic number, the same with its letter as it is compared (`1482a`), and its street; None without
    a number. `1482-1484` is 1482; a flat's number is left out.
    """
    found = _CIVIC.match(_UNIT.sub("", line1))
    if found is None:
        return None
    return int(found[1]), f"{int(found[1])}{(found[2] or '').lower()}", found[3].strip(" ,")
