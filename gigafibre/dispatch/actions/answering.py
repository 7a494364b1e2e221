"""Answers to a job's checklist: one, or all that a phone kept without network."""

from __future__ import annotations

import json
from datetime import datetime
from decimal import Decimal
from typing import Annotated, Any

from django.db import connection
from pydantic import BaseModel, Field, StrictBool

from gigafibre.dispatch.actions.planning import JOB
from gigafibre.dispatch.actions.visiting import AT
from gigafibre.dispatch.errors import BadAnswer, NoSuchItem
from gigafibre.dispatch.locking import come, open_to_work
from gigafibre.dispatch.models import ChecklistItem, Job
from gigafibre.dispatch.refs import Code, Instant, JobRef
from gigafibre.kernel.actor import current_actor
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import one, some, write
from gigafibre.kernel.statements import Prepared
from gigafibre.kernel.text import Text

WANTED = {
    "check": Text("oui ou non", "yes or no"),
    "number": Text("un nombre", "a number"),
    "text": Text("un texte", "a text"),
    "scan": Text("un numéro lu", "a number read"),
    "photo": Text("une photo", "a photo"),
}
Answer = StrictBool | Decimal | Annotated[str, Field(max_length=2000)] | None
_ANSWERED = Prepared("""
UPDATE dispatch_checklistitem c SET answer = a.answer, answered_at = a.at, answered_by = a.who
FROM unnest(%s::bigint[], %s::jsonb[], %s::timestamptz[], %s::text[]) AS a (id, answer, at, who) WHERE c.id = a.id
""")


@action(
    permission="dispatch.work",
    label=Text("Répondre à un point", "Answer a checklist item"),
    fields=JOB | AT | {"item": Text("Point", "Item"), "answer": Text("Réponse", "Answer")},
)
def answer_item(job: JobRef, *, item: Code, answer: Answer = None, at: Instant | None = None) -> None:
    """Answer an item of a job's checklist, or take the answer back (none).

    A measure beyond its limits is kept as measured; it doesn't fulfil the item.
    """
    found = open_to_work(job)
    asked = item_of(found, item)
    write(asked, **_kept(asked, answer, at))


class GivenAnswer(BaseModel):
    """An answer to one item of a checklist (none takes it back), and when it was given; now unless said."""

    item: Code
    answer: Answer = None
    at: Instant | None = None


@action(
    permission="dispatch.work",
    label=Text("Répondre à plusieurs points", "Answer checklist items"),
    fields=JOB | {"answers": Text("Réponses", "Answers")},
)
def answer_items(
    job: JobRef, *, answers: Annotated[tuple[GivenAnswer, ...], Field(min_length=1, max_length=200)]
) -> None:
    """Answer items of a job's checklist together, as a phone sends what it kept without network: all or none of them.

    Of two answers to one item the later in the list stands.
    """
    found = open_to_work(job)
    asked = {item.code: item for item in some(ChecklistItem, job_id=found.pk)}
    kept: dict[int, dict[str, Any]] = {}
    for given in answers:
        if given.item not in asked:
            raise NoSuchItem(job=job, item=given.item)
        kept[asked[given.item].pk] = _kept(asked[given.item], given.answer, given.at)
    rows = list(kept.values())
    with connection.cursor() as cursor:
        cursor.execute(
            _ANSWERED,
            [
                list(kept),
                [None if row["answer"] is None else json.dumps(row["answer"]) for row in rows],
                [row["answered_at"] for row in rows],
                [row["answered_by"] for row in rows],
            ],
        )


def item_of(job: Job, code: str) -> ChecklistItem:
    """Return an item of a job's checklist, or refuse."""
    found = one(ChecklistItem, job_id=job.pk, code=code)
    if found is None:
        raise NoSuchItem(job=job.number, item=code)
    return found


def _kept(item: ChecklistItem, answer: bool | Decimal | str | None, at: datetime | None) -> dict[str, Any]:
    """Return an answer as its columns: what, when, by whom; a moment to come or another kind is refused."""
    value = _checked(item, answer)
    moment, who = (come(at), current_actor().label) if answer is not None else (None, "")
    return {"answer": value, "answered_at": moment, "answered_by": who}


def label_of(item: ChecklistItem) -> Text:
    """Return what an item says."""
    return Text(item.label_fr, item.label_en)


def _checked(item: ChecklistItem, answer: bool | Decimal | str | None) -> bool | float | int | str | None:
    """Return an answer as it is kept, or refuse one of another kind."""
    if answer is None:
        return None
    if item.kind == "check" and isinstance(answer, bool):
        return answer
    if item.kind == "number" and not isinstance(answer, bool):
        try:
            number = Decimal(answer)
        except ArithmeticError:
            raise BadAnswer(item=label_of(item), wanted=WANTED["number"]) from None
        if number.is_finite() and abs(number) < 10**9:
            return int(number) if number == number.to_integral_value() else float(number)
    if item.kind == "choice" and answer in [choice["code"] for choice in item.choices]:
        return str(answer)
    if item.kind in {"text", "scan"} and not isinstance(answer, bool):
        return str(answer)
    if item.kind == "choice":
        said = Text(", ".join(c["fr"] for c in item.choices), ", ".join(c["en"] for c in item.choices))
        raise BadAnswer(item=label_of(item), wanted=said)
    raise BadAnswer(item=label_of(item), wanted=WANTED[item.kind])
