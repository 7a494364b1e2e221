"""Every kind of paper is an archive: PDF/A-2b and PDF/UA-1 as far as it can be told without a validator."""

from __future__ import annotations

import io
from typing import Any

import pikepdf
import pytest

from gigafibre.billing.tests.paper import every_paper
from gigafibre.kernel.documents.wording import Language

#: What PDF/A-2 forbids: what acts by itself, what lies outside the file, sound and film.
FORBIDDEN = {"/JavaScript", "/JS", "/OpenAction", "/AA", "/Launch", "/EmbeddedFiles", "/Movie", "/Sound", "/XFA"}
PROGRAMS = ("/FontFile", "/FontFile2", "/FontFile3")


def keys_and_names(pdf: pikepdf.Pdf) -> set[str]:
    """Return every key and every name that any dictionary of a file holds."""
    found: set[str] = set()

    def walk(value: Any) -> None:
        if isinstance(value, pikepdf.Dictionary | pikepdf.Stream):
            for key, each in value.items():
                found.add(key)
                inside(each)
        elif isinstance(value, pikepdf.Array):
            for each in value:
                inside(each)
        elif isinstance(value, pikepdf.Name):
            found.add(str(value))

    def inside(value: Any) -> None:
        if not getattr(value, "is_indirect", False):
            walk(value)

    for each in pdf.objects:
        walk(each)
    return found


@pytest.mark.parametrize("language", ["fr", "en"])
def test_every_paper_holds_all_it_needs_and_nothing_that_acts(language: Language) -> None:
    for kind, content in every_paper(language):
        with pikepdf.open(io.BytesIO(content)) as pdf:
            with pdf.open_metadata() as metadata:
                assert (metadata["pdfaid:part"], metadata["pdfaid:conformance"]) == ("2", "B"), kind
                assert metadata["pdfuaid:part"] == "1", kind
                assert metadata["dc:title"], kind
            (intent,) = pdf.Root.OutputIntents
            assert intent.S == "/GTS_PDFA1", kind
            assert intent.DestOutputProfile.read_bytes()[36:40] == b"acsp", kind
            assert not pdf.is_encrypted, kind
            assert str(pdf.Root.Lang) == f"{language}-CA", kind
            assert pdf.Root.MarkInfo.Marked, kind
            assert "/StructTreeRoot" in pdf.Root, kind
            assert not keys_and_names(pdf) & FORBIDDEN, kind
            typed = [each for each in pdf.objects if isinstance(each, pikepdf.Dictionary)]
            fonts = [each for each in typed if each.get("/Type") == "/Font"]
            described = [each.FontDescriptor for each in fonts if "/FontDescriptor" in each]
            assert described, kind
            assert all(any(program in each for program in PROGRAMS) for each in described), kind
            assert all("/ToUnicode" in each for each in fonts if each.Subtype == "/Type0"), kind
