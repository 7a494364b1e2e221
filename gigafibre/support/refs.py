"""How actions name an issue, and issues under lock."""

from __future__ import annotations

from typing import Annotated, NoReturn

from pydantic import Field

from gigafibre.kernel.card_numbers import NoCardNumber
from gigafibre.kernel.rows import follow, one
from gigafibre.kernel.text import Text
from gigafibre.support.errors import NoSuchIssue, WrongIssueState
from gigafibre.support.labels import STATUSES
from gigafibre.support.models import Issue

IssueRef = Annotated[str, Field(pattern=r"^ISS-\d+$", max_length=16, json_schema_extra={"format": "ref:issue"})]
Contract = Annotated[str, Field(pattern=r"^[A-Za-z0-9-]*$", max_length=32)]
Subject = Annotated[str, NoCardNumber, Field(min_length=1, max_length=160)]
#: Words that must be said, and may be many.
Words = Annotated[str, NoCardNumber, Field(min_length=1, max_length=20_000, json_schema_extra={"format": "long"})]


def locked(number: str) -> Issue:
    """Return an issue locked for change, or refuse."""
    found = one(Issue, number=number, lock=True)
    if found is None:
        raise NoSuchIssue(issue=number)
    return follow(found, "customer", "location")


def must_be(issue: Issue, *wanted: str) -> None:
    """Refuse unless an issue is in one of these states."""
    if issue.status not in wanted:
        _wrong_state(issue, *wanted)


def _wrong_state(issue: Issue, *wanted: str) -> NoReturn:
    words = [STATUSES[each] for each in wanted]
    either = Text(" ou ".join(word.fr for word in words), " or ".join(word.en for word in words))
    raise WrongIssueState(issue=issue.number, state=STATUSES[issue.status], wanted=either)
