"""Asking the whole API what nobody thought of: random requests from its own description, and what no answer may be.

Whoever sends (a test in its own process, a proof over the network) hands in `Ask`; each finding names how to ask again.
"""

from __future__ import annotations

import json
import random
import re
import time
from collections import Counter, defaultdict
from collections.abc import Callable, Iterator, Mapping
from contextlib import AbstractContextManager, nullcontext
from dataclasses import dataclass, field
from typing import Any

import schemathesis
from django.conf import settings as platform
from hypothesis import HealthCheck, Phase, given, seed, settings
from hypothesis import strategies as st
from schemathesis import Case, GenerationMode, Response
from schemathesis.checks import CHECKS, load_all_checks
from schemathesis.core.result import Ok
from schemathesis.schemas import APIOperation

from gigafibre.config import openapi
from gigafibre.kernel.http import RefusalBody

#: Sends one request as one person; answers, or None when it can't be sent at all (no such header, no such address).
Ask = Callable[[Case[Any]], Response | None]
#: What must stand while an address is asked, and is taken back afterwards.
Around = Callable[[str], AbstractContextManager[None]]

#: A stream without end; the session of whoever asks.
LEFT_OUT = {("GET", "/api/v1/live"), ("DELETE", "/api/v1/session")}
#: No answer says this, whatever is asked: what broke inside, a key, a password's hash.
INSIDE = re.compile(r"Traceback \(most recent|psycopg\.|django\.|pydantic|site-packages|gigafibre/\w+/\w+\.py|argon2\$")
#: A refusal says none of this either: the words of the database.
SQL = re.compile(r"\bSELECT\b.+\bFROM\b|violates|constraint \"|relation \"|column \"|syntax error", re.DOTALL)
#: How often a value comes from what is there instead of from chance.
KNOWN = 0.7


class NoAnswerError(Exception):
    """A request got no whole answer; the text says how: what had begun broke off, or nothing came in the time given."""


@dataclass
class Findings:
    """What was asked, how it was answered, and what should not have been."""

    asked: int = 0
    statuses: Counter[int] = field(default_factory=Counter)
    wrong: dict[tuple[str, str], str] = field(default_factory=dict)
    operations: set[str] = field(default_factory=set)
    reached: set[str] = field(default_factory=set)

    def add(self, where: str, what: str, how: str) -> None:
        """Keep the first of each kind per operation."""
        self.wrong.setdefault((where, what), how)

    def take(self, more: Findings) -> None:
        """Take in what a further round found."""
        self.asked += more.asked
        self.statuses += more.statuses
        self.operations |= more.operations
        self.reached |= more.reached
        self.wrong = more.wrong | self.wrong

    def told(self) -> str:
        """Return all findings as text."""
        return "\n".join(f"{where}: {what}\n    {how}" for (where, what), how in sorted(self.wrong.items()))

    def figures(self) -> dict[str, Any]:
        """Return the counts for a result file."""
        statuses = {str(status): count for status, count in sorted(self.statuses.items())}
        parts = {"operations": len(self.operations), "operations_that_answered_2xx": len(self.reached)}
        return {"asked": self.asked, **parts, "statuses": statuses}


def operations(audience: str) -> list[APIOperation[Any, Any, Any, Any]]:
    """Return the operations of an API (`ops`, `field`, `public`), each refusing as all refuse."""
    described = {
        "ops": openapi.document,
        "field": openapi.field_document,
        "public": openapi.public_document,
    }[audience]()
    described.pop("security", None)  # who asks is the sender's matter
    described.setdefault("components", {}).pop("securitySchemes", None)
    schemas = described["components"].setdefault("schemas", {})
    made = RefusalBody.model_json_schema(ref_template="#/components/schemas/{model}")
    schemas.update(made.pop("$defs", {}))
    schemas["RefusalBody"] = made
    refused = {"description": "Refused", "content": {"application/json": {"schema": _REFUSAL}}}
    for path, verbs in described["paths"].items():
        for method, operation in verbs.items():
            if (method.upper(), path) not in LEFT_OUT:
                operation["responses"]["4XX"] = refused
    left_out = re.compile("^(" + "|".join(re.escape(path) for _, path in LEFT_OUT) + ")$")
    schema = schemathesis.openapi.from_dict(described)
    found = [got.ok() for got in schema.get_all_operations() if isinstance(got, Ok)]
    return [one for one in found if not (left_out.match(one.path) and (one.method.upper(), one.path) in LEFT_OUT)]


_REFUSAL = {"$ref": "#/components/schemas/RefusalBody"}


class Known:
    """Values that are there: by the name of the field that held them, and inputs of actions that would go through."""

    def __init__(self, inputs: Mapping[str, dict[str, Any]]) -> None:
        self.inputs = dict(inputs)
        self.values: dict[str, list[Any]] = defaultdict(list)
        for given_ in self.inputs.values():
            self.learn(given_)

    def learn(self, told: Any, name: str = "") -> None:
        """Take in an answer: every short value under its name, fifty of each at most."""
        if isinstance(told, dict):
            for key, value in told.items():
                self.learn(value, key)
        elif isinstance(told, list):
            for value in told[:20]:
                self.learn(value, name)
        elif isinstance(told, (str, int)) and not isinstance(told, bool) and len(str(told)) <= 60:
            there = self.values[name]
            if len(there) < 50 and told not in there:
                there.append(told)

    def one(self, name: str, chance: random.Random) -> Any:
        """Return a value known under a name, None if there is none. A path's `number` may be any record's."""
        there = self.values.get(name) or self.values.get(name.removesuffix("_id")) or self.values.get(f"{name}_number")
        return chance.choice(there) if there else None


def fill(case: Case[Any], known: Known, chance: random.Random) -> None:
    """Let a random request speak of what is there: ids in its path, and most fields of an input that would go."""
    for name in list(case.path_parameters or {}):
        value = known.one(name, chance)
        if value is not None and chance.random() < KNOWN:
            case.path_parameters[name] = value
    for name in list(case.query or {}):
        value = known.one(name, chance)
        if value is not None and chance.random() < KNOWN:
            case.query[name] = value
    if not isinstance(case.body, dict):
        return
    example = known.inputs.get(action_of(case.path))
    if example is not None and chance.random() < KNOWN:
        odd = {name: value for name, value in case.body.items() if chance.random() < 0.3}
        case.body = {**example, **odd}
    elif chance.random() < KNOWN:
        case.body = {
            name: other if (other := known.one(name, chance)) is not None and chance.random() < KNOWN else value
            for name, value in case.body.items()
        }


def action_of(path: str) -> str:
    """Return the action that an address does or previews, empty if none."""
    found = re.fullmatch(r"/api/v1/actions/([\w.]+?)(/preview)?", path)
    return found.group(1) if found else ""


def ask_everything(
    audience: str,
    ask: Ask,
    known: Known,
    *,
    seeded: int,
    each: int,
    seconds: float,
    learning: bool = False,
    around: Around = lambda _: nullcontext(),
) -> Findings:
    """Ask each operation `each` times, in a random order, until the time is over; returns what was found."""
    load_all_checks()
    chance = random.Random(seeded)
    todo = operations(audience)
    # Reading the description takes seconds on a busy machine: the time is for asking.
    found, until = Findings(), time.monotonic() + seconds
    if learning:
        # Lists and fixed pages first: what they name is asked for later.
        todo.sort(key=lambda one: ("{" in one.path, one.method.upper() != "GET", chance.random()))
    else:
        chance.shuffle(todo)
    for operation in todo:
        if time.monotonic() > until:
            break
        with around(operation.path):
            _ask_one(operation, ask, known, found, seeded=chance.randrange(2**32), each=each, until=until)
    return found


def _ask_one(
    operation: APIOperation[Any, Any, Any, Any],
    ask: Ask,
    known: Known,
    found: Findings,
    *,
    seeded: int,
    each: int,
    until: float,
) -> None:
    where = f"{operation.method.upper()} {operation.path}"
    found.operations.add(where)

    @seed(seeded)
    @settings(
        max_examples=each,
        phases=[Phase.generate],
        suppress_health_check=list(HealthCheck),
        deadline=None,
        database=None,
    )
    @given(_cases(operation), st.randoms(use_true_random=False))
    def one(case: Case[Any], chance: random.Random) -> None:
        if time.monotonic() > until:
            return
        fill(case, known, chance)
        try:
            answer = ask(case)
        except NoAnswerError as error:
            found.asked += 1
            found.add(where, str(error), _asked(case))
            return
        if answer is None:
            return
        found.asked += 1
        found.statuses[answer.status_code] += 1
        if answer.status_code < 300:
            found.reached.add(where)
            if case.method.upper() == "GET" and _is_json(answer):
                known.learn(answer.json())
        for what in wrong(case, answer):
            found.add(where, what, _how(case, answer))

    one()


def _cases(operation: APIOperation[Any, Any, Any, Any]) -> st.SearchStrategy[Case[Any]]:
    as_described = operation.as_strategy(generation_mode=GenerationMode.POSITIVE)
    return as_described | operation.as_strategy(generation_mode=GenerationMode.NEGATIVE)


def wrong(case: Case[Any], answer: Response) -> Iterator[str]:
    """Yield what no answer may be: broken, saying what is inside, other than described."""
    text = answer.text_lossy() if answer.content else ""
    if answer.status_code >= 500:
        yield f"answered {answer.status_code}"
        return
    if said := INSIDE.search(text):
        yield f"says what is inside: {said.group(0)}"
    if platform.SECRET_KEY in text:
        yield "says the signing key"
    if answer.status_code >= 400:
        yield from _wrong_refusal(answer)
    yield from _not_as_described(case, answer)


def _wrong_refusal(answer: Response) -> Iterator[str]:
    if not _is_json(answer):
        yield "refuses without a code"
        return
    body = answer.json()
    if not (body.get("code") and body.get("message")):
        yield "refuses without a code or a message"
    if said := SQL.search(body.get("message", "")):
        yield f"says the database's words: {said.group(0)}"
    if answer.status_code == 429 and "retry-after" not in answer.headers:
        yield "brakes without Retry-After"


def _not_as_described(case: Case[Any], answer: Response) -> Iterator[str]:
    for name in ("response_schema_conformance", "content_type_conformance", "response_headers_conformance"):
        checked: Any = CHECKS.get_one(name)
        try:
            case.validate_response(answer, checks=[checked])
        except BaseExceptionGroup as group:
            for failure in group.exceptions:
                yield f"{name}: {_without_values(' '.join(str(failure).split()))}"


def _without_values(told: str) -> str:
    """Cut what differs from one request to the next, so that a finding is told once."""
    return re.sub(r"'[^']{0,400}'|\"[^\"]{0,400}\"|\d+", "…", told)[:240]


def _is_json(answer: Response) -> bool:
    return answer.headers.get("content-type", [""])[0].startswith("application/json")


def _how(case: Case[Any], answer: Response) -> str:
    return f"{_asked(case)} → {answer.status_code} {answer.text_lossy()[:500]}"


def _asked(case: Case[Any]) -> str:
    body = json.dumps(case.body, ensure_ascii=True, default=str)[:700] if not _unset(case.body) else ""
    query = json.dumps(case.query, default=str)[:300] if case.query else ""
    return f"{case.method} {case.formatted_path} {query} {body}"


def _unset(body: Any) -> bool:
    return type(body).__name__ == "NotSet"
