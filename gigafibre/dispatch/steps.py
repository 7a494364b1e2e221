"""What templates are made of: checklist items and the steps of a chain, checked before they are kept."""

from __future__ import annotations

from collections.abc import Iterable
from decimal import Decimal
from typing import Annotated, Literal

from pydantic import BaseModel, ConfigDict, Field, model_validator

from gigafibre.dispatch.refs import Code, Level, Minutes, TagRef, Title
from gigafibre.kernel.text import Text
from gigafibre.kernel.validation import BadValue

Kind = Literal["installation", "repair", "maintenance", "removal", "survey"]
Priority = Literal["low", "normal", "high", "urgent"]
Number = Annotated[Decimal, Field(max_digits=12, decimal_places=3)]


class _Part(BaseModel):
    model_config = ConfigDict(frozen=True, extra="forbid", str_strip_whitespace=True)


class ChecklistChoice(_Part):
    """One answer to choose."""

    code: Code
    fr: Annotated[str, Field(min_length=1, max_length=80)]
    en: Annotated[str, Field(min_length=1, max_length=80)]


class ChecklistEntry(_Part):
    """One thing to do on a job; asked when the item `only_if` was answered `only_if_is`, always without."""

    code: Code
    kind: Literal["check", "text", "number", "photo", "scan", "choice"] = "check"
    fr: Title
    en: Title
    mandatory: bool = True
    lowest: Number | None = None
    highest: Number | None = None
    unit: Annotated[str, Field(max_length=16)] = ""
    choices: Annotated[list[ChecklistChoice], Field(max_length=20)] = []
    only_if: Annotated[str, Field(max_length=40)] = ""
    only_if_is: bool | str | None = None

    @model_validator(mode="after")
    def _whole(self) -> ChecklistEntry:
        if (self.kind == "choice") != bool(self.choices):
            raise BadValue(Text("Un choix, et lui seul, a des réponses.", "A choice, and only a choice, has answers."))
        if self.lowest is not None and self.highest is not None and self.highest < self.lowest:
            raise BadValue(Text("La limite haute précède la basse.", "The high limit is below the low one."))
        if (self.lowest is not None or self.highest is not None) and self.kind != "number":
            raise BadValue(Text("Seule une mesure a des limites.", "Only a number has limits."))
        if bool(self.only_if) != (self.only_if_is is not None):
            raise BadValue(Text("Une condition a un point et une réponse.", "A condition has an item and an answer."))
        return self


class TagNeed(_Part):
    """A tag at a level."""

    tag: TagRef
    level: Level = 1


class ChainStep(_Part):
    """One job of a chain: what, how long, by whom, so many days after the chain's day."""

    code: Code
    kind: Kind
    fr: Title
    en: Title
    minutes: Minutes = 60
    offset_days: Annotated[int, Field(ge=-60, le=365)] = 0
    priority: Priority = "normal"
    needs: Annotated[list[TagNeed], Field(max_length=10)] = []
    checklist: Annotated[str, Field(max_length=40)] = ""
    after: Annotated[list[Code], Field(max_length=10)] = []
    may_start_early: bool = False
    needs_signature: bool = False
    instructions_fr: Annotated[str, Field(max_length=2000)] = ""
    instructions_en: Annotated[str, Field(max_length=2000)] = ""


def check_items(items: list[ChecklistEntry]) -> list[ChecklistEntry]:
    """Return checklist items when each code is there once and each condition names an item further up, or refuse."""
    seen: dict[str, ChecklistEntry] = {}
    for item in items:
        if item.code in seen:
            raise BadValue(Text("« {c} » revient deux fois.", "“{c}” comes twice.").with_(c=item.code))
        if item.only_if and item.only_if not in seen:
            words = Text("« {c} » dépend de « {o} », qui ne la précède pas.", "“{c}” depends on “{o}”, not above it.")
            raise BadValue(words.with_(c=item.code, o=item.only_if))
        if item.only_if and not _can_be(seen[item.only_if], item.only_if_is):
            words = Text(
                "« {c} » attend de « {o} » ce qui ne s’y répond pas.", "“{o}” is never answered as “{c}” needs."
            )
            raise BadValue(words.with_(c=item.code, o=item.only_if))
        seen[item.code] = item
    return items


def _can_be(item: ChecklistEntry, answer: bool | str | None) -> bool:
    """Say whether an item can have an answer that is a condition: ticked, or one of its choices."""
    if item.kind == "check":
        return isinstance(answer, bool)
    return item.kind == "choice" and answer in [choice.code for choice in item.choices]


def check_steps(steps: list[ChainStep]) -> list[ChainStep]:
    """Return the steps of a chain when each code is there once and each waits for steps further up, or refuse."""
    seen: set[str] = set()
    for step in steps:
        if step.code in seen:
            raise BadValue(Text("« {c} » revient deux fois.", "“{c}” comes twice.").with_(c=step.code))
        _known(step, step.after, seen)
        seen.add(step.code)
    return steps


def _known(step: ChainStep, awaited: Iterable[str], seen: set[str]) -> None:
    for other in awaited:
        if other not in seen:
            words = Text("« {c} » attend « {o} », qui ne la précède pas.", "“{c}” waits for “{o}”, not above it.")
            raise BadValue(words.with_(c=step.code, o=other))
