"""The seal of signed contracts: PAdES by a key of our own, made at first use, and the look at any paper afterwards."""

from __future__ import annotations

import datetime
import hashlib
from dataclasses import dataclass
from functools import lru_cache
from io import BytesIO
from typing import Any, cast

from asn1crypto import pem, x509
from cryptography import x509 as made_x509
from cryptography.hazmat.primitives import hashes, serialization
from cryptography.hazmat.primitives.asymmetric import padding, rsa
from cryptography.x509.oid import NameOID
from django.db import connection
from pyhanko.pdf_utils.incremental_writer import IncrementalPdfFileWriter
from pyhanko.pdf_utils.reader import PdfFileReader
from pyhanko.sign import signers
from pyhanko.sign.fields import SigFieldSpec, SigSeedSubFilter
from pyhanko.sign.validation import validate_pdf_signature
from pyhanko.sign.validation.status import SignatureCoverageLevel
from pyhanko_certvalidator import ValidationContext
from pyhanko_certvalidator.registry import SimpleCertificateStore

from gigafibre.billing import settings as _declared  # noqa: F401  declares what is read below
from gigafibre.kernel import clock, files, settings
from gigafibre.kernel.context import doing
from gigafibre.kernel.rows import add, follow, one
from gigafibre.sales.errors import NoSignature, NoSuchContract
from gigafibre.sales.models import Contract, ContractSignature, SealedContract, SealKey

#: Locks of the session's transaction: one for each contract being sealed, `LOCK` and 0 while a key is made.
LOCK = 20260105
YEARS = 20
#: Hexadecimal digits kept free for a seal, twice what one takes: trying one out first to know would seal twice.
RESERVED = 12_288


@dataclass(frozen=True)
class Looked:
    """What a paper turned out to be: `genuine` only when it is, to the byte, a contract we sealed."""

    genuine: bool
    sealed_by_us: bool
    intact: bool
    contract: str
    sealed_at: datetime.datetime | None
    sha256: str


def sealed_paper(number: str) -> files.Stored:
    """Return the sealed PDF of a signed contract, made on first demand and then always the same bytes."""
    found = one(Contract, number=number)
    if found is None:
        raise NoSuchContract(contract=number)
    done = one(SealedContract, contract_id=found.pk) or _seal(found)
    return files.read(follow(done, "file").file)


def _seal(contract: Contract) -> SealedContract:
    with doing("sales.seal_contract"):
        with connection.cursor() as cursor:
            # Two who ask at the same moment: the second waits, then finds the first one's.
            cursor.execute("SELECT pg_advisory_xact_lock(%s, %s)", [LOCK, contract.pk % 2**31])
        earlier = one(SealedContract, contract_id=contract.pk)
        if earlier is not None:
            return earlier
        signature = one(ContractSignature, contract_id=contract.pk)
        if signature is None:
            raise NoSignature(contract=contract.number)
        key = key_in_force()
        content = sealed(files.read(follow(signature, "signed").signed).content, key, contract.number)
        return add(
            SealedContract(
                contract=contract,
                file=files.store(content, f"{contract.number}.pdf"),
                sha256=hashlib.sha256(content).hexdigest(),
                key=key,
                sealed_at=clock.now(),
            )
        )


def key_in_force() -> SealKey:
    """Return the key that seals, made when there is none; inside a transaction."""
    found = one(SealKey, retired_at=None)
    if found is None:
        with connection.cursor() as cursor:
            cursor.execute("SELECT pg_advisory_xact_lock(%s, 0)", [LOCK])
        found = one(SealKey, retired_at=None)
    return found if found is not None else _new_key()


def sealed(content: bytes, key: SealKey, number: str) -> bytes:
    """Return a PDF with our seal appended (PAdES baseline B); what was there stays byte for byte."""
    metadata = signers.PdfSignatureMetadata(
        field_name="Seal",
        md_algorithm="sha256",
        subfilter=SigSeedSubFilter.PADES,
        reason=number,
        name=str(settings.get("company.legal_name") or settings.get("company.name")),
    )
    out = BytesIO()
    signers.PdfSigner(metadata, signer=_Sealer(key), new_field_spec=SigFieldSpec("Seal")).sign_pdf(
        IncrementalPdfFileWriter(BytesIO(content)), output=out, bytes_reserved=RESERVED
    )
    return out.getvalue()


class _Sealer(signers.Signer):
    """Our key as pyHanko wants it; read and checked once per process, which takes longer than sealing does."""

    def __init__(self, key: SealKey) -> None:
        registry = SimpleCertificateStore()  # type: ignore[no-untyped-call]
        super().__init__(signing_cert=_certificate(key), cert_registry=registry)
        self._pem = key.private_key

    async def async_sign_raw(self, data: bytes, digest_algorithm: str, dry_run: bool = False) -> bytes:
        """Sign with RSA (PKCS#1 v1.5); `digest_algorithm` is what `sealed` asks for."""
        return _private_key(self._pem).sign(data, padding.PKCS1v15(), hashes.SHA256())


@lru_cache(maxsize=2)
def _private_key(written: str) -> rsa.RSAPrivateKey:
    return cast(rsa.RSAPrivateKey, serialization.load_pem_private_key(written.encode(), password=None))


def look(content: bytes) -> Looked:
    """Say whether a paper is a contract we sealed, and whether any byte of it was changed since."""
    digest = hashlib.sha256(content).hexdigest()
    known = SealedContract.objects.select_related("contract").filter(sha256=digest).first()
    ours, intact = _signature_of(content)
    return Looked(
        genuine=known is not None and ours and intact,
        sealed_by_us=ours,
        intact=intact,
        contract=known.contract.number if known else "",
        sealed_at=known.sealed_at if known else None,
        sha256=digest,
    )


def _signature_of(content: bytes) -> tuple[bool, bool]:
    """Return whether a seal of ours is on a PDF, and whether it covers the whole file unchanged."""
    try:
        embedded = PdfFileReader(BytesIO(content)).embedded_signatures
        if len(embedded) != 1:
            return False, False
        status = validate_pdf_signature(
            embedded[0], ValidationContext(trust_roots=certificates(), allow_fetching=False)
        )
    except Exception:  # a damaged file fails in the parser wherever its damage is
        return False, False
    ours = SealKey.objects.filter(fingerprint=status.signing_cert.sha256.hex()).exists()
    whole = status.coverage == SignatureCoverageLevel.ENTIRE_FILE
    return ours, bool(status.intact and status.valid and whole)


def certificates() -> list[Any]:
    """Return the certificate of every key that sealed for us: what a paper is checked against."""
    return [_certificate(key) for key in SealKey.objects.all()]


def _certificate(key: SealKey) -> Any:
    return x509.Certificate.load(pem.unarmor(key.certificate.encode())[2])


def _new_key() -> SealKey:
    private = rsa.generate_private_key(public_exponent=65537, key_size=3072)
    company = str(settings.get("company.legal_name") or settings.get("company.name") or "Gigafibre")
    name = made_x509.Name([made_x509.NameAttribute(NameOID.COMMON_NAME, company[:64])])
    now = clock.now()
    usage = made_x509.KeyUsage(
        digital_signature=True,
        content_commitment=True,
        key_encipherment=False,
        data_encipherment=False,
        key_agreement=False,
        key_cert_sign=False,
        crl_sign=False,
        encipher_only=False,
        decipher_only=False,
    )
    certificate = (
        made_x509.CertificateBuilder()
        .subject_name(name)
        .issuer_name(name)
        .public_key(private.public_key())
        .serial_number(made_x509.random_serial_number())
        .not_valid_before(now - datetime.timedelta(days=1))
        .not_valid_after(now + datetime.timedelta(days=365 * YEARS))
        .add_extension(usage, critical=True)
        .sign(private, hashes.SHA256())
    )
    made: SealKey = SealKey.objects.create(
        private_key=private.private_bytes(
            serialization.Encoding.PEM, serialization.PrivateFormat.PKCS8, serialization.NoEncryption()
        ).decode(),
        certificate=certificate.public_bytes(serialization.Encoding.PEM).decode(),
        fingerprint=certificate.fingerprint(hashes.SHA256()).hex(),
        created_at=now,
    )
    return made
