"""What a contract needs done: templates of job chains, and the chain made of one, once per contract."""

from __future__ import annotations

import datetime
from collections.abc import Iterable, Sequence
from typing import Annotated, Literal

from django.db import IntegrityError, transaction
from pydantic import AfterValidator, BaseModel, Field

from gigafibre.crm import queries as crm
from gigafibre.dispatch.actions.planning import WHEN, cancel_job
from gigafibre.dispatch.errors import NoSuchTemplate
from gigafibre.dispatch.events import ChainMade, JobCreated
from gigafibre.dispatch.locking import locked
from gigafibre.dispatch.models import (
    ChainTemplate,
    ChecklistItem,
    ChecklistTemplate,
    Job,
    JobChain,
    JobDependency,
    JobTag,
)
from gigafibre.dispatch.refs import Clock, Code, Contract, TemplateRef, checklist_named, tag_named, template_named
from gigafibre.dispatch.steps import ChainStep, ChecklistEntry, check_items, check_steps
from gigafibre.kernel import clock, numbers
from gigafibre.kernel.events import publish
from gigafibre.kernel.refs import CustomerRef, LocationRef, LongText, Reason
from gigafibre.kernel.registry import action
from gigafibre.kernel.rows import add, one
from gigafibre.kernel.text import Text
from gigafibre.subscriptions.errors import OtherCustomersLocation

ChainKind = Literal["installation", "repair", "maintenance", "removal"]
Items = Annotated[list[ChecklistEntry], Field(min_length=1, max_length=60), AfterValidator(check_items)]
Steps = Annotated[list[ChainStep], Field(min_length=1, max_length=20), AfterValidator(check_steps)]
Name = Annotated[str, Field(min_length=1, max_length=120)]
NAMES = {
    "code": Text("Code", "Code"),
    "name_fr": Text("Nom français", "French name"),
    "name_en": Text("Nom anglais", "English name"),
    "active": Text("En usage", "In use"),
}


class ChainOut(BaseModel):
    """What came of asking for a chain: made now, or standing already, or why not."""

    created: bool
    chain_id: int
    jobs: list[str]
    why: str


@action(
    permission="dispatch.templates",
    label=Text("Enregistrer une liste de vérification", "Save a checklist"),
    fields=NAMES | {"items": Text("Points", "Items")},
)
def save_checklist(code: Code, *, name_fr: Name, name_en: Name, items: Items, active: bool = True) -> None:
    """Make a checklist or change the one of this code; jobs that stand keep theirs."""
    written = [item.model_dump(mode="json") for item in items]
    values = {"name_fr": name_fr, "name_en": name_en, "items": written, "active": active}
    ChecklistTemplate.objects.update_or_create(code=code, defaults=values)


@action(
    permission="dispatch.templates",
    label=Text("Enregistrer un modèle d’interventions", "Save a job template"),
    fields=NAMES
    | {
        "kind": Text("Genre", "Kind"),
        "plan": Text("Forfait", "Plan"),
        "steps": Text("Étapes", "Steps"),
    },
)
def save_chain_template(
    code: Code,
    *,
    name_fr: Name,
    name_en: Name,
    kind: ChainKind,
    plan: Annotated[str, Field(max_length=40)] = "",
    steps: Steps,
    active: bool = True,
) -> None:
    """Make a job template or change the one of this code; chains that stand keep their jobs."""
    for step in steps:
        for need in step.needs:
            tag_named(need.tag)
        if step.checklist:
            checklist_named(step.checklist)
    written = [step.model_dump(mode="json") for step in steps]
    values = {"name_fr": name_fr, "name_en": name_en, "kind": kind, "plan": plan, "steps": written, "active": active}
    ChainTemplate.objects.update_or_create(code=code, defaults=values)


@action(
    permission="dispatch.edit",
    label=Text("Créer les interventions d’un contrat", "Make a contract’s jobs"),
    fields={
        "contract": Text("Contrat", "Contract"),
        "customer": Text("Client", "Customer"),
        "location": Text("Lieu de service", "Service location"),
        "template": Text("Modèle", "Template"),
        "plan": Text("Forfait", "Plan"),
        "kind": Text("Genre", "Kind"),
        "appointment": Text("Rendez-vous le", "Appointment on"),
        "instructions": Text("Consignes", "Instructions"),
        "issue": Text("Billet", "Issue"),
    }
    | {name: WHEN[name] for name in ("window_starts", "window_ends")},
)
def make_chain(
    contract: Annotated[Contract, Field(min_length=1)],
    *,
    customer: CustomerRef,
    location: LocationRef,
    kind: ChainKind = "installation",
    template: TemplateRef | None = None,
    plan: Annotated[str, Field(max_length=40)] = "",
    appointment: datetime.date | None = None,
    window_starts: Clock | None = None,
    window_ends: Clock | None = None,
    instructions: LongText = "",
    issue: Contract = "",
) -> ChainOut:
    """Make the jobs that a contract needs, each dated: its appointment or today, plus the step's days, never before.

    Once per contract and kind, also when asked twice at once: the second time answers with what stands. Without a
    template, that of the plan, else the first one of the kind for every plan.
    """
    owner, place = crm.customer(customer), crm.location(location)
    if place.customer_id != owner.id:
        raise OtherCustomersLocation(location=location, customer=customer)
    if (standing := _standing(contract, kind)) is not None:
        return standing
    chosen = template_named(template) if template else _template_for(kind, plan)
    try:
        with transaction.atomic():
            now = clock.now()
            chain = add(JobChain(customer_id=owner.id, contract=contract, kind=kind, template=chosen, created_at=now))
    except IntegrityError:
        standing = _standing(contract, kind)  # somebody made it while we waited for his commit
        if standing is None:
            raise
        return standing
    today = clock.today()
    jobs: dict[str, Job] = {}
    steps = [ChainStep.model_validate(step) for step in chosen.steps]
    taken = numbers.take("job", len(steps))
    for position, step in enumerate(steps):
        promised = step.needs_signature or step.offset_days == 0
        jobs[step.code] = Job(
            number=taken[position],
            customer_id=owner.id,
            location_id=place.id,
            contract=contract,
            issue=issue,
            chain=chain,
            step=step.code,
            position=position,
            kind=step.kind,
            priority=step.priority,
            title_fr=step.fr,
            title_en=step.en,
            instructions="\n".join(filter(None, [_instructions(step, owner.language), instructions])),
            date=max((appointment or today) + datetime.timedelta(days=step.offset_days), today),
            minutes=step.minutes,
            window_starts=window_starts if promised else None,
            window_ends=window_ends if promised else None,
            may_start_early=step.may_start_early,
            needs_signature=step.needs_signature,
            created_at=clock.now(),
        )
    for job in jobs.values():
        add(job)
    _equip([(jobs[step.code], step) for step in steps])
    for step in steps:
        for other in step.after:
            add(JobDependency(job=jobs[step.code], depends_on=jobs[other]))
    about = {"customer": customer, "location": location, "contract": contract, "issue": issue}
    for job in jobs.values():
        publish(JobCreated(**about, job=job.number, kind=job.kind, date=job.date))
    publish(
        ChainMade(
            customer=customer,
            chain_id=chain.pk,
            contract=contract,
            kind=kind,
            template=chosen.code,
            jobs=[job.number for job in jobs.values()],
            first_on=min(job.date for job in jobs.values()),
        )
    )
    return ChainOut(created=True, chain_id=chain.pk, jobs=[job.number for job in jobs.values()], why="")


@action(
    permission="dispatch.edit",
    label=Text("Annuler les interventions d’un contrat", "Cancel a contract’s jobs"),
    harmful=True,
    undo="dispatch.make_chain",
    fields={
        "contract": Text("Contrat", "Contract"),
        "kind": Text("Genre", "Kind"),
        "reason": Text("Motif", "Reason"),
    },
)
def cancel_chain(contract: Annotated[Contract, Field(min_length=1)], *, kind: ChainKind, reason: Reason) -> list[str]:
    """Give up what of a chain is not done or under way; returns the jobs cancelled. Asked twice, nothing is left."""
    first = Job.objects.filter(chain__contract=contract, chain__kind=kind).order_by("pk").first()
    if first is None:
        return []
    locked(first.number)
    left = Job.objects.filter(chain=first.chain).exclude(status__in=["completed", "cancelled", "in_progress"])
    cancelled = list(left.order_by("pk").values_list("number", flat=True))
    for number in cancelled:
        cancel_job(number, reason=reason)
    return cancelled


def hang_checklist(job: Job, items: Iterable[ChecklistEntry]) -> None:
    """Copy the items of a checklist onto a job."""
    ChecklistItem.objects.bulk_create(_copied(job, items))


def _copied(job: Job, items: Iterable[ChecklistEntry]) -> list[ChecklistItem]:
    return [
        ChecklistItem(
            job=job,
            code=item.code,
            position=position,
            kind=item.kind,
            label_fr=item.fr,
            label_en=item.en,
            mandatory=item.mandatory,
            lowest=item.lowest,
            highest=item.highest,
            unit=item.unit,
            choices=[choice.model_dump() for choice in item.choices],
            only_if=item.only_if,
            only_if_is=item.only_if_is,
        )
        for position, item in enumerate(items)
    ]


def _equip(made: Sequence[tuple[Job, ChainStep]]) -> None:
    """Give jobs what their steps say: skills, and the checklists as they stand today."""
    tags = {code: tag_named(code) for code in {need.tag for _, step in made for need in step.needs}}
    for job, step in made:
        for need in step.needs:
            add(JobTag(job=job, tag=tags[need.tag], level=need.level))
    wanted = {step.checklist for _, step in made if step.checklist}
    lists = {code: one(ChecklistTemplate, code=code, active=True) for code in wanted}
    items: list[ChecklistItem] = []
    for job, step in made:
        if step.checklist:
            template = lists[step.checklist]
            if template is None:
                raise NoSuchTemplate(template=step.checklist)
            items += _copied(job, [ChecklistEntry.model_validate(item) for item in template.items])
    ChecklistItem.objects.bulk_create(items)


def _instructions(step: ChainStep, language: str) -> str:
    return step.instructions_en if language == "en" else step.instructions_fr


def _standing(contract: str, kind: str) -> ChainOut | None:
    """Return the chain that a contract already has, if any."""
    chain = one(JobChain, contract=contract, kind=kind)
    if chain is None:
        return None
    jobs = list(chain.jobs.order_by("position", "pk").values_list("number", flat=True))
    return ChainOut(created=False, chain_id=chain.pk, jobs=jobs, why="already_made")


def _template_for(kind: str, plan: str) -> ChainTemplate:
    of_plan = one(ChainTemplate, kind=kind, active=True, plan=plan) if plan else None
    chosen = of_plan or one(ChainTemplate, kind=kind, active=True, plan="")
    if chosen is None:
        raise NoSuchTemplate(template=plan or kind)
    return chosen
