"""What a technician's phone calls: his own jobs, and thin routes to the verbs of the visit.

Every write takes an `Idempotency-Key`, so that what a phone sends again after a lost answer happens once.
"""

from __future__ import annotations

import datetime
from typing import Annotated, Any
from uuid import UUID

from django.http import HttpRequest, HttpResponse
from ninja import Body, Header, Router, Schema, UploadedFile
from ninja import File as FileField

from gigafibre.dispatch import queries
from gigafibre.dispatch.errors import NotAPicture
from gigafibre.dispatch.field_verbs import VERBS
from gigafibre.dispatch.own import Myself, kept_picture, myself, own_jobs, own_number, own_picture
from gigafibre.kernel import clock, files
from gigafibre.kernel.actor import acting_as
from gigafibre.kernel.api.files import served
from gigafibre.kernel.context import doing
from gigafibre.kernel.http import Needs, RefusalBody, actor_of
from gigafibre.kernel.perform import perform
from gigafibre.kernel.registry import get_action

router = Router(tags=["dispatch"])
WORK = Needs("dispatch.work")
REFUSALS = dict.fromkeys((401, 403, 404, 409, 422, 503), RefusalBody)
PICTURE = {"responses": {200: {"content": {"image/*": {}}, "description": "The picture"}}}
MOST_BYTES = 10 * 1024 * 1024


class FieldDone(Schema):
    """What came of a verb; `replayed` when the same key was answered before."""

    result: Any = None
    replayed: bool


class UploadedOut(Schema):
    """A stored picture, to be kept as a photo or a signature."""

    file: UUID


@router.get("/me", auth=WORK, response=Myself, operation_id="field_read_me")
def field_read_me(request: HttpRequest) -> Myself:
    """Return the technician who asks, and on which job his clock runs; refuses who isn't one."""
    with acting_as(actor_of(request)):
        return myself()


@router.get("/jobs", auth=WORK, response=list[queries.DayJob], operation_id="field_list_jobs")
def field_list_jobs(
    request: HttpRequest, first: datetime.date | None = None, last: datetime.date | None = None
) -> list[queries.DayJob]:
    """List the jobs of whoever asks, today and the next seven days unless told: published ones and those under way."""
    today = clock.today()
    with acting_as(actor_of(request)):
        return own_jobs(first or today, last or (first or today) + datetime.timedelta(days=7))


@router.get("/jobs/{number}/pictures/{uuid:key}", auth=WORK, operation_id="field_read_picture", openapi_extra=PICTURE)
def field_read_picture(request: HttpRequest, number: str, key: UUID) -> HttpResponse:
    """Return a picture hung on one of one's own jobs: a photo or the signature."""
    with acting_as(actor_of(request)):
        return served(own_picture(number, key))


@router.post(
    "/jobs/{number}/photos",
    auth=WORK,
    response={200: UploadedOut, **REFUSALS},
    operation_id="field_upload_picture",
)
def field_upload_picture(request: HttpRequest, number: str, upload: FileField[UploadedFile]) -> dict[str, Any]:
    """Store a picture (10 MB at most, typed by its content) on one of one's own jobs; sent again, it is kept once."""
    if (upload.size or 0) > MOST_BYTES:
        raise NotAPicture
    actor = actor_of(request)
    with doing("dispatch.upload_picture", actor):
        own_number(number)
        content = upload.read()
        if not files.type_of(content).startswith("image/"):
            raise NotAPicture
        return {"file": kept_picture(number, content, upload.name or "")}


def _route(address: str, action: str) -> None:
    shape = get_action(action)

    def act(
        request: HttpRequest,
        number: str,
        payload: Annotated[dict[str, Any], Body()],
        idempotency_key: Annotated[str | None, Header(alias="Idempotency-Key")] = None,
    ) -> dict[str, Any]:
        given = {**payload, "job": number}
        outcome = perform(action, given, actor=actor_of(request), idempotency_key=idempotency_key)
        return {"result": outcome.result, "replayed": outcome.replayed}

    takes = shape.input.model_json_schema(ref_template="#/components/schemas/{model}")
    takes["properties"].pop("job")
    takes["required"] = [name for name in takes.get("required", []) if name != "job"]
    act.__doc__ = shape.about
    router.post(
        f"/jobs/{{number}}/{address}",
        auth=Needs(shape.permission),
        response={200: FieldDone, **REFUSALS},
        operation_id=f"field_{action.replace('.', '_')}",
        summary=shape.label.en,
        openapi_extra={"requestBody": {"required": True, "content": {"application/json": {"schema": takes}}}},
    )(act)


for _address, _action in VERBS.items():
    _route(_address, _action)
