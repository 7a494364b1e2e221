"""How many text messages a text is charged as: GSM-7 or UCS-2, alone or in parts (GSM 03.38, 3GPP TS 23.040)."""

from __future__ import annotations

from dataclasses import dataclass

#: The basic alphabet of GSM 03.38, seven bits each, without its escape.
GSM = frozenset(
    "@£$¥èéùìòÇ\nØø\rÅåΔ_ΦΓΛΩΠΨΣΘΞÆæßÉ !\"#¤%&'()*+,-./0123456789:;<=>?¡ABCDEFGHIJKLMNOPQRSTUVWXYZÄÖÑÜ§"
    "¿abcdefghijklmnopqrstuvwxyzäöñüà"
)
#: Its extension: an escape and a letter, so two places.
EXTENDED = frozenset("\f^{}\\[~]|€")
ALONE = {"GSM-7": 160, "UCS-2": 70}
#: A part of several gives up some room to say which part it is.
PARTS = {"GSM-7": 153, "UCS-2": 67}


#: Signs that only look better, and what stands for each without making the whole text twice as dear.
_PLAIN = str.maketrans(
    {
        "\u00a0": " ", "\u202f": " ", "\u2009": " ", "\u2011": "-", "–": "-", "—": "-", "\u2212": "-", "’": "'",
        "‘": "'", "“": '"', "”": '"', "…": "...", "œ": "oe", "Œ": "OE", "•": "-",
    }
)  # fmt: skip


@dataclass(frozen=True)
class Counted:
    """How a text travels; `unusual` are the letters that force UCS-2, each once, in the order of the text."""

    encoding: str
    segments: int
    places: int
    unusual: str


def count(text: str) -> Counted:
    """Count a text's segments as carriers do: no letter is cut in two between parts."""
    unusual = "".join(dict.fromkeys(letter for letter in text if letter not in GSM and letter not in EXTENDED))
    encoding = "UCS-2" if unusual else "GSM-7"
    widths = [_width(letter, encoding) for letter in text]
    places = sum(widths)
    if places <= ALONE[encoding]:
        return Counted(encoding, 1, places, unusual)
    parts, room = 1, PARTS[encoding]
    for width in widths:
        if width > room:
            parts, room = parts + 1, PARTS[encoding]
        room -= width
    return Counted(encoding, parts, places, unusual)


def plain(text: str) -> str:
    """Write the signs of typography as a telephone's alphabet has them; letters stay, also those it lacks."""
    return text.replace("« ", '"').replace("«\u00a0", '"').replace(" »", '"').replace("\u00a0»", '"').translate(_PLAIN)


def _width(letter: str, encoding: str) -> int:
    if encoding == "GSM-7":
        return 2 if letter in EXTENDED else 1
    return 2 if ord(letter) > 0xFFFF else 1
