"""The legal texts we propose, in both languages: what a residential contract made at a distance must disclose.

Consumer Protection Act (CQLR P-40.1) ss. 11.2, 11.3, 54.4 to 54.16, 214.1 to 214.11; Charter of the French Language,
s. 55. A provider has them read by counsel, adopts them and writes its own versions; a contract keeps the versions it
was sent with.
"""

from __future__ import annotations

from dataclasses import dataclass
from pathlib import Path

from gigafibre.kernel.text import Text

_FOLDER = Path(__file__).parent
#: Code, folder (the segment; `both`: either), the service a contract must have to hold it. In the order they are read.
_TEXTS = (
    ("parties", "residential", ""),
    ("service", "residential", ""),
    ("price", "residential", ""),
    ("term", "residential", ""),
    ("cancelling", "residential", ""),
    ("early_end", "residential", ""),
    ("changes", "residential", ""),
    ("equipment", "residential", ""),
    ("business_service", "commercial", ""),
    ("business_price", "commercial", ""),
    ("business_term", "commercial", ""),
    ("telephone", "both", "telephone"),
    ("suspension", "residential", ""),
    ("privacy", "residential", ""),
    ("complaints", "residential", ""),
    ("language", "residential", ""),
    ("business_privacy", "commercial", ""),
)


@dataclass(frozen=True)
class Proposed:
    """A text we propose, with its place in the contract."""

    code: str
    segment: str
    service: str
    position: int
    title: Text
    body: Text


def proposed() -> list[Proposed]:
    """Return every text we propose, in the order of the contract."""
    return [
        Proposed(
            code,
            "" if folder == "both" else folder,
            service,
            at * 10,
            *(Text(fr, en) for fr, en in zip(_read(folder, code, "fr"), _read(folder, code, "en"), strict=True)),
        )
        for at, (code, folder, service) in enumerate(_TEXTS, start=1)
    ]


def _read(folder: str, code: str, language: str) -> tuple[str, str]:
    title, _, body = (_FOLDER / folder / f"{code}.{language}.txt").read_text(encoding="utf-8").partition("\n")
    return title.strip(), body.strip()
