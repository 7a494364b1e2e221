"""The letter that answers a request: made once from what was settled, stored, and the same bytes ever after."""

from __future__ import annotations

from typing import Any

from gigafibre.billing import letterhead
from gigafibre.billing.queries.customers import bill_to
from gigafibre.kernel import clock, files
from gigafibre.kernel.context import doing
from gigafibre.kernel.documents.engine import compile_one
from gigafibre.kernel.documents.wording import Language
from gigafibre.privacy import corrections, queries
from gigafibre.privacy.documents.answer import AnswerDocument, CorrectedField, answer_printable
from gigafibre.privacy.errors import AlreadyErased, NoLetterYet, NoSuchRequest
from gigafibre.privacy.models import Erasure, Request, RequestLetter


def letter_of(number: str) -> files.Stored:
    """Return the letter of a request as PDF, made when it is first asked for; or refuse."""
    found = Request.objects.select_related("customer").filter(number=number).first()
    if found is None:
        raise NoSuchRequest(request=number)
    if found.status not in {"answered", "refused"}:
        raise NoLetterYet(request=number)
    kept = RequestLetter.objects.select_related("file").filter(request=found).first()
    if kept is None and found.customer and Erasure.objects.filter(customer=found.customer).exists():
        raise AlreadyErased(customer=found.customer.number)
    return files.read(kept.file if kept else _made(found))


def document_of(request: Request) -> AnswerDocument:
    """Fill the letter from a settled request, in its customer's language; French for who is none."""
    owner = bill_to(request.customer.number) if request.customer else None
    language: Language = "en" if owner and owner.language == "en" else "fr"
    changed = corrections.made_for(request, language)
    fields = [(one, field) for one in changed for field in one.change["fields"]]
    # Who asked under the name that was wrong is written to under the right one.
    wrong = {field["before"] for _, field in fields if field["field"] == "display_name"}
    name = owner.name if owner and request.person in wrong else request.person
    return AnswerDocument(
        provider=letterhead.provider(letterhead.of_today(), language),
        language=language,
        person=(name, *(owner.address[:6] if owner else [request.contact])),
        account_number=owner.number if owner else "",
        number=request.number,
        kind=request.kind,
        dated=request.settled_on or clock.today(),
        received_on=request.received_on,
        ground=request.ground,
        said=request.outcome,
        corrected=tuple(
            CorrectedField(
                what=one.change["label"],
                field=field["label"],
                before=field["before"] or "",
                after=field["after"] or "",
                on=clock.day_of(one.at),
            )
            for one, field in fields
        ),
        officer=queries.officer(),
    )


def _made(request: Request) -> Any:
    content = compile_one(answer_printable(document_of(request)))
    with doing("privacy.make_letter"):
        # Who comes at the same moment waits here, and finds the letter of the first.
        Request.objects.select_for_update().get(pk=request.pk)
        kept = RequestLetter.objects.select_related("file").filter(request=request).first()
        if kept is None:
            file = files.store(content, f"{request.number}.pdf")
            kept = RequestLetter.objects.create(request=request, file=file, at=clock.now())
    return kept.file
