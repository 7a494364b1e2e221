"""The descriptions of the three APIs; of the staff's and the technicians' the typed clients are generated."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.config.api import field, ops, public
from gigafibre.dispatch.field_verbs import VERBS
from gigafibre.kernel.registry import Action, all_actions, get_action

_REF = "#/components/schemas/{model}"


def document() -> dict[str, Any]:
    """Return the OpenAPI description, with what each action takes and answers spelled out."""
    made: dict[str, Any] = json.loads(json.dumps(ops.get_openapi_schema(), default=str))
    schemas = made["components"]["schemas"]
    for action in all_actions():
        _spell_out(action, made["paths"], schemas)
    return _secured(made)


def field_document() -> dict[str, Any]:
    """Return the OpenAPI description of `/api/field`, with what each verb takes and answers spelled out."""
    made: dict[str, Any] = json.loads(json.dumps(field.get_openapi_schema(), default=str))
    schemas = made["components"]["schemas"]
    for address, name in VERBS.items():
        asked = made["paths"][f"/api/field/jobs/{{number}}/{address}"]["post"]
        body = asked["requestBody"]["content"]["application/json"]
        takes = body["schema"]
        schemas.update(takes.pop("$defs", {}))
        schemas[takes["title"]] = takes
        body["schema"] = _named(takes["title"])
        done = takes["title"].removesuffix("Input") + "Done"
        answers = get_action(name).output.json_schema(mode="serialization", ref_template=_REF)
        schemas.update(answers.pop("$defs", {}))
        schemas[done] = _done(done, answers, run=False)
        asked["responses"]["200"]["content"]["application/json"]["schema"] = _named(done)
    return _secured(made)


def public_document() -> dict[str, Any]:
    """Return the OpenAPI description of `/api/public`: anybody may ask, so many times a minute (429, Retry-After)."""
    made: dict[str, Any] = json.loads(json.dumps(public.get_openapi_schema(), default=str))
    wait = {"description": "Seconds to wait", "required": True, "schema": {"type": "integer"}}
    for path in made["paths"].values():
        for asked in path.values():
            if braked := asked["responses"].get("429"):
                braked["headers"] = {"Retry-After": wait}
    _times_of_day(made)
    return made


def written(described: dict[str, Any] | None = None) -> str:
    """Return a description (the staff's unless told) as it is kept in a file: the same text for the same API."""
    return json.dumps(described or document(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


def _secured(made: dict[str, Any]) -> dict[str, Any]:
    made["components"]["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
        "token": {"type": "http", "scheme": "bearer"},
    }
    made["security"] = [{"session": []}, {"token": []}]
    _times_of_day(made)
    return made


def _times_of_day(part: Any) -> None:
    """Name a time of day by its format: `time` has an offset (RFC 3339), ours have none (OpenAPI Format Registry)."""
    if isinstance(part, dict):
        if part.get("format") == "time":
            part["format"] = "time-local"
        for value in part.values():
            _times_of_day(value)
    elif isinstance(part, list):
        for value in part:
            _times_of_day(value)


def _spell_out(action: Action, paths: dict[str, Any], schemas: dict[str, Any]) -> None:
    """Name an action's input among the schemas, and say what its result is."""
    takes = action.input.model_json_schema(ref_template=_REF)
    schemas.update(takes.pop("$defs", {}))
    schemas[takes["title"]] = takes
    body = {"required": True, "content": {"application/json": {"schema": _named(takes["title"])}}}
    address = f"/api/v1/actions/{action.name}"
    for path in (address, f"{address}/preview"):
        paths[path]["post"]["requestBody"] = body
    answers = action.output.json_schema(mode="serialization", ref_template=_REF)
    schemas.update(answers.pop("$defs", {}))
    done = takes["title"].removesuffix("Input") + "Done"
    schemas[done] = _done(done, answers, run=True)
    acted = paths[address]["post"]["responses"]["200"]
    acted["content"]["application/json"]["schema"] = _named(done)


def _done(name: str, answers: dict[str, Any], *, run: bool) -> dict[str, Any]:
    """Return the schema of what came of a verb."""
    ran = {"run": {"type": "string"}} if run else {}
    parts = {"result": answers, **ran, "replayed": {"type": "boolean"}}
    return {"title": name, "type": "object", "required": list(parts), "properties": parts}


def _named(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(model=name)}
