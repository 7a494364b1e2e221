"""The description of the API: whole, stable, and current in the front end."""

from __future__ import annotations

import functools
import json
from pathlib import Path
from typing import Any

import pytest
from django.core.management import CommandError, call_command

from gigafibre.config import openapi
from gigafibre.config.management.commands import openapi as command
from gigafibre.config.openapi import public_document, written

# Some seconds each: described once for all that only read it.
document = functools.cache(openapi.document)


def references(value: Any) -> set[str]:
    if isinstance(value, dict):
        own = {value["$ref"]} if isinstance(value.get("$ref"), str) else set()
        return own.union(*(references(item) for item in value.values()))
    if isinstance(value, list):
        return set().union(*(references(item) for item in value))
    return set()


def test_every_reference_leads_to_a_schema() -> None:
    described = document()
    names = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert references(described) - names == set()
    assert "$defs" not in json.dumps(described)


def test_times_of_day_are_described_without_an_offset() -> None:
    told = json.dumps([document(), openapi.field_document(), public_document()])
    assert '"format": "time"' not in told
    assert '"format": "time-local"' in told


def test_every_operation_has_an_id_of_its_own() -> None:
    ids = [operation["operationId"] for path in document()["paths"].values() for operation in path.values()]
    assert len(ids) == len(set(ids))


def test_an_action_says_what_it_takes_and_answers() -> None:
    described = document()
    act = described["paths"]["/api/v1/actions/identity.create_token"]["post"]
    takes = described["components"]["schemas"]["IdentityCreateTokenInput"]
    assert act["requestBody"]["content"]["application/json"]["schema"] == {
        "$ref": "#/components/schemas/IdentityCreateTokenInput"
    }
    assert takes["required"] == ["name", "scopes"]
    assert takes["additionalProperties"] is False
    answers = described["components"]["schemas"]["IdentityCreateTokenDone"]["properties"]["result"]
    assert answers["properties"].keys() == {"name", "token"}


def test_the_public_description_names_its_routes_their_wait_and_no_login() -> None:
    described = public_document()
    assert {path: sorted(asked) for path, asked in described["paths"].items()} == {
        "/api/public/eligibility": ["get"],
        "/api/public/eligibility/interest": ["post"],
    }
    for path in described["paths"].values():
        for asked in path.values():
            assert asked["responses"]["429"]["headers"]["Retry-After"]["schema"] == {"type": "integer"}
    assert "securitySchemes" not in described["components"]
    names = {f"#/components/schemas/{name}" for name in described["components"]["schemas"]}
    assert references(described) - names == set()
    assert not {"StaffAddress", "DropPageOut"} & set(described["components"]["schemas"])


def test_it_is_written_the_same_twice() -> None:
    assert written() == written(document())


def test_a_drift_is_noticed(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(command, "document", document)
    file = tmp_path / "openapi.json"
    call_command("openapi", "--out", str(file))
    call_command("openapi", "--out", str(file), "--check")
    file.write_text(file.read_text().replace("/session", "/sessions"))
    with pytest.raises(CommandError, match="has drifted"):
        call_command("openapi", "--out", str(file), "--check")
