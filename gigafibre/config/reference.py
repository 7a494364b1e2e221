"""The reference of the API in docs/reference, written from the code: verbs, readings, facts, refusals."""

from __future__ import annotations

import inspect
from collections.abc import Callable, Iterable
from itertools import groupby
from typing import Any

from gigafibre.config.openapi import document, field_document, public_document
from gigafibre.kernel.errors import Refusal
from gigafibre.kernel.events import Event, all_event_types
from gigafibre.kernel.registry import Action, all_actions

_MADE = "<!-- Written by `gigafibre reference` from the code; changes here are lost. -->\n"
_REFS = "#/components/schemas/"


def pages() -> dict[str, str]:
    """Return each page's text by its file name, the same for the same code."""
    return {
        "actions.md": _actions(),
        "reading.md": _reading("Reading, and the other routes", "ops", document(), "/api/v1", skipped="/actions/"),
        "field.md": _reading("The technicians' API", "field", field_document(), "/api/field"),
        "public.md": _reading("The public API", "public", public_document(), "/api/public"),
        "events.md": _events(),
        "refusals.md": _refusals(),
    }


def _actions() -> str:
    head = (
        "# Actions\n\nEvery change is one of these verbs: `POST /api/v1/actions/NAME` does it (send an "
        "`Idempotency-Key`), `POST /api/v1/actions/NAME/preview` says all it would do, `gigafibre do NAME` does it "
        "from a shell. All check the same permission.\n"
    )
    made = sorted(all_actions(), key=lambda action: action.name)
    return _by_app(head, made, lambda action: action.app, _action)


def _action(action: Action) -> str:
    lines = [f"### `{action.name}`", "", f"{action.label.en} · *{action.label.fr}*", ""]
    lines += [" ".join(action.about.split()), ""]
    facts = [f"permission `{action.permission}`"]
    if action.undo:
        facts.append(f"taken back by [`{action.undo}`](#{_anchor(action.undo)})")
    lines += [", ".join(facts) + ".", ""]
    schema = action.input.model_json_schema()
    if fields := schema.get("properties"):
        wanted = set(schema.get("required", ()))
        lines += ["| input | what | type | |", "|---|---|---|---|"]
        for name, said in fields.items():
            words = action.fields[name].en if name in action.fields else ""
            default = "" if name in wanted else _default(said)
            lines.append(f"| `{name}` | {_cell(words)} | {_cell(_type(said, schema))} | {default} |")
        lines.append("")
    return "\n".join(lines)


def _reading(title: str, name: str, described: dict[str, Any], root: str, *, skipped: str = "") -> str:
    head = f"# {title}\n\nUnder `{root}`. Types in full: `gigafibre openapi --json {name}`.\n"
    asked = [
        (path, method, one)
        for path, methods in sorted(described["paths"].items())
        for method, one in sorted(methods.items())
        if not (skipped and skipped in path)
    ]
    return _by_app(head, asked, lambda one: _area(one[0], root), lambda one: _route(one[0], one[1], one[2], described))


def _area(path: str, root: str) -> str:
    return path.removeprefix(root).strip("/").split("/")[0] or "root"


def _route(path: str, method: str, one: dict[str, Any], described: dict[str, Any]) -> str:
    lines = [
        f"### `{method.upper()} {path}`",
        "",
        " ".join(str(one.get("description", one.get("summary", ""))).split()),
        "",
    ]
    if taken := one.get("parameters"):
        lines += ["| in | name | type | |", "|---|---|---|---|"]
        for parameter in taken:
            schema = parameter.get("schema", {})
            must = "" if parameter.get("required") else _default(schema)
            lines.append(f"| {parameter['in']} | `{parameter['name']}` | {_cell(_type(schema, described))} | {must} |")
        lines.append("")
    answers = [code for code in one.get("responses", {}) if str(code).isdigit()]
    lines += [f"Answers {', '.join(str(code) for code in answers)}.", ""] if answers else []
    return "\n".join(lines)


def _events() -> str:
    head = (
        "# Events\n\nFacts in the past tense, stored with the change that made them and delivered in order for each "
        "subject. They carry numbers, days and amounts, no names.\n"
    )
    made = sorted(all_event_types().items())
    return _by_app(head, made, lambda one: one[0].split(".")[0], lambda one: _event(*one))


def _event(name: str, kind: type[Event]) -> str:
    schema = kind.model_json_schema()
    lines = [f"### `{name}`", "", f"{_first(kind)} Version {kind.version}.", ""]
    if fields := schema.get("properties"):
        lines += ["| field | type |", "|---|---|"]
        lines += [f"| `{field}` | {_cell(_type(said, schema))} |" for field, said in fields.items()]
        lines.append("")
    return "\n".join(lines)


def _refusals() -> str:
    head = (
        "# Refusals\n\nWhat can't be done is said as `{code, message, details}` with a stable code, in the reader's "
        "language; places in braces are filled.\n"
    )
    kinds = {kind.code: kind for kind in _all_refusals(Refusal)}
    rows = []
    for app, of_app in groupby(sorted(kinds.values(), key=lambda kind: (_app(kind), kind.code)), _app):
        rows += [f"## {app}", "", "| code | status | English | français |", "|---|---|---|---|"]
        rows += [f"| `{k.code}` | {k.status} | {_cell(k.text.en)} | {_cell(k.text.fr)} |" for k in of_app]
        rows.append("")
    return "\n".join([_MADE + head, *rows]).rstrip() + "\n"


def _all_refusals(kind: type[Refusal]) -> Iterable[type[Refusal]]:
    for one in kind.__subclasses__():
        if one.__module__.startswith("gigafibre.") and ".tests" not in one.__module__:
            yield one
            yield from _all_refusals(one)


def _app(kind: type) -> str:
    return kind.__module__.split(".")[1]


def _by_app(head: str, made: Iterable[Any], app: Callable[[Any], str], write: Callable[[Any], str]) -> str:
    parts = [_MADE + head]
    for name, ones in groupby(made, app):
        parts += [f"## {name}\n", *map(write, ones)]
    return "\n".join(parts).rstrip() + "\n"


def _first(kind: type) -> str:
    """Return the first sentence of what a class says of itself."""
    about = inspect.cleandoc(kind.__doc__ or "").split("\n\n")[0]
    return " ".join(about.split())


def _anchor(name: str) -> str:
    return name.replace(".", "").lower()


def _cell(text: str) -> str:
    return " ".join(text.split()).replace("|", "\\|")


def _default(schema: dict[str, Any]) -> str:
    given = schema.get("default")
    return "may be left out" if given in (None, "", [], {}) else f"`{given}` unless given"


def _type(schema: dict[str, Any], whole: dict[str, Any]) -> str:
    """Return a schema in a few words: `string (date)`, `one of a, b`, `list of CreditLine`."""
    if ref := schema.get("$ref"):
        target = _resolved(ref, whole)
        return _type(target, whole) if target and "properties" not in target else f"`{ref.rsplit('/', 1)[-1]}`"
    if several := schema.get("anyOf") or schema.get("oneOf"):
        return " or ".join(dict.fromkeys(_type(one, whole) for one in several if one.get("type") != "null"))
    if several := schema.get("allOf"):
        return _type(several[0], whole)
    if "const" in schema:
        return f"`{schema['const']}`"
    if values := schema.get("enum"):
        return "one of " + ", ".join(f"`{value}`" for value in values)
    kind = str(schema.get("type", "any"))
    if kind == "array":
        return f"list of {_type(schema.get('items', {}), whole)}"
    limits = [schema["format"]] if "format" in schema else []
    limits += [f"{word} {schema[key]}" for key, word in _LIMITS.items() if key in schema]
    return f"{kind} ({', '.join(limits)})" if limits else kind


_LIMITS = {"minLength": "at least", "maxLength": "at most", "minimum": "from", "maximum": "to"}


def _resolved(ref: str, whole: dict[str, Any]) -> dict[str, Any]:
    name = ref.rsplit("/", 1)[-1]
    shelf = whole.get("components", {}).get("schemas", {}) if ref.startswith(_REFS) else whole.get("$defs", {})
    found: dict[str, Any] = shelf.get(name, {})
    return found
