"""How actions name a request or an incident, and both under lock."""

from __future__ import annotations

from collections.abc import Callable
from typing import Annotated
from uuid import UUID

from pydantic import AfterValidator, Field

from gigafibre.kernel.card_numbers import NoCardNumber
from gigafibre.privacy.errors import IncidentClosed, NoSuchIncident, NoSuchRequest, RequestSettled
from gigafibre.privacy.models import GROUNDS, KINDS, NATURES, PROOFS, TOUCHED, Incident, Request

RequestRef = Annotated[str, Field(pattern=r"^PRV-\d+$", max_length=16, json_schema_extra={"format": "ref:request"})]
IncidentRef = Annotated[str, Field(pattern=r"^INC-\d+$", max_length=16, json_schema_extra={"format": "ref:incident"})]
#: A file hung on the request that the same input names: uploaded there first, by its key.
FileOfRequest = Annotated[UUID, Field(json_schema_extra={"format": "file", "on": "request"})]
Title = Annotated[str, NoCardNumber, Field(min_length=1, max_length=160)]
Contact = Annotated[str, NoCardNumber, Field(max_length=200)]
#: Words that must be said, and may be many.
Words = Annotated[str, NoCardNumber, Field(min_length=1, max_length=20_000, json_schema_extra={"format": "long"})]


def _among(known: tuple[str, ...]) -> Callable[[str], str]:
    def check(value: str) -> str:
        if value not in known:
            raise ValueError(", ".join(known))
        return value

    return check


def _one_of(known: tuple[str, ...]) -> object:
    """Say what a value may be; the pages offer the words, so that no other page has to carry them."""
    return Field(max_length=20, description=" | ".join(known))


Kind = Annotated[str, AfterValidator(_among(KINDS)), _one_of(KINDS)]
Proof = Annotated[str, AfterValidator(_among(PROOFS)), _one_of(PROOFS)]
Ground = Annotated[str, AfterValidator(_among(GROUNDS)), _one_of(GROUNDS)]
Nature = Annotated[str, AfterValidator(_among(NATURES)), _one_of(NATURES)]
Touched = Annotated[str, AfterValidator(_among(TOUCHED)), _one_of(TOUCHED)]


def locked_request(number: str, *, settled: bool = False) -> Request:
    """Return a request locked for change, or refuse; a settled one only where that is meant."""
    found = Request.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise NoSuchRequest(request=number)
    if found.status != "open" and not settled:
        raise RequestSettled(request=number, day=found.settled_on)
    return found


def locked_incident(number: str, *, closed: bool = False) -> Incident:
    """Return an incident locked for change, or refuse; a closed one only where that is meant."""
    found = Incident.objects.select_for_update().filter(number=number).first()
    if found is None:
        raise NoSuchIncident(incident=number)
    if found.status == "closed" and not closed:
        raise IncidentClosed(incident=number)
    return found
