"""The sealed contract: valid for pyHanko and pdfsig, and one changed byte anywhere is told by command and page."""

from __future__ import annotations

import os
import random
import secrets
from collections.abc import Iterator
from io import BytesIO
from pathlib import Path
from typing import Any

import pytest
from django.core.files.uploadedfile import SimpleUploadedFile
from django.core.management import CommandError, call_command
from django.db import connection
from django.test import Client
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext

from gigafibre.kernel.actor import SYSTEM, acting_as
from gigafibre.sales import poppler, sealing
from gigafibre.sales.models import Contract, SealedContract, SealKey
from gigafibre.sales.tests.factories import a_contract, read_and_sign

pytestmark = pytest.mark.django_db
STROKES = [[[100, 200], [300, 120], [500, 260]], [[600, 100], [620, 300]]]
POSITIONS = 50
needs_pdfsig = pytest.mark.skipif(not poppler.installed(), reason="no pdfsig here (Debian: poppler-utils)")


@pytest.fixture(autouse=True)
def acting(clock: Any) -> Iterator[None]:
    with acting_as(SYSTEM):
        yield


def signed(**given: Any) -> tuple[Contract, bytes]:
    """Return a signed contract and its sealed paper."""
    contract = a_contract(sent=True)
    read_and_sign(contract, strokes=STROKES, **given)
    return contract, sealing.sealed_paper(contract.number).content


def hole(content: bytes) -> range:
    """Return the bytes no signature can cover: its own, between the two ranges that it covers."""
    _, before, after, _ = PdfFileReader(BytesIO(content)).embedded_signatures[0].byte_range
    return range(before, after)


def changed(content: bytes, at: int) -> bytes:
    """Return the paper with one bit of one byte turned."""
    forged = bytearray(content)
    forged[at] ^= 1
    return bytes(forged)


@pytest.mark.parametrize("language", ["fr", "en"])
def test_pyhanko_finds_it_valid_trusted_and_whole(language: str) -> None:
    contract, content = signed(language=language)
    (embedded,) = PdfFileReader(BytesIO(content)).embedded_signatures
    trusted = ValidationContext(trust_roots=sealing.certificates(), allow_fetching=False)
    status = validate_pdf_signature(embedded, trusted)
    assert status.bottom_line
    assert status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    assert embedded.sig_object["/SubFilter"] == "/ETSI.CAdES.detached"
    assert embedded.sig_object["/Reason"] == contract.number
    assert sealing.sealed_paper(contract.number).content == content
    found = sealing.look(content)
    assert (found.genuine, found.intact, found.contract) == (True, True, contract.number)


@needs_pdfsig
@pytest.mark.parametrize("language", ["fr", "en"])
def test_pdfsig_finds_it_valid_and_whole(language: str) -> None:
    _, content = signed(language=language)
    opinion = poppler.pdfsig(content)
    assert opinion.valid, opinion.said
    for words in ("Signature is Valid.", "ETSI.CAdES.detached", "Total document signed", "SHA-256"):
        assert words in opinion.said


def test_one_changed_byte_anywhere_is_told(tmp_path: Path, client: Client) -> None:
    contract, content = signed()
    seed = int(os.environ.get("SEAL_SEED") or secrets.randbelow(10**9))
    print(f"SEAL_SEED={seed}")
    own = hole(content)
    dice, file = random.Random(seed), tmp_path / "contrat.pdf"
    places = [0, own.start, own.stop - 2, len(content) - 1, *dice.sample(range(len(content)), POSITIONS)]
    for n, at in enumerate(places):
        forged = changed(content, at)
        found = sealing.look(forged)
        assert not found.genuine, at
        assert at in own or not found.intact, at
        file.write_bytes(forged)
        with pytest.raises(CommandError, match="NOT genuine"):
            call_command("verify_contract", str(file))
        paper = SimpleUploadedFile("contrat.pdf", forged)
        said = client.post("/verify", {"paper": paper}, REMOTE_ADDR=f"203.0.113.{n + 1}").content.decode()
        assert "Ce document n’est pas un de nos contrats, ou il a été modifié." in said, at
        assert contract.number not in said
        if poppler.installed():
            assert at in own or not poppler.pdfsig(forged).valid, at
    file.write_bytes(content)
    call_command("verify_contract", str(file))


def test_more_or_less_than_the_paper_is_not_the_paper() -> None:
    _, content = signed()
    for other in (content + b"\n% more", content[:-1], content + content, b"", b"not a PDF", b"%PDF-1.7"):
        assert sealing.look(other).genuine is False


def test_the_command_says_who_verified(tmp_path: Path, capsys: Any) -> None:
    contract, content = signed()
    file = tmp_path / "contrat.pdf"
    file.write_bytes(content)
    call_command("verify_contract", str(file))
    said = capsys.readouterr().out
    assert f"genuine: {contract.number}" in said
    assert "pyHanko: the seal is ours, valid, and covers the whole file" in said
    assert "pdfsig: valid, and covers the whole file" in said or "pdfsig: not asked" in said


def test_the_key_is_kept_encrypted_and_made_once() -> None:
    signed()
    signed()
    assert (SealKey.objects.count(), SealedContract.objects.count()) == (1, 2)
    with connection.cursor() as cursor:
        cursor.execute("SELECT private_key FROM sales_sealkey")
        assert "PRIVATE KEY" not in cursor.fetchone()[0]


def test_a_paper_sealed_by_somebody_else_is_not_ours() -> None:
    _, content = signed()
    SealKey.objects.update(fingerprint="0" * 64)
    assert sealing.look(content).genuine is False
