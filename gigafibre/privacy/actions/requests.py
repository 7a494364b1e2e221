"""What is done about a person's request: record it, check who asks, write about it, settle it within thirty days."""

from __future__ import annotations

from datetime import date, timedelta
from typing import Annotated, Literal
from uuid import UUID

from pydantic import Field

from gigafibre.crm import queries as crm
from gigafibre.kernel import clock, files, numbers
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.context import rule
from gigafibre.kernel.refs import CustomerRef
from gigafibre.kernel.registry import action
from gigafibre.kernel.text import Text
from gigafibre.privacy import corrections
from gigafibre.privacy.errors import (
    BeforeItCame,
    IdentityUnchecked,
    NobodyAsks,
    NoRectification,
    NotHisCorrection,
    NotOnThisRequest,
    NotYet,
)
from gigafibre.privacy.models import Request, RequestStep
from gigafibre.privacy.refs import Contact, FileOfRequest, Ground, Kind, Proof, RequestRef, Title, Words, locked_request

Channel = Literal["email", "mail", "phone", "counter", "portal"]
#: Section 32: answered at the latest thirty days after it was received. The law knows no extension.
DAYS_TO_ANSWER = 30
#: The letter attests what was corrected: something must be.
CORRECTED = Text(
    "Des corrections du dossier sont rattachées : la lettre les atteste.",
    "Corrections of the file are named: the letter attests them.",
)
Changes = Annotated[list[Annotated[int, Field(ge=1)]], Field(max_length=200)]
REQUEST = {"request": Text("Demande", "Request")}
FILE = {"file": Text("Fichier", "File")}
DAY = {"on": Text("Le", "On")}


@action(
    permission="privacy.edit",
    label=Text("Consigner une demande", "Record a request"),
    fields={
        "kind": Text("Genre", "Kind"),
        "customer": Text("Client", "Customer"),
        "person": Text("Personne", "Person"),
        "contact": Text("Où répondre", "Where to answer"),
        "channel": Text("Reçue par", "Came by"),
        "received_on": Text("Reçue le", "Received on"),
        "details": Text("Ce qui est demandé", "What is asked"),
    },
)
def record_request(
    kind: Kind,
    *,
    details: Words,
    received_on: date,
    channel: Channel = "email",
    customer: CustomerRef | None = None,
    person: Title | None = None,
    contact: Contact = "",
) -> str:
    """Record what somebody asks about his information; it is due thirty days after it came. Returns its number."""
    if received_on > clock.today():
        raise NotYet(day=received_on)
    owner = crm.customer(customer) if customer else None
    name = person or (owner.name if owner else None)
    if name is None:
        raise NobodyAsks
    made = Request.objects.create(
        number=numbers.take_one("privacy_request"),
        kind=kind,
        customer_id=owner.id if owner else None,
        person=name,
        contact=contact,
        channel=channel,
        details=details,
        received_on=received_on,
        due_on=received_on + timedelta(days=DAYS_TO_ANSWER),
        created_at=clock.now(),
    )
    step(made, "received")
    return str(made.number)


@action(
    permission="privacy.edit",
    label=Text("Vérifier l’identité", "Check the identity"),
    fields=REQUEST | {"proof": Text("Comment", "How"), "words": Text("Ce qui a été vu", "What was seen")},
)
def check_identity(request: RequestRef, *, proof: Proof, words: Words) -> None:
    """Say how we made sure that it is the person, or somebody who may speak for him; said again, it replaces."""
    found = locked_request(request)
    found.proof, found.proof_words, found.proved_at = proof, words, clock.now()
    found.save(update_fields=["proof", "proof_words", "proved_at"])
    step(found, "checked", words)


@action(
    permission="privacy.edit",
    label=Text("Écrire sur une demande", "Write about a request"),
    fields=REQUEST | FILE | {"words": Text("Note", "Note")},
)
def note_request(request: RequestRef, *, words: Words, file: FileOfRequest | None = None) -> None:
    """Write what was done or said about a request; it stays as written."""
    found = locked_request(request)
    step(found, "noted", words, _of_this(found, file))


@action(
    permission="privacy.edit",
    label=Text("Rattacher les corrections", "Name the corrections"),
    fields=REQUEST | {"changes": Text("Changements du dossier", "Changes of the file")},
)
def name_corrections(request: RequestRef, *, changes: Changes) -> None:
    """Say which changes of the customer's file since the request came are its corrections; said again, it replaces."""
    found = locked_request(request)
    if found.kind != "rectification" or found.customer is None:
        raise NoRectification(request=request)
    known = {one.id for one in corrections.offered(found, "fr")}
    if strange := sorted(set(changes) - known):
        raise NotHisCorrection(request=request, changes=", ".join(map(str, strange)))
    corrections.choose(found, sorted(set(changes)), current_actor().label)
    step(found, "rectified")


@action(
    permission="privacy.edit",
    label=Text("Répondre à une demande", "Answer a request"),
    fields=REQUEST | FILE | DAY | {"answer": Text("Réponse donnée", "Answer given")},
)
def answer_request(
    request: RequestRef, *, answer: Words, file: FileOfRequest | None = None, on: date | None = None
) -> None:
    """Say that a request was answered, with what; refused while nobody checked who asks, except of a complaint."""
    found = locked_request(request)
    if not found.proof and found.kind != "complaint":
        raise IdentityUnchecked(request=request)
    if found.kind == "rectification":
        rule("corrected", "P-39.1, s. 35", CORRECTED, passed=found.corrections.exists())
    settle(found, "answered", answer, on, _of_this(found, file))


@action(
    permission="privacy.edit",
    label=Text("Refuser une demande", "Refuse a request"),
    harmful=True,
    fields=REQUEST
    | FILE
    | DAY
    | {"ground": Text("Motif légal", "Legal ground"), "answer": Text("Ce qui a été répondu", "What was answered")},
)
def refuse_request(
    request: RequestRef, *, ground: Ground, answer: Words, file: FileOfRequest | None = None, on: date | None = None
) -> None:
    """Say that a request was refused, on which ground, and what was written to the person with the recourse he has."""
    found = locked_request(request)
    found.ground = ground
    settle(found, "refused", answer, on, _of_this(found, file))


@action(
    permission="privacy.edit",
    label=Text("Consigner un retrait", "Record a withdrawal"),
    fields=REQUEST | DAY | {"words": Text("Ce qui a été dit", "What was said")},
)
def withdraw_request(request: RequestRef, *, words: Words, on: date | None = None) -> None:
    """Say that the person took his request back."""
    settle(locked_request(request), "withdrawn", words, on, None)


def step(request: Request, what: str, words: str = "", file: UUID | None = None) -> None:
    """Write what was done about a request, by whom."""
    RequestStep.objects.create(
        request=request, what=what, words=words, file_id=file, by=current_actor().label, at=clock.now()
    )


def settle(request: Request, status: str, words: str, on: date | None, file: UUID | None) -> None:
    """Write how a request ended, on which day, with what file; or refuse the day."""
    day = on or clock.today()
    if day > clock.today():
        raise NotYet(day=day)
    if day < request.received_on:
        raise BeforeItCame(request=request.number, day=request.received_on)
    request.status, request.outcome, request.settled_on, request.file_id = status, words, day, file
    request.save(update_fields=["status", "outcome", "settled_on", "file", "ground"])
    step(request, status, words, file)


def _of_this(request: Request, file: UUID | None) -> UUID | None:
    """Return a file's key when it hangs on the request, or refuse."""
    if file is not None and not any(hung.subject == f"request:{request.number}" for hung in files.attachments_of(file)):
        raise NotOnThisRequest(request=request.number)
    return file
