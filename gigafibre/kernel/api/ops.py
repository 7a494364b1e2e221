"""Actions over HTTP, made from the registry before any URL is read; parked work; files."""

from __future__ import annotations

from typing import Annotated, Any

from django.http import HttpRequest
from ninja import Body, Header, Router, Schema

from gigafibre.kernel.api.audit import router as audit_router
from gigafibre.kernel.api.files import router as files_router
from gigafibre.kernel.api.jobs import router as jobs_router
from gigafibre.kernel.api.lists import router as lists_router
from gigafibre.kernel.api.notes import router as notes_router
from gigafibre.kernel.api.search import router as search_router
from gigafibre.kernel.api.services import router as services_router
from gigafibre.kernel.api.settings import router as settings_router
from gigafibre.kernel.discover import discover
from gigafibre.kernel.http import ANYBODY, Needs, RefusalBody, actor_of, needs_proof
from gigafibre.kernel.listing import serve
from gigafibre.kernel.parked import PARKED
from gigafibre.kernel.perform import perform
from gigafibre.kernel.preview import preview
from gigafibre.kernel.preview_words import in_words
from gigafibre.kernel.registry import Action, all_actions
from gigafibre.kernel.text import current_language

router = Router(tags=["kernel"])
router.add_router("", files_router)
router.add_router("", notes_router)
router.add_router("", lists_router)
router.add_router("", search_router)
router.add_router("", audit_router)
router.add_router("", jobs_router)
router.add_router("", services_router)
router.add_router("", settings_router)
discover()


class ActionOut(Schema):
    """An action in the catalogue: what it is called, what it takes, and whether the reader may do it."""

    name: str
    permission: str
    label: str
    about: str
    harmful: bool
    undo: str
    allowed: bool
    input: dict[str, Any]
    fields: dict[str, str]


class UndoOut(Schema):
    """The action that takes another back, with its whole input; `title` is what was done."""

    name: str
    label: str
    title: str
    input: dict[str, Any]


class Done(Schema):
    """What came of an action; `undo` takes it back, for as long as nothing else happened to what it touched."""

    result: Any = None
    run: str
    replayed: bool
    undo: UndoOut | None = None


class FieldChange(Schema):
    field: str
    label: str
    before: str | None = None
    after: str | None = None


class RecordChange(Schema):
    table: str
    label: str
    number: str | None = None
    op: str
    done: str
    count: int
    books: bool
    fields: list[FieldChange]


class FactOut(Schema):
    type: str
    text: str


class MoneyChange(Schema):
    label: str
    subject: str
    before: str
    after: str
    difference: str | None = None


class EffectOut(Schema):
    kind: str
    subject: str
    text: str
    state: str


class RuleOut(Schema):
    code: str
    source: str
    fact: str
    passed: bool


class WouldParkOut(Schema):
    handler: str
    error: str


class PreviewOut(Schema):
    """What an action would do, in words."""

    action: str
    title: str
    harmful: bool
    undo: str
    result: Any = None
    changes: list[RecordChange]
    facts: list[FactOut]
    money: list[MoneyChange]
    messages: list[EffectOut]
    network: list[EffectOut]
    charges: list[EffectOut]
    rules: list[RuleOut]
    parked: list[WouldParkOut]


@router.get("/actions", auth=ANYBODY, response=list[ActionOut], operation_id="list_actions")
def list_actions(request: HttpRequest) -> list[dict[str, Any]]:
    """List every action with the schema of its input; `allowed` says whether the reader may do it."""
    actor, language = actor_of(request), current_language()
    return [
        {
            "name": a.name,
            "permission": a.permission,
            "label": a.label.in_(language),
            "about": a.about,
            "harmful": a.harmful,
            "undo": a.undo,
            "allowed": actor.may(a.permission),
            "input": a.input.model_json_schema(),
            "fields": {name: text.in_(language) for name, text in a.fields.items()},
        }
        for a in all_actions()
    ]


serve(router, "/parked-work", PARKED)


def _routes(action: Action) -> None:
    shape = action.input
    operation = action.name.replace(".", "_")
    refusals = dict.fromkeys((401, 403, 404, 409, 422, 503), RefusalBody)

    def act(
        request: HttpRequest,
        payload: Annotated[dict[str, Any], Body()],
        idempotency_key: Annotated[str | None, Header(alias="Idempotency-Key")] = None,
    ) -> dict[str, Any]:
        if action.proof:
            needs_proof(request)
        outcome = perform(action.name, payload, actor=actor_of(request), idempotency_key=idempotency_key)
        back = outcome.back
        undo = back and {
            "name": back.action.name,
            "label": back.action.label.in_(),
            "title": action.label.in_(),
            "input": back.input,
        }
        return {"result": outcome.result, "run": str(outcome.run), "replayed": outcome.replayed, "undo": undo}

    def look(request: HttpRequest, payload: Annotated[dict[str, Any], Body()]) -> dict[str, Any]:
        return in_words(preview(action.name, payload, actor=actor_of(request)), current_language())

    for function, suffix, answer in ((act, "", Done), (look, "/preview", PreviewOut)):
        function.__doc__ = action.about
        router.post(
            f"/actions/{action.name}{suffix}",
            auth=Needs(action.permission),
            response={200: answer, **refusals},
            operation_id=f"preview_{operation}" if suffix else operation,
            summary=action.label.en,
            openapi_extra={
                "requestBody": {
                    "required": True,
                    "content": {"application/json": {"schema": shape.model_json_schema(ref_template=_REF)}},
                }
            },
        )(function)


_REF = "#/components/schemas/{model}"


for _action in all_actions():
    _routes(_action)
