"""One box that finds everything: each app registers in its `search.py` what may be found in its tables, and how.

    @finds("billing.read", invoice=Text("Facture", "Invoice"), fields={"number": Text("Numéro", "Number")})
    def invoices(question: Question) -> Search | None:
        '''Invoices by number.'''
        return Search(SQL, {"number": question.number})   # None: nothing of ours can be meant

The SQL answers `id, kind, number, score, facts`: `facts` is JSON with `title`, `subtitle`, `url`, and `fields`, the
values by which a row may have been found, so that the answer can say why it matched. Scores: 90 to 100 the very number,
10 to 89 words, pieces of a number, a telephone or an email (88 the id a row had in the former system), under 10 what
only resembles. All sources are asked in one
statement. What was named by its very number stands first, what only resembles last; between them the standing of a
source decides (`Standing`), then the score.
"""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Mapping, Sequence
from dataclasses import dataclass, field
from difflib import SequenceMatcher
from enum import IntEnum
from functools import cached_property
from typing import Any

from django.db import connection

from gigafibre.kernel.actor import Actor
from gigafibre.kernel.folding import fold
from gigafibre.kernel.text import Text

SHORTEST, LONGEST = 2, 120
WORDS = 6
_NUMBER = re.compile(r"^[A-Z]{1,5}-?\d[A-Z0-9-]*$")
_PHONE = re.compile(r"^[\d\s().+/-]+$")
_HEX = re.compile(r"^[0-9a-f]{12}$")


@dataclass(frozen=True)
class Question:
    """What somebody typed, understood: words, a number of ours, a telephone number, an email, a MAC address."""

    raw: str

    @cached_property
    def words(self) -> list[str]:
        """Its words, folded, at most six; a telephone number in pieces is one word of digits."""
        if self.phone:
            return [self.phone]
        return [word.rstrip(".") for word in fold(self.raw).split() if word.rstrip(".")][:WORDS]

    @cached_property
    def number(self) -> str:
        """A human number such as `C-42`, `SINV-2026-700010` or `12345`, or nothing."""
        bare = re.sub(r"[\s-]+", "-", self.raw.strip().upper())
        return bare if _NUMBER.match(bare) or (bare.isdecimal() and len(bare) <= 12) else ""

    @cached_property
    def former_id(self) -> int | None:
        """The id of a row of the former system, which is bare digits (at most nine), or None."""
        bare = self.raw.strip()
        return int(bare) if bare.isascii() and bare.isdecimal() and len(bare) <= 9 else None

    @cached_property
    def phone(self) -> str:
        """Its digits, when it is written as a telephone number (at least seven of them, or pieces), or nothing."""
        text = self.raw.strip()
        digits = re.sub(r"\D", "", text)
        pieces = len(re.findall(r"\d+", text)) > 1
        return digits if _PHONE.match(text) and 6 <= len(digits) <= 15 and (pieces or len(digits) >= 7) else ""

    @cached_property
    def email(self) -> str:
        """The email (or its beginning) it is, or nothing."""
        text = self.raw.strip().lower()
        return text if "@" in text and " " not in text else ""

    @cached_property
    def mac(self) -> str:
        """Twelve hexadecimal digits in lower case, from any notation of a MAC address, or nothing."""
        bare = re.sub(r"[\s:.\-]", "", self.raw).lower()
        return bare if _HEX.match(bare) else ""


#: What the field `former` is called: the id of the row that the former system had.
FORMER_ID = Text("Ancien identifiant", "Former id")
#: As good as a match of words gets, behind what bears the number itself.
BY_FORMER_ID = 88


class Standing(IntEnum):
    """What stands first when words fit several things, as an agent at the telephone expects it."""

    CALLER = 0
    """Who is on the line, and where: customers and their places."""
    MATTER = 1
    """What the call is about: invoices, payments, contracts, services, jobs, issues."""
    THING = 2
    """What is sold and what hangs on the wall: items, devices, drops."""
    HOUSE = 3
    """Who works here."""


@dataclass(frozen=True)
class Search:
    """What a source asks the database: SQL and its named values (kept apart from other sources' by the registry)."""

    sql: str
    values: Mapping[str, Any] = field(default_factory=dict)


@dataclass(frozen=True)
class Matched:
    """Why something was found: the field, what it is called, and the value that matched."""

    field: str
    label: str
    text: str


@dataclass
class Found:
    """One thing found; `facts` holds what the source and those who add to it (`adds_to`) told."""

    kind: str
    id: int
    number: str
    score: float
    facts: dict[str, Any]
    matched: Matched | None = None


Ask = Callable[[Question], Search | None]
Add = Callable[[Sequence[int]], Mapping[int, Mapping[str, Any]]]


@dataclass(frozen=True)
class Source:
    """What may be found: its kinds, words, permission, standing, the fields it may match by, and how it is asked."""

    kinds: Mapping[str, Text]
    permission: str
    standing: Standing
    fields: Mapping[str, Text]
    ask: Ask


_sources: list[Source] = []
_added: dict[str, list[tuple[str, Add]]] = {}
_PLACE = re.compile(r"%\((\w+)\)s")
_ONE_SOURCE = "SELECT *, {} AS standing FROM ({}) s{}"
_BEST_FIRST = """
SELECT id, kind, number, score, facts FROM ({}) asked
ORDER BY CASE WHEN score >= 90 THEN 0 WHEN score >= 10 THEN 1 ELSE 2 END, standing, score DESC, id LIMIT %(most_)s
"""


def finds(
    permission: str, standing: Standing = Standing.MATTER, *, fields: Mapping[str, Text], **kinds: Text
) -> Callable[[Ask], Ask]:
    """Register a source: `@finds("billing.read", invoice=Text("Facture", "Invoice"), fields={…})`."""

    def register(ask: Ask) -> Ask:
        _sources.append(Source(kinds, permission, standing, fields, ask))
        return ask

    return register


def adds_to(kind: str, takes: str) -> Callable[[Add], Add]:
    """Register who adds facts to what was found of a kind, by id (a balance), for who holds the right it takes."""

    def register(add: Add) -> Add:
        _added.setdefault(kind, []).append((takes, add))
        return add

    return register


def kinds_of(actor: Actor) -> dict[str, Text]:
    """Return the kinds an actor may find, with their words."""
    return {kind: text for s in _sources if actor.may(s.permission) for kind, text in s.kinds.items()}


def search(raw: str, actor: Actor, *, kinds: Sequence[str] = (), limit: int = 30) -> list[Found]:
    """Find what an actor may see, the best first: one statement, and one for each kind that others add to."""
    question = Question(raw.strip()[:LONGEST])
    if len(question.raw) < SHORTEST or not question.words:
        return []
    statements, values, fields = _ask(question, actor, kinds)
    if not statements:
        return []
    values["most_"] = limit
    sql = _BEST_FIRST.format(" UNION ALL ".join(statements))
    with connection.cursor() as cursor:
        cursor.execute(sql, values)
        rows = cursor.fetchall()
    found = [
        Found(kind, key, number, float(score), json.loads(facts) if isinstance(facts, str) else facts)
        for key, kind, number, score, facts in rows
        if not kinds or kind in kinds
    ]
    for one in found:
        one.matched = why(question, one.facts.get("fields", {}), fields[one.kind])
    for kind, adders in _added.items():
        if keys := [one.id for one in found if one.kind == kind]:
            for add in [add for takes, add in adders if actor.may(takes)]:
                more = add(keys)
                for one in found:
                    if one.kind == kind:
                        one.facts.update(more.get(one.id, {}))
    return found


def _ask(
    question: Question, actor: Actor, kinds: Sequence[str]
) -> tuple[list[str], dict[str, Any], dict[str, Mapping[str, Text]]]:
    statements: list[str] = []
    values: dict[str, Any] = {}
    fields: dict[str, Mapping[str, Text]] = {}
    for place, source in enumerate(_sources):
        if not actor.may(source.permission) or (kinds and not set(kinds) & set(source.kinds)):
            continue
        asked = source.ask(question)
        if asked is None:
            continue
        own = _PLACE.sub(rf"%(s{place}_\1)s", asked.sql.strip())
        statements.append(_ONE_SOURCE.format(int(source.standing), own, place))
        values |= {f"s{place}_{name}": value for name, value in asked.values.items()}
        fields |= dict.fromkeys(source.kinds, source.fields)
    return statements, values, fields


def why(question: Question, values: Mapping[str, Any], labels: Mapping[str, Text]) -> Matched | None:
    """Return the field that matched: the first that holds all words, else the one that holds most, else the likest."""
    candidates = [
        (name, label, str(value))
        for name, label in labels.items()
        for value in (values.get(name) if isinstance(values.get(name), list) else [values.get(name)]) or []
        if value
    ]
    best, most = None, 0.0
    for name, label, text in candidates:
        held = _held(question, text)
        if held > most:
            best, most = Matched(name, label.in_(), text), held
        if held == 1:
            break
    return best


def _held(question: Question, text: str) -> float:
    """Return which part of the question's words a text holds, 0 to 1; likeness counts half."""
    if question.phone:
        return float(question.phone in re.sub(r"\D", "", text))
    plain = fold(text)
    if question.number and question.number.lower() == text.lower():
        return 1.0
    parts = plain.split()
    held = 0.0
    for word in question.words:
        if any(part.startswith(word) for part in parts) or (len(word) > 3 and word in plain):
            held += 1
        elif len(word) > 3:
            held += 0.5 * max((SequenceMatcher(None, word, part).ratio() for part in parts), default=0.0) ** 3
    return held / len(question.words)
