"""Job templates and checklists, as they are written."""

from __future__ import annotations

from dataclasses import dataclass

from gigafibre.dispatch.errors import NoSuchTemplate
from gigafibre.dispatch.models import ChainTemplate, ChecklistTemplate
from gigafibre.dispatch.steps import ChainStep, ChecklistEntry


@dataclass(frozen=True)
class ChainPage:
    """The steps of one kind of contract."""

    code: str
    name_fr: str
    name_en: str
    kind: str
    plan: str
    active: bool
    steps: list[ChainStep]


@dataclass(frozen=True)
class ChecklistPage:
    """The items of a checklist."""

    code: str
    name_fr: str
    name_en: str
    active: bool
    items: list[ChecklistEntry]


def chain_templates() -> list[ChainPage]:
    """Return every job template, those in use first."""
    return [_chain(found) for found in ChainTemplate.objects.order_by("-active", "kind", "code")]


def chain_template(code: str) -> ChainPage:
    """Return a job template by code, or refuse."""
    found = ChainTemplate.objects.filter(code=code).first()
    if found is None:
        raise NoSuchTemplate(template=code)
    return _chain(found)


def checklists() -> list[ChecklistPage]:
    """Return every checklist, those in use first."""
    found = ChecklistTemplate.objects.order_by("-active", "code")
    return [
        ChecklistPage(c.code, c.name_fr, c.name_en, c.active, [ChecklistEntry.model_validate(item) for item in c.items])
        for c in found
    ]


def _chain(found: ChainTemplate) -> ChainPage:
    steps = [ChainStep.model_validate(step) for step in found.steps]
    return ChainPage(found.code, found.name_fr, found.name_en, found.kind, found.plan, found.active, steps)
