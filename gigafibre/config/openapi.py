"""The description of the staff API, from which the typed client of the front end is generated."""

from __future__ import annotations

import json
from typing import Any

from gigafibre.config.api import ops
from gigafibre.kernel.registry import Action, all_actions

_REF = "#/components/schemas/{model}"


def document() -> dict[str, Any]:
    """Return the OpenAPI description, with what each action takes and answers spelled out."""
    made: dict[str, Any] = json.loads(json.dumps(ops.get_openapi_schema(), default=str))
    schemas = made["components"]["schemas"]
    for action in all_actions():
        _spell_out(action, made["paths"], schemas)
    made["components"]["securitySchemes"] = {
        "session": {"type": "apiKey", "in": "cookie", "name": "sessionid"},
        "token": {"type": "http", "scheme": "bearer"},
    }
    made["security"] = [{"session": []}, {"token": []}]
    return made


def written() -> str:
    """Return the description as it is kept in a file: the same text for the same API."""
    return json.dumps(document(), indent=1, sort_keys=True, ensure_ascii=False) + "\n"


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
    schemas[done] = {
        "title": done,
        "type": "object",
        "required": ["result", "run", "replayed"],
        "properties": {
            "result": answers,
            "run": {"type": "string"},
            "replayed": {"type": "boolean"},
        },
    }
    acted = paths[address]["post"]["responses"]["200"]
    acted["content"]["application/json"]["schema"] = _named(done)


def _named(name: str) -> dict[str, str]:
    return {"$ref": _REF.format(model=name)}
