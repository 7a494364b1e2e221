"""Signing: French handed over first, the language chosen, the one signature of a contract."""

from __future__ import annotations

import datetime
import hashlib
from typing import Annotated, Any, Literal

from pydantic import BaseModel, Field

from gigafibre.kernel import clock, files
from gigafibre.kernel.documents.wording import Language
from gigafibre.kernel.events import publish
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, follow, one, some, write
from gigafibre.kernel.text import Text
from gigafibre.sales import contract_paper
from gigafibre.sales.actions.contracts import CONTRACT, ContractRef, locked, must_be
from gigafibre.sales.actions.referrals import refer
from gigafibre.sales.documents.contract_document import Signed
from gigafibre.sales.errors import AlreadySigned, FrenchFirst, LinkReplaced, NoSuchPaper, NotAgreed, WrongTrack
from gigafibre.sales.events import ContractSigned
from gigafibre.sales.labels import TRACKS
from gigafibre.sales.models import Contract, ContractReading, ContractSignature

Address = Annotated[str, Field(max_length=45)]
Agent = Annotated[str, Field(max_length=300)]
Name = Annotated[str, Field(min_length=2, max_length=160)]
#: Points of 0 to 1000 across and 0 to 400 down, stroke by stroke.
Point = Annotated[list[Annotated[int, Field(ge=0, le=1000)]], Field(min_length=2, max_length=2)]
Strokes = Annotated[list[Annotated[list[Point], Field(min_length=1, max_length=600)]], Field(max_length=80)]
Status = Contract.Status
_FROM = {"address": Text("Adresse IP", "IP address"), "agent": Text("Navigateur", "Browser")}


class Signing(BaseModel):
    """A contract that is signed: since when, and the SHA-256 of the paper that was agreed to."""

    contract: str
    signed_at: datetime.datetime
    sha256: str


@action(
    permission="sales.sign",
    label=Text("Noter la remise du contrat", "Note that the contract was handed over"),
    fields=CONTRACT | {"language": Text("Langue", "Language")} | _FROM,
)
def note_reading(
    contract: ContractRef, *, language: Literal["fr", "en"] = "fr", address: Address = "", agent: Agent = ""
) -> None:
    """Note that a customer has a contract before him in a language; French comes first, another is a choice."""
    found = locked(contract, Status.SENT)
    readings = some(ContractReading, contract_id=found.pk)
    seen = {reading.language for reading in readings if reading.what == "opened"}
    if language != "fr" and "fr" not in seen:
        raise FrenchFirst
    now: dict[str, Any] = {"contract": found, "at": clock.now(), "address": address, "agent": agent}
    if language not in seen:
        add(ContractReading(what="opened", language=language, **now))
    chosen = next((reading.language for reading in reversed(readings) if reading.what == "language"), "fr")
    if chosen != language:
        add(ContractReading(what="language", language=language, **now))


@action(
    permission="sales.sign",
    label=Text("Signer le contrat", "Sign the contract"),
    fields=CONTRACT
    | {
        "name": Text("Nom", "Name"),
        "agreed": Text("Lu et accepté", "Read and accepted"),
        "strokes": Text("Signature tracée", "Drawn signature"),
        "language": Text("Langue", "Language"),
        "link": Text("Lien", "Link"),
    }
    | _FROM,
)
def sign_contract(
    contract: ContractRef,
    *,
    name: Name,
    agreed: bool,
    strokes: Strokes | None = None,
    language: Literal["fr", "en"] = "fr",
    link: Annotated[str, Field(max_length=16)] = "",
    address: Address = "",
    agent: Agent = "",
) -> Signing:
    """Sign a contract in the language it was read in: its paper, the paper's SHA-256, when, from where. Once.

    The same signature again, at once or later, answers the first one.
    """
    found = locked(contract)
    if found.status == Status.SIGNED:
        return _signing(found)
    must_be(found, Status.SENT)
    if found.track != "residential":
        raise WrongTrack(contract=contract, track=TRACKS[found.track])
    if link and link != found.link:
        raise LinkReplaced
    if found.link_until is None or found.link_until <= clock.now():
        raise LinkReplaced
    if not agreed:
        raise NotAgreed
    readings = some(ContractReading, contract_id=found.pk)
    opened = {one.language: one.at for one in readings if one.what == "opened"}
    if "fr" not in opened or language not in opened:
        raise FrenchFirst
    chosen = next((one.at for one in reversed(readings) if one.what == "language" and one.language == language), None)
    spoken: Language = language
    follow(found, "paper_fr" if language == "fr" else "paper_en")
    read = found.paper_fr if language == "fr" else found.paper_en
    digest = read.sha256 if read else ""
    drawn = contract_paper.drawing(strokes or [])
    said = contract_paper.signed_words(
        at=clock.now(), address=address, digest=digest, french_first=opened["fr"], language=spoken
    )
    paper = contract_paper.contract_pdf(found, spoken, Signed(name=name, said=said, drawing=drawn))
    add(
        ContractSignature(
            contract=found,
            at=clock.now(),
            name=name,
            language=language,
            how="drawn" if drawn else "typed",
            strokes=strokes or [],
            address=address,
            agent=agent,
            french_first_at=opened["fr"],
            language_chosen_at=chosen,
            read_sha256=digest,
            signed=files.store(paper, f"{found.number}.pdf"),
            signed_sha256=hashlib.sha256(paper).hexdigest(),
        )
    )
    return _now_signed(found, language, "drawn" if drawn else "typed")


@action(
    permission="sales.sign",
    label=Text("Consigner la signature du fournisseur", "Record the provider’s signature"),
    fields=CONTRACT | {"name": Text("Nom", "Name"), "document": Text("Document signé", "Signed paper")},
)
def record_signature(
    contract: ContractRef,
    *,
    name: Name,
    document: Annotated[str, Field(pattern=r"^[0-9a-f]{64}$")],
    language: Literal["fr", "en"] = "fr",
) -> Signing:
    """Record that an e-signature provider collected a commercial contract's signature, with its paper (stored, by
    SHA-256); once.
    """
    found = locked(contract)
    if found.status == Status.SIGNED:
        return _signing(found)
    must_be(found, Status.SENT)
    if found.track != "commercial":
        raise WrongTrack(contract=contract, track=TRACKS[found.track])
    signed = files.named(document)
    if signed is None:
        raise NoSuchPaper(document=document)
    read = found.paper_fr if language == "fr" else found.paper_en
    ContractSignature.objects.create(
        contract=found,
        at=clock.now(),
        name=name,
        language=language,
        how="provider",
        read_sha256=read.sha256 if read else "",
        signed=signed,
        signed_sha256=document,
    )
    return _now_signed(found, language, "provider")


def _now_signed(found: Contract, language: str, how: str) -> Signing:
    follow(found, "customer", "location", "plan", "quotation")
    write(found, status=Status.SIGNED, signed_at=clock.now())
    publish(
        ContractSigned(
            contract=found.number,
            customer=found.customer.number,
            location=found.location.number,
            plan=found.plan.code if found.plan else None,
            quotation=found.quotation.number if found.quotation else None,
            appointment_on=found.appointment_on,
            appointment_slot=found.appointment_slot,
            starts_on=found.starts_on,
            commitment_months=found.commitment_months,
            language=language,
            how=how,
            signed_at=clock.now(),
        )
    )
    if found.referral_code:
        refer(found.customer.number, found.referral_code)
    return _signing(found)


def _signing(found: Contract) -> Signing:
    signature = one(ContractSignature, contract_id=found.pk)
    if signature is None:
        raise AlreadySigned(contract=found.number)
    return Signing(contract=found.number, signed_at=signature.at, sha256=signature.signed_sha256)
