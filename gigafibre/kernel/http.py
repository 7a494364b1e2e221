"""What every HTTP endpoint shares: who asks, what that takes, and how a refusal is answered."""

from __future__ import annotations

from datetime import datetime, timedelta
from typing import Any

from django.db import DataError, OperationalError
from django.http import Http404, HttpRequest, HttpResponse
from ninja import NinjaAPI, Schema
from ninja.errors import HttpError
from ninja.errors import ValidationError as NinjaValidationError
from pydantic import ValidationError

from gigafibre.kernel import clock
from gigafibre.kernel.actor import Actor
from gigafibre.kernel.away import refusal_for
from gigafibre.kernel.errors import Detail, Forbidden, InvalidInput, NotFound, NotLoggedIn, ProofNeeded, Refusal
from gigafibre.kernel.text import Text, current_language
from gigafibre.kernel.validation import details_of


class Needs:
    """The authentication of an operation: somebody is logged in and holds a permission.

    Use as `@router.get("/customers", auth=Needs("crm.read"))`; a test walks every operation and asks for one.
    """

    def __init__(self, permission: str | None) -> None:
        self.permission = permission

    def __call__(self, request: HttpRequest) -> Actor:
        actor = actor_of(request)
        if self.permission is not None and not actor.may(self.permission):
            raise Forbidden(permission=self.permission)
        return actor


#: Anybody who is logged in.
ANYBODY = Needs(None)


def actor_of(request: HttpRequest) -> Actor:
    """Return who asks (set by the identity middleware), or refuse."""
    actor = getattr(request, "actor", None)
    if not isinstance(actor, Actor):
        raise NotLoggedIn
    return actor


#: For so long after a person proved who he is, dangerous acts don't ask again.
PROOF_LASTS = timedelta(minutes=10)


def needs_proof(request: HttpRequest) -> None:
    """Refuse a person who hasn't proved lately who he is (ProofNeeded); a program proves it with every request.

    When he last did is set by the identity middleware; a session that can prove nothing here (its proxy answers for
    it) has none and isn't asked.
    """
    proved: datetime | None = getattr(request, "proved_at", None)
    if proved is not None and proved + PROOF_LASTS < clock.now():
        raise ProofNeeded


class RefusalDetail(Schema):
    """One thing wrong, and where; `suggestion` is a value to take instead, or empty."""

    field: str
    code: str
    message: str
    suggestion: str = ""


class RefusalBody(Schema):
    """What every refusal looks like."""

    code: str
    message: str
    details: list[RefusalDetail] = []


def answer_refusals(api: NinjaAPI) -> None:
    """Teach an API to answer refusals, and never to leak what broke inside."""

    def refuse(request: HttpRequest, refusal: Refusal) -> HttpResponse:
        answer = api.create_response(request, refusal.as_dict(current_language()), status=refusal.status)
        if "seconds" in refusal.values:  # how long to wait, for whoever can't read
            answer["Retry-After"] = str(refusal.values["seconds"])
        return answer

    @api.exception_handler(Refusal)
    def _refusal(request: HttpRequest, error: Refusal) -> HttpResponse:
        return refuse(request, error)

    @api.exception_handler(ValidationError)
    def _pydantic(request: HttpRequest, error: ValidationError) -> HttpResponse:
        return refuse(request, InvalidInput(*details_of(error)))

    @api.exception_handler(NinjaValidationError)
    def _ninja(request: HttpRequest, error: NinjaValidationError) -> HttpResponse:
        return refuse(request, InvalidInput(*[_plain(item) for item in error.errors]))

    @api.exception_handler(HttpError)
    def _unreadable(request: HttpRequest, error: HttpError) -> HttpResponse:
        return refuse(request, InvalidInput())  # a body that is no JSON

    @api.exception_handler(Http404)
    def _missing(request: HttpRequest, error: Http404) -> HttpResponse:
        return refuse(request, NotFound(what=request.path))

    @api.exception_handler(DataError)
    def _value(request: HttpRequest, error: DataError) -> HttpResponse:
        # A value no column can hold (a NUL character, a number of fifty digits): the sender's mistake, not ours.
        return refuse(request, InvalidInput())

    @api.exception_handler(OperationalError)
    def _database(request: HttpRequest, error: OperationalError) -> HttpResponse:
        return refuse(request, refusal_for(error))


def _plain(item: dict[str, Any]) -> Detail:
    where = ".".join(str(part) for part in item.get("loc", ()) if part not in {"query", "body", "path", "payload"})
    return Detail(where, str(item.get("type", "invalid")), Text("Valeur invalide.", "Invalid value."))
