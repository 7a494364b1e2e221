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


def chain_template(code: str) -> ChainPage:
    """Return a job template by code, or refuse."""
    found = ChainTemplate.objects.filter(code=code).first()
    if found is None:
        raise NoSuchTemplate(template=code)
    return _chain(found)


def checklist(code: str) -> ChecklistPage:
    """Return a checklist by code, or refuse."""
    c = ChecklistTemplate.objects.filter(code=code).first()
    if c is None:
        raise NoSuchTemplate(template=code)
    items = [ChecklistEntry.model_validate(item) for item in c.items]
    return ChecklistPage(c.code, c.name_fr, c.name_en, c.active, items)


def _chain(found: ChainTemplate) -> ChainPage:
    steps = [ChainStep.model_validate(step) for step in found.steps]
    return ChainPage(found.code, found.name_fr, found.name_en, found.kind, found.plan, found.active, steps)
