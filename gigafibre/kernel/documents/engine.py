"""Typst in process: a reused compiler per thread, PDF/A-2b and PDF/UA-1 out, always the same bytes for the same input.

No file is written and no network is used: templates, fonts and data are all it reads.
"""

import json
import re
import threading
from collections.abc import Iterable, Iterator, Mapping
from dataclasses import dataclass, replace
from datetime import UTC, date, datetime
from pathlib import Path
from typing import Any, Final, Literal

import typst

from gigafibre.kernel.documents.errors import DocumentFailed
from gigafibre.kernel.documents.glyphs import FONTS, printable
from gigafibre.kernel.documents.wording import Language

ROOT = Path(__file__).resolve().parent.parent.parent
# Kept for years (PDF/A) and read aloud (PDF/UA): Typst refuses what would break either.
STANDARDS: Final[list[Literal["a-2b", "ua-1"]]] = ["a-2b", "ua-1"]

_PAGES = re.compile(rb"/Type\s*/Pages\s*/Count (\d+)")

# The data is a string in the source rather than `sys.inputs`: new inputs would make Typst forget everything it
# remembers of the templates and of the texts that are the same on every document (tried: 15 % slower).
_SOURCE = """\
#import {template}: document as letter
#set document(title: {title}, author: {author}, keywords: {number})
#set text(lang: {language}, region: "CA")
#letter(json(bytes({content})))
"""


@dataclass(frozen=True, kw_only=True)
class Printable:
    """One document laid out: which template prints what content, and what the PDF says about itself."""

    template: str
    """Path from the package root of a Typst file that exports `document(it)`."""
    number: str
    title: str
    author: str
    language: Language
    one_page: bool = False
    """It most likely takes one page: tried first as such, which is faster, and laid out in full when it takes more."""
    dated: date
    """Its day is the PDF's creation date, so that printing again gives the same bytes."""
    content: Mapping[str, Any]


class _Compilers(threading.local):
    """One compiler per thread, made when first needed: a Typst world isn't for sharing."""

    def __init__(self) -> None:
        fonts = typst.Fonts(include_system_fonts=False, include_embedded_fonts=False, font_paths=[str(FONTS)])
        self.compiler = typst.Compiler(root=ROOT, font_paths=fonts)


_compilers = _Compilers()


def compile_one(document: Printable) -> bytes:
    """Print one document as PDF/A-2b; raises DocumentFailed with its number and Typst's message."""
    pdf, pages = _compiled(document)
    if document.one_page and pages != 1:
        pdf, pages = _compiled(replace(document, one_page=False))
    return pdf


def compile_many(documents: Iterable[Printable]) -> Iterator[bytes | DocumentFailed]:
    """Print documents one after the other; one that fails gives its refusal in its place and stops no other.

    Each has the bytes that `compile_one` gives. For speed run one per processor, each in its own process.
    """
    for document in documents:
        try:
            yield compile_one(document)
        except DocumentFailed as failure:
            yield failure


def _compiled(document: Printable) -> tuple[bytes, int]:
    """Return the PDF and how many pages it has."""
    try:
        pdf = _compilers.compiler.compile(
            _source(document), format="pdf", pdf_standards=list(STANDARDS), timestamp=_noon(document.dated)
        )
    except (typst.TypstError, ValueError, TypeError) as error:
        raise DocumentFailed(document.number, _reason(error)) from error
    counts = _PAGES.findall(pdf) if isinstance(pdf, bytes) else []
    if not isinstance(pdf, bytes) or not counts:
        raise DocumentFailed(document.number, "Typst gave no PDF")
    # A long document has a tree of page lists, whose root counts all.
    return pdf, max(int(count) for count in counts)


def _source(document: Printable) -> bytes:
    content = {**document.content, "title": document.title, "one_page": document.one_page}
    return _SOURCE.format(
        template=_quoted(document.template),
        title=_quoted(printable(document.title)),
        author=_quoted(printable(document.author)),
        number=_quoted(printable(document.number)),
        language=_quoted(document.language),
        content=_quoted(json.dumps(printable(content), ensure_ascii=False)),
    ).encode()


def _quoted(text: str) -> str:
    """Write a Typst string literal; nothing in it can become code."""
    return '"' + text.replace("\\", "\\\\").replace('"', '\\"') + '"'


def _noon(day: date) -> datetime:
    return datetime(day.year, day.month, day.day, 12, tzinfo=UTC)


def _reason(error: Exception) -> str:
    """Say what Typst said: its message and hints, without the path of a template."""
    if isinstance(error, typst.TypstError):
        message = error.message.removeprefix("panicked with: ").strip('"')
        return " ".join([message, *error.hints])
    return str(error)
